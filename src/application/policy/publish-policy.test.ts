import { beforeEach, describe, expect, test } from '@jest/globals';
import { createEmailDomains } from '../../adapters/email-domains/email-domains.ts';
import { instant } from '../../domain/instant.ts';
import { defaultPolicy } from '../../domain/policy/default/default-policy.ts';
import type { PolicyDocument } from '../../domain/policy/policy-document.ts';
import { policiesInMemory } from '../../testing/policies-in-memory.ts';
import { policyStoreContract } from '../../testing/policy-store-contract.ts';
import { preparePolicy } from '../live-policy.ts';
import type { CrmSchema } from '../ports/crm.ts';
import { goLive } from './go-live.ts';
import { ADMIN } from './policy-change.ts';
import { approve, saveDraft } from './policy-draft.ts';
import { publishPolicy, type Publication, type PublishDeps } from './publish-policy.ts';
import { rollback } from './rollback.ts';

const NOW = instant(Date.parse('2026-11-20T09:00:00Z'));
const LIVE_SINCE = '2026-11-01T00:00:00.000Z';

/** A portal at work: live, with pools, hours and people; marketing is owner 8, sales owner 7. */
const AT_WORK: PolicyDocument = {
  ...defaultPolicy,
  mode: 'live',
  goLiveAt: LIVE_SINCE,
  routing: { pools: { all: { members: [{ ownerId: '1' }] } } },
  calendars: { office: { timeZone: 'UTC', hours: { mon: [['09:00', '17:00']] } } },
  roles: { revops: '9', marketing: '8', sales: '7', leadership: '6' },
  publish: {},
};

let deps: PublishDeps;
const change = (override: Partial<Publication> = {}): Publication => ({
  by: ADMIN,
  expected: 'v1',
  note: null,
  without: [],
  ...override,
});
const publish = (document: unknown, override: Partial<Publication> = {}) =>
  publishPolicy(deps, document, change(override), NOW);

async function startFrom(document: unknown): Promise<void> {
  deps = {
    policies: policiesInMemory(),
    // A portal without properties: there are no option lists to bring up to date.
    schema: { readProperties: () => Promise.resolve(new Map()) } as Partial<CrmSchema> as CrmSchema,
    preparePolicy: (version, untrusted) =>
      preparePolicy(version, untrusted, createEmailDomains(new Set())),
  };
  await deps.policies.publish(document, null);
}

beforeEach(() => startFrom(AT_WORK));

describe('publishPolicy', () => {
  test('remembers who published and why, and tells what changes', async () => {
    expect(await publish({ ...AT_WORK, name: 'Second' }, { by: '8', note: 'clearer' })).toEqual({
      version: 'v2',
      changes: ['The name changes from Default to Second.'],
    });
    expect((await deps.policies.history())[0]).toMatchObject({ author: '8', note: 'clearer' });
  });

  test('keeps the document as it was written, without the defaults it leaves out', async () => {
    await publish({ ...AT_WORK, name: 'Second' });
    expect((await deps.policies.live())?.document).toEqual({ ...AT_WORK, name: 'Second' });
  });

  test('refuses a policy whose examples flipped, in words', async () => {
    const strict = {
      ...AT_WORK,
      tiers: AT_WORK.tiers.filter(({ id }) => id !== 'review'),
    };
    await expect(publish(strict)).rejects.toMatchObject({
      code: 'policy-not-publishable',
      message: expect.stringMatching(
        /“a webinar attended” was to be Tier 2(.|\n)*was not published/,
      ) as unknown,
    });
  });

  test('refuses faults with their place', async () => {
    await expect(publish({ ...AT_WORK, tears: [] })).rejects.toThrow(/tears: "tears" is not a key/);
  });

  test('refuses a change on top of another version, and names the live one and what to do', async () => {
    await expect(publish(AT_WORK, { expected: null })).rejects.toMatchObject({
      code: 'policy-conflict',
      message: expect.stringMatching(/v1 is live.*--expected v1/) as unknown,
    });
  });

  test('stays live where the file names neither mode nor date', async () => {
    const file = { ...AT_WORK, mode: undefined, goLiveAt: undefined };
    expect(await publish({ ...file, name: 'Second' })).toMatchObject({
      changes: ['The name changes from Default to Second.'],
    });
    expect((await deps.policies.live())?.document).toMatchObject({
      mode: 'live',
      goLiveAt: LIVE_SINCE,
    });
  });

  test.each<{ part: 'live' | 'pools' | 'roles' | 'calendars'; change: Partial<PolicyDocument> }>([
    { part: 'live', change: { mode: 'observe' } },
    { part: 'pools', change: { routing: {} } },
    { part: 'roles', change: { roles: undefined } },
    { part: 'calendars', change: { calendars: {} } },
  ])('takes $part away only where that is said', async ({ part, change: lost }) => {
    await expect(publish({ ...AT_WORK, ...lost })).rejects.toThrow(`--without ${part} if`);
    expect(await publish({ ...AT_WORK, ...lost }, { without: [part] })).toMatchObject({
      version: 'v2',
    });
  });

  test('lets only those publish whom the live policy names', async () => {
    await startFrom({ ...AT_WORK, publish: { who: ['9', '8'] } });
    await expect(publish({ ...AT_WORK, publish: { who: [ADMIN] } })).rejects.toMatchObject({
      code: 'policy-not-allowed',
      message: expect.stringMatching(
        /^Only owner 9 and owner 8 may publish .* the admin at this machine/,
      ) as unknown,
    });
    expect(await publish(AT_WORK, { by: '8' })).toMatchObject({ version: 'v2' });
  });

  test('can mend a live policy that is no longer a policy', async () => {
    await startFrom({ ...AT_WORK, tiers: [] });
    expect(await publish(AT_WORK)).toEqual({ version: 'v2', changes: null });
  });
});

