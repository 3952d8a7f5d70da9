import { routeLead, type RouteOutcome } from './route-lead.ts';
import type { LeadToRoute, RoutingContext, RoutingState } from './routing.ts';

/** Leads routed one after another, and the state after the last. */
export interface RoutedBatch<Lead extends LeadToRoute> {
  /** In the order in which they were routed. */
  readonly routed: readonly { readonly lead: Lead; readonly outcome: RouteOutcome }[];
  readonly state: RoutingState;
  /** Pools whose rotation changed. */
  readonly changedPools: readonly string[];
}

/**
 * Routes leads one after another, each seeing what the ones before changed: rotation, open handoffs, and the rep of
 * the same company. Leads that wait in `held_no_owner` go first, the longest-waiting ahead (L8); the others
 * follow in the order given. Cutting a batch in two changes nothing, as long as its waiting leads come in the first.
 */
export function routeInOrder<Lead extends LeadToRoute>(
  leads: readonly Lead[],
  state: RoutingState,
  context: RoutingContext,
): RoutedBatch<Lead> {
  const standings = new Map(state.standings);
  const open = new Map(state.open);
  const repOfCompany = new Map<string, string>();
  const changedPools = new Set<string>();
  const routed = waitingFirst(leads).map((lead) => {
    const inFlight = lead.sameCompanyRep ?? repOfCompany.get(lead.companyId ?? '') ?? null;
    const outcome = routeLead({ ...lead, sameCompanyRep: inFlight }, { standings, open }, context);
    if (outcome.kind === 'assigned') {
      open.set(outcome.ownerId, (open.get(outcome.ownerId) ?? 0) + 1);
      if (lead.companyId !== null) repOfCompany.set(lead.companyId, outcome.ownerId);
      if (outcome.standing) {
        standings.set(outcome.standing.pool, outcome.standing);
        changedPools.add(outcome.standing.pool);
      }
    }
    return { lead, outcome };
  });
  return { routed, state: { standings, open }, changedPools: [...changedPools] };
}

function waitingFirst<Lead extends LeadToRoute>(leads: readonly Lead[]): readonly Lead[] {
  return [...leads].sort(
    (a, b) => (a.waitingSince ?? Infinity) - (b.waitingSince ?? Infinity) || 0,
  );
}
