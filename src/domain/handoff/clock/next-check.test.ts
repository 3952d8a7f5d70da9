import { describe, expect, test } from '@jest/globals';
import { HANDOFF_STATUSES } from '../handoff-status.ts';
import { instant, toIso, type Instant } from '../../instant.ts';
import { decisionDeadline } from '../../sla/decision-deadline.ts';
import { escalationSteps, type EscalationRule } from '../../sla/escalation-steps.ts';
import { nextCheck, type CheckInstants } from './next-check.ts';
import type { WorkingBlock, WorkingCalendar } from '../../sla/working-calendar.ts';

const at = (iso: string): Instant => instant(Date.parse(iso));
const minutes = (value: Instant | null): string | null =>
  value === null ? null : toIso(value).slice(0, 16);

const day: readonly WorkingBlock[] = [['09:00', '17:00']];
const calendar: WorkingCalendar = {
  timeZone: 'UTC',
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
};
const never: WorkingCalendar = { timeZone: 'UTC', hours: {} };

describe('escalationSteps', () => {
  /** D25, with the hard limit of D16. */
  const ladder: readonly EscalationRule[] = [
    { tier: 'tier_1', afterMinutes: 60, do: 'notify_sales' },
    { tier: 'tier_1', atDue: true, do: 'notify_lead' },
    { tier: 'tier_1', afterMinutes: 45, do: 'reassign' },
    { tier: 'tier_2', atDue: true, do: 'notify_lead' },
    { tier: 'tier_2', minutesAfterDue: 120, do: 'reassign' },
    { tier: 'tier_2', businessDaysAfterDue: 1, do: 'notify_sales' },
  ];

  test.each([
    {
      name: 'orders the rungs of the tier and counts them in working time from routing',
      tier: 'tier_1' as const,
      hours: calendar,
      routedAt: '2026-11-16T16:30Z',
      dueAt: '2026-11-16T17:00Z',
      expected: [
        'notify_lead 2026-11-16T17:00',
        'reassign 2026-11-17T09:15',
        'notify_sales 2026-11-17T09:30',
      ],
    },
    {
      name: 'counts on from the due instant where the policy says so',
      tier: 'tier_2' as const,
      hours: calendar,
      routedAt: '2026-11-16T16:00Z',
      dueAt: '2026-11-17T16:00Z',
      expected: [
        'notify_lead 2026-11-17T16:00',
        'reassign 2026-11-18T10:00',
        'notify_sales 2026-11-18T16:00',
      ],
    },
    {
      name: 'counts around the clock where there is no working time, so that no rung is lost',
      tier: 'tier_1' as const,
      hours: never,
      routedAt: '2026-11-16T16:30Z',
      dueAt: '2026-11-16T17:00Z',
      expected: [
        'notify_lead 2026-11-16T17:00',
        'reassign 2026-11-16T17:15',
        'notify_sales 2026-11-16T17:30',
      ],
    },
    {
      name: 'is empty for a tier without rungs',
      tier: 'tier_3' as const,
      hours: calendar,
      routedAt: '2026-11-16T16:30Z',
      dueAt: '2026-11-16T17:00Z',
      expected: [],
    },
  ])('$name', ({ tier, hours, routedAt, dueAt, expected }) => {
    const steps = escalationSteps({
      rules: ladder,
      tier,
      routedAt: at(routedAt),
      dueAt: at(dueAt),
      calendar: hours,
    });
    expect(steps.map((step) => `${step.do} ${minutes(step.at) ?? ''}`)).toEqual(expected);
  });
});

