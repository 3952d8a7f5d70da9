import { PgBoss } from 'pg-boss';
import type { Log } from '../../application/ports/log.ts';
import type {
  ContactCause,
  ContactWork,
  DeadLetter,
  Queue,
} from '../../application/ports/queue.ts';
import { SECOND } from '../../domain/instant.ts';
import { createGroupCommit } from './group-commit.ts';
import { readJobId, writeJobId } from './job-id.ts';
import { createPendingCauses, type PendingCauses } from './pending-causes.ts';
import { createScope, type QueueDatabase, type QueueSession } from './scope.ts';
import { storedCause, type StoredCause } from './stored-cause.ts';
import { createWaker } from './waker.ts';

/** What the queue needs; real time throughout. */
export interface QueueDeps {
  readonly database: QueueDatabase;
  readonly log: Log;
  readonly sleep: (ms: number) => Promise<void>;
}

const DELIVERIES = 'webhook-delivery';
const CONTACTS = 'contact';
const DEAD = 'contact-dead';

/**
 * Deliveries that one transaction fans out at most. Few, because on the embedded database's one connection a webhook waits to be
 * acknowledged until the transaction is over: about 5 ms per delivery of 100 events.
 */
const DELIVERIES_AT_ONCE = 16;

/** How often `waitForWork` looks for what another process accepted, or for a retry that has come due. */
const POLL_MS = 0.25 * SECOND;

/** How a contact is tried again: after about 5, 10, 20 … s, at most 15 min apart, over about 40 minutes in all. */
const RETRIES = { retryLimit: 8, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 } as const;

/** A worker that has held a contact for so long is taken for dead, and another gets it. Seconds. */
const EXPIRE_AFTER = 300;

/** Dead letters wait for a person for a year. Seconds. */
const DEAD_RETENTION = 365 * 24 * 3600;

/** Any number that nobody else uses for an advisory lock: takes wait for each other, see `take`. */
const TAKE_LOCK = 4_711_001;

/**
 * Opens the durable queue on pg-boss.
 *
 * A delivery is one row. `take` spreads its causes over the table `baton_contact_event` and puts each contact in line with the policy
 * `short`: at most one job per contact waits. The group of a job is its contact, and only one job of a group is ever worked at a
 * time, so a cause for a contact that is being worked leads to one more run afterwards, with all causes that came
 * meanwhile. Causes are deleted by `done`, so neither a crash nor a failure loses one.
 *
 * With the embedded database, contacts that a dead process was working are in line again when this resolves; on a server they are
 * once they have expired, after 5 minutes.
 */
export async function openQueue(
  deps: QueueDeps,
): Promise<Queue & { readonly close: () => Promise<void> }> {
  const { database, log } = deps;
  const scope = createScope(database);
  const boss = new PgBoss({
    db: {
      executeSql: async (text, values) => {
        const rows = await scope.query(text, values?.length === 0 ? undefined : values);
        return { rows: [...rows] };
      },
    },
    backend: database.embedded ? 'pglite' : 'postgres',
    schedule: false,
  });
  boss.on('error', (error) => {
    log.error({ err: error }, 'The queue failed in the background');
  });
  await boss.start();
  await boss.createQueue(DEAD, { retentionSeconds: DEAD_RETENTION });
  await boss.createQueue(DELIVERIES, { retryLimit: 100, retentionSeconds: DEAD_RETENTION });
  await boss.createQueue(CONTACTS, {
    policy: 'short',
    deadLetter: DEAD,
    expireInSeconds: EXPIRE_AFTER,
    retentionSeconds: DEAD_RETENTION,
    ...RETRIES,
  });
  const pending = await createPendingCauses(scope);
  if (database.embedded) await requeueActive(boss, database);
  const store = createGroupCommit<readonly ContactCause[]>(async (deliveries) => {
    await boss.insert(
      DELIVERIES,
      deliveries.map((causes) => ({ data: { causes } })),
      { returnId: false },
    );
  });
  const waker = createWaker({ sleep: deps.sleep, pollMs: POLL_MS, isDue: () => isDue(database) });

  return {
    accept: async (causes) => {
      if (causes.length === 0) return;
      await store(causes);
      waker.wake();
    },
    take: async (limit) => {
      // Two workers that chose at the same moment could both get a job of one contact, so takes wait for each other.
      const lock = () => scope.query('SELECT pg_advisory_xact_lock($1)', [TAKE_LOCK]);
      // Deliveries hold 1 cause to some hundred: begin with one, and take more at a time as long as that gives too few.
      let causes = 0;
      for (let size = 1; causes < limit; size = Math.min(size * 2, DELIVERIES_AT_ONCE)) {
        const fanned = await scope.transaction(async () => {
          await lock();
          return fanOut(boss, pending, size);
        });
        if (fanned === 0) break;
        causes += fanned;
      }
      return scope.transaction(async () => {
        await lock();
        return takeContacts(boss, pending, limit);
      });
    },
    done: async (jobIds) => {
      if (jobIds.length === 0) return;
      const jobs = jobIds.map(readJobId);
      await scope.transaction(async () => {
        await boss.deleteJob(
          CONTACTS,
          jobs.map(({ id, retryCount }) => ({ id, retryCount })),
        );
        // Also those of a job that expired and went to somebody else meanwhile: its causes were acted upon all the same.
        await pending.forget(jobs);
      });
    },
    failed: async (failures) => {
      const byReason = Map.groupBy(failures, ({ reason }) => reason);
      for (const [reason, group] of byReason) {
        const attempts = group
          .map(({ jobId }) => readJobId(jobId))
          .map(({ id, retryCount }) => ({ id, retryCount }));
        await boss.fail(CONTACTS, attempts, { reason });
      }
    },
    deadLetters: async () => (await readDead(boss)).map(({ letter }) => letter),
    redrive: (jobIds) =>
      scope.transaction(async () => {
        const wanted = new Set(jobIds);
        const dead = (await readDead(boss)).filter(({ letter }) => wanted.has(letter.jobId));
        if (dead.length === 0) return 0;
        await putInLine(
          boss,
          dead.map(({ letter }) => letter.contactId),
        );
        await boss.deleteJob(
          DEAD,
          dead.map(({ letter }) => letter.jobId),
        );
        waker.wake();
        return dead.length;
      }),
    waitForWork: (timeoutMs) => waker.wait(timeoutMs),
    depth: () => readDepth(database),
    close: () => boss.stop({ graceful: false, close: false }),
  };
}

