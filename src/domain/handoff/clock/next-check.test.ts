import { describe, expect, test } from '@jest/globals';
import { HANDOFF_STATUSES } from '../handoff-status.ts';
import { instant, toIso, type Instant } from '../../instant.ts';
import { decisionDeadline } from '../../sla/decision-deadline.ts';
import { escalationSteps, type EscalationRule } from '../../sla/escalation-steps.ts';
import { nextCheck, type HandoffClock } from './next-check.ts';
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
  const aClock = (override: Partial<HandoffClock> = {}): HandoffClock => ({
    status: 'awaiting_decision',
    touched: false,
    warnAt: instant(5),
    dueAt: instant(30),
    escalation: [instant(30), instant(45), instant(60)],
    decisionDeadline: instant(300),
    hollowAt: instant(90),
    nextTouchAt: instant(1000),
    revisitAt: instant(9000),
    ...override,
  });

  test.each([
    { name: 'warns first', now: 0, expected: 5 },
    { name: 'then is due: what lies at now is not ahead', now: 5, expected: 30 },
    { name: 'then climbs the ladder', now: 30, expected: 45 },
    { name: 'then waits for the decision', now: 60, expected: 300 },
    { name: 'ends with the decision deadline', now: 300, expected: null },
    { name: 'drops the ladder once touched', clock: { touched: true }, now: 0, expected: 300 },
    {
      name: 'looks for a hollow accept',
      clock: { status: 'accepted' as const },
      now: 0,
      expected: 90,
    },
    {
      name: 'follows the cadence after a real accept',
      clock: { status: 'accepted' as const, touched: true },
      now: 0,
      expected: 1000,
    },
    {
      name: 'waits for whoever holds it',
      clock: { status: 'held_no_owner' as const },
      now: 0,
      expected: 30,
    },
    {
      name: 'comes back on the revisit date',
      clock: { status: 'recycled' as const },
      now: 0,
      expected: 9000,
    },
  ])('$name', ({ clock, now, expected }) => {
    expect(nextCheck(aClock(clock), instant(now))).toBe(expected);
  });

  test('is defined for every state, and never now or earlier', () => {
    for (const status of HANDOFF_STATUSES) {
      const next = nextCheck(aClock({ status }), instant(40));
      expect(next === null || next > 40).toBe(true);
    }
  });
});
