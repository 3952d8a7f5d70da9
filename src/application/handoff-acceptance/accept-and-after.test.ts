import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at } from '../../testing/at.ts';
import { handedOffLead, openTasks } from '../../testing/handed-off-lead.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';

const ACCEPT = { do: 'decide', decision: 'accept', acceptance: 'outreach_started' } as const;
const REJECT = { do: 'decide', decision: 'reject', reasonCode: 'wrong_icp' } as const;
const RECYCLE = { do: 'decide', decision: 'recycle', reasonCode: 'timing' } as const;
const NOT_MINE = { do: 'decide', decision: 'reassign', reasonCode: 'wrong_owner' } as const;
const CALLED = {
  do: 'log_attempt',
  channel: 'phone',
  result: 'voicemail',
  nextStep: 'call again',
} as const;

let baton: TestBaton;
let lead: string;
let owner: string;

function contact(): Readonly<Record<string, string>> {
  return baton.values('contacts', lead);
}

async function card(body: Readonly<Record<string, unknown>>): Promise<void> {
  const answer = await baton.card(lead, body);
  // With its message, so that a refusal says what it was.
  expect([answer.outcome, answer.message]).toEqual(['ok', answer.message]);
}

/** Open tasks as kind and owner. */
function open(): readonly (readonly [string | undefined, string | undefined])[] {
  return openTasks(baton, lead).map((task) => [
    task['handoff_task_key']?.split(':')[1],
    task['hubspot_owner_id'],
  ]);
}

beforeAll(async () => {
  baton = await startTestBaton();
});

afterAll(async () => {
  await baton.close();
});

beforeEach(async () => {
  baton.portal.clock.freeze(true);
  // Tuesday, 10:00 in Berlin; Call now is due half an hour later.
  baton.portal.clock.set(at('2026-12-01T09:00:00Z'));
  lead = await handedOffLead(baton);
  owner = contact()['handoff_owner'] ?? '';
  baton.portal.clock.advance(60_000);
});

describe('accepting', () => {
  test('leaves the first touch owed, with its task and its clock', async () => {
    const before = contact();
    await card(ACCEPT);
    expect(contact()).toMatchObject({
      handoff_status: 'accepted',
      lifecyclestage: 'salesqualifiedlead',
      handoff_sla_status: 'running',
      handoff_sla_due_at: before['handoff_sla_due_at'],
      handoff_next_action_due_at: before['handoff_sla_due_at'],
    });
    expect(contact()['handoff_next_action']).toMatch(/^(Call|Write a personal e-mail to) Lead/);
    expect(open()).toEqual([['first_touch', owner]]);
  });

  test('says the first touch next, not the second', async () => {
    const answer = await baton.card(lead, ACCEPT);
    expect(answer.message).not.toMatch(/touch 2/i);
    expect(answer.current?.firstTouchOwed).toBe(true);
  });

  test.each([
    ['met', '2026-12-01T09:20:00Z'],
    ['met_late', '2026-12-01T10:00:00Z'],
  ])('makes a later attempt %s at %s, with a task for the touch after it', async (clock, when) => {
    await card(ACCEPT);
    baton.portal.clock.set(at(when));
    await card(CALLED);
    expect(contact()).toMatchObject({
      handoff_status: 'accepted',
      handoff_sla_status: clock,
      handoff_touches: '1',
    });
    const [next, ...more] = openTasks(baton, lead);
    expect(more).toEqual([]);
    expect(next?.['hubspot_owner_id']).toBe(owner);
    expect(next?.['handoff_task_key']).not.toContain(':first_touch:');
    expect(at(next?.['hs_timestamp'] ?? '')).toBeGreaterThanOrEqual(baton.portal.clock.now());
    expect(contact()['handoff_next_action_due_at']).toBe(next?.['hs_timestamp']);
    expect(
      baton.tasksOf(lead).filter((task) => task['handoff_task_key']?.includes(':first_touch:')),
    ).toEqual([expect.objectContaining({ hs_task_status: 'COMPLETED' })]);
  });

  test('gives each later touch a task of its own, and leaves one open', async () => {
    await card(ACCEPT);
    for (let n = 0; n < 3; n += 1) {
      baton.portal.clock.advance(600_000);
      await card(CALLED);
    }
    expect(open()).toHaveLength(1);
    const keys = baton.tasksOf(lead).map((task) => task['handoff_task_key']);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(4);
  });

  test('with a meeting booked owes no first touch', async () => {
    await card({ ...ACCEPT, acceptance: 'meeting_booked', meetingAt: '2026-12-03T13:00:00Z' });
    expect(['met', 'not_applicable']).toContain(contact()['handoff_sla_status']);
    expect(contact()['handoff_next_action']).toMatch(/meeting/i);
    expect(contact()['handoff_next_action_due_at']).toBe('2026-12-03T13:00:00.000Z');
    expect(open().map(([kind]) => kind)).not.toContain('first_touch');
  });
});

