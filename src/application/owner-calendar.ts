import type { HandoffRecord } from '../domain/handoff/handoff-record.ts';
import type { Instant } from '../domain/instant.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { calendarFor } from '../domain/sla/calendar-for.ts';
import type { WorkingCalendar } from '../domain/sla/working-calendar.ts';
import type { Directory } from './directory.ts';
import { routingContext } from './routing-context.ts';

/** The hours in which an owner works a handoff: their own, else the pool's, else office hours (D28). */
export function ownerCalendar(
  ownerId: string | null,
  record: HandoffRecord,
  within: { readonly policy: Policy; readonly directory: Directory; readonly now: Instant },
): WorkingCalendar {
  const context = routingContext(within.policy, within.directory, within.now);
  const pool = within.policy.routing.pools[record.route?.pool ?? ''];
  return calendarFor(
    context.reps.get(ownerId ?? '') ?? { calendar: null },
    context.calendars[pool?.calendar ?? ''] ?? null,
    context.accountZone,
  ).calendar;
}
