import type { LivePolicy } from '../../../application/live-policy.ts';
import { toIso, type Instant } from '../../../domain/instant.ts';
import type { Routed as Given } from '../../../domain/handoff/command.ts';
import { divert } from '../../../domain/handoff/divert.ts';
import type { HandoffStatus } from '../../../domain/handoff/handoff-status.ts';
import { isOpenDeal } from '../../../domain/condition/derive-lead-field.ts';
import { choosePool, judge } from '../../../domain/qualification/judge.ts';
import type { Verdict } from '../../../domain/qualification/verdict.ts';
import type { Tier } from '../../../domain/tier.ts';
import type { LeadFacts } from '../../../domain/condition/lead-facts.ts';
import { fairnessStatement, type FairnessRow } from '../../../domain/routing/fairness-statement.ts';
import { routeInOrder } from '../../../domain/routing/route-in-order.ts';
import type { RouteOutcome } from '../../../domain/routing/route-lead.ts';
import type {
  CandidateTrace,
  LeadToRoute,
  RoutingContext,
  RoutingState,
} from '../../../domain/routing/routing.ts';
import { placeText } from './evaluation-text.ts';
import type { Reps } from './read-reps.ts';

/** Where one lead goes (design §9). */
export interface Routed {
  readonly id: string;
  readonly tier: Tier | null;
  readonly pool: string | null;
  readonly ownerId: string | null;
  readonly status: HandoffStatus;
  readonly dueAt: string | null;
  readonly trace: readonly Omit<CandidateTrace, 'pool'>[];
}

/** Routes one lead after another, each seeing what the ones before changed. */
export interface Router {
  readonly route: (facts: LeadFacts) => {
    readonly routed: Routed;
    /** Tier in words, or that the lead is disqualified. */
    readonly place: string;
    /** Why this owner, or why nobody, in plain words; null where no rep has to decide about the lead. */
    readonly reason: string | null;
  };
  /** What every member of a pool that gave a handoff should have had and has had; pools in policy order. */
  readonly fairness: () => readonly FairnessRow[];
}

/**
 * Starts to route leads to the people of a reps file: those that would wait for a rep's decision by the rules of routing,
 * those of an account that is ours already to whoever has it, and no others.
 * Nothing outside is read or written. Where nobody has hours, office hours in UTC are assumed (D28).
 */
export function createRouter(policy: LivePolicy, { reps, open }: Reps, now: Instant): Router {
  const { routing, calendars } = policy.policy;
  const context: RoutingContext = {
    policy: routing,
    calendars,
    reps,
    accountZone: 'UTC',
    now,
  };
  const repOfCompany = new Map<string, string>();
  let state: RoutingState = { standings: new Map(), open };
  return {
    route: (facts) => {
      const verdict = judge(policy.compiled, facts, now);
      const lead = toLead(policy, facts, verdict, { reps, now });
      const place = placeText(verdict);
      if (verdict.status === 'diverted') {
        const given = divert(
          { verdict, facts, nth: 1, people: lead },
          { policy: policy.policy, people: context },
        );
        return { routed: toDiverted(verdict, given), place, reason: given.assignment.reason };
      }
      if (verdict.status !== 'awaiting_decision') {
        return { routed: toRouted(verdict, null), place, reason: null };
      }
      const sameCompanyRep = repOfCompany.get(lead.companyId ?? '') ?? null;
      const batch = routeInOrder([{ ...lead, sameCompanyRep }], state, context);
      state = batch.state;
      const outcome = batch.routed[0]?.outcome ?? null;
      if (outcome?.kind === 'assigned' && lead.companyId !== null) {
        repOfCompany.set(lead.companyId, outcome.ownerId);
      }
      const reason = outcome?.reason ?? null;
      return { routed: toRouted(verdict, outcome), place, reason };
    },
    fairness: () =>
      fairnessStatement(
        Object.keys(routing.pools).flatMap((pool) => state.standings.get(pool) ?? []),
      ),
  };
}

function toLead(
  { compiled }: LivePolicy,
  facts: LeadFacts,
  verdict: Verdict,
  { reps, now }: { readonly reps: Reps['reps']; readonly now: Instant },
): LeadToRoute {
  const chosen = choosePool(compiled, facts, verdict, now);
  const { properties, company, deals } = facts;
  const owner = (named: string | null | undefined): string | null => ownerId(named, reps);
  return {
    id: facts.id,
    companyId: [company?.id, properties['associatedcompanyid']].find(Boolean) ?? null,
    sla: verdict.sla,
    pool: chosen?.pool ?? null,
    rule: chosen?.rule ?? null,
    meetingHost: null,
    contactOwner: owner(properties['hubspot_owner_id']),
    sameCompanyRep: null,
    companyOwner: owner(company?.properties['hubspot_owner_id']),
    dealOwner: owner(deals?.find(isOpenDeal)?.properties['hubspot_owner_id']),
  };
}

/** HubSpot's API gives an owner's id, its export the name. */
function ownerId(named: string | null | undefined, reps: Reps['reps']): string | null {
  if (!named) return null;
  if (reps.has(named)) return named;
  const wanted = named.trim().toLowerCase();
  for (const rep of reps.values()) if (rep.name.toLowerCase() === wanted) return rep.ownerId;
  return named;
}

function toRouted(verdict: Verdict, outcome: RouteOutcome | null): Routed {
  return {
    id: verdict.id,
    tier: verdict.tier,
    pool: outcome?.pool ?? null,
    ownerId: outcome?.kind === 'assigned' ? outcome.ownerId : null,
    status: outcome?.kind === 'held' ? 'held_no_owner' : verdict.status,
    dueAt: outcome?.due ? toIso(outcome.due.dueAt) : null,
    trace: withoutPool(outcome?.trace ?? []),
  };
}

function toDiverted({ id, tier, status }: Verdict, { assignment, due }: Given): Routed {
  return {
    id,
    tier,
    pool: null,
    ownerId: assignment.ownerId,
    status: assignment.ownerId === null ? 'held_no_owner' : status,
    dueAt: due && toIso(due.dueAt),
    trace: withoutPool(assignment.trace),
  };
}

function withoutPool(trace: readonly CandidateTrace[]): Routed['trace'] {
  return trace.map(({ ownerId, eligible, why, shortfall, turn }) => ({
    ownerId,
    eligible,
    why,
    shortfall,
    turn,
  }));
}
