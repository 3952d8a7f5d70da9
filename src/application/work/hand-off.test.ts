import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workOnce } from '../../entry/run-worker.ts';
import { createDemoLeads } from '../../testing/demo-leads.ts';
import { createMemoryQueue } from '../../testing/memory-queue.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';
import type { PolicyDocument } from '../../domain/policy/policy-document.ts';
import { contactId } from '../../domain/ids.ts';
import { told } from '../../testing/told.ts';
import { at } from '../../testing/at.ts';
import { goLive } from '../policy/go-live.ts';
import { ADMIN } from '../policy/policy-change.ts';

const MQL = { lifecyclestage: 'marketingqualifiedlead' } as const;
/** A seeded owner who left. */
const GONE = '40001008';
/** Seeded owners in EMEA who are at work. */
const REPS = ['40001001', '40001002', '40001003'] as const;

let baton: TestBaton;

function leads(count: number): readonly string[] {
  return createDemoLeads(baton.portal, count);
}

/** Makes a new lead an MQL and hands it off. */
async function handedOff(): Promise<string> {
  const [id = ''] = leads(1);
  baton.makeMql(id);
  await baton.tell(id, MQL);
  await baton.work();
  return id;
}

function contact(id: string): Readonly<Record<string, string>> {
  return baton.values('contacts', id);
}

/** Another rep than the one who has the lead. */
function somebodyElse(id: string): string {
  return REPS.find((rep) => rep !== contact(id)['handoff_owner']) ?? '';
}

function recordOf(id: string): {
  readonly attempt: number;
  readonly opened: { readonly mode: string };
  readonly events: readonly unknown[];
  readonly earlier: readonly unknown[];
} {
  return JSON.parse(contact(id)['handoff_record'] ?? '') as ReturnType<typeof recordOf>;
}

const MQL_CALLS = [
  'POST /crm/objects/2026-09/contacts/batch/update 1',
  'POST /crm/objects/2026-09/tasks/batch/create 1',
];

