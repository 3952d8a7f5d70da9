import type { ContactWork } from '../ports/queue.ts';

/** What became of a batch: jobs to take off the queue, jobs to bring back, and counts for log and metrics. */
export interface WorkOutcome {
  readonly done: readonly string[];
  readonly failed: readonly { readonly jobId: string; readonly reason: string }[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Keeps account of a batch: every job ends up done or failed, exactly once. */
export interface BatchTrack {
  /** Jobs that nothing has been said about yet. */
  readonly open: () => readonly ContactWork[];
  /** Counts these jobs as done unless they failed before. */
  readonly finish: (work: readonly ContactWork[], what: string) => void;
  /** Brings these jobs back with a reason. */
  readonly fail: (work: readonly ContactWork[], reason: string) => void;
  readonly outcome: () => WorkOutcome;
}

/** Starts the account of a batch. */
export function trackBatch(work: readonly ContactWork[]): BatchTrack {
  const open = new Map(work.map((job) => [job.jobId, job]));
  const done: string[] = [];
  const failed = new Map<string, string>();
  const counts: Record<string, number> = {};
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const fail = (jobs: readonly ContactWork[], reason: string): void => {
    for (const { jobId } of jobs) {
      if (!open.delete(jobId)) continue;
      failed.set(jobId, reason);
      count('failed');
    }
  };
  return {
    open: () => [...open.values()],
    finish: (jobs, what) => {
      for (const { jobId } of jobs) {
        if (!open.delete(jobId)) continue;
        done.push(jobId);
        count(what);
      }
    },
    fail,
    outcome: () => ({
      done,
      failed: [...failed].map(([jobId, reason]) => ({ jobId, reason })),
      counts,
    }),
  };
}
