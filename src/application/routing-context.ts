import type { Instant } from '../domain/instant.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { Rep, RoutingContext } from '../domain/routing/routing.ts';
import { parseHubspotAbsences, parseHubspotCalendar } from '../domain/sla/hubspot-calendar.ts';
import type { Directory } from './directory.ts';
import type { CrmOwner } from './ports/crm.ts';

/** Working calendars are prepared for counting once per object, so each directory is turned into reps once. */
const repsOf = new WeakMap<Directory, ReadonlyMap<string, Rep>>();

/** What routing knows besides the lead: the policy's pools and calendars, and the people as HubSpot has them. */
export function routingContext(policy: Policy, directory: Directory, now: Instant): RoutingContext {
  const reps =
    repsOf.get(directory) ??
    new Map(directory.owners.map((owner) => [owner.ownerId, toRep(owner)]));
  repsOf.set(directory, reps);
  return {
    policy: policy.routing,
    calendars: policy.calendars,
    reps,
    accountZone: directory.account.timeZone,
    now,
  };
}

/**
 * A HubSpot owner as somebody to route to. Hours that HubSpot does not have, or that cannot be read, leave the rep to
 * the pool's hours (D28); `doctor` names those reps.
 */
function toRep(owner: CrmOwner): Rep {
  const calendar = parseHubspotCalendar(owner);
  const absences = parseHubspotAbsences(owner.outOfOffice);
  return {
    ownerId: owner.ownerId,
    name: owner.name,
    active: owner.active,
    calendar: calendar.ok ? calendar.value : null,
    absences: absences.ok ? absences.value : [],
  };
}
