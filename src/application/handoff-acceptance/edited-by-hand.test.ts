import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at } from '../../testing/at.ts';
import { handedOffLead, openTasks } from '../../testing/handed-off-lead.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';

const CALLED = {
  do: 'log_attempt',
  channel: 'phone',
  result: 'voicemail',
  nextStep: 'call again',
} as const;
/** Seeded reps of EMEA. */
const REPS = ['40001001', '40001002', '40001003'] as const;

let baton: TestBaton;
let lead: string;

function contact(): Readonly<Record<string, string>> {
  return baton.values('contacts', lead);
}

/** Edits properties of the contact as the rep who has it. */
async function edited(values: Readonly<Record<string, string>>): Promise<void> {
  await baton.change(lead, values, contact()['handoff_owner']);
}

beforeAll(async () => {
  baton = await startTestBaton();
});

afterAll(async () => {
  await baton.close();
});

beforeEach(async () => {
  baton.portal.clock.freeze(true);
  // Tuesday, 10:00 in Berlin.
  baton.portal.clock.set(at('2026-12-01T09:00:00Z'));
  lead = await handedOffLead(baton);
  baton.portal.clock.advance(60_000);
});

describe('what a person entered', () => {
  test.each(['meeting_booked', 'in_discovery', 'outreach_started'])(
    'is kept: accepted as %s',
    async (acceptance) => {
      await edited({ handoff_acceptance: acceptance, handoff_status: 'accepted' });
      expect(contact()).toMatchObject({
        handoff_status: 'accepted',
        handoff_acceptance: acceptance,
        handoff_decided_by: contact()['handoff_owner'],
        lifecyclestage: 'salesqualifiedlead',
      });
    },
  );

  test('is kept: the day on which a recycled lead comes back', async () => {
    await edited({
      handoff_status: 'recycled',
      handoff_reason_code: 'timing',
      handoff_revisit_on: '2027-06-01',
    });
    expect(contact()).toMatchObject({
      handoff_status: 'recycled',
      handoff_revisit_on: '2027-06-01',
      handoff_outcome: 'recycled',
    });
    expect(contact()['handoff_check_at']).toMatch(/^2027-0(5-31|6-01)/);
  });

  test('is kept: the note of a reject', async () => {
    await edited({
      handoff_decision_note: 'They sell to us.',
      handoff_reason_code: 'wrong_icp',
      handoff_status: 'rejected',
    });
    expect(contact()).toMatchObject({
      handoff_decision_note: 'They sell to us.',
      handoff_reason_code: 'wrong_icp',
      handoff_outcome: 'rejected',
    });
    expect(baton.changes(lead).at(-1)?.why).toContain('They sell to us.');
  });

  test.each([
    ['accepted', 'running', {}],
    ['rejected', 'not_applicable', { handoff_reason_code: 'wrong_icp' }],
    ['recycled', 'not_applicable', { handoff_reason_code: 'timing' }],
  ])('does not erase the clock: %s in time is %s', async (status, clock, more) => {
    await edited({ ...more, handoff_status: status });
    expect(contact()['handoff_sla_status']).toBe(clock);
  });

  test('does not undo a first touch in time', async () => {
    await baton.card(lead, CALLED);
    await edited({ handoff_reason_code: 'wrong_icp', handoff_status: 'rejected' });
    expect(contact()).toMatchObject({ handoff_sla_status: 'met', handoff_touches: '1' });
  });
});

describe('the first touch', () => {
  test('is written in working minutes', async () => {
    baton.portal.clock.set(at('2026-12-01T09:20:00Z'));
    await baton.card(lead, CALLED);
    expect(contact()['handoff_first_touch_minutes']).toBe('20');
  });

  test('leaves out nights and lunch', async () => {
    // 10:00 to 12:30, 13:30 to 18:00, and from 09:00 to 09:30 on Wednesday.
    baton.portal.clock.set(at('2026-12-02T08:30:00Z'));
    await baton.card(lead, CALLED);
    expect(contact()['handoff_first_touch_minutes']).toBe('450');
  });

  test('is not owed again when the owner changes after it', async () => {
    await baton.card(lead, CALLED);
    const before = contact();
    baton.portal.clock.advance(60_000);
    const another = REPS.find((rep) => rep !== before['handoff_owner']) ?? '';
    await baton.change(lead, { hubspot_owner_id: another });
    expect(contact()).toMatchObject({
      handoff_owner: another,
      handoff_sla_status: 'met',
      handoff_sla_due_at: before['handoff_sla_due_at'],
      handoff_first_touch_at: before['handoff_first_touch_at'],
      handoff_next_action: before['handoff_next_action'],
    });
    const tasks = openTasks(baton, lead);
    expect(tasks.filter((task) => task['handoff_task_key']?.includes(':first_touch:'))).toEqual([]);
    expect(tasks.map((task) => task['hubspot_owner_id'])).toEqual([another]);
  });
});

