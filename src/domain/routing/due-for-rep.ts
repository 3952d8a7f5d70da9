import type { SlaTarget } from '../qualification/decision.ts';
import { dueFor, type DueFor } from '../sla/due-for.ts';
import type { Rep, RoutingContext } from './routing.ts';

/** When a target counted from now falls due for a rep, with the hours of a pool behind their own. */
export function dueForRep(
  target: SlaTarget,
  rep: Rep | null,
  pool: string | null,
  { policy, calendars, accountZone, now }: RoutingContext,
): DueFor {
  const key = pool === null ? undefined : policy.pools?.[pool]?.calendar;
  return dueFor({
    target,
    from: now,
    rep: rep ?? { calendar: null },
    poolCalendar: (key === undefined ? null : calendars[key]) ?? null,
    accountZone,
  });
}
