import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCli } from '../../../testing/run-cli.ts';
import { startTestBaton, type TestBaton } from '../../../testing/test-baton.ts';
import { temporaryFiles } from '../../../testing/temporary-files.ts';
import { listenForCommands, socketPath } from '../../app-socket.ts';

const files = temporaryFiles();

let baton: TestBaton;

beforeAll(async () => {
  baton = await startTestBaton('bare');
});

afterAll(async () => {
  await baton.close();
});

/** The environment of a command line in front of the test's portal. */
function env(dataDir: string, change: Readonly<Record<string, string>> = {}) {
  const { hubspot, publicUrl, clockUrl = '' } = baton.config;
  return {
    PRIVATE_APP_ACCESS_TOKEN: hubspot.accessToken,
    HUBSPOT_CLIENT_SECRET: hubspot.clientSecret,
    PUBLIC_URL: publicUrl,
    HUBSPOT_API_URL: hubspot.apiUrl,
    CLOCK_URL: clockUrl,
    LOG_LEVEL: 'silent',
    DATA_DIR: dataDir,
    PORT: '0',
    ...change,
  };
}

describe('wrong use of baton', () => {
  test('--help lists every command and ends well', async () => {
    const { code } = await runCli(['--help']);
    expect(code).toBe(0);
  });

  test.each([
    { argv: ['launch'], says: /unknown command 'launch'/ },
    { argv: ['backlog', '--limit', '0'], says: /"0" is not a whole number above 0/ },
    { argv: ['backlog', '--limit', 'all'], says: /"all" is not a whole number above 0/ },
    { argv: ['backlog', '--dry-run', '--apply'], says: /Use either --dry-run or --apply/ },
    { argv: ['doctor', '--verbose'], says: /unknown option '--verbose'/ },
    { argv: ['install', 'twice'], says: /too many arguments/ },
  ])('$argv ends with 2 and says why', async ({ argv, says }) => {
    const { code, errors, lines } = await runCli(argv);
    expect(code).toBe(2);
    expect(errors).toMatch(says);
    expect(lines).toEqual([]);
  });

  test.each(['install', 'doctor', 'go-live', 'backlog', 'serve', 'worker'])(
    '%s without an environment names everything that is missing, each with its remedy',
    async (command) => {
      const { code, errors } = await runCli([command]);
      expect(code).toBe(2);
      expect(errors).toMatch(/PRIVATE_APP_ACCESS_TOKEN is unset; copy it from/);
      expect(errors).toMatch(/HUBSPOT_CLIENT_SECRET is unset; copy it from/);
      expect(errors).toMatch(/PUBLIC_URL is unset; set it to/);
    },
  );

  test('worker without DATABASE_URL says that the app works its own queue', async () => {
    const { code, errors } = await runCli(['worker'], env(files.folder));
    expect(code).toBe(2);
    expect(errors).toMatch(/DATABASE_URL is unset.*Set DATABASE_URL.*or run "baton serve" alone/);
  });
});

describe('a portal from install to backlog, while nothing else runs', () => {
  const here = env.bind(null, path.join(files.folder, 'data'));

  test('doctor says to install, and ends with 1', async () => {
    const { code, lines } = await runCli(['doctor'], here());
    expect(code).toBe(1);
    expect(lines).toEqual(
      expect.arrayContaining([
        'FAIL  Policy: No policy is published.',
        '      Run "baton install".',
      ]),
    );
  });

  test('go-live says to install first', async () => {
    const { code, errors } = await runCli(['go-live'], here());
    expect(code).toBe(1);
    expect(errors).toMatch(/Run "baton install" first/);
  });

  test('install shows what it created, and that nothing changes for anybody yet', async () => {
    const { code, lines } = await runCli(['install'], here());
    expect(code).toBe(0);
    expect(lines).toContainEqual(
      expect.stringMatching(/^created +contacts +handoff_tier +Handoff tier$/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^created +tasks +handoff_task_key/));
    expect(lines.at(-1)).toMatch(/^Nothing changes for anybody yet/);
  });

  test('install --json is one JSON value, and creates nothing the second time', async () => {
    const { code, lines } = await runCli(['install', '--json'], here());
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
    const report = JSON.parse(lines[0] ?? '') as { properties: { state: string }[] };
    expect(new Set(report.properties.map(({ state }) => state))).toEqual(new Set(['present']));
  });

  test('go-live says since when, and the second time that it is live already', async () => {
    expect((await runCli(['go-live'], here())).lines[0]).toMatch(/^Live since .*, policy v2\./);
    expect((await runCli(['go-live'], here())).lines[0]).toMatch(/^Already live since/);
  });

  test('backlog changes nothing unless asked to apply, and then queues as many as it may', async () => {
    const preview = await runCli(['backlog', '--limit', '7'], here());
    expect(preview.lines.at(-1)).toBe(
      '7 contacts would be handed off. Nothing was changed; --apply does it.',
    );
    const applied = await runCli(['backlog', '--apply', '--limit', '3', '--json'], here());
    expect(JSON.parse(applied.lines[0] ?? '')).toEqual({ found: 3, byOutcome: {}, queued: 3 });
  });
});

