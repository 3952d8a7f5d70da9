import type { Approval, PolicyDraft, PolicyStore } from '../../application/ports/policy-store.ts';
import { PolicyConflictError } from '../../application/ports/policy-conflict-error.ts';
import type { Database, Row, SqlSession } from './open-database.ts';

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
    version: async (version) => {
      const [row] = await database.query(
        "SELECT document FROM baton_policy WHERE 'v' || version = $1",
        [version],
      );
      return row?.['document'];
    },
    publish: (document, expectedVersion, signed) =>
      database.transaction(async (session) => {
        await session.query('SELECT pg_advisory_xact_lock($1)', [PUBLISH_LOCK]);
        const newest = await newestVersion(session);
        const live = newest === 0 ? null : `v${newest}`;
        if (live !== expectedVersion) throw new PolicyConflictError(expectedVersion, live);
        await session.query(
          'INSERT INTO baton_policy (version, document, author, note) VALUES ($1, $2::json, $3, $4)',
          [newest + 1, JSON.stringify(document), signed?.author ?? null, signed?.note ?? null],
        );
        return { version: `v${newest + 1}` };
      }),
    history: async () => {
      const rows = await database.query(
        'SELECT version, published_at, author, note FROM baton_policy ORDER BY version DESC',
        [],
      );
      return rows.map((row) => ({
        version: `v${String(row['version'])}`,
        publishedAt: new Date(row['published_at'] as Date).toISOString(),
        author: textOrNull(row['author']),
        note: textOrNull(row['note']),
      }));
    },
    draft: async () => {
      const [row] = await database.query('SELECT * FROM baton_policy_draft', []);
      return row === undefined ? null : toDraft(row);
    },
    saveDraft: async ({ document, base, author }) => {
      const [row = {}] = await database.query(
        `INSERT INTO baton_policy_draft AS draft (revision, document, base, author)
         VALUES (1, $1::json, $2, $3)
         ON CONFLICT (single) DO UPDATE SET revision = draft.revision + 1, document = excluded.document,
           base = excluded.base, author = excluded.author, approvals = '[]'
         RETURNING *`,
        [JSON.stringify(document), base, author],
      );
      return toDraft(row);
    },
    approve: async (revision, approvals) =>
      database.transaction(async (session) => {
        const [row] = await session.query(
          'SELECT * FROM baton_policy_draft WHERE revision = $1 FOR UPDATE',
          [revision],
        );
        if (row === undefined) return null;
        const draft = toDraft(row);
        const given = [
          ...draft.approvals.filter((one) => !approvals.some(({ role }) => role === one.role)),
          ...approvals,
        ];
        await session.query('UPDATE baton_policy_draft SET approvals = $1::jsonb', [
          JSON.stringify(given),
        ]);
        return { ...draft, approvals: given };
      }),
  };
}

async function newestVersion(session: SqlSession): Promise<number> {
  const rows = await session.query(
    'SELECT coalesce(max(version), 0) AS newest FROM baton_policy',
    [],
  );
  return Number(rows[0]?.['newest']);
}

/** Only this store writes the row. */
function toDraft(row: Row): PolicyDraft {
  return {
    document: row['document'],
    base: textOrNull(row['base']),
    author: String(row['author']),
    revision: Number(row['revision']),
    approvals: row['approvals'] as readonly Approval[],
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
