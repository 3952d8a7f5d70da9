import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at } from '../../testing/at.ts';
import { handedOffLead } from '../../testing/handed-off-lead.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';

/** Where a lead comes from, and the hours in which the reps of its territory work (seed-people.ts). */
const TEAMS = [
  { country: 'Germany', timeZone: 'Europe/Berlin', opens: '09:00', closes: '18:00' },
  { country: 'United States', timeZone: 'America/New_York', opens: '08:30', closes: '17:30' },
] as const;

const BOOKED = { do: 'decide', decision: 'accept', acceptance: 'meeting_booked' } as const;
const CALLED = {
  do: 'log_attempt',
  channel: 'phone',
  result: 'connected',
  nextStep: 'send the offer',
  notes: {
    need: 'plans in spreadsheets',
    currentTool: 'spreadsheets',
    leader: 'contact',
    budgetPath: 'exists',
    timing: 'this_quarter',
    stakeholders: 'finance',
    objection: '',
    forMarketing: '',
  },
} as const;

let baton: TestBaton;

/** An instant as the wall clock and the calendar of a zone show it. */
function local(iso: string | undefined, timeZone: string) {
  if (!iso) return { day: 'none', time: 'none', weekday: 'none' };
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(at(iso))
    .split(' ');
  const weekday = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long' }).format(at(iso));
  return { day: parts[0], time: parts[1] ?? '', weekday };
}

beforeAll(async () => {
  baton = await startTestBaton();
});

afterAll(async () => {
  await baton.close();
});

beforeEach(() => {
  baton.portal.clock.freeze(true);
  // Tuesday, 10:00 in New York and 16:00 in Berlin.
  baton.portal.clock.set(at('2026-12-01T15:00:00Z'));
});

describe.each(TEAMS)('a day chosen by a rep in $timeZone', ({ country, timeZone, ...hours }) => {
  let lead: string;

  beforeEach(async () => {
    lead = await handedOffLead(baton, { country });
  });

  function expectDueInHoursOf(day: string): void {
    const due = local(baton.values('contacts', lead)['handoff_next_action_due_at'], timeZone);
    expect(due.day).toBe(day);
    expect(due.time >= hours.opens && due.time <= hours.closes).toBe(true);
  }

  test('is the day on which a meeting is due', async () => {
    const answer = await baton.card(lead, { ...BOOKED, meetingAt: '2026-12-02' });
    expect(answer.outcome).toBe('ok');
    expectDueInHoursOf('2026-12-02');
  });

  test('is the day on which the next step is due', async () => {
    const answer = await baton.card(lead, { ...CALLED, nextStepOn: '2026-12-02' });
    expect(answer.outcome).toBe('ok');
    expectDueInHoursOf('2026-12-02');
  });

  test('is the day on which a recycled lead comes back', async () => {
    const answer = await baton.card(lead, {
      do: 'decide',
      decision: 'recycle',
      reasonCode: 'timing',
      revisitOn: '2027-02-24',
    });
    expect(answer.outcome).toBe('ok');
    const values = baton.values('contacts', lead);
    expect(values['handoff_revisit_on']).toBe('2027-02-24');
    expect(local(values['handoff_check_at'], timeZone).day).toBe('2027-02-24');
  });

  test('is a working day where the policy chooses it', async () => {
    // 60 days from 1 December 2026 are Saturday, 30 January 2027.
    const answer = await baton.card(lead, {
      do: 'decide',
      decision: 'recycle',
      reasonCode: 'low_urgency',
    });
    expect(answer.outcome).toBe('ok');
    const values = baton.values('contacts', lead);
    expect(values['handoff_revisit_on']).toBe('2027-02-01');
    expect(local(values['handoff_check_at'], timeZone)).toMatchObject({
      day: '2027-02-01',
      weekday: 'Monday',
    });
  });

  test('may be a meeting at a time of day, which is kept', async () => {
    await baton.card(lead, { ...BOOKED, meetingAt: '2026-12-02T16:45:00Z' });
    expect(baton.values('contacts', lead)['handoff_next_action_due_at']).toBe(
      '2026-12-02T16:45:00.000Z',
    );
  });
});
