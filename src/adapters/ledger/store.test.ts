import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { policyStoreContract } from '../../testing/policy-store-contract.ts';
import { testDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { lockDirectory } from './lock-directory.ts';
import { migrate } from './migrate.ts';
import { createPolicyStore } from './policy-store.ts';

describe.each(testDatabases())('the store on $kind', ({ open }) => {
  let opened: TestDatabase;
  let policies: ReturnType<typeof createPolicyStore>;

  beforeAll(async () => {
    opened = await open();
    await migrate(opened.database);
    policies = createPolicyStore(opened.database);
  });
  afterEach(async () => {
    await opened.database.query('TRUNCATE baton_policy, baton_policy_draft');
  });
  afterAll(async () => {
    await opened.discard();
  });

  test('migrates twice without harm, also at the same time', async () => {
    await Promise.all([migrate(opened.database), migrate(opened.database)]);
    expect(await opened.database.query('SELECT number FROM baton_migration')).toHaveLength(3);
  });

  test('keeps a policy document as it is written', async () => {
    await policies.publish({ b: 1, a: 2 }, null);
    expect(JSON.stringify((await policies.live())?.document)).toBe('{"b":1,"a":2}');
  });

  policyStoreContract(() => policies);
});

describe('lockDirectory', () => {
  test('refuses a directory of a living process and takes over that of a dead one', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'baton-lock-'));
    writeFileSync(join(directory, 'baton.pid'), '1');
    await expect(lockDirectory(directory)).rejects.toMatchObject({
      code: 'data-dir-in-use',
      message: `${directory} is in use by process 1; stop it, or set DATABASE_URL to share a PostgreSQL server`,
    });
    writeFileSync(join(directory, 'baton.pid'), '4194305');
    const unlock = await lockDirectory(directory);
    await unlock();
    rmSync(directory, { recursive: true });
  });
});
