import { turnKey, type Followed, type Mode, type Turn } from '../../application/ports/ledger.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { PoolStanding } from '../../domain/routing/routing.ts';
import { standingFromJson, standingToJson } from '../../domain/routing/standing.ts';
import { giveBack, takeAgain } from '../../domain/routing/take-turn.ts';
import { OF_CONTACT } from './of-contact.ts';
import type { SqlSession } from './open-database.ts';

/** Any number that nobody else uses for an advisory lock. */
const DECIDE_LOCK = 4_711_004;

const TURN = `handoff_id AS "handoffId", nth, pool, owner_id AS "ownerId", routing`;

/**
 * Keeps the rotation of the whole portal for this transaction: which pools a batch touches is known only when it is routed, and
 * a batch of 100 holds the lock for milliseconds.
 */
export async function holdRotation(session: SqlSession): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock($1)', [DECIDE_LOCK]);
}

/** Turns with these keys, by key. */
export async function readTurns(
  session: SqlSession,
  keys: readonly Pick<Turn, 'handoffId' | 'nth'>[],
): Promise<ReadonlyMap<string, Turn>> {
  const rows = await session.query(
    `SELECT ${TURN} FROM baton_turn
     JOIN json_to_recordset($1::json) AS x ("handoffId" text, nth integer) USING (nth)
     WHERE handoff_id = x."handoffId"`,
    [JSON.stringify(keys)],
  );
  return new Map((rows as unknown as readonly Turn[]).map((turn) => [turnKey(turn), turn]));
}

/** Stores new turns; those that were taken before are left as they are. */
export async function insertTurns(session: SqlSession, turns: readonly Turn[]): Promise<void> {
  if (turns.length === 0) return;
  await session.query(
    `INSERT INTO baton_turn (handoff_id, nth, pool, owner_id, routing)
     SELECT "handoffId", nth, pool, "ownerId", routing
     FROM json_to_recordset($1::json) AS x ("handoffId" text, nth integer, pool text, "ownerId" text, routing json)
     ON CONFLICT (handoff_id, nth) DO NOTHING`,
    [JSON.stringify(turns)],
  );
}

/** The rotation of every pool, by pool. */
export async function readStandings(
  session: SqlSession,
  mode: Mode,
): Promise<ReadonlyMap<string, PoolStanding>> {
  const rows = await session.query('SELECT standing FROM baton_standing WHERE mode = $1', [mode]);
  const standings = rows.map((row) => standingFromJson(row['standing']));
  return new Map(standings.map((standing) => [standing.pool, standing]));
}

/** Stores the rotation of these pools in place of what it was. */
export async function saveStandings(
  session: SqlSession,
  mode: Mode,
  standings: readonly PoolStanding[],
): Promise<void> {
  if (standings.length === 0) return;
  const rows = standings.map((standing) => ({
    pool: standing.pool,
    standing: standingToJson(standing),
  }));
  await session.query(
    `INSERT INTO baton_standing (mode, pool, standing)
     SELECT $2, pool, standing FROM json_to_recordset($1::json) AS x (pool text, standing jsonb)
     ON CONFLICT (mode, pool) DO UPDATE SET standing = excluded.standing`,
    [JSON.stringify(rows), mode],
  );
}

/**
 * Gives turns back and takes them again where they are not so already, each with its pool's rotation, in the transaction that
 * follows the contact: followed twice, it counts once. A turn that the ledger does not know is nothing to give back.
 */
export async function flipTurns(session: SqlSession, changes: readonly Followed[]): Promise<void> {
  const wanted = changes.flatMap(({ entry: { handoffId, mode }, turns }) =>
    turns.map((turn) => ({ ...turn, handoffId, mode })),
  );
  if (wanted.length === 0) return;
  await holdRotation(session);
  const flipped = await session.query(
    `UPDATE baton_turn t SET given_back = x."givenBack"
     FROM json_to_recordset($1::json) AS x ("handoffId" text, nth integer, mode text, "givenBack" boolean)
     WHERE t.handoff_id = x."handoffId" AND t.nth = x.nth AND t.given_back <> x."givenBack"
     RETURNING x.mode, t.pool, t.owner_id AS "ownerId", t.given_back AS "givenBack"`,
    [JSON.stringify(wanted)],
  );
  for (const mode of ['live', 'observe'] as const) {
    const ofMode = (flipped as unknown as readonly FlippedTurn[]).filter(
      (turn) => turn.mode === mode,
    );
    if (ofMode.length === 0) continue;
    const standings = new Map(await readStandings(session, mode));
    for (const { pool, ownerId, givenBack } of ofMode) {
      const standing = standings.get(pool ?? '');
      if (!standing || ownerId === null) continue;
      const counted = givenBack ? giveBack(standing, ownerId) : takeAgain(standing, ownerId);
      standings.set(standing.pool, counted);
    }
    await saveStandings(session, mode, [...standings.values()]);
  }
}

interface FlippedTurn {
  readonly mode: Mode;
  readonly pool: string | null;
  readonly ownerId: string | null;
  readonly givenBack: boolean;
}

/** Turns of a contact's handoffs with what became of them, as they are stored. */
export async function readTurnsOf(
  session: SqlSession,
  contact: ContactId,
): Promise<readonly unknown[]> {
  return await session.query(
    `SELECT ${TURN}, given_back AS "givenBack" FROM baton_turn WHERE ${OF_CONTACT} = $1
     ORDER BY handoff_id, nth`,
    [contact],
  );
}
