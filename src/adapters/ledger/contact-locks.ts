import type { Pool, PoolClient } from 'pg';
import { ContactsBusyError } from '../../application/ports/contacts-busy-error.ts';
import { SECOND } from '../../domain/instant.ts';
import { inTime, type Alarm } from './in-time.ts';
import { createKeyedMutex, type KeyedMutex } from './keyed-mutex.ts';
import type { Database } from './open-database.ts';

/** First half of the key of every contact's lock; the locks with one number are another space. */
const CONTACT_LOCKS = 4_711_006;

/** PostgreSQL's code for a statement that was cancelled, which `statement_timeout` does. */
const QUERY_CANCELED = '57014';

/** How long to wait for a contact, and what measures it. */
export interface Patience {
  readonly limitMs: number;
  readonly alarm: Alarm;
}

/** Ten seconds of real time: batches of a worker take a few, and `hubspot.fetch` gives up on a card after 15. */
const PATIENCE: Patience = {
  limitMs: 10 * SECOND,
  alarm: (ms, ring) => {
    const timer = setTimeout(ring, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/**
 * Excludes whoever else works the same contacts: within this process by a mutex, and on a server against other processes by
 * an advisory lock for each contact. Who waits for somebody in the same process holds no connection meanwhile.
 *
 * The advisory locks are of a transaction on a connection of their own (`Database.holders`), ended with the work. Measured
 * against locks of the session and against `FOR UPDATE` of one row each, on PostgreSQL 15 on the same machine: 100 contacts
 * cost 0.5 to 0.7 ms over an empty piece of work, one contact 0.3 to 0.5 ms, with all three alike (rows 0.7 to 1.0 ms, and they
 * need a table to stand in). So what decides is how they are let go: the end of a transaction, however it comes about, leaves
 * nothing on a pooled connection, also behind a pooler that works by transaction. It holds no snapshot while it waits, so
 * it keeps no vacuum back.
 */
export function createContactLocks(
  { holders }: Pick<Database, 'holders'>,
  patience: Patience = PATIENCE,
): KeyedMutex {
  const mutex = createKeyedMutex(patience.limitMs, patience.alarm);
  if (!holders) return mutex;
  return (contactIds, work) => {
    const began = performance.now();
    return mutex(contactIds, () => {
      const leftMs = Math.max(1, Math.ceil(patience.limitMs - (performance.now() - began)));
      return lockedOnServer(holders, contactIds, { ...patience, limitMs: leftMs }, work);
    });
  };
}

async function lockedOnServer<T>(
  holders: Pool,
  contactIds: readonly string[],
  patience: Patience,
  work: () => Promise<T>,
): Promise<T> {
  const client = await connectInTime(holders, patience);
  const state: { lost?: unknown } = {};
  // Without a listener, a connection that breaks while it is held would end the process.
  const onLost = (error: Error): void => {
    state.lost ??= error;
  };
  client.on('error', onLost);
  const letGo = async (): Promise<void> => {
    // Where the transaction cannot be ended the connection is gone, and the locks went with it.
    await client.query('COMMIT').catch(onLost);
    client.release(state.lost !== undefined);
    client.off('error', onLost);
  };
  const given = await lockContacts(client, contactIds, patience.limitMs)
    .then(work)
    .catch(async (error: unknown) => {
      await letGo();
      throw error;
    });
  await letGo();
  if (state.lost !== undefined) {
    throw new Error(
      'The connection to the database broke while leads were being changed, so somebody else may have changed them too; do it again, from what HubSpot shows now',
      { cause: state.lost },
    );
  }
  return given;
}

async function connectInTime(holders: Pool, { limitMs, alarm }: Patience): Promise<PoolClient> {
  const connecting = holders.connect();
  try {
    return await inTime(connecting, limitMs, alarm);
  } catch (error) {
    connecting.then(
      (client) => {
        client.release();
      },
      () => undefined,
    );
    throw error;
  }
}

async function lockContacts(
  client: PoolClient,
  contactIds: readonly string[],
  limitMs: number,
): Promise<void> {
  await client.query('BEGIN');
  // The server must not end what is idle because the work is elsewhere; and it must soon see that a process is gone whose
  // machine could not say so any more.
  await client.query(
    `SELECT set_config('statement_timeout', $1, true), set_config('idle_in_transaction_session_timeout', '0', true),
       set_config('tcp_keepalives_idle', '30', true), set_config('tcp_keepalives_interval', '10', true),
       set_config('tcp_keepalives_count', '3', true)`,
    [String(limitMs)],
  );
  try {
    // In the order of the keys and not of the ids: two ids may share a key.
    await client.query(
      `SELECT pg_advisory_xact_lock($1, key)
       FROM (SELECT DISTINCT hashtext(id) AS key FROM unnest($2::text[]) AS id ORDER BY key) AS keys`,
      [CONTACT_LOCKS, contactIds],
    );
  } catch (error) {
    const isLate = error instanceof Error && 'code' in error && error.code === QUERY_CANCELED;
    throw isLate ? new ContactsBusyError({ cause: error }) : error;
  }
}
