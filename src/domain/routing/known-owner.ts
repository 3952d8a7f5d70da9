import { UNAVAILABLE_WORDS, unavailability } from './availability.ts';
import type { CandidateTrace, LeadToRoute, Rep, RoutingContext } from './routing.ts';

/** How somebody already knows a lead, in the order in which they are asked (design §7, P6). */
export type KnownOwnerVia =
  'meeting_host' | 'contact_owner' | 'same_company' | 'account_owner' | 'deal_owner';

/** Why you, for the rep. */
export const KNOWN_OWNER_REASONS: Readonly<Record<KnownOwnerVia, string>> = {
  meeting_host: 'A meeting with you is already booked.',
  contact_owner: 'You already own this contact.',
  same_company: 'You are already working a lead from this company.',
  account_owner: 'You own the company of this contact.',
  deal_owner: 'You own an open deal with this company.',
};

/** The same of a colleague, for the trace. */
export const RELATION: Readonly<Record<KnownOwnerVia, string>> = {
  meeting_host: 'has a meeting booked with the lead',
  contact_owner: 'owns the contact',
  same_company: 'works another lead of the company',
  account_owner: 'owns the company',
  deal_owner: 'owns an open deal',
};

/** The first person who already knows the lead and can take it; the trace says of the others why not. */
export function findKnownOwner(
  lead: LeadToRoute,
  context: RoutingContext,
): {
  readonly owner: { readonly rep: Rep; readonly via: KnownOwnerVia } | null;
  readonly trace: readonly CandidateTrace[];
} {
  const trace: CandidateTrace[] = [];
  for (const [via, ownerId] of inOrder(lead, context)) {
    const rep = context.reps.get(ownerId);
    const obstacle = obstacleTo(via, ownerId, lead, context);
    trace.push({
      ownerId,
      pool: null,
      eligible: obstacle === null,
      why: obstacle === null ? RELATION[via] : `${RELATION[via]}, but ${obstacle}`,
      shortfall: null,
      turn: obstacle === null,
    });
    if (rep && obstacle === null) return { owner: { rep, via }, trace };
  }
  return { owner: null, trace };
}

function inOrder(
  lead: LeadToRoute,
  { policy }: RoutingContext,
): readonly (readonly [KnownOwnerVia, string])[] {
  const accountOwners: readonly (readonly [KnownOwnerVia, string | null])[] = [
    ['account_owner', lead.companyOwner],
    ['deal_owner', lead.dealOwner],
  ];
  const candidates: readonly (readonly [KnownOwnerVia, string | null])[] = [
    ['meeting_host', lead.meetingHost],
    ['contact_owner', policy.keepContactOwner ? lead.contactOwner : null],
    ['same_company', lead.sameCompanyRep],
    ...(policy.keepAccountOwner ? accountOwners : []),
  ];
  return candidates.flatMap(([via, ownerId]) => (ownerId ? [[via, ownerId] as const] : []));
}

function obstacleTo(
  via: KnownOwnerVia,
  ownerId: string,
  lead: LeadToRoute,
  context: RoutingContext,
): string | null {
  const unavailable = unavailability(context.reps.get(ownerId), context.now, lead.exclude);
  // A booked meeting stands, also where its host is out of office until then.
  if (unavailable && !(via === 'meeting_host' && unavailable === 'away')) {
    return UNAVAILABLE_WORDS[unavailable];
  }
  if (via !== 'contact_owner' || lead.pool === null) return null;
  const members = context.policy.pools[lead.pool]?.members ?? [];
  return members.some((member) => member.ownerId === ownerId)
    ? null
    : `does not work this segment (no member of ${lead.pool})`;
}
