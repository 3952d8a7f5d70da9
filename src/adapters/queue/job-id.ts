/** What a worker has to hand back to settle exactly the attempt it was given, and exactly the causes it saw. */
export interface JobRef {
  readonly id: string;
  /** Names the attempt: pg-boss counts it up with every claim. */
  readonly retryCount: number;
  readonly contactId: string;
  /** Newest cause that the worker was given; `'0'` when it was given none. */
  readonly lastCauseId: string;
}

/** Writes the reference as one text, opaque to everybody else. */
export function writeJobId(ref: JobRef): string {
  return [ref.id, ref.retryCount, ref.lastCauseId, ref.contactId].join('/');
}

/** Reads what `writeJobId` wrote. */
export function readJobId(jobId: string): JobRef {
  const [id, retryCount, lastCauseId, contactId] = jobId.split('/');
  if (!id || !retryCount || !lastCauseId || !contactId) {
    throw new Error(`Not the id of a job that take() gave: ${jobId}`);
  }
  return { id, retryCount: Number(retryCount), contactId, lastCauseId };
}
