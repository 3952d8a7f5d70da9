import type { Ledger, LedgerRequest } from '../../application/ports/ledger.ts';
import type { ContactId } from '../../domain/ids.ts';
import { OF_CONTACT } from './of-contact.ts';
import type { SqlSession } from './open-database.ts';

const REQUEST = `handoff_id AS "handoffId", request_id AS "requestId", by AS "by", activity, message`;

const FROM_JSON = `json_to_recordset($1::json) AS x ("handoffId" text, "requestId" text, "by" text, activity json, message text)`;

/** Requests with these ids, finished or not, and all of these handoffs that are not finished. */
export async function readRequests(
  session: SqlSession,
  about: Parameters<Ledger['requests']>[0],
): Promise<readonly LedgerRequest[]> {
  if (about.length === 0) return [];
  const rows = await session.query(
    `SELECT DISTINCT ON (handoff_id, request_id) ${REQUEST} FROM baton_request
     JOIN json_to_recordset($1::json) AS x ("handoffId" text, "requestId" text) ON handoff_id = x."handoffId"
     WHERE message IS NULL OR request_id = x."requestId" ORDER BY handoff_id, request_id`,
    [JSON.stringify(about)],
  );
  return rows as unknown as readonly LedgerRequest[];
}

/** Remembers requests; those that are known already are left as they are. */
export async function insertRequests(
  session: SqlSession,
  requests: readonly LedgerRequest[],
): Promise<void> {
  if (requests.length === 0) return;
  await session.query(
    `INSERT INTO baton_request (handoff_id, request_id, by, activity, message)
     SELECT "handoffId", "requestId", "by", activity, message FROM ${FROM_JSON}
     ORDER BY "handoffId", "requestId"
     ON CONFLICT (handoff_id, request_id) DO NOTHING`,
    [JSON.stringify(requests)],
  );
}

/** Notes what people were told and lets go of what had to be done for it; what was told once stays. */
export async function finishRequests(
  session: SqlSession,
  requests: readonly LedgerRequest[],
): Promise<void> {
  if (requests.length === 0) return;
  await session.query(
    `INSERT INTO baton_request (handoff_id, request_id, by, message)
     SELECT "handoffId", "requestId", "by", message FROM ${FROM_JSON}
     ORDER BY "handoffId", "requestId"
     ON CONFLICT (handoff_id, request_id) DO UPDATE SET message = excluded.message, activity = NULL
     WHERE baton_request.message IS NULL`,
    [JSON.stringify(requests)],
  );
}

/** All requests about a contact's handoffs. */
export async function readRequestsOf(
  session: SqlSession,
  contact: ContactId,
): Promise<readonly LedgerRequest[]> {
  const rows = await session.query(
    `SELECT ${REQUEST} FROM baton_request WHERE ${OF_CONTACT} = $1 ORDER BY handoff_id, request_id`,
    [contact],
  );
  return rows as unknown as readonly LedgerRequest[];
}