function openKinds(): readonly (string | undefined)[] {
  return openTasks(baton, lead).map((task) => task['handoff_task_key']?.split(':')[1]);
}

describe('a decision without its reason', () => {
  beforeEach(async () => {
    await edited({ handoff_status: 'rejected' });
  });

  test('is kept, and asks for the reason in words that anybody understands', () => {
    const asks = contact()['handoff_next_action'] ?? '';
    expect(contact()['handoff_status']).toBe('rejected');
    expect(asks).toMatch(/reason/i);
    expect(asks).not.toMatch(/["“”]|[a-z]_[a-z]|is no reason/);
    expect(at(contact()['handoff_next_action_due_at'] ?? '')).toBeGreaterThanOrEqual(
      baton.portal.clock.now(),
    );
  });

  test('is complete when the reason is given afterwards', async () => {
    const owner = contact()['handoff_owner'];
    baton.portal.clock.advance(60_000);
    await edited({ handoff_reason_code: 'wrong_icp' });
    expect(contact()).toMatchObject({
      handoff_status: 'rejected',
      handoff_reason_code: 'wrong_icp',
      handoff_outcome: 'rejected',
      handoff_decided_by: owner,
    });
    expect(contact()['handoff_decided_at'] ?? '').not.toBe('');
    expect(contact()['handoff_next_action']).not.toMatch(/reason/i);
    // It goes to nurture, which has a list and no task of its own.
    expect(openKinds()).toEqual([]);
  });

  test('asks for a note where the reason needs one, and is complete with it', async () => {
    await edited({ handoff_reason_code: 'other' });
    expect(contact()['handoff_next_action']).toMatch(/note/i);
    await edited({ handoff_decision_note: 'Wants a job here.' });
    expect(contact()['handoff_outcome']).toBe('rejected');
    expect(contact()['handoff_next_action']).not.toMatch(/note/i);
  });
});

describe('a lead in nurture', () => {
  beforeEach(async () => {
    lead = await handedOffLead(baton, {
      message: '',
      recent_conversion_event_name: 'Newsletter sign-up',
    });
    baton.portal.clock.advance(60_000);
  });

  test('that is set to wait for a decision by hand gets an owner, a task and a due time', async () => {
    expect(contact()['handoff_status']).toBe('nurture');
    await edited({ handoff_status: 'awaiting_decision' });
    const owner = contact()['handoff_owner'] ?? '';
    expect(contact()['handoff_status']).toBe('awaiting_decision');
    expect(owner).not.toBe('');
    expect(contact()['hubspot_owner_id']).toBe(owner);
    expect(contact()['handoff_next_action']).toMatch(/accept, reject or recycle|decide/);
    expect(at(contact()['handoff_next_action_due_at'] ?? '')).toBeGreaterThanOrEqual(
      baton.portal.clock.now(),
    );
    expect(openTasks(baton, lead).map((task) => task['hubspot_owner_id'])).toEqual([owner]);
  });

  test('is decided anew when the exception comes first and its reason after it', async () => {
    await edited({ handoff_fit_override: 'not_icp' });
    expect(contact()['handoff_status']).toBe('nurture');
    await edited({ handoff_fit_override_reason: 'They compete with us.' });
    expect(contact()['handoff_status']).toBe('disqualified');
    expect(contact()['handoff_reason']).toContain('They compete with us');
  });

  test('is told of that reason: HubSpot watches the property', async () => {
    const deployed = await readFile('serverless/webhooks/webhooks-hsmeta.json', 'utf8');
    expect(deployed).toContain('"handoff_fit_override_reason"');
  });
});
