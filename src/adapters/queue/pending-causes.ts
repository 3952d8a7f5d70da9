import type { ContactCause, QueuedCause } from '../../application/ports/queue.ts';
import { inOrder } from './in-order.ts';
import type { Scope } from './scope.ts';
import { storedCause, type StoredCause } from './stored-cause.ts';

/** Any number that nobody else uses for an advisory lock. */
const CREATE_LOCK = 4_711_002;

/** Why contacts have to be looked at, as far as nobody has done so yet. */
export interface PendingCauses {
  add(causes: readonly ContactCause[]): Promise<void>;
  /** The causes of each contact in the order in which they came about. */
  read(
    contactIds: readonly string[],
  ): Promise<
    ReadonlyMap<string, { readonly causes: readonly QueuedCause[]; readonly lastCauseId: string }>
  >;
  /** Deletes the causes of each contact up to and with `lastCauseId`. */
  forget(
    seen: readonly { readonly contactId: string; readonly lastCauseId: string }[],
  ): Promise<void>;
}

/**
 * Opens the table of pending causes, making it if need be. Ids rise in the order in which causes were fanned out. The
 * table and its column are called after events, which is all that it held at first.
 */
export async function createPendingCauses(scope: Scope): Promise<PendingCauses> {
  await scope.transaction(async () => {
    await scope.query('SELECT pg_advisory_xact_lock($1)', [CREATE_LOCK]);
    await scope.query(`
      CREATE TABLE IF NOT EXISTS baton_contact_event (
        contact_id text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        event jsonb NOT NULL,
        PRIMARY KEY (contact_id, id)
      )
    `);
  });
  return {
    add: async (causes) => {
      await scope.query(
        `INSERT INTO baton_contact_event (contact_id, event)
         SELECT contact_id, event FROM json_to_recordset($1::json) AS x (contact_id text, event jsonb)`,
        [JSON.stringify(causes.map((event) => ({ contact_id: event.contactId, event })))],
      );
    },
    read: async (contactIds) => {
      if (contactIds.length === 0) return new Map();
      const rows = await scope.query(
        `SELECT contact_id, max(id)::text AS last_cause_id, json_agg(event ORDER BY id) AS stored
         FROM baton_contact_event WHERE contact_id = ANY($1::text[]) GROUP BY contact_id`,
        [contactIds],
      );
      return new Map(
        rows.map((row) => [
          String(row['contact_id']),
          {
            causes: inOrder(
              (row['stored'] as readonly StoredCause[]).map((each) => storedCause(each).cause),
            ),
            lastCauseId: String(row['last_cause_id']),
          },
        ]),
      );
    },
    forget: async (seen) => {
      await scope.query(
        `DELETE FROM baton_contact_event e
         USING unnest($1::text[], $2::bigint[]) AS seen (contact_id, last_cause_id)
         WHERE e.contact_id = seen.contact_id AND e.id <= seen.last_cause_id`,
        [seen.map(({ contactId }) => contactId), seen.map(({ lastCauseId }) => lastCauseId)],
      );
    },
  };
}
