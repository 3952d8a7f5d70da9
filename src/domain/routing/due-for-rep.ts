import type { SlaTarget } from '../sla/sla-target.ts';
import { dueFor, type DueFor } from '../sla/due-for.ts';
import type { Rep, RoutingContext } from './routing.ts';

/** A batch has one context and so one `now`: leads of a class are due at the same time for the same rep. */
const known = new WeakMap<RoutingContext, WeakMap<SlaTarget, Map<string, DueFor>>>();

/** When a target counted from now falls due for a rep, with the hours of a pool behind their own. */
export function dueForRep(
  target: SlaTarget,
  rep: Rep | null,
  pool: string | null,
  context: RoutingContext,
): DueFor {
  const byTarget = known.get(context) ?? new WeakMap<SlaTarget, Map<string, DueFor>>();
  known.set(context, byTarget);
  const byRep = byTarget.get(target) ?? new Map<string, DueFor>();
  byTarget.set(target, byRep);
  const calendarKey = (pool === null ? undefined : context.policy.pools[pool]?.calendar) ?? null;
  const key = JSON.stringify([rep?.ownerId, calendarKey]);
  const due =
    byRep.get(key) ??
    dueFor({
      target,
      from: context.now,
      rep: rep ?? { calendar: null },
      poolCalendar: (calendarKey === null ? null : context.calendars[calendarKey]) ?? null,
      accountZone: context.accountZone,
    });
  byRep.set(key, due);
  return due;
}