describe('handing off', () => {
  beforeAll(async () => {
    baton = await startTestBaton();
    // A Tuesday morning in Berlin.
    baton.portal.clock.set(at('2026-11-24T09:00:00Z'));
  });

  afterAll(async () => {
    await baton.close();
  });

  test('gives a lead an owner, a due time, a reason and one task', async () => {
    const id = await handedOff();
    const values = contact(id);
    expect(values).toMatchObject({
      handoff_status: 'awaiting_decision',
      handoff_attempt: '1',
      handoff_tier: 'tier_1',
      handoff_trigger: 'became Marketing Qualified Lead',
      hubspot_owner_id: values['handoff_owner'],
    });
    expect(values['handoff_sla_due_at']).toBeTruthy();
    expect(values['handoff_reason']).toMatch(/demo/);
    expect(baton.tasksOf(id)).toEqual([
      expect.objectContaining({
        handoff_task_key: `${id}-1:first_touch:1`,
        hubspot_owner_id: values['handoff_owner'],
        hs_task_status: 'NOT_STARTED',
      }),
    ]);
  });

  test('writes a batch of leads in two calls', async () => {
    const ids = leads(40);
    for (const id of ids) {
      baton.makeMql(id);
      await baton.tell(id, MQL);
    }
    baton.portal.requests.clear();
    expect(await baton.work()).toEqual({ open: 40 });
    expect(baton.writes()).toEqual(MQL_CALLS);
  });

  test('opens one attempt however often, late and out of order it is told', async () => {
    const [id = ''] = leads(1);
    baton.makeMql(id);
    await baton.tell(id, { lifecyclestage: 'lead' });
    await baton.tell(id, { ...MQL, recent_conversion_date: '1' });
    await baton.tell(id, MQL);
    expect(await baton.work()).toEqual({ open: 1 });
    await baton.tell(id, { lifecyclestage: 'lead' });
    await baton.tell(id, MQL);
    expect(await baton.work()).toEqual({ ensure: 1 });
    expect(contact(id)['handoff_attempt']).toBe('1');
    expect(recordOf(id).events).toHaveLength(2);
    expect(baton.tasksOf(id)).toHaveLength(1);
  });

  test('spends no call on the echo of its own writes', async () => {
    const id = await handedOff();
    const echoes = Object.fromEntries(
      Object.entries(contact(id)).filter(
        ([name]) => name.startsWith('handoff_') || name === 'hubspot_owner_id',
      ),
    );
    expect(Object.keys(echoes).length).toBeGreaterThan(15);
    baton.portal.requests.clear();
    await baton.tell(id, echoes);
    expect(await baton.work()).toEqual({ echo: 1 });
    expect(baton.portal.requests.counts()).toEqual([]);
  });

  test('keeps a contact owner whom somebody set, and does not write the owner again', async () => {
    const [id = ''] = leads(1);
    baton.edit(id, { hubspot_owner_id: REPS[2] });
    baton.makeMql(id);
    await baton.tell(id, MQL);
    await baton.work();
    expect(contact(id)).toMatchObject({ hubspot_owner_id: REPS[2], handoff_owner: REPS[2] });
    expect(baton.tasksOf(id).map((task) => task['hubspot_owner_id'])).toEqual([REPS[2]]);
    const written = baton.portal.store
      .history(id)
      .filter(({ source }) => source.type === 'INTEGRATION');
    expect(written).toHaveLength(1);
    expect(JSON.stringify(written)).not.toContain('"hubspot_owner_id"');
  });

  test('adopts an owner set by hand, says so, and passes the task on with a due time of their own', async () => {
    const id = await handedOff();
    const rep = somebodyElse(id);
    const before = contact(id)['handoff_sla_due_at'] ?? '';
    baton.portal.clock.advance(600_000);
    baton.edit(id, { hubspot_owner_id: rep });
    await baton.tell(id, { hubspot_owner_id: rep });
    expect(await baton.work()).toEqual({ adopt: 1 });
    const values = contact(id);
    expect(values).toMatchObject({
      handoff_owner: rep,
      handoff_status: 'awaiting_decision',
      handoff_sla_status: 'running',
      handoff_owner_reason: 'The owner was changed by hand.',
    });
    expect((values['handoff_sla_due_at'] ?? '') > before).toBe(true);
    expect(recordOf(id).events.at(-1)).toMatchObject({ kind: 'adopted', by: 'hand' });
    expect(baton.tasksOf(id)).toEqual([
      expect.objectContaining({
        hubspot_owner_id: rep,
        hs_timestamp: values['handoff_sla_due_at'],
      }),
    ]);
  });

  test('gives a handoff that nobody could take to whoever takes it, with a due time', async () => {
    const { policies } = baton.app;
    const live = await policies.live();
    const { routing, ...rest } = live?.document as PolicyDocument;
    const nobody = { everyone: { members: [{ ownerId: GONE, weight: 1 }], calendar: 'office' } };
    const published = await policies.publish(
      { ...rest, routing: { ...routing, rules: [], pools: nobody } },
      live?.version ?? null,
    );
    const [id = ''] = leads(1);
    baton.edit(id, { hubspot_owner_id: GONE });
    baton.makeMql(id);
    await baton.tell(id, MQL);
    await baton.work();
    expect(contact(id)).toMatchObject({ handoff_status: 'held_no_owner', hubspot_owner_id: GONE });
    await baton.tell(id, { recent_conversion_date: '2' });
    await baton.work();
    expect(contact(id)['handoff_status']).toBe('held_no_owner');

    baton.edit(id, { hubspot_owner_id: REPS[1] });
    await baton.tell(id, { hubspot_owner_id: REPS[1] });
    expect(await baton.work()).toEqual({ adopt: 1 });
    const values = contact(id);
    expect(values).toMatchObject({
      handoff_status: 'awaiting_decision',
      handoff_owner: REPS[1],
      handoff_sla_status: 'running',
    });
    expect(values['handoff_sla_due_at']).toBeTruthy();
    expect(values['handoff_next_action']).toMatch(/accept, reject or recycle/);
    expect(
      baton
        .tasksOf(id)
        .map((task) => [task['handoff_task_key'], task['hs_task_status']])
        .sort(),
    ).toEqual([
      [`${id}-1:first_touch:1`, 'NOT_STARTED'],
      [`${id}-1:hold:1`, 'COMPLETED'],
    ]);
    await policies.publish(live?.document, published.version);
  });

  test('adopts the first owner again when the lead is given back', async () => {
    const id = await handedOff();
    const [first = '', second] = [contact(id)['handoff_owner'], somebodyElse(id)];
    for (const owner of [second, first]) {
      baton.edit(id, { hubspot_owner_id: owner });
      await baton.tell(id, { hubspot_owner_id: owner });
      await baton.work();
    }
    expect(contact(id)['handoff_owner']).toBe(first);
    expect(baton.tasksOf(id).map((task) => task['hubspot_owner_id'])).toEqual([first]);
  });

  test.each([
    { stage: 'opportunity', outcome: 'opportunity' },
    { stage: 'customer', outcome: 'won' },
  ])('closes when the contact becomes $stage, and completes the task', async (next) => {
    const id = await handedOff();
    baton.edit(id, { lifecyclestage: next.stage });
    await baton.tell(id, { lifecyclestage: next.stage });
    expect(await baton.work()).toEqual({ close: 1 });
    expect(contact(id)).toMatchObject({
      handoff_status: 'closed',
      handoff_outcome: next.outcome,
    });
    expect(contact(id)['handoff_check_at'] ?? '').toBe('');
    expect(baton.tasksOf(id).map((task) => task['hs_task_status'])).toEqual(['COMPLETED']);
  });

  test('forgets a contact that was deleted for privacy', async () => {
    const id = await handedOff();
    await baton.app.queue.accept([
      told({ subscriptionType: 'contact.privacyDeletion', objectId: id, occurredAt: 1 }),
    ]);
    expect(await baton.work()).toEqual({ forgotten: 1 });
    expect((await baton.app.ledger.newest([contactId(id)])).size).toBe(0);
  });

  test('has nothing to do for a contact that is gone', async () => {
    await baton.tell('999999999', MQL);
    expect(await baton.work()).toEqual({ gone: 1 });
  });
});

