import type { Instant } from '../instant.ts';
import { absencesOf } from '../sla/calendar-for.ts';
import type { Rep } from './routing.ts';

/** Why somebody cannot own a lead now. */
export type Unavailable = 'unknown' | 'inactive' | 'away' | 'excluded';

/** The same for a manager to read. */
export const UNAVAILABLE_WORDS: Readonly<Record<Unavailable, string>> = {
  unknown: 'is no owner in HubSpot',
  inactive: 'is deactivated in HubSpot',
  away: 'is out of office',
  excluded: 'had this lead before',
};

/** Why a rep cannot own a lead now, or null when nothing stands against it. */
export function unavailability(
  rep: Rep | undefined,
  now: Instant,
  exclude: readonly string[] = [],
): Unavailable | null {
  if (!rep) return 'unknown';
  if (!rep.active) return 'inactive';
  if (isAway(rep, now)) return 'away';
  return exclude.includes(rep.ownerId) ? 'excluded' : null;
}

/** Whether an out-of-office range covers this instant; its start is in, its end out. */
export function isAway(rep: Rep, now: Instant): boolean {
  return absencesOf(rep).some((absence) => absence.from <= now && now < absence.to);
}
