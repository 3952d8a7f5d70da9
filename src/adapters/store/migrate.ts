import type { Database } from './open-database.ts';

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
];

/** Brings the store's tables up to date. Any number of processes may do so at once; done twice, it changes nothing. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (session) => {
    await session.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await session.query(
      'CREATE TABLE IF NOT EXISTS baton_migration (number integer PRIMARY KEY, done_at timestamptz NOT NULL DEFAULT now())',
    );
    const rows = await session.query('SELECT number FROM baton_migration');
    const done = new Set(rows.map((row) => row['number']));
    for (const [index, script] of MIGRATIONS.entries()) {
      const number = index + 1;
      if (done.has(number)) continue;
      await session.query(script);
      await session.query('INSERT INTO baton_migration (number) VALUES ($1)', [number]);
    }
  });
}
