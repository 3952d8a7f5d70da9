import { HANDOFF } from '../../domain/property-names.ts';
import type { Database } from './open-database.ts';
import { POLICY_TABLES } from './policy-tables.ts';

/** Any number that nobody else uses for an advisory lock. */
const MIGRATION_LOCK = 4_711_003;

/** What was done to the tables, oldest first. Entries are only ever added; a published one never changes. */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE baton_decision (
    sequence bigint GENERATED ALWAYS AS IDENTITY,
    handoff_id text PRIMARY KEY,
    contact_id text NOT NULL,
    company_id text,
    owner_id text,
    status text NOT NULL,
    decided_at text NOT NULL,
    policy_version text NOT NULL,
    properties jsonb NOT NULL
  );
  CREATE INDEX baton_decision_contact ON baton_decision (contact_id, sequence DESC);
  CREATE INDEX baton_decision_open ON baton_decision (owner_id) WHERE status = 'awaiting_decision';
  CREATE INDEX baton_decision_company ON baton_decision (company_id, sequence DESC)
    WHERE status IN ('awaiting_decision', 'accepted');
  CREATE TABLE baton_standing (
    pool text PRIMARY KEY,
    standing jsonb NOT NULL
  );
  -- json keeps the document as it was written; jsonb would sort its keys.
  CREATE TABLE baton_policy (
    version integer PRIMARY KEY,
    document json NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now()
  );
  `,
  // The ledger in place of the stored decisions: turns under a key of their own, a rotation for each mode.
  `
  CREATE TABLE baton_handoff (
    sequence bigint GENERATED ALWAYS AS IDENTITY,
    handoff_id text PRIMARY KEY,
    contact_id text NOT NULL,
    company_id text,
    mode text NOT NULL,
    status text NOT NULL,
    owner_id text,
    check_at timestamptz,
    opened_at timestamptz NOT NULL,
    policy_version text NOT NULL,
    version integer NOT NULL,
    record text NOT NULL,
    written jsonb NOT NULL
  );
  CREATE INDEX baton_handoff_contact ON baton_handoff (contact_id, sequence DESC);
  CREATE INDEX baton_handoff_due ON baton_handoff (check_at, sequence) WHERE mode = 'live';
  CREATE INDEX baton_handoff_open ON baton_handoff (mode, owner_id) WHERE status = 'awaiting_decision';
  CREATE INDEX baton_handoff_company ON baton_handoff (company_id, sequence DESC)
    WHERE status IN ('awaiting_decision', 'accepted', 'held_needs_data');
  CREATE INDEX baton_handoff_opened ON baton_handoff (opened_at, sequence);
  CREATE TABLE baton_turn (
    handoff_id text NOT NULL,
    nth integer NOT NULL,
    pool text,
    owner_id text,
    given_back boolean NOT NULL DEFAULT false,
    routing json,
    PRIMARY KEY (handoff_id, nth)
  );
  CREATE TABLE baton_request (
    handoff_id text NOT NULL,
    request_id text NOT NULL,
    by text NOT NULL,
    activity json,
    message text,
    PRIMARY KEY (handoff_id, request_id)
  );
  ALTER TABLE baton_standing
    ADD COLUMN mode text NOT NULL DEFAULT 'live',
    DROP CONSTRAINT baton_standing_pkey,
    ADD PRIMARY KEY (mode, pool);

  INSERT INTO baton_handoff (handoff_id, contact_id, company_id, mode, status, owner_id, check_at, opened_at,
    policy_version, version, record, written)
  SELECT handoff_id, contact_id, company_id, 'live', status, owner_id,
    nullif(properties->>'${HANDOFF.checkAt}', '')::timestamptz, decided_at::timestamptz, policy_version,
    greatest(1, json_array_length((properties->>'${HANDOFF.record}')::json->'changes')),
    properties->>'${HANDOFF.record}', properties - '${HANDOFF.record}'
  FROM baton_decision WHERE properties->>'${HANDOFF.record}' IS NOT NULL ORDER BY sequence;
  -- A turn that was given back is known by the reason alone.
  INSERT INTO baton_turn (handoff_id, nth, pool, owner_id, given_back, routing)
  SELECT handoff_id, 1, route->>'pool', route->>'ownerId',
    status IN ('rejected', 'recycled') AND EXISTS (
      SELECT FROM json_array_elements(policy->'reasons') AS reason
      WHERE reason->>'code' = reason_code AND reason->>'countsAgainstShare' = 'false'
    ),
    route
  FROM (
    SELECT handoff_id, status, properties->>'${HANDOFF.reasonCode}' AS reason_code,
      (properties->>'${HANDOFF.record}')::json->'route' AS route,
      (SELECT document FROM baton_policy ORDER BY version DESC LIMIT 1) AS policy
    FROM baton_decision
  ) AS old
  WHERE route->>'via' = 'pool';
  DROP TABLE baton_decision;
  `,
  POLICY_TABLES,
];

/**
 * Brings the store's tables up to date, all in one transaction. Any number of processes may do so at once; done twice, it
 * changes nothing.
 *
 * @param database - where they are
 * @param last - number of the newest change to make; all of them unless given
 */
export async function migrate(database: Database, last = MIGRATIONS.length): Promise<void> {
  await database.transaction(async (session) => {
    await session.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await session.query(
      'CREATE TABLE IF NOT EXISTS baton_migration (number integer PRIMARY KEY, done_at timestamptz NOT NULL DEFAULT now())',
    );
    const rows = await session.query('SELECT number FROM baton_migration');
    const done = new Set(rows.map((row) => row['number']));
    for (const [index, script] of MIGRATIONS.slice(0, last).entries()) {
      const number = index + 1;
      if (done.has(number)) continue;
      await session.query(script);
      await session.query('INSERT INTO baton_migration (number) VALUES ($1)', [number]);
    }
  });
}
