import type { Surroundings } from '../domain/handoff/clock/next-action.ts';
import { ownerId } from '../domain/ids.ts';
import { DAY, MINUTE, type Instant } from '../domain/instant.ts';
import { defaultPolicy } from '../domain/policy/default/default-policy.ts';
import { normalisePolicy } from '../domain/policy/normalise-policy.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { PolicyDocument } from '../domain/policy/policy-document.ts';
import type { Rep } from '../domain/routing/routing.ts';
import type { WorkingCalendar } from '../domain/sla/working-calendar.ts';
import { at } from './at.ts';

/** Reps of the small team; their ids are long enough to be found in a text that must not name them. */
export const ADA = ownerId('10001');
export const BEN = ownerId('10002');
/** Works in New York. */
export const CLEO = ownerId('10003');
/** Who plays the roles of the policy. */
export const ROLES = { revops: '20001', marketing: '20002', sales: '20003', leadership: '20004' };

/** Friday, 10:00 in Berlin. */
export const FRIDAY_TEN = at('2026-11-20T09:00:00.000Z');

const nineToFive: [string, string][] = [['09:00', '17:00']];
const week = {
  mon: nineToFive,
  tue: nineToFive,
  wed: nineToFive,
  thu: nineToFive,
  fri: nineToFive,
};
const newYork: WorkingCalendar = { timeZone: 'America/New_York', hours: week };

const reps: ReadonlyMap<string, Rep> = new Map(
  [
    rep(ADA, 'Ada Adams'),
    rep(BEN, 'Ben Brook'),
    rep(CLEO, 'Cleo Clark', newYork),
    rep(ROLES.revops, 'Rita Ops'),
    rep(ROLES.marketing, 'Mark Ting'),
    rep(ROLES.sales, 'Sal Lead'),
  ].map((one) => [one.ownerId, one]),
);

function rep(id: string, name: string, calendar: WorkingCalendar | null = null): Rep {
  return { ownerId: id, name, active: true, calendar, absences: [] };
}

/** The default policy for a small team in Berlin; `change` is what differs. */
export function aPolicy(change: Partial<PolicyDocument> = {}): Policy {
  return normalisePolicy({
    ...defaultPolicy,
    mode: 'live',
    goLiveAt: '2026-11-01T00:00:00Z',
    roles: ROLES,
    calendars: {
      berlin: {
        timeZone: 'Europe/Berlin',
        hours: week,
      },
    },
    routing: {
      pools: {
        emea: {
          label: 'EMEA',
          members: [{ ownerId: ADA }, { ownerId: BEN }, { ownerId: CLEO }],
          calendar: 'berlin',
        },
      },
      fallback: { pool: 'emea', dueMinutes: 60 },
    },
    reasons: [
      ...(defaultPolicy.reasons ?? []),
      {
        code: 'no_longer_used',
        label: 'a reason of last year',
        kind: 'reject',
        path: 'nurture',
        retired: true,
      },
    ],
    ...change,
  });
}

const POLICY = aPolicy();

/** Policy and people at an instant; 10:00 on a Friday unless a test says otherwise. */
export function surroundings(now: Instant = FRIDAY_TEN, policy: Policy = POLICY): Surroundings {
  return {
    policy,
    people: {
      policy: policy.routing,
      calendars: policy.calendars,
      reps,
      accountZone: 'Europe/Berlin',
      now,
    },
  };
}

/** So many minutes after 10:00 on that Friday. */
export function minutesLater(minutes: number): Instant {
  return (FRIDAY_TEN + minutes * MINUTE) as Instant;
}

/** The same time so many days later. */
export function daysLater(days: number): Instant {
  return (FRIDAY_TEN + days * DAY) as Instant;
}
