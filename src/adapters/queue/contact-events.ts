import type { WebhookEvent } from '../../contract/webhook-event.ts';
import { contactOf } from './contact-of.ts';
import type { Scope } from './scope.ts';

/** Any number that nobody else uses for an advisory lock. */
const CREATE_LOCK = 4_711_002;

/** Events that came for a contact and were not yet acted upon. */
export interface PendingEvents {
  add(events: readonly WebhookEvent[]): Promise<void>;
  /** The events of each contact in the order in which they happened. */
  read(
    contactIds: readonly string[],
  ): Promise<
    ReadonlyMap<string, { readonly events: readonly WebhookEvent[]; readonly lastEventId: string }>
  >;
  /** Deletes the events of each contact up to and with `lastEventId`. */
  forget(
    seen: readonly { readonly contactId: string; readonly lastEventId: string }[],
  ): Promise<void>;
}

/** Opens the table of pending events, making it if need be. Event ids rise in the order in which events were fanned out. */
export async function createContactEvents(scope: Scope): Promise<PendingEvents> {
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
    add: async (events) => {
      await scope.query(
        `INSERT INTO baton_contact_event (contact_id, event)
         SELECT contact_id, event FROM json_to_recordset($1::json) AS x (contact_id text, event jsonb)`,
        [JSON.stringify(events.map((event) => ({ contact_id: contactOf(event), event })))],
      );
    },
    read: async (contactIds) => {
      if (contactIds.length === 0) return new Map();
      const rows = await scope.query(
        `SELECT contact_id, max(id)::text AS last_event_id, 
                json_agg(event ORDER BY (event->>'occurredAt')::numeric, id) AS events
         FROM baton_contact_event WHERE contact_id = ANY($1::text[]) GROUP BY contact_id`,
        [contactIds],
      );
      return new Map(
        rows.map((row) => [
          String(row['contact_id']),
          {
            events: row['events'] as readonly WebhookEvent[],
            lastEventId: String(row['last_event_id']),
          },
        ]),
      );
    },
    forget: async (seen) => {
      await scope.query(
        `DELETE FROM baton_contact_event e
         USING unnest($1::text[], $2::bigint[]) AS seen (contact_id, last_event_id)
         WHERE e.contact_id = seen.contact_id AND e.id <= seen.last_event_id`,
        [seen.map(({ contactId }) => contactId), seen.map(({ lastEventId }) => lastEventId)],
      );
    },
  };
}