describe('a command beside a running app', () => {
  const dataDir = (): string => baton.config.dataDir;
  let commands: Server;

  beforeAll(async () => {
    commands = await listenForCommands(baton.app);
  });

  afterAll(() => {
    commands.close();
  });

  test('fails with the words of the app', async () => {
    const { code, errors } = await runCli(['go-live'], env(dataDir()));
    expect(code).toBe(1);
    expect(errors).toBe('There is no policy yet. Run "baton install" first.');
  });

  test('runs in the app, which owns the store', async () => {
    const { code, lines } = await runCli(['install', '--json'], env(dataDir()));
    expect(code).toBe(0);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ policy: { version: 'v1' } });
    expect(await baton.app.policies.live()).toMatchObject({ version: 'v1' });
  });

  test('uses the environment of the app, not its own', async () => {
    const { code, errors } = await runCli(
      ['backlog'],
      env(dataDir(), { HUBSPOT_API_URL: 'http://127.0.0.1:1', CLOCK_URL: '' }),
    );
    expect([code, errors]).toEqual([0, '']);
  });

  test('lists dead letters and puts them back in line', async () => {
    expect((await runCli(['dead-letters', 'list'], env(dataDir()))).lines).toEqual([
      'There are none.',
    ]);
    expect((await runCli(['dead-letters', 'redrive'], env(dataDir()))).lines).toEqual([
      '0 contacts are in line again.',
    ]);
  });

  test('is refused to other users of the machine', () => {
    expect(statSync(socketPath(dataDir())).mode & 0o777).toBe(0o600);
  });
});

describe('a command whose app', () => {
  const folders: string[] = [];
  const folder = (): string => {
    const made = mkdtempSync(path.join(tmpdir(), 'baton-'));
    folders.push(made);
    return made;
  };

  afterAll(() => {
    for (const made of folders) rmSync(made, { recursive: true, force: true });
  });

  test('ends in the middle says so', async () => {
    const dataDir = folder();
    const dying = createServer((_request, response) => {
      response.write('{"progress":[1,null]}\n');
      setImmediate(() => response.destroy());
    });
    await new Promise<void>((resolve) => dying.listen(socketPath(dataDir), resolve));
    const { code, errors } = await runCli(['backlog', '--apply'], env(dataDir)).finally(() => {
      dying.close();
    });
    expect(code).toBe(1);
    expect(errors).toMatch(/The running app stopped before it answered/);
  });

  test('left its socket behind opens the store itself', async () => {
    const dataDir = folder();
    writeFileSync(socketPath(dataDir), '');
    const { code, lines } = await runCli(['doctor'], env(dataDir));
    expect(code).toBe(1);
    expect(lines).toContain('FAIL  Policy: No policy is published.');
  });

  test('holds the store without listening is told which process has it', async () => {
    const dataDir = folder();
    const { mkdirSync } = await import('node:fs');
    const { openDatabase } = await import('../../../adapters/ledger/open-database.ts');
    const opened = await openDatabase({ dataDir });
    await opened.close();
    // Process 1 is always there, and is not this one.
    const { readdirSync } = await import('node:fs');
    const store = readdirSync(dataDir, { withFileTypes: true }).find((entry) =>
      entry.isDirectory(),
    );
    const locked = path.join(dataDir, store?.name ?? '');
    mkdirSync(locked, { recursive: true });
    writeFileSync(path.join(dataDir, 'baton.pid'), '1');
    const { code, errors } = await runCli(['doctor'], env(dataDir));
    expect(code).toBe(1);
    expect(errors).toMatch(/is in use by process 1; stop it, or set DATABASE_URL/);
  });
});
