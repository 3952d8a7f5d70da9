import type { Attempt } from '../../domain/handoff/clock/attempt.ts';
import type { ContactId } from '../../domain/ids.ts';
import { DAY, instant, parseInstant, type Instant } from '../../domain/instant.ts';
import { LAST_MEETING_BOOKED } from '../live-policy.ts';
import type { CommitDeps, Seen } from './change.ts';

/** A meeting that was booked longer ago than this has been held or forgotten. */
const BOOKED_WITHIN = 90 * DAY;

/**
 * Who has a meeting with a lead that lies ahead: that person gets it before anybody else (design §7). Asked only where
 * HubSpot says that one was booked, so that a batch without meetings costs no call.
 *
 * @param crm - HubSpot
 * @param seen - leads that are routed for the first time
 * @param now - business time
 * @returns owner ids by contact; contacts without such a meeting are absent
 */
export async function meetingHosts(
  crm: CommitDeps['crm'],
  seen: readonly Pick<Seen, 'contact'>[],
  now: Instant,
): Promise<ReadonlyMap<string, string>> {
  const since = instant(now - BOOKED_WITHIN);
  const booked = seen.filter(({ contact }) => {
    const at = parseInstant(contact.properties[LAST_MEETING_BOOKED]);
    return at.ok && at.value >= since;
  });
  if (booked.length === 0) return new Map();
  const attempts = await crm.readAttemptsOf(
    booked.map(({ contact }) => contact.id as ContactId),
    since,
  );
  return new Map(
    [...attempts].flatMap(([contactId, of]) => {
      const host = of.filter((attempt) => liesAhead(attempt, now)).sort(byStart)[0]?.ownerId;
      return host ? [[contactId, host] as const] : [];
    }),
  );
}

function liesAhead(attempt: Attempt, now: Instant): boolean {
  if (attempt.type !== 'meetings') return false;
  const { start, outcome } = attempt.facts;
  return start !== null && start > now && outcome !== 'CANCELED';
}

function byStart(one: Attempt, other: Attempt): number {
  return startOf(one) - startOf(other);
}

function startOf(attempt: Attempt): number {
  return (attempt.type === 'meetings' ? attempt.facts.start : null) ?? Infinity;
}