describe('the agreement that publish.needs asks', () => {
  const asking: PolicyDocument = { ...AT_WORK, publish: { needs: ['marketing', 'sales'] } };
  const next = { ...asking, name: 'Second' };
  const draftOf = (document: unknown) => saveDraft(deps, document, { by: '9', expected: 'v1' });

  beforeEach(() => startFrom(asking));

  test('is of everybody who stands for a role, except of whoever publishes', async () => {
    const { revision } = await draftOf(next);
    await expect(publish(next)).rejects.toThrow(
      /needs the agreement of marketing \(owner 8\) and sales \(owner 7\)/,
    );
    await approve(deps, '7', revision);
    await expect(publish(next)).rejects.toThrow(/the agreement of marketing \(owner 8\) \(/);
    expect(await publish(next, { by: '8' })).toMatchObject({ version: 'v2' });
  });

  test('is of exactly the draft that was read', async () => {
    const { revision } = await draftOf(next);
    await approve(deps, '7', revision);
    await approve(deps, '8', revision);
    await expect(publish({ ...next, name: 'Third' })).rejects.toThrow(/needs the agreement/);
    await draftOf(next);
    await expect(approve(deps, '7', revision)).rejects.toThrow(/was changed since/);
    await expect(publish(next)).rejects.toThrow(/needs the agreement/);
  });

  test('cannot be given for a role one does not stand for', async () => {
    const { revision } = await draftOf(next);
    await expect(approve(deps, '5', revision)).rejects.toThrow(/5 stands for no role of v1/);
  });

  test('is not asked of a role that nobody stands for', async () => {
    await startFrom({ ...asking, roles: undefined });
    expect(await publish(next)).toMatchObject({ version: 'v2' });
  });
});

describe('rollback', () => {
  test('brings back the rules of an earlier version, and leaves the portal live', async () => {
    await startFrom({ ...AT_WORK, mode: 'observe', name: 'First' });
    await publish({ ...AT_WORK, name: 'Second' });
    expect(await rollback(deps, 'v1', change({ expected: 'v2' }), NOW)).toEqual({
      version: 'v3',
      changes: ['The name changes from Second to First.'],
    });
    expect((await deps.policies.history())[0]).toMatchObject({ note: 'Back to v1' });
  });

  test('says where there was never such a version', async () => {
    await expect(rollback(deps, 'v7', change(), NOW)).rejects.toThrow(
      'There is no policy version "v7". "baton policy history" lists those there are.',
    );
  });
});

describe('goLive', () => {
  test('writes mode and date into the document as it was written, signed', async () => {
    const observing = { ...AT_WORK, mode: 'observe' };
    await startFrom(observing);
    await goLive(deps, { by: '8', expected: 'v1' }, NOW);
    expect((await deps.policies.live())?.document).toEqual({
      ...observing,
      mode: 'live',
      goLiveAt: '2026-11-20T09:00:00.000Z',
    });
    expect((await deps.policies.history())[0]).toMatchObject({ author: '8', note: 'Go live' });
  });

  test('refuses a policy by which nobody would get a lead', async () => {
    await startFrom({ ...AT_WORK, mode: 'observe', routing: {} });
    await expect(goLive(deps, change(), NOW)).rejects.toThrow(/v1 has no pool/);
  });
});

describe('the store in memory', () => {
  policyStoreContract(policiesInMemory);
});