async function putInLine(boss: PgBoss, contactIds: readonly string[]): Promise<void> {
  await boss.insert(
    CONTACTS,
    [...new Set(contactIds)].map((contactId) => ({
      data: { contactId },
      singletonKey: contactId,
      group: { id: contactId },
    })),
    { returnId: false },
  );
}

/** A delivery as it waits; `events` where it waits since before causes were kept. */
interface StoredDelivery {
  readonly causes?: readonly StoredCause[];
  readonly events?: readonly StoredCause[];
}

/** Returns the number of causes that were spread. */
async function fanOut(boss: PgBoss, pending: PendingCauses, batchSize: number): Promise<number> {
  const deliveries = await boss.fetch<StoredDelivery>(DELIVERIES, { batchSize });
  if (deliveries.length === 0) return 0;
  const causes = deliveries
    .flatMap(({ data }) => data.causes ?? data.events ?? [])
    .map(storedCause);
  await pending.add(causes);
  await putInLine(
    boss,
    causes.map(({ contactId }) => contactId),
  );
  await boss.deleteJob(
    DELIVERIES,
    deliveries.map(({ id }) => id),
  );
  return causes.length;
}

async function takeContacts(
  boss: PgBoss,
  pending: PendingCauses,
  limit: number,
): Promise<readonly ContactWork[]> {
  const jobs = await boss.fetch<{ readonly contactId: string }>(CONTACTS, {
    batchSize: limit,
    groupConcurrency: 1,
  });
  const causes = await pending.read(jobs.map(({ data }) => data.contactId));
  return jobs.map(({ id, data: { contactId }, retryCount }) => {
    const own = causes.get(contactId);
    return {
      jobId: writeJobId({ id, retryCount, contactId, lastCauseId: own?.lastCauseId ?? '0' }),
      contactId,
      retries: retryCount,
      causes: own?.causes ?? [],
    };
  });
}

async function readDead(boss: PgBoss): Promise<readonly { readonly letter: DeadLetter }[]> {
  const jobs = await boss.findJobs<{ readonly contactId: string }>(DEAD);
  return jobs.map(({ id, data, createdOn, sourceOutput }) => ({
    letter: {
      jobId: id,
      contactId: data.contactId,
      reason: reasonOf(sourceOutput),
      failedAt: createdOn.toISOString(),
    },
  }));
}

function reasonOf(output: unknown): string {
  if (typeof output !== 'object' || output === null) return 'unknown';
  if ('reason' in output && typeof output.reason === 'string') return output.reason;
  // pg-boss writes its own words when a job expired.
  return JSON.stringify(output);
}

async function requeueActive(boss: PgBoss, session: QueueSession): Promise<void> {
  const rows = await session.query(
    `SELECT id FROM pgboss.job WHERE name = $1 AND state = 'active'`,
    [CONTACTS],
  );
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => String(id));
  await boss.fail(CONTACTS, ids, { reason: 'The process ended while the contact was worked' });
  await session.query(
    `UPDATE pgboss.job SET start_after = now() WHERE name = $1 AND state = 'retry' AND id = ANY($2::uuid[])`,
    [CONTACTS, ids],
  );
}

async function isDue(session: QueueSession): Promise<boolean> {
  const rows = await session.query(
    `SELECT 1 FROM pgboss.job j
     WHERE j.name = ANY($1::text[]) AND j.state < 'active' AND j.start_after <= now()
       AND NOT EXISTS (
         SELECT 1 FROM pgboss.job a
         WHERE a.name = j.name AND a.state = 'active' AND a.group_id = j.group_id
       )
     LIMIT 1`,
    [[DELIVERIES, CONTACTS]],
  );
  return rows.length > 0;
}

async function readDepth(session: QueueSession): Promise<Awaited<ReturnType<Queue['depth']>>> {
  const rows = await session.query(
    `SELECT name, count(DISTINCT coalesce(singleton_key, id::text))::int AS waiting FROM pgboss.job
     WHERE name = ANY($1::text[]) AND state <= 'active' GROUP BY name`,
    [[DELIVERIES, CONTACTS, DEAD]],
  );
  const waiting = new Map(rows.map((row) => [row['name'], Number(row['waiting'])]));
  return {
    deliveries: waiting.get(DELIVERIES) ?? 0,
    contacts: waiting.get(CONTACTS) ?? 0,
    dead: waiting.get(DEAD) ?? 0,
  };
}
