import * as z from 'zod';
import type { LedgerEntry, Mode } from '../../application/ports/ledger.ts';
import { contactId, type ContactId, type HandoffId } from '../../domain/ids.ts';
import { instant, toIso, type Instant } from '../../domain/instant.ts';
import type { Row, SqlSession } from './open-database.ts';

const ENTRY = `handoff_id AS "handoffId", contact_id AS "contactId", company_id AS "companyId", mode, status,
  owner_id AS "ownerId", check_at AS "checkAt", opened_at AS "openedAt", policy_version AS "policyVersion", version,
  record, written`;

const INSERT = `
  INSERT INTO baton_handoff (handoff_id, contact_id, company_id, mode, status, owner_id, check_at, opened_at,
    policy_version, version, record, written)
  SELECT "handoffId", "contactId", "companyId", mode, status, "ownerId", "checkAt", "openedAt", "policyVersion",
    version, record, written
  FROM json_to_recordset($1::json) AS x ("handoffId" text, "contactId" text, "companyId" text, mode text, status text,
    "ownerId" text, "checkAt" timestamptz, "openedAt" timestamptz, "policyVersion" text, version integer,
    record text, written jsonb)
  -- In one order everywhere, so that two who write the same rows do not wait for each other.
  ORDER BY "handoffId"`;

/** Rows read at a time by {@link readHistory}. */
const PORTION = 500;

const textRow = z.record(z.string(), z.string());

/** The newest entry of each contact. */
export async function readNewest(
  session: SqlSession,
  contactIds: readonly ContactId[],
): Promise<ReadonlyMap<ContactId, LedgerEntry>> {
  const rows = await session.query(
    `SELECT DISTINCT ON (contact_id) ${ENTRY} FROM baton_handoff
     WHERE contact_id = ANY($1::text[]) ORDER BY contact_id, sequence DESC`,
    [contactIds],
  );
  return new Map(rows.map(toEntry).map((entry) => [entry.contactId, entry]));
}

/** All entries of a contact, oldest first. */
export async function readEntriesOf(
  session: SqlSession,
  contact: ContactId,
): Promise<readonly LedgerEntry[]> {
  const rows = await session.query(
    `SELECT ${ENTRY} FROM baton_handoff WHERE contact_id = $1 ORDER BY sequence`,
    [contact],
  );
  return rows.map(toEntry);
}

/** Entries by handoff id. */
export async function readEntries(
  session: SqlSession,
  handoffIds: readonly HandoffId[],
): Promise<ReadonlyMap<HandoffId, LedgerEntry>> {
  const rows = await session.query(
    `SELECT ${ENTRY} FROM baton_handoff WHERE handoff_id = ANY($1::text[])`,
    [handoffIds],
  );
  return new Map(rows.map(toEntry).map((entry) => [entry.handoffId, entry]));
}

/** Handoffs in `awaiting_decision` by owner id. */
export async function readOpenByOwner(
  session: SqlSession,
  mode: Mode,
): Promise<ReadonlyMap<string, number>> {
  const rows = await session.query(
    `SELECT owner_id, count(*)::int AS open FROM baton_handoff
     WHERE status = 'awaiting_decision' AND mode = $1 AND owner_id IS NOT NULL GROUP BY owner_id`,
    [mode],
  );
  return new Map(rows.map((row) => [String(row['owner_id']), Number(row['open'])]));
}

/** Owner of the newest handoff that a rep has at each company. */
export async function readOwnersInFlight(
  session: SqlSession,
  mode: Mode,
  companyIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (companyIds.length === 0) return new Map();
  const rows = await session.query(
    `SELECT DISTINCT ON (company_id) company_id, owner_id FROM baton_handoff
     WHERE company_id = ANY($1::text[]) AND status IN ('awaiting_decision', 'accepted')
       AND mode = $2 AND owner_id IS NOT NULL
     ORDER BY company_id, sequence DESC`,
    [companyIds, mode],
  );
  return new Map(rows.map((row) => [String(row['company_id']), String(row['owner_id'])]));
}

/** Stores new entries; those that exist are left as they are. */
export async function insertEntries(
  session: SqlSession,
  entries: readonly LedgerEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await session.query(`${INSERT} ON CONFLICT (handoff_id) DO NOTHING`, [toJson(entries)]);
}

/**
 * Stores entries, new or known. One that the ledger has followed further already is left: two that follow the same contact may
 * come in either order.
 */
export async function upsertEntries(
  session: SqlSession,
  entries: readonly LedgerEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await session.query(
    `${INSERT}
     ON CONFLICT (handoff_id) DO UPDATE SET
       contact_id = excluded.contact_id, company_id = excluded.company_id, mode = excluded.mode,
       status = excluded.status, owner_id = excluded.owner_id, check_at = excluded.check_at,
       opened_at = excluded.opened_at, policy_version = excluded.policy_version, version = excluded.version,
       record = excluded.record, written = excluded.written
     WHERE baton_handoff.version <= excluded.version`,
    [toJson(entries)],
  );
}

/** Live handoffs whose `checkAt` has come, the longest overdue first. */
export async function readDue(
  session: SqlSession,
  now: Instant,
  limit: number,
): Promise<readonly LedgerEntry[]> {
  const rows = await session.query(
    `SELECT ${ENTRY} FROM baton_handoff WHERE mode = 'live' AND check_at <= $1::timestamptz
     ORDER BY check_at, sequence LIMIT $2`,
    [toIso(now), limit],
  );
  return rows.map(toEntry);
}

/** Contacts with a live hold for missing facts at these companies. */
export async function readHeldAt(
  session: SqlSession,
  companyIds: readonly string[],
): Promise<readonly ContactId[]> {
  const rows = await session.query(
    `SELECT contact_id FROM baton_handoff
     WHERE company_id = ANY($1::text[]) AND status = 'held_needs_data' AND mode = 'live' ORDER BY sequence`,
    [companyIds],
  );
  return rows.map((row) => contactId(String(row['contact_id'])));
}

/** Entries opened at or after an instant, oldest first, in portions that go on after the last row of the one before. */
export async function* readHistory(
  session: SqlSession,
  since: Instant,
): AsyncGenerator<LedgerEntry> {
  let after: readonly [openedAt: string, sequence: string] = [toIso(since), '0'];
  for (;;) {
    const rows = await session.query(
      `SELECT sequence::text AS place, ${ENTRY} FROM baton_handoff
       WHERE (opened_at, sequence) > ($1::timestamptz, $2::bigint) ORDER BY opened_at, sequence LIMIT ${PORTION}`,
      after,
    );
    for (const { place, ...row } of rows) {
      const entry = toEntry(row);
      yield entry;
      after = [toIso(entry.openedAt), String(place)];
    }
    if (rows.length < PORTION) return;
  }
}

function toJson(entries: readonly LedgerEntry[]): string {
  return JSON.stringify(
    entries.map((entry) => ({
      ...entry,
      checkAt: entry.checkAt === null ? null : toIso(entry.checkAt),
      openedAt: toIso(entry.openedAt),
    })),
  );
}

/** The columns are our own and typed by the table; only instants and the JSON in them are read again. */
function toEntry(row: Row): LedgerEntry {
  const { checkAt, openedAt } = row as { readonly checkAt: Date | null; readonly openedAt: Date };
  return {
    ...(row as unknown as LedgerEntry),
    checkAt: checkAt === null ? null : instant(checkAt.getTime()),
    openedAt: instant(openedAt.getTime()),
    written: textRow.parse(row['written']),
  };
}
