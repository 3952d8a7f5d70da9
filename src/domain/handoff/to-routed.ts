import { ownerId, poolId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Policy } from '../policy/policy.ts';
import type { RouteOutcome } from '../routing/route-lead.ts';
import type { Routed } from './command.ts';

/**
 * What routing found, as a handoff keeps it.
 *
 * @param outcome - of `routeLead`
 * @param nth - which routing of this handoff it is, from 1
 * @param policy - says which pools qualify
 * @param now - when it was routed
 */
export function toRouted(outcome: RouteOutcome, nth: number, policy: Policy, now: Instant): Routed {
  const { due } = outcome;
  const assigned = outcome.kind === 'assigned';
  return {
    due: due && { dueAt: due.dueAt, warnAt: assigned ? due.warnAt : null },
    assignment: {
      nth,
      at: now,
      ownerId: assigned ? ownerId(outcome.ownerId) : null,
      pool: outcome.pool === null ? null : poolId(outcome.pool),
      via: assigned ? outcome.via : outcome.code,
      rule: outcome.rule,
      reason: outcome.reason,
      stage: stageOf(outcome.pool, policy),
      calendar: due?.calendar ?? '',
      blocks: due?.blocks ?? [],
      trace: outcome.trace,
    },
  };
}

/** A pool with the qualification step is worked by SDRs (R96, R195). */
export function stageOf(pool: string | null, { routing }: Policy): 'sdr' | 'ae' {
  return pool !== null && routing.pools[pool]?.qualifies ? 'sdr' : 'ae';
}
