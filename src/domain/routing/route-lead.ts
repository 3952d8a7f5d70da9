import { dueForRep } from './due-for-rep.ts';
import type { DueFor } from '../sla/due-for.ts';
import { heldReason, type HeldCode } from './held-reason.ts';
import { findKnownOwner, KNOWN_OWNER_REASONS, type KnownOwnerVia } from './known-owner.ts';
import { routeInPool } from './route-in-pool.ts';
import {
  HELD_MINUTES,
  type CandidateTrace,
  type LeadToRoute,
  type Pool,
  type RoutingContext,
  type RoutingPolicy,
  type RoutingState,
} from './routing.ts';
import type { PoolStanding } from './standing.ts';

/** Who gets a lead and why, or why nobody does. */
export type RouteOutcome =
  | {
      readonly kind: 'assigned';
      readonly ownerId: string;
      /** Pool that gave it; null where somebody has it who already knows the lead. */
      readonly pool: string | null;
      readonly via: KnownOwnerVia | 'pool';
      /** Routing rule that chose the pool; null for the fallback pool and outside pools. */
      readonly rule: string | null;
      /** For the rep, in plain words; tells nothing of colleagues. */
      readonly reason: string;
      /** Null where no clock runs: no SLA, or a meeting is booked. */
      readonly due: DueFor | null;
      /** Rotation of `pool` after this handoff; null where no pool gave it. */
      readonly standing: PoolStanding | null;
      readonly trace: readonly CandidateTrace[];
    }
  | {
      readonly kind: 'held';
      readonly code: HeldCode;
      /** For RevOps, in plain words with a remedy. */
      readonly reason: string;
      readonly pool: string | null;
      readonly rule: string | null;
      /** Who has to assign it by hand; null where the policy names nobody. */
      readonly processOwner: string | null;
      /** Until when, `dueMinutes` working minutes from now (60 where absent, design §5). */
      readonly due: DueFor;
      readonly trace: readonly CandidateTrace[];
    };

/**
 * Chooses the owner of one lead (design §7, P6), in this order: host of a booked meeting; the contact's owner, if a
 * member of the segment's pool; rep of the same company; company owner; open-deal owner; then rotation in the pool,
 * then in its overflow. Everybody chosen is active in HubSpot and, but for the host, not away. Capacity limits pools
 * only: a relationship outweighs it.
 */
export function routeLead(
  lead: LeadToRoute,
  state: RoutingState,
  context: RoutingContext,
): RouteOutcome {
  const known = findKnownOwner(lead, context);
  if (known.owner) {
    const { rep, via } = known.owner;
    return {
      kind: 'assigned',
      ownerId: rep.ownerId,
      pool: null,
      via,
      rule: null,
      reason: KNOWN_OWNER_REASONS[via],
      due: lead.sla && via !== 'meeting_host' ? dueForRep(lead.sla, rep, lead.pool, context) : null,
      standing: null,
      trace: known.trace,
    };
  }

  const trace = [...known.trace];
  const tried: string[] = [];
  for (const [id, pool] of poolsInOrder(lead.pool, context.policy)) {
    tried.push(id);
    const given = routeInPool({ id, pool }, lead, state, context);
    trace.push(...given.trace);
    if (!given.rep) continue;
    return {
      kind: 'assigned',
      ownerId: given.rep.ownerId,
      pool: id,
      via: 'pool',
      rule: lead.rule,
      reason: given.reason,
      due: lead.sla && dueForRep(lead.sla, given.rep, id, context),
      standing: given.standing,
      trace,
    };
  }

  const processOwner = context.policy.fallback?.processOwner ?? null;
  return {
    kind: 'held',
    ...heldReason(tried, lead, context),
    pool: lead.pool,
    rule: lead.rule,
    processOwner,
    due: dueForRep(
      { minutes: context.policy.fallback?.dueMinutes ?? HELD_MINUTES },
      context.reps.get(processOwner ?? '') ?? null,
      lead.pool,
      context,
    ),
    trace,
  };
}

/** The pool, its overflow, the overflow of that and so on; each once. */
function poolsInOrder(
  start: string | null,
  policy: RoutingPolicy,
): readonly (readonly [string, Pool])[] {
  const found = new Map<string, Pool>();
  let id = start;
  while (id !== null && !found.has(id)) {
    const pool: Pool | undefined = policy.pools[id];
    if (!pool) break;
    found.set(id, pool);
    id = pool.overflow;
  }
  return [...found];
}
