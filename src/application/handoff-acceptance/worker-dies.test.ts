import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { at } from '../../testing/at.ts';
import { createDemoLeads } from '../../testing/demo-leads.ts';
import { openTasks } from '../../testing/handed-off-lead.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';

/** More calls than a batch makes; a run that no longer dies ends the search. */
const MOST_CALLS = 30;
/** Seeded reps of EMEA. */
const REPS = ['40001001', '40001002', '40001003'] as const;

let baton: TestBaton;

/** Changes that a person makes to the contact, from what the contact says. */
const EDITS: readonly (readonly [
  string,
  (owner: string | undefined) => readonly Readonly<Record<string, string>>[],
])[] = [
  ['another owner', (owner) => [{ hubspot_owner_id: REPS.find((rep) => rep !== owner) ?? '' }]],
  ['a reject by hand', () => [{ handoff_reason_code: 'wrong_icp', handoff_status: 'rejected' }]],
  ['an accept by hand', () => [{ handoff_status: 'accepted' }]],
  ['a reject by hand without a reason', () => [{ handoff_status: 'rejected' }]],
  ['a new entry', () => [{ lifecyclestage: '' }, { lifecyclestage: 'marketingqualifiedlead' }]],
  ['a deal', () => [{ lifecyclestage: 'opportunity' }]],
];

/** Edits a lead that was handed off, and tells the app of the last edit. */
async function editedLead(lead: string, edits: (typeof EDITS)[number][1]) {
  const first = baton.values('contacts', lead)['handoff_owner'];
  const steps = edits(first);
  for (const values of steps) baton.edit(lead, values, first);
  await baton.tell(lead, steps.at(-1) ?? {}, first);
  return () => {
    const values = baton.values('contacts', lead);
    return JSON.stringify({
      status: values['handoff_status'],
      outcome: values['handoff_outcome'],
      changedHands: values['handoff_owner'] !== first,
      openTasks: openTasks(baton, lead).map((task) => {
        const kind = task['handoff_task_key']?.split(':')[1];
        // Who gets a lead that sales gave back is a role's, whoever had it.
        return kind === 'return'
          ? [kind]
          : [kind, task['hubspot_owner_id'] === values['handoff_owner']];
      }),
      told: baton.changes(lead).map(({ what }) => what.replaceAll(/\d+/g, '')),
    });
  };
}

beforeAll(async () => {
  baton = await startTestBaton();
});

afterAll(async () => {
  await baton.close();
});

beforeEach(() => {
  baton.portal.clock.freeze(true);
  baton.portal.clock.set(at('2026-12-01T09:00:00Z'));
});

test('a worker that dies over edits by hand leaves what it would have left, wherever it died', async () => {
  /** Hands a lead off for each edit, and edits them all at once. */
  const editAll = async () => {
    const leads = createDemoLeads(baton.portal, EDITS.length);
    for (const lead of leads) {
      baton.edit(lead, { lifecyclestage: 'marketingqualifiedlead' });
      await baton.tell(lead, { lifecyclestage: 'marketingqualifiedlead' });
    }
    await baton.work();
    const { total } = await baton.turns();
    const outcomes: (() => string)[] = [];
    for (const [n, [, edits]] of EDITS.entries())
      outcomes.push(await editedLead(leads[n] ?? '', edits));
    return async () => ({
      leads: outcomes.map((outcome) => outcome()),
      turns: (await baton.turns()).total - total,
    });
  };

  const undisturbed = await editAll();
  await baton.work();
  const expected = await undisturbed();
  const differing: string[] = [];
  let deaths = 0;
  for (const when of ['before', 'after'] as const) {
    let died = true;
    for (let call = 1; died && call <= MOST_CALLS; call += 1) {
      const outcome = await editAll();
      died = await baton.dyingAt(call, when, baton.work);
      deaths += died ? 1 : 0;
      await baton.work();
      const seen = await outcome();
      for (const [n, [edit]] of EDITS.entries()) {
        if (seen.leads[n] !== expected.leads[n])
          differing.push(`${edit}, ${when} call ${call}: ${seen.leads[n] ?? ''}`);
      }
      if (seen.turns !== expected.turns)
        differing.push(`${when} call ${call}: ${seen.turns} turns`);
    }
    expect(died).toBe(false);
  }
  expect(differing).toEqual([]);
  expect(deaths).toBeGreaterThan(10);
}, 120_000);
