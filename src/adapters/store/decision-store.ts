import * as z from 'zod';
import type { DecisionStore, StoredDecision } from '../../application/ports/decision-store.ts';
import type { PoolStanding } from '../../domain/routing/routing.ts';
import { giveBack } from '../../domain/routing/take-turn.ts';
import { standingFromJson, standingToJson } from '../../domain/routing/standing.ts';
import type { Database, Row, SqlSession } from './open-database.ts';

/** Any number that nobody else uses for an advisory lock. */
const DECIDE_LOCK = 4_711_004;

const DECISION_COLUMNS = `handoff_id AS "handoffId", contact_id AS "contactId", company_id AS "companyId",
  owner_id AS "ownerId", status, decided_at AS "decidedAt", policy_version AS "policyVersion", properties`;

const textRow = z.record(z.string(), z.string());

/**
 * Decisions and rotation in the database that `migrate` prepared.
 *
 * Deciding is serialised for the whole portal: which pools a batch touches is known only when it is decided, and a batch of
 * 100 holds the lock for milliseconds.
 */
export function createDecisionStore(database: Database): DecisionStore {
  return {
    decideOnce: (about, decide) =>
      database.transaction(async (session) => {
        await session.query('SELECT pg_advisory_xact_lock($1)', [DECIDE_LOCK]);
        const { decisions, standings } = decide({
          decisions: await readDecisions(session, about.handoffIds),
          standings: await readStandings(session),
          openByOwner: await readOpenByOwner(session),
          ownerInFlightByCompany: await readInFlight(session, about.companyIds),
        });
        await insertDecisions(session, decisions);
        await saveStandings(session, standings);
      }),
    latest: async (contactIds) => {
      const rows = await database.query(
        `SELECT DISTINCT ON (contact_id) ${DECISION_COLUMNS} FROM baton_decision
         WHERE contact_id = ANY($1::text[]) ORDER BY contact_id, sequence DESC`,
        [contactIds],
      );
      return new Map(rows.map(toDecision).map((decision) => [decision.contactId, decision]));
    },
    follow: (changes) =>
      database.transaction(async (session) => {
        await giveTurnsBack(session, changes);
        await session.query(
          `UPDATE baton_decision d
           SET status = c.status, owner_id = c."ownerId", properties = d.properties || c.properties
           FROM json_to_recordset($1::json) AS c ("handoffId" text, status text, "ownerId" text, properties jsonb)
           WHERE d.handoff_id = c."handoffId"`,
          [JSON.stringify(changes)],
        );
      }),
    forget: async (contactIds) => {
      await database.query('DELETE FROM baton_decision WHERE contact_id = ANY($1::text[])', [
        contactIds,
      ]);
    },
  };
}

/** In the same transaction as the change itself, so that a change that is followed twice gives back once. */
async function giveTurnsBack(
  session: SqlSession,
  changes: Parameters<DecisionStore['follow']>[0],
): Promise<void> {
  const returning = changes.flatMap(({ handoffId, givesBack }) =>
    givesBack ? [{ handoffId, ...givesBack }] : [],
  );
  if (returning.length === 0) return;
  await session.query('SELECT pg_advisory_xact_lock($1)', [DECIDE_LOCK]);
  const stored = await readDecisions(
    session,
    returning.map(({ handoffId }) => handoffId),
  );
  const standings = new Map(await readStandings(session));
  for (const { handoffId, pool, ownerId } of returning) {
    const decision = stored.get(handoffId);
    const standing = standings.get(pool);
    const waits = decision?.status === 'awaiting_decision' && decision.ownerId === ownerId;
    if (standing && waits) standings.set(pool, giveBack(standing, ownerId));
  }
  await saveStandings(session, [...standings.values()]);
}

async function readDecisions(
  session: SqlSession,
  handoffIds: readonly string[],
): Promise<ReadonlyMap<string, StoredDecision>> {
  const rows = await session.query(
    `SELECT ${DECISION_COLUMNS} FROM baton_decision WHERE handoff_id = ANY($1::text[])`,
    [handoffIds],
  );
  return new Map(rows.map(toDecision).map((decision) => [decision.handoffId, decision]));
}

async function readStandings(session: SqlSession): Promise<ReadonlyMap<string, PoolStanding>> {
  const rows = await session.query('SELECT standing FROM baton_standing', []);
  const standings = rows.map((row) => standingFromJson(row['standing']));
  return new Map(standings.map((standing) => [standing.pool, standing]));
}

async function readOpenByOwner(session: SqlSession): Promise<ReadonlyMap<string, number>> {
  const rows = await session.query(
    `SELECT owner_id, count(*)::int AS open FROM baton_decision
     WHERE status = 'awaiting_decision' AND owner_id IS NOT NULL GROUP BY owner_id`,
    [],
  );
  return new Map(rows.map((row) => [String(row['owner_id']), Number(row['open'])]));
}

async function readInFlight(
  session: SqlSession,
  companyIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await session.query(
    `SELECT DISTINCT ON (company_id) company_id, owner_id FROM baton_decision
     WHERE company_id = ANY($1::text[]) AND status IN ('awaiting_decision', 'accepted')
       AND owner_id IS NOT NULL
     ORDER BY company_id, sequence DESC`,
    [companyIds],
  );
  return new Map(rows.map((row) => [String(row['company_id']), String(row['owner_id'])]));
}

async function insertDecisions(
  session: SqlSession,
  decisions: readonly StoredDecision[],
): Promise<void> {
  if (decisions.length === 0) return;
  await session.query(
    `INSERT INTO baton_decision
       (handoff_id, contact_id, company_id, owner_id, status, decided_at, policy_version, properties)
     SELECT "handoffId", "contactId", "companyId", "ownerId", status, "decidedAt", "policyVersion", properties
     FROM json_to_recordset($1::json) AS x ("handoffId" text, "contactId" text, "companyId" text,
       "ownerId" text, status text, "decidedAt" text, "policyVersion" text, properties jsonb)
     ON CONFLICT (handoff_id) DO NOTHING`,
    [JSON.stringify(decisions)],
  );
}

async function saveStandings(
  session: SqlSession,
  standings: readonly PoolStanding[],
): Promise<void> {
  if (standings.length === 0) return;
  const rows = standings.map((standing) => ({
    pool: standing.pool,
    standing: standingToJson(standing),
  }));
  await session.query(
    `INSERT INTO baton_standing (pool, standing)
     SELECT pool, standing FROM json_to_recordset($1::json) AS x (pool text, standing jsonb)
     ON CONFLICT (pool) DO UPDATE SET standing = excluded.standing`,
    [JSON.stringify(rows)],
  );
}

/** The columns are our own and typed by the table; only the JSON in them is read again. */
function toDecision(row: Row): StoredDecision {
  return { ...(row as unknown as StoredDecision), properties: textRow.parse(row['properties']) };
}
