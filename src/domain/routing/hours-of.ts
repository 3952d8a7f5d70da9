import { calendarFor } from '../sla/calendar-for.ts';
import type { WorkingCalendar } from '../sla/working-calendar.ts';
import type { RoutingContext } from './routing.ts';

/** The hours in which somebody works leads of a pool: their own, else the pool's, else office hours (D28). */
export function hoursOf(
  ownerId: string | null,
  pool: string | null,
  people: RoutingContext,
): WorkingCalendar {
  const calendar = pool === null ? null : people.policy.pools[pool]?.calendar;
  return calendarFor(
    people.reps.get(ownerId ?? '') ?? { calendar: null },
    people.calendars[calendar ?? ''] ?? null,
    people.accountZone,
  ).calendar;
}
