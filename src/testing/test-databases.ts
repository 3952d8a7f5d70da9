import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../adapters/ledger/open-database.ts';
import { kernelClockEnv } from './machine-clock.ts';

/** A database for one test file, empty at first. */
export interface TestDatabase {
  readonly database: Database;
  /** Closes it and removes its files and its server. */
  readonly discard: () => Promise<void>;
}

/** One way to get a database. */
export interface TestDatabaseKind {
  readonly kind: string;
  readonly open: (options?: TestDatabaseOptions) => Promise<TestDatabase>;
}

/** What a test may ask of a server that it gets to itself. */
export interface TestDatabaseOptions {
  /** That the server's own timers ring, also under libfaketime; its date is then not ours (`kernelClockEnv`). */
  readonly timersRing?: boolean;
}

/** The user `nobody`: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

/**
 * The databases that store and queue must work on: PGlite always; a PostgreSQL server where `TEST_DATABASE_URL` names one (its
 * data is lost) or its programs are installed.
 */
export function testDatabases(): readonly TestDatabaseKind[] {
  const url = process.env['TEST_DATABASE_URL'];
  const bin = postgresPrograms();
  const embedded = { kind: 'PGlite', open: openEmbedded };
  if (url !== undefined) return [embedded, { kind: 'PostgreSQL', open: () => openGiven(url) }];
  if (bin !== undefined)
    return [embedded, { kind: 'PostgreSQL', open: (options) => openLocal(bin, options) }];
  return [embedded];
}

async function openEmbedded(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-pglite-'));
  const database = await openDatabase({ dataDir });
  return {
    database,
    discard: async () => {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function openGiven(databaseUrl: string): Promise<TestDatabase> {
  const database = await openDatabase({ dataDir: '', databaseUrl });
  await database.query(`
    DROP SCHEMA IF EXISTS pgboss CASCADE;
    DROP SCHEMA public CASCADE;
    CREATE SCHEMA public;
  `);
  return { database, discard: () => database.close() };
}

function postgresPrograms(): string | undefined {
  const packaged = '/usr/lib/postgresql';
  const versions = existsSync(packaged) ? readdirSync(packaged) : [];
  const places = ['/usr/local/bin', '/usr/bin', ...versions.map((v) => join(packaged, v, 'bin'))];
  return places.find(
    (place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres')),
  );
}

async function openLocal(
  bin: string,
  { timersRing = false }: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-postgres-'));
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in as) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'test', '-A', 'trust', '--no-sync'], {
    ...as,
    cwd: folder,
    stdio: 'ignore',
  });
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-F'],
    {
      ...as,
      cwd: folder,
      env: timersRing ? kernelClockEnv() : process.env,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const exited = new Promise<void>((resolve) => {
    server.once('exit', () => {
      resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (chunk: Buffer) => {
      if (chunk.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => {
      reject(new Error(`The PostgreSQL server in ${folder} did not start`));
    });
  });
  const databaseUrl = `postgres://test@127.0.0.1:${String(port)}/postgres`;
  const database = await openDatabase({ dataDir: '', databaseUrl });
  return {
    database,
    discard: async () => {
      await database.close();
      server.kill('SIGINT');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
