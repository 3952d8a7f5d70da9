import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { StoredDecision } from '../../application/ports/decision-store.ts';
import type { PoolStanding } from '../../domain/routing/routing.ts';
import { testDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { createDecisionStore } from './decision-store.ts';
import { lockDirectory } from './lock-directory.ts';
import { migrate } from './migrate.ts';
import { createPolicyStore } from './policy-store.ts';

function aStoredDecision(override: Partial<StoredDecision> = {}): StoredDecision {
  return {
    handoffId: '101-1',
    contactId: '101',
    companyId: '9',
    ownerId: '5',
    status: 'awaiting_decision',
    decidedAt: '2026-11-20T09:00:00.000Z',
    policyVersion: 'v1',
    properties: { handoff_tier: 'tier_1', handoff_reason: 'asked for a demo — "Zoë"' },
    ...override,
  };
}

const aStanding = (turns: number): PoolStanding => ({
  pool: 'global',
  turns,
  repaidLast: false,
  unit: 9_007_199_254_740_993n,
  members: [],
});

const ABOUT = { handoffIds: ['101-1'], companyIds: ['9'] };

describe.each(testDatabases())('the store on $kind', ({ open }) => {
  let opened: TestDatabase;
  let decisions: ReturnType<typeof createDecisionStore>;
  let policies: ReturnType<typeof createPolicyStore>;

  beforeAll(async () => {
    opened = await open();
    await migrate(opened.database);
    decisions = createDecisionStore(opened.database);
    policies = createPolicyStore(opened.database);
  });
  afterEach(async () => {
    await opened.database.query('TRUNCATE baton_decision, baton_standing, baton_policy');
  });
  afterAll(async () => {
    await opened.discard();
  });

  const store = (given: readonly StoredDecision[], standings: readonly PoolStanding[] = []) =>
    decisions.decideOnce({ handoffIds: [], companyIds: [] }, () => ({
      decisions: given,
      standings,
    }));

  test('migrates twice without harm, also at the same time', async () => {
    await Promise.all([migrate(opened.database), migrate(opened.database)]);
    expect(await opened.database.query('SELECT number FROM baton_migration')).toHaveLength(1);
  });

  test('gives back what was decided, the rotation, and who is busy', async () => {
    const decision = aStoredDecision();
    await store(
      [decision, aStoredDecision({ handoffId: '102-1', contactId: '102' })],
      [aStanding(1)],
    );
    await decisions.decideOnce(ABOUT, (stored) => {
      expect(stored.decisions).toEqual(new Map([['101-1', decision]]));
      expect(stored.standings).toEqual(new Map([['global', aStanding(1)]]));
      expect(stored.openByOwner).toEqual(new Map([['5', 2]]));
      expect(stored.ownerInFlightByCompany).toEqual(new Map([['9', '5']]));
      return { decisions: [], standings: [] };
    });
  });

  test.each([
    { status: 'awaiting_decision', open: 1, inFlight: '5' },
    { status: 'accepted', open: 0, inFlight: '5' },
    { status: 'rejected', open: 0, inFlight: undefined },
  ] as const)('$status counts $open as open', async ({ status, open: expected, inFlight }) => {
    await store([aStoredDecision({ status })]);
    await decisions.decideOnce(ABOUT, (stored) => {
      expect(stored.openByOwner.get('5') ?? 0).toBe(expected);
      expect(stored.ownerInFlightByCompany.get('9')).toBe(inFlight);
      return { decisions: [], standings: [] };
    });
  });

  test('leaves a decision that exists as it is', async () => {
    await store([aStoredDecision()]);
    await store([aStoredDecision({ ownerId: '6' })]);
    expect((await decisions.latest(['101'])).get('101')?.ownerId).toBe('5');
  });

  test('stores nothing when deciding fails', async () => {
    const failing = decisions.decideOnce(ABOUT, () => {
      throw new Error('bad policy');
    });
    await expect(failing).rejects.toThrow('bad policy');
    await store([], [aStanding(1)]);
    expect(await decisions.latest(['101'])).toEqual(new Map());
  });

  test('lets concurrent callers count every turn', async () => {
    await store([], [aStanding(0)]);
    await Promise.all(
      Array.from({ length: 20 }, () =>
        decisions.decideOnce(ABOUT, ({ standings }) => ({
          decisions: [],
          standings: [aStanding((standings.get('global')?.turns ?? 0) + 1)],
        })),
      ),
    );
    await decisions.decideOnce(ABOUT, ({ standings }) => {
      expect(standings.get('global')?.turns).toBe(20);
      return { decisions: [], standings: [] };
    });
  });

  test('follows the contact, merging its properties', async () => {
    await store([aStoredDecision()]);
    const change = { handoffId: '101-1', status: 'accepted', ownerId: '6' } as const;
    await decisions.follow([
      { ...change, properties: { handoff_status: 'accepted' } },
      { ...change, handoffId: 'unknown-1', properties: {} },
    ]);
    expect((await decisions.latest(['101', 'unknown'])).get('101')).toMatchObject({
      status: 'accepted',
      ownerId: '6',
      properties: { handoff_tier: 'tier_1', handoff_status: 'accepted' },
    });
  });

  test('knows the newest attempt of a contact, and forgets the contact', async () => {
    await store([aStoredDecision()]);
    await store([aStoredDecision({ handoffId: '101-2' })]);
    expect((await decisions.latest(['101'])).get('101')?.handoffId).toBe('101-2');
    await decisions.forget(['101']);
    expect(await decisions.latest(['101'])).toEqual(new Map());
  });

  test('publishes policies in order and keeps them as written', async () => {
    expect(await policies.live()).toBeNull();
    expect(await policies.publish({ b: 1, a: 2 }, null)).toEqual({ version: 'v1' });
    expect(JSON.stringify((await policies.live())?.document)).toBe('{"b":1,"a":2}');
    expect(await policies.publish({ c: 3 }, 'v1')).toEqual({ version: 'v2' });
    expect(await policies.live()).toEqual({ version: 'v2', document: { c: 3 } });
    const history = await policies.history();
    expect(history.map(({ version }) => version)).toEqual(['v2', 'v1']);
    expect(history[0]?.publishedAt).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
  });

  test('lets only one of two publish on top of the same version', async () => {
    const both = await Promise.allSettled([policies.publish({}, null), policies.publish({}, null)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(policies.publish({}, 'v7')).rejects.toMatchObject({
      code: 'policy-conflict',
      live: 'v1',
    });
  });
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
