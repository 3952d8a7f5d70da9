import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PolicyDocument } from '../../domain/policy/policy-document.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';
import { goLive } from '../policy/go-live.ts';
import { ADMIN } from '../policy/policy-change.ts';
import { doctor, type DoctorDeps, type Finding } from './doctor.ts';

/** Seeded owners: a rep, one who left, and one who never entered working hours. */
const REP = '40001002';
const GONE = '40001008';
const WITHOUT_HOURS = '40001011';

let baton: TestBaton;

async function findings(change: Partial<DoctorDeps> = {}): Promise<readonly Finding[]> {
  return doctor({ ...baton.app, ...change });
}

/** What doctor says of one check; it says one thing of each in these tests. */
async function finding(check: string, change: Partial<DoctorDeps> = {}): Promise<Finding> {
  const found = (await findings(change)).find((one) => one.check === check);
  if (!found) throw new Error(`Doctor says nothing about ${check}`);
  return found;
}

/** Doctor with a policy that differs from the published one. */
async function withPolicy(
  change: (policy: PolicyDocument) => PolicyDocument,
): Promise<Partial<DoctorDeps>> {
  const live = await baton.app.policies.live();
  const document = change(live?.document as PolicyDocument);
  return {
    policies: {
      ...baton.app.policies,
      live: () => Promise.resolve({ version: 'v9', document }),
    },
  };
}

describe('doctor', () => {
  beforeAll(async () => {
    baton = await startTestBaton('observe');
  });

  afterAll(async () => {
    await baton.close();
  });

  test('only reads', async () => {
    baton.portal.requests.clear();
    await findings();
    expect(baton.writes()).toEqual([]);
  });

  test('finds nothing that stops handoffs after an install, and says that it only observes', async () => {
    const all = await findings();
    expect(all.filter(({ state }) => state === 'fail')).toEqual([]);
    expect(await finding('Policy')).toEqual({
      check: 'Policy',
      state: 'warn',
      message: 'v1 only observes: it decides and records, and assigns nobody.',
      remedy: 'Run "baton go-live" when the decisions look right.',
    });
    expect(await finding('HubSpot answers')).toMatchObject({
      state: 'ok',
      message: '12 owners in portal 145000001',
    });
  });

  test('names properties that are missing, outdated or of somebody else', async () => {
    const { schema } = baton.app;
    const missing = new Map(await schema.readProperties('contacts'));
    const [tier, topic] = [missing.get('handoff_tier'), missing.get('handoff_topic')];
    if (!tier || !topic) throw new Error('Install did not create these');
    missing.delete('handoff_pool');
    missing.set('handoff_tier', { ...tier, label: 'Prio' });
    missing.set('handoff_topic', { ...topic, description: 'Made by marketing' });
    const said = (
      await findings({
        schema: {
          ...schema,
          readProperties: (type) =>
            type === 'contacts' ? Promise.resolve(missing) : schema.readProperties(type),
        },
      })
    ).filter(({ check }) => check === 'Properties');
    expect(said).toEqual([
      {
        check: 'Properties',
        state: 'fail',
        message: 'handoff_topic: made by somebody else.',
        remedy: expect.stringContaining('Rename or delete') as unknown,
      },
      {
        check: 'Properties',
        state: 'fail',
        message: 'handoff_pool, handoff_tier: missing or outdated.',
        remedy: 'Run "baton install".',
      },
    ]);
  });

  test('says that options follow a newer policy', async () => {
    const change = await withPolicy((policy) => ({
      ...policy,
      reasons: [
        ...(policy.reasons ?? []),
        { code: 'moon', label: 'Moved to the moon', kind: 'reject', path: 'nurture' },
      ],
    }));
    expect(await finding('Properties', change)).toMatchObject({
      state: 'fail',
      message: 'handoff_reason_code: missing or outdated.',
    });
  });

  test('names a trigger stage that the portal does not have', async () => {
    const change = await withPolicy((policy) => ({
      ...policy,
      trigger: { stages: ['marketingqualifiedlead', '909090'] },
    }));
    expect(await finding('Trigger stages', change)).toMatchObject({
      state: 'fail',
      message: 'This portal has no lifecycle stage 909090.',
    });
  });

  test('names a pool in which nobody is active, and members who left', async () => {
    const change = await withPolicy((policy) => ({
      ...policy,
      routing: {
        ...policy.routing,
        pools: {
          ...policy.routing?.pools,
          ghosts: { members: [{ ownerId: GONE, weight: 1 }], calendar: 'office' },
        },
      },
    }));
    expect(await finding('Pools', change)).toMatchObject({
      state: 'fail',
      message: 'Nobody active in ghosts.',
    });
    expect(await finding('Pool members', change)).toMatchObject({
      state: 'warn',
      message: `Owners ${GONE} are not active in HubSpot and get nothing.`,
    });
  });

  test('names members without working hours in HubSpot', async () => {
    expect(await finding('Working hours')).toMatchObject({
      state: 'warn',
      message: expect.stringContaining(WITHOUT_HOURS) as unknown,
    });
  });

  test('asks for the people behind the roles', async () => {
    const change = await withPolicy((policy) => ({
      ...policy,
      roles: { revops: GONE, marketing: REP, sales: REP, leadership: REP },
    }));
    expect(await finding('Roles', change)).toMatchObject({
      state: 'warn',
      message: 'Nobody active is named for revops.',
    });
  });

  test('counts contacts that could not be processed, and says how to bring them back', async () => {
    const depth = () => Promise.resolve({ deliveries: 0, contacts: 2, dead: 3 });
    expect(await finding('Queue', { queue: { ...baton.app.queue, depth } })).toEqual({
      check: 'Queue',
      state: 'fail',
      message: '3 contacts could not be processed.',
      remedy:
        'Read them with "baton dead-letters list", mend the cause, then "baton dead-letters redrive".',
    });
  });

  test('goes on to the other checks when the policy cannot be used or HubSpot refuses', async () => {
    const broken = await withPolicy((policy) => ({ ...policy, tiers: [] }));
    const said = await findings(broken);
    expect(said.find(({ check }) => check === 'Policy')?.state).toBe('fail');
    expect(said.find(({ check }) => check === 'Queue')?.state).toBe('ok');
  });

  test('says since when it is live', async () => {
    const { goLiveAt, version } = await goLive(
      baton.app,
      { by: ADMIN, expected: 'v1' },
      await baton.app.clock.now(),
    );
    expect(await finding('Policy')).toMatchObject({
      state: 'ok',
      message: `${version} is live since ${goLiveAt}.`,
    });
  });
});

test('doctor in a portal without an install says to run it', async () => {
  baton = await startTestBaton('bare');
  try {
    expect(await finding('Policy')).toEqual({
      check: 'Policy',
      state: 'fail',
      message: 'No policy is published.',
      remedy: 'Run "baton install".',
    });
  } finally {
    await baton.close();
  }
});
