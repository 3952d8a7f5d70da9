import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at } from '../../testing/at.ts';
import { handedOffLead } from '../../testing/handed-off-lead.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';

const REJECT = { do: 'decide', decision: 'reject', reasonCode: 'wrong_icp' } as const;
const RECYCLE = {
  do: 'decide',
  decision: 'recycle',
  reasonCode: 'timing',
  note: 'Budget next spring.',
} as const;
const UNDO = { do: 'decide', decision: 'undo' } as const;
const ACCEPT = { do: 'decide', decision: 'accept', acceptance: 'in_discovery' } as const;
const CALLED = {
  do: 'log_attempt',
  channel: 'phone',
  result: 'voicemail',
  nextStep: 'call again',
  nextStepOn: '2026-12-02',
} as const;

/** Properties that tell what happened, which an undo adds to and never takes back. */
const HISTORY = new Set(['handoff_record', 'lastmodifieddate', 'hs_lastmodifieddate']);
/** Of a task what a person sees of it. */
const SHOWN = [
  'handoff_task_key',
  'hs_task_status',
  'hs_task_subject',
  'hs_task_body',
  'hubspot_owner_id',
  'hs_timestamp',
];

let baton: TestBaton;
let lead: string;

/** The contact and its tasks as a person sees them. */
function seen() {
  const values = Object.entries(baton.values('contacts', lead))
    .filter(([name, value]) => value !== '' && !HISTORY.has(name))
    .filter(([name]) => /^(handoff_|lifecyclestage$|hubspot_owner_id$|hs_lead_status$)/.test(name));
  const tasks = baton
    .tasksOf(lead)
    .map((task) => Object.fromEntries(SHOWN.map((name) => [name, task[name]])))
    // A task that was made for the decision and is over again is no trace that a person sees.
    .filter((task) => task['hs_task_status'] !== 'COMPLETED');
  return { values: Object.fromEntries(values), tasks };
}

async function card(body: Readonly<Record<string, unknown>>): Promise<void> {
  const answer = await baton.card(lead, body);
  expect([answer.outcome, answer.message]).toEqual(['ok', answer.message]);
}

beforeAll(async () => {
  baton = await startTestBaton();
});

afterAll(async () => {
  await baton.close();
});

beforeEach(async () => {
  baton.portal.clock.freeze(true);
  baton.portal.clock.set(at('2026-12-01T09:00:00Z'));
  lead = await handedOffLead(baton);
  baton.portal.clock.advance(60_000);
});

const before: readonly (readonly [string, readonly Readonly<Record<string, unknown>>[]])[] = [
  ['a new handoff', []],
  ['a handoff with a touch', [CALLED]],
  ['an accepted handoff', [ACCEPT]],
  ['an accepted handoff with a touch', [ACCEPT, CALLED]],
];

describe.each([
  ['a reject', REJECT],
  ['a recycle', RECYCLE],
] as const)('taking %s back', (_name, decision) => {
  test.each(before)('leaves %s exactly as it was, with its tasks', async (_handoff, steps) => {
    for (const step of steps) await card(step);
    const wanted = seen();
    baton.portal.clock.advance(60_000);
    await card(decision);
    expect(seen()).not.toEqual(wanted);
    baton.portal.clock.advance(60_000);
    await card(UNDO);
    expect(seen()).toEqual(wanted);
  });

  test('keeps both in the story', async () => {
    const told = baton.changes(lead).length;
    await card(decision);
    await card(UNDO);
    expect(baton.changes(lead)).toHaveLength(told + 2);
  });

  test('gives the turn to the rep again that the decision gave back', async () => {
    const { byOwner } = await baton.turns();
    await card(decision);
    await card(UNDO);
    expect((await baton.turns()).byOwner).toEqual(byOwner);
  });
});

describe('a decision stands', () => {
  test('when a person changed something since', async () => {
    await card(REJECT);
    await baton.change(lead, { handoff_decision_note: 'They came from a competitor.' });
    expect((await baton.card(lead, UNDO)).outcome).toBe('conflict');
  });

  test('when its author was not the one who asks', async () => {
    await card(REJECT);
    const owner = baton.values('contacts', lead)['handoff_owner'];
    const another = owner === '40001001' ? '40001002' : '40001001';
    expect((await baton.card(lead, UNDO, another)).outcome).toBe('conflict');
  });
});
