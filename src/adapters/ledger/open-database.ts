import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { lockDirectory } from './lock-directory.ts';

/** Locks that one process holds or waits for at a time: a worker's batch and some people at their cards. */
const HOLDERS = 8;

/** One row as the drivers give it. */
export type Row = Readonly<Record<string, unknown>>;

/** Something SQL can be sent to: the database or a transaction in it. */
export interface SqlSession {
  /**
   * Runs one statement with values, or a script of several statements without; a script gives the rows of all of them.
   */
  query(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/** PostgreSQL, embedded or on a server; the same SQL works on both. */
export interface Database extends SqlSession {
  /** True when the database lives inside this process, so that no other process can be using it. */
  readonly embedded: boolean;
  /** The connections to a server, for libraries that want them; undefined when embedded. */
  readonly pool: Pool | undefined;
  /**
   * Connections to hold locks on while the work goes on over `pool`: were they the same, those who wait for a lock could use
   * up the connections that its holder needs to finish. Undefined when embedded.
   */
  readonly holders: Pool | undefined;
  /** Runs `work` in one transaction, rolled back when it throws. */
  transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Opens the database that queue and store share: the PostgreSQL server at `databaseUrl`, else PGlite in a folder of `dataDir`, which
 * is made if need be and locked against other processes.
 *
 * @param where - where the data is
 * @param where.dataDir - folder for the embedded database; not used with `databaseUrl`
 * @param where.databaseUrl - `postgres://…`
 * @throws `DirectoryLockedError` when another process has the embedded database open
 */
export async function openDatabase(where: {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
}): Promise<Database> {
  return where.databaseUrl === undefined
    ? openEmbedded(where.dataDir)
    : openServer(where.databaseUrl);
}

async function openEmbedded(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  const unlock = await lockDirectory(dataDir);
  // Loaded only where it is used: its WASM costs a server-backed process 30 MB for nothing.
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create(join(dataDir, 'pgdata'));
  return {
    embedded: true,
    pool: undefined,
    holders: undefined,
    query: async (text, values) => {
      if (values !== undefined) return (await pglite.query<Row>(text, [...values])).rows;
      try {
        return (await pglite.exec(text)).flatMap(({ rows }) => rows as readonly Row[]);
      } catch (error) {
        // There is one connection: a script that failed between BEGIN and COMMIT would block everyone after it.
        await pglite.exec('ROLLBACK');
        throw error;
      }
    },
    transaction: (work) =>
      pglite.transaction((session) =>
        work({
          query: async (text, values) => {
            if (values !== undefined) return (await session.query<Row>(text, [...values])).rows;
            return (await session.exec(text)).flatMap(({ rows }) => rows as readonly Row[]);
          },
        }),
      ),
    close: async () => {
      await pglite.close();
      await unlock();
    },
  };
}

/** Result of node-postgres: a list when the text held several statements. */
interface ServerResult {
  readonly rows: readonly Row[];
}

async function openServer(connectionString: string): Promise<Database> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString });
  const holders = new pg.Pool({ connectionString, max: HOLDERS });
  // A connection that breaks while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  holders.on('error', () => undefined);
  const run = async (
    client: { query(text: string, values?: unknown[]): Promise<unknown> },
    text: string,
    values?: readonly unknown[],
  ): Promise<readonly Row[]> => {
    const result = (await client.query(text, values === undefined ? undefined : [...values])) as
      ServerResult | readonly ServerResult[];
    return [result].flat().flatMap(({ rows }) => rows);
  };
  return {
    embedded: false,
    pool,
    holders,
    query: (text, values) => run(pool, text, values),
    transaction: async (work) => {
      const client = await pool.connect();
      let broken = false;
      try {
        await client.query('BEGIN');
        const given = await work({ query: (text, values) => run(client, text, values) });
        await client.query('COMMIT');
        return given;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: async () => {
      await Promise.all([pool.end(), holders.end()]);
    },
  };
}