describe('a batch in which something is wrong', () => {
  beforeAll(async () => {
    baton = await startTestBaton();
  });

  afterAll(async () => {
    baton.portal.settings.setFaults({ ...baton.portal.settings.faults(), partial: 0 });
    await baton.close();
  });

  async function tellAll(ids: readonly string[], queue: ReturnType<typeof createMemoryQueue>) {
    for (const id of ids) baton.makeMql(id);
    await queue.accept(
      ids.map((objectId) =>
        told({
          subscriptionType: 'object.propertyChange',
          objectId,
          propertyName: 'lifecyclestage',
          propertyValue: MQL.lifecyclestage,
          occurredAt: 1,
        }),
      ),
    );
  }

  const step = (
    queue: ReturnType<typeof createMemoryQueue>,
    handOff: TestBaton['app']['handOff'] = (work, now) => baton.app.handOff(work, now),
  ) => workOnce({ ...baton.app, queue, handOff, sleep: () => Promise.resolve() });

  test('hands the other 99 off when a record is damaged, and says how to mend that one', async () => {
    const ids = leads(100);
    const [damaged = ''] = ids;
    baton.edit(damaged, { handoff_record: '{"schema":1,' });
    const queue = createMemoryQueue(2);
    await tellAll(ids, queue);
    while ((await step(queue)) > 0);
    expect(ids.filter((id) => contact(id)['handoff_status'])).toHaveLength(99);
    const letters = await queue.deadLetters();
    expect(letters.map(({ contactId }) => contactId)).toEqual([damaged]);
    expect(letters[0]?.reason).toMatch(/handoff_record cannot be read.*Restore the value/);
    expect(letters[0]?.reason).not.toContain('\n');
  });

  test('hands the other 99 off when one brings out a defect of ours', async () => {
    const ids = leads(100);
    const poison = ids[37] ?? '';
    const queue = createMemoryQueue(1);
    await tellAll(ids, queue);
    const handOff: TestBaton['app']['handOff'] = (work, now) =>
      work.some(({ contactId }) => contactId === poison)
        ? Promise.reject(new TypeError('x is not a function'))
        : baton.app.handOff(work, now);
    while ((await step(queue, handOff)) > 0);
    expect(ids.filter((id) => contact(id)['handoff_status'])).toHaveLength(99);
    expect(await queue.deadLetters()).toMatchObject([
      { contactId: poison, reason: 'x is not a function' },
    ]);
  });

  test('writes what HubSpot takes of a batch and brings the rest back', async () => {
    const ids = leads(100);
    const queue = createMemoryQueue();
    await tellAll(ids, queue);
    baton.portal.settings.setFaults({ ...baton.portal.settings.faults(), partial: 1 });
    await step(queue);
    const firstTime = ids.filter((id) => contact(id)['handoff_status']).length;
    expect(firstTime).toBeGreaterThan(0);
    expect((await queue.depth()).contacts).toBeGreaterThan(0);
    baton.portal.settings.setFaults({ ...baton.portal.settings.faults(), partial: 0 });
    while ((await step(queue)) > 0);
    for (const id of ids) {
      expect(contact(id)['handoff_attempt']).toBe('1');
      expect(baton.tasksOf(id)).toHaveLength(1);
    }
  });
});

describe('observe mode', () => {
  beforeAll(async () => {
    baton = await startTestBaton('observe');
  });

  afterAll(async () => {
    await baton.close();
  });

  test('records the decision and gives nobody anything', async () => {
    const [id = ''] = leads(1);
    baton.makeMql(id);
    await baton.tell(id, MQL);
    expect(await baton.work()).toEqual({ open: 1 });
    const values = contact(id);
    expect(values['handoff_tier']).toBe('tier_1');
    expect(recordOf(id)).toMatchObject({ attempt: 1, opened: { mode: 'observe' } });
    for (const name of ['handoff_status', 'handoff_owner', 'hubspot_owner_id', 'handoff_id']) {
      expect(values[name] ?? '').toBe('');
    }
    expect(baton.tasksOf(id)).toEqual([]);
  });

  test('leaves what it observed alone after go-live, until the backlog is asked for', async () => {
    const [id = ''] = leads(1);
    baton.makeMql(id);
    await baton.tell(id, MQL);
    await baton.work();
    baton.portal.clock.advance(60_000);
    await goLive(baton.app, { by: ADMIN, expected: 'v1' }, await baton.app.clock.now());
    await baton.tell(id, MQL);
    expect(await baton.work()).toEqual({ nothing_to_do: 1 });
    expect(contact(id)['handoff_status'] ?? '').toBe('');
  });
});
