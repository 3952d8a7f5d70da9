import type { PolicyStore } from '../../application/ports/decision-store.ts';
import { PolicyConflictError } from '../../application/ports/policy-conflict-error.ts';
import type { Database, SqlSession } from './open-database.ts';

/** Any number that nobody else uses for an advisory lock. */
const PUBLISH_LOCK = 4_711_005;

/** Policy versions in the database that `migrate` prepared; a version is never changed or removed. */
export function createPolicyStore(database: Database): PolicyStore {
  return {
    live: async () => {
      const [row] = await database.query(
        'SELECT version, document FROM baton_policy ORDER BY version DESC LIMIT 1',
        [],
      );
      return row === undefined
        ? null
        : { version: `v${String(row['version'])}`, document: row['document'] };
    },
    publish: (document, expectedVersion) =>
      database.transaction(async (session) => {
        await session.query('SELECT pg_advisory_xact_lock($1)', [PUBLISH_LOCK]);
        const newest = await newestVersion(session);
        const live = newest === 0 ? null : `v${newest}`;
        if (live !== expectedVersion) throw new PolicyConflictError(expectedVersion, live);
        await session.query('INSERT INTO baton_policy (version, document) VALUES ($1, $2::json)', [
          newest + 1,
          JSON.stringify(document),
        ]);
        return { version: `v${newest + 1}` };
      }),
    history: async () => {
      const rows = await database.query(
        'SELECT version, published_at FROM baton_policy ORDER BY version DESC',
        [],
      );
      return rows.map((row) => ({
        version: `v${String(row['version'])}`,
        publishedAt: new Date(row['published_at'] as Date).toISOString(),
      }));
    },
  };
}

async function newestVersion(session: SqlSession): Promise<number> {
  const rows = await session.query(
    'SELECT coalesce(max(version), 0) AS newest FROM baton_policy',
    [],
  );
  return Number(rows[0]?.['newest']);
}
