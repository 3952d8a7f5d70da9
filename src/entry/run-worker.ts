import { SECOND } from '../domain/instant.ts';
import { AppError } from '../application/ports/app-error.ts';
import type { Clock } from '../application/ports/clock.ts';
import type { Log } from '../application/ports/log.ts';
import type { ContactWork, Queue } from '../application/ports/queue.ts';
import type { WorkOutcome } from '../application/work/track-batch.ts';
import type { Metrics } from './metrics.ts';
import type { Instant } from '../domain/instant.ts';

/** HubSpot's batch size: one unit of work (design §2.6). */
export const CONTACTS_PER_BATCH = 100;
/** How long to wait for news before looking again; deliveries to other processes are noticed by looking. */
const IDLE_WAIT_MS = 1 * SECOND;
/** Pause after the queue itself failed, so that a database that is down is not hammered. */
const FAILURE_WAIT_MS = 2 * SECOND;

/** What the worker loop is made of. */
export interface WorkerDeps {
  readonly queue: Queue;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly handOff: (work: readonly ContactWork[], now: Instant) => Promise<WorkOutcome>;
  /** Resolves after the time given, or at once when the worker is told to stop. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Takes contacts from the queue and hands them off, batch after batch, until it is told to stop; a batch that has
 * begun is finished. A failing batch goes back to the queue and comes again; nothing is lost or skipped.
 */
export async function runWorker(deps: WorkerDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const worked = await workOnce(deps);
      if (worked === 0) await deps.queue.waitForWork(IDLE_WAIT_MS);
    } catch (error) {
      deps.log.error({ err: error }, 'The worker could not work; it tries again');
      await deps.sleep(FAILURE_WAIT_MS, signal);
    }
  }
}

/**
 * Takes one batch and hands it off.
 *
 * @returns how many contacts were taken
 */
export async function workOnce(deps: WorkerDeps): Promise<number> {
  const work = await deps.queue.take(CONTACTS_PER_BATCH);
  if (work.length === 0) return 0;
  const stop = deps.metrics.batchSeconds.startTimer();
  const outcome = await handOffOrFail(deps, work);
  if (outcome.done.length > 0) await deps.queue.done(outcome.done);
  if (outcome.failed.length > 0) {
    await deps.queue.failed(outcome.failed);
    deps.log.warn(
      {
        failed: outcome.failed.length,
        reasons: outcome.failed.slice(0, 5).map(({ reason }) => reason),
      },
      'Some contacts come again',
    );
  }
  for (const [what, count] of Object.entries(outcome.counts)) {
    deps.metrics.contacts.inc({ outcome: what }, count);
  }
  stop();
  deps.log.info({ contacts: work.length, ...outcome.counts }, 'Batch done');
  return work.length;
}

/**
 * Hands a batch off; where that is impossible its contacts fail. What one contact brings out in our own code must not
 * hold up the others, so the batch is halved until that contact is alone. What concerns the whole app is not tried again
 * in parts: it has a code (style rule 4).
 */
async function handOffOrFail(deps: WorkerDeps, work: readonly ContactWork[]): Promise<WorkOutcome> {
  try {
    return await deps.handOff(work, await deps.clock.now());
  } catch (error) {
    deps.log.error({ err: error, contacts: work.length }, 'A batch failed');
    if (work.length > 1 && !(error instanceof AppError)) {
      const middle = Math.ceil(work.length / 2);
      return together(
        await handOffOrFail(deps, work.slice(0, middle)),
        await handOffOrFail(deps, work.slice(middle)),
      );
    }
    const reason = error instanceof Error ? error.message : String(error);
    return {
      done: [],
      failed: work.map(({ jobId }) => ({ jobId, reason })),
      counts: { failed: work.length },
    };
  }
}

function together(one: WorkOutcome, other: WorkOutcome): WorkOutcome {
  const kinds = Object.keys({ ...one.counts, ...other.counts });
  return {
    done: [...one.done, ...other.done],
    failed: [...one.failed, ...other.failed],
    counts: Object.fromEntries(
      kinds.map((kind) => [kind, (one.counts[kind] ?? 0) + (other.counts[kind] ?? 0)]),
    ),
  };
}