describe('decisionDeadline', () => {
  test.each([
    {
      name: 'is the end of the same working day (D19, T1)',
      deadline: 'end_of_day' as const,
      routedAt: '2026-11-16T10:00Z',
      dueAt: '2026-11-16T10:30Z',
      expected: '2026-11-16T17:00',
    },
    {
      name: 'is that closing when the first touch is due exactly at closing',
      deadline: 'end_of_day' as const,
      routedAt: '2026-11-16T16:30Z',
      dueAt: '2026-11-16T17:00Z',
      expected: '2026-11-16T17:00',
    },
    {
      name: 'moves on with a first touch that is due the next day',
      deadline: 'end_of_day' as const,
      routedAt: '2026-11-16T16:50Z',
      dueAt: '2026-11-17T09:20Z',
      expected: '2026-11-17T17:00',
    },
    {
      name: 'is the end of the day of routing where no clock runs',
      deadline: 'end_of_day' as const,
      routedAt: '2026-11-16T10:00Z',
      dueAt: null,
      expected: '2026-11-16T17:00',
    },
    {
      name: 'counts business days from routing (D19, T2)',
      deadline: { businessDays: 2 },
      routedAt: '2026-11-16T10:00Z',
      dueAt: '2026-11-16T17:00Z',
      expected: '2026-11-18T10:00',
    },
    {
      name: 'never comes before the first touch is due',
      deadline: { minutes: 10 },
      routedAt: '2026-11-16T10:00Z',
      dueAt: '2026-11-16T10:30Z',
      expected: '2026-11-16T10:30',
    },
    {
      name: 'is null where the policy sets none',
      deadline: null,
      routedAt: '2026-11-16T10:00Z',
      dueAt: '2026-11-16T10:30Z',
      expected: null,
    },
  ])('$name', ({ deadline, routedAt, dueAt, expected }) => {
    const result = decisionDeadline({
      deadline,
      routedAt: at(routedAt),
      dueAt: dueAt === null ? null : at(dueAt),
      calendar,
    });
    expect(minutes(result)).toBe(expected);
  });

  test.each(['end_of_day' as const, { businessDays: 1 }])(
    'falls back to the due instant where there is no working time: %j',
    (deadline) => {
      const dueAt = at('2026-11-16T10:30Z');
      const routedAt = at('2026-11-16T10:00Z');
      expect(decisionDeadline({ deadline, routedAt, dueAt, calendar: never })).toBe(dueAt);
    },
  );
});

describe('nextCheck', () => {
  const instants = (override: Partial<CheckInstants> = {}): CheckInstants => ({
    status: 'awaiting_decision',
    touched: false,
    warnAt: instant(5),
    dueAt: instant(30),
    escalation: [instant(30), instant(45), instant(60)],
    decisionDeadline: instant(300),
    hollowAt: instant(90),
    nextTouchAt: instant(1000),
    revisitAt: instant(9000),
    lookAgainAt: null,
    ...override,
  });

  test.each<readonly [string, Partial<CheckInstants>, number, number | null]>([
    ['warns first', {}, 0, 5],
    ['then is due: what lies at now is not ahead', {}, 5, 30],
    ['then climbs the ladder', {}, 30, 45],
    ['then waits for the decision', {}, 60, 300],
    ['ends with the decision deadline', {}, 300, null],
    ['drops the ladder once touched', { touched: true }, 0, 300],
    ['follows the cadence before the decision too', { touched: true }, 300, 1000],
    ['keeps warning and ladder of an accept that owes its touch', { status: 'accepted' }, 0, 5],
    ['looks for a hollow accept when the ladder is climbed', { status: 'accepted' }, 60, 90],
    ['asks for no decision after it', { status: 'accepted' }, 90, null],
    ['follows the cadence after a real accept', { status: 'accepted', touched: true }, 0, 1000],
    ['waits for whoever holds it', { status: 'held_no_owner' }, 0, 30],
    [
      'looks at a hold for facts before it is due',
      { status: 'held_needs_data', lookAgainAt: instant(20) },
      0,
      20,
    ],
    ['waits for the review', { status: 'nurture' }, 0, 30],
    ['waits for the role that has it back', { status: 'rejected', revisitAt: null }, 0, 30],
    ['comes back on the revisit date', { status: 'recycled' }, 30, 9000],
    ['leaves alone what is disqualified', { status: 'disqualified' }, 0, null],
    ['leaves alone what is closed', { status: 'closed' }, 0, null],
  ])('%s', (_name, change, now, expected) => {
    expect(nextCheck(instants(change), instant(now))).toBe(expected);
  });

  test('is defined for every state, and never now or earlier', () => {
    for (const status of HANDOFF_STATUSES) {
      const next = nextCheck(instants({ status }), instant(40));
      expect(next === null || next > 40).toBe(true);
    }
  });
});
