import { isOpenDeal } from '../condition/derive-lead-field.ts';
import type { LeadFacts } from '../condition/lead-facts.ts';
import type { Instant } from '../instant.ts';
import type { SlaTarget } from '../sla/sla-target.ts';
import type { LeadToRoute } from './routing.ts';

/** What routing needs to know of a lead beyond its facts. */
export interface AboutRoute {
  readonly sla: SlaTarget | null;
  /** Pool and rule as the policy's routing rules chose them; null where it routes nowhere. */
  readonly chosen: { readonly pool: string; readonly rule: string | null } | null;
  /** The contact's owner now; the facts may be older. */
  readonly contactOwner: string | null;
  /** Host of a meeting that is booked already; null where none is known. */
  readonly meetingHost: string | null;
  /** Owners who had it and must not get it again. */
  readonly exclude: readonly string[];
  /** Since when it has been waiting for an owner; null for a new lead. */
  readonly waitingSince: Instant | null;
}

/** A lead as routing takes it: the one place where its facts become those who already have to do with it (design §7). */
export function leadToRoute(facts: LeadFacts, about: AboutRoute): LeadToRoute {
  const { company, deals, properties } = facts;
  return {
    id: facts.id,
    companyId: (company?.id ?? properties['associatedcompanyid']) || null,
    sla: about.sla,
    pool: about.chosen?.pool ?? null,
    rule: about.chosen?.rule ?? null,
    meetingHost: about.meetingHost,
    contactOwner: about.contactOwner,
    sameCompanyRep: null,
    companyOwner: company?.properties['hubspot_owner_id'] || null,
    dealOwner: deals?.find(isOpenDeal)?.properties['hubspot_owner_id'] || null,
    exclude: about.exclude,
    ...(about.waitingSince === null ? {} : { waitingSince: about.waitingSince }),
  };
}
