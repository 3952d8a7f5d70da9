import { unavailability } from './availability.ts';
import type { LeadToRoute, RoutingContext } from './routing.ts';

/** Why nobody could take a lead (L5). */
export type HeldCode =
  | 'no_pool'
  | 'empty_pool'
  | 'all_weights_zero'
  | 'nobody_active'
  | 'everyone_away'
  | 'everyone_full'
  | 'nobody_eligible';

const REMEDIES: Readonly<Record<Exclude<HeldCode, 'no_pool'>, string>> = {
  empty_pool: 'has no members. Add some in the policy',
  all_weights_zero: 'has only members with weight 0. Give somebody a weight in the policy',
  nobody_active: 'has only members who are deactivated in HubSpot. Put active ones in the policy',
  everyone_away: 'has nobody who is not out of office. Name an overflow pool in the policy',
  everyone_full: 'has everybody at capacity. Raise it or name an overflow pool in the policy',
  nobody_eligible: 'has nobody who can take it now; the trace says why for each',
};

/** Code and sentence for a lead that no pool could place. `tried` are the pools that were asked, in order. */
export function heldReason(
  tried: readonly string[],
  lead: LeadToRoute,
  context: RoutingContext,
): { readonly code: HeldCode; readonly reason: string } {
  if (tried.length === 0) {
    const missing =
      lead.pool === null ? 'No routing rule holds' : `The policy has no pool "${lead.pool}"`;
    return {
      code: 'no_pool',
      reason: `${missing}. Assign it by hand, and name a fallback pool in the policy.`,
    };
  }
  const code = codeFor(tried, lead, context);
  return { code, reason: `${tried.join(', then ')} ${REMEDIES[code]}. Assign this lead by hand.` };
}

function codeFor(
  tried: readonly string[],
  lead: LeadToRoute,
  { policy, reps, now }: RoutingContext,
): Exclude<HeldCode, 'no_pool'> {
  const members = tried.flatMap((id) => policy.pools[id]?.members ?? []);
  if (members.length === 0) return 'empty_pool';
  const weighted = members.filter(({ weight }) => weight > 0);
  if (weighted.length === 0) return 'all_weights_zero';
  const obstacles = weighted.map((member) =>
    unavailability(reps.get(member.ownerId), now, lead.exclude),
  );
  if (obstacles.every((obstacle) => obstacle === 'inactive' || obstacle === 'unknown')) {
    return 'nobody_active';
  }
  if (!obstacles.includes(null)) {
    return obstacles.every((obstacle) => obstacle === 'away') ? 'everyone_away' : 'nobody_eligible';
  }
  return obstacles.every((obstacle) => obstacle === null) ? 'everyone_full' : 'nobody_eligible';
}
