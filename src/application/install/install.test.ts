import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../domain/policy/default/default-policy.ts';
import type { Property } from '../../portal/index.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';
import { goLive } from '../policy/go-live.ts';
import { ADMIN } from '../policy/policy-change.ts';
import { approve, saveDraft } from '../policy/policy-draft.ts';
import { publishPolicy } from '../policy/publish-policy.ts';
import { OWNED_BY } from './handoff-properties.ts';
import { ForeignPropertyError } from './install-properties.ts';
import { install, type InstallReport } from './install.ts';

let baton: TestBaton;

async function runInstall(): Promise<InstallReport> {
  return install(baton.app, await baton.app.clock.now());
}

function ours(type: 'contacts' | 'tasks'): readonly Property[] {
  return baton.portal.store.properties.all(type).filter(({ name }) => name.startsWith('handoff_'));
}

describe('install in a new portal', () => {
  let first: InstallReport;

  beforeAll(async () => {
    baton = await startTestBaton('bare');
    first = await runInstall();
  });

  afterAll(async () => {
    await baton.close();
  });

  test('creates the group and, in it, every property with a label and a description', () => {
    const { properties } = baton.portal.store;
    expect(properties.findGroup('contacts', 'lead_handoff')?.label).toBe('Lead handoff');
    expect(ours('contacts').length).toBeGreaterThanOrEqual(40);
    for (const { name, label, description, groupName } of ours('contacts')) {
      expect(groupName).toBe('lead_handoff');
      expect(label).not.toBe(name);
      expect(label.length).toBeGreaterThan(3);
      expect(description.replace(OWNED_BY, '').trim().length).toBeGreaterThan(15);
    }
  });

  test('hides what is only for Baton itself', () => {
    const hidden = ours('contacts').filter((property) => property.hidden);
    expect(hidden.map(({ name }) => name).sort()).toEqual(['handoff_id', 'handoff_record']);
  });

  test('makes the task key unique, so that no task exists twice', () => {
    expect(ours('tasks').map(({ name, hasUniqueValue }) => [name, hasUniqueValue])).toEqual([
      ['handoff_task_key', true],
    ]);
  });

  test('says of each property that it was created', () => {
    expect(first.properties.map(({ state }) => state)).toEqual(
      first.properties.map(() => 'created'),
    );
    expect(first.properties.length).toBe(ours('contacts').length + 1);
  });

  test('publishes a first policy that only observes', () => {
    expect(first).toMatchObject({
      policy: { version: 'v1', state: 'published' },
      mode: 'observe',
    });
  });

  test('changes nothing the second time, and says so', async () => {
    baton.portal.requests.clear();
    const again = await runInstall();
    expect(baton.writes()).toEqual([]);
    expect(new Set(again.properties.map(({ state }) => state))).toEqual(new Set(['present']));
    expect(again.policy).toEqual({ version: 'v1', state: 'present' });
  });
});

describe('install in a portal that is in use', () => {
  afterEach(async () => {
    await baton.close();
  });

  test('refuses a property that somebody else made, by name and with the remedy, and changes nothing', async () => {
    baton = await startTestBaton('bare');
    const { properties } = baton.portal.store;
    const [example] = properties.all('contacts');
    if (!example) throw new Error('The portal has no properties');
    const foreign = { ...example, name: 'handoff_tier', label: 'Old tier', description: 'Ours.' };
    properties.save('contacts', foreign);
    baton.portal.requests.clear();
    const refusal = await runInstall().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ForeignPropertyError);
    expect((refusal as Error).message).toMatch(
      /handoff_tier \(contacts, "Old tier"\).*Nothing was changed\. Rename or delete/,
    );
    expect(baton.writes()).toEqual([]);
    expect(properties.find('tasks', 'handoff_task_key')).toBeUndefined();
    expect(await baton.app.policies.live()).toBeNull();
  });

  test('creates what was deleted and mends what was renamed by hand', async () => {
    baton = await startTestBaton('observe');
    const { properties } = baton.portal.store;
    await baton.app.schema.archiveProperties('contacts', ['handoff_topic']);
    await baton.app.schema.updateProperty('contacts', 'handoff_tier', { label: 'Prio' });
    const { properties: report } = await runInstall();
    expect(report.filter(({ state }) => state !== 'present')).toEqual([
      expect.objectContaining({ name: 'handoff_tier', state: 'updated' }),
      expect.objectContaining({ name: 'handoff_topic', state: 'created' }),
    ]);
    expect(properties.find('contacts', 'handoff_tier')?.label).toBe('Handoff tier');
    expect(properties.find('contacts', 'handoff_topic')?.archived).toBe(false);
  });

  test('lets the option lists follow a policy that is published, and keeps what it retires', async () => {
    baton = await startTestBaton('observe');
    const live = await baton.app.policies.live();
    const [retired, ...kept] = defaultPolicy.reasons ?? [];
    const reasons = [
      ...kept,
      { code: 'moon', label: 'Moved to the moon', kind: 'reject', path: 'nurture' },
    ];
    const document = { ...(live?.document as object), reasons };
    await agreeTo(document);
    await publishPolicy(
      baton.app,
      document,
      { by: ADMIN, expected: 'v1', note: null, without: [] },
      await baton.app.clock.now(),
    );
    const options = baton.portal.store.properties.find('contacts', 'handoff_reason_code')?.options;
    const codes = options?.map(({ value }) => value);
    expect(codes).toEqual([...reasons.map(({ code }) => code), retired?.code]);
    expect((await runInstall()).properties.map(({ state }) => state)).not.toContain('updated');
  });

  test('observes leads that come after it, and leaves the policy of an earlier install alone', async () => {
    baton = await startTestBaton('observe');
    const live = await baton.app.policies.live();
    expect(live?.document).toMatchObject({
      mode: 'observe',
      goLiveAt: expect.any(String) as unknown,
    });
    await runInstall();
    expect(await baton.app.policies.live()).toEqual(live);
  });
});

describe('going live', () => {
  beforeAll(async () => {
    baton = await startTestBaton('observe');
  });

  afterAll(async () => {
    await baton.close();
  });

  test('counts from now; a second time changes nothing', async () => {
    const now = await baton.app.clock.now();
    const first = await goLive(baton.app, { by: ADMIN, expected: 'v1' }, now);
    expect(first).toEqual({ version: 'v2', goLiveAt: new Date(now).toISOString(), changed: true });
    baton.portal.clock.advance(60_000);
    const second = await goLive(
      baton.app,
      { by: ADMIN, expected: 'v2' },
      await baton.app.clock.now(),
    );
    expect(second).toEqual({ ...first, changed: false });
  });
});

/** Lets everybody whom the policy asks approve a document (publish.needs). */
async function agreeTo(document: unknown): Promise<void> {
  const { app } = baton;
  const { revision } = await saveDraft(app, document, { by: ADMIN, expected: 'v1' });
  const { roles } = (await app.livePolicy()).policy;
  for (const person of [roles.marketing, roles.sales]) await approve(app, person ?? '', revision);
}