describe('an attempt before any decision', () => {
  test('completes the task of the first touch, and the next one has its own', async () => {
    await card(CALLED);
    expect(contact()).toMatchObject({
      handoff_status: 'awaiting_decision',
      handoff_sla_status: 'met',
    });
    expect(open()).toEqual([[expect.not.stringContaining('first_touch'), owner]]);
  });

  test.each([
    ['a bounced e-mail', { channel: 'email', result: 'bounced' }],
    ['a call to the wrong person', { channel: 'phone', result: 'wrong_person' }],
  ])('%s is on the timeline and is no first touch', async (_name, attempt) => {
    await card({ ...CALLED, ...attempt, nextStep: 'find the right number' });
    expect(baton.activities(lead)).toHaveLength(1);
    expect(contact()['handoff_first_touch_at'] ?? '').toBe('');
    expect(contact()).toMatchObject({ handoff_sla_status: 'running', handoff_touches: '0' });
    expect(open()).toEqual([['first_touch', owner]]);
  });
});

describe('after accepting', () => {
  beforeEach(async () => {
    await card(ACCEPT);
    baton.portal.clock.advance(60_000);
  });

  test.each([
    ['rejected', REJECT],
    ['recycled', RECYCLE],
  ] as const)('a lead may still be %s', async (status, decision) => {
    await card(decision);
    expect(contact()).toMatchObject({
      handoff_status: status,
      handoff_outcome: status,
      handoff_sla_status: 'not_applicable',
    });
    expect(contact()['handoff_acceptance'] ?? '').toBe('');
    expect(open().map(([, whose]) => whose)).not.toContain(owner);
  });

  test('a lead may still be passed on, and waits for the next one to decide', async () => {
    await card(NOT_MINE);
    const next = contact()['handoff_owner'] ?? '';
    expect(next).not.toBe(owner);
    expect(contact()).toMatchObject({
      handoff_status: 'awaiting_decision',
      hubspot_owner_id: next,
      handoff_sla_status: 'running',
    });
    expect(open()).toEqual([['first_touch', next]]);
  });

  test('the card offers all of it', async () => {
    const { current } = await baton.card(lead, { do: 'open' });
    expect(current?.may).toEqual(expect.arrayContaining(['reject', 'recycle', 'reassign']));
  });
});

describe.each([
  ['rejected', REJECT],
  ['recycled', RECYCLE],
] as const)('a lead that was %s', (_status, decision) => {
  test('leaves the rep nothing to do, and marketing a next action with a due time', async () => {
    await card(decision);
    expect(open().map(([, whose]) => whose)).not.toContain(owner);
    expect(contact()['handoff_next_action'] ?? '').not.toBe('');
    expect(at(contact()['handoff_next_action_due_at'] || '1970-01-01')).toBeGreaterThan(
      baton.portal.clock.now(),
    );
    expect(at(contact()['handoff_check_at'] || '1970-01-01')).toBeGreaterThan(
      baton.portal.clock.now(),
    );
  });

  test('leaves the rep nothing to do after a touch either', async () => {
    await card(CALLED);
    await card(decision);
    expect(open().map(([, whose]) => whose)).not.toContain(owner);
    expect(contact()['handoff_next_action']).not.toBe('call again');
  });
});
