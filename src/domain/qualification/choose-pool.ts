import { assess } from './assess/assess.ts';
import type { CompiledPolicy } from './compile/compiled-policy.ts';
import { GRADES, gradeBit } from './assess/verdict-view.ts';
import type { Verdict } from './verdict.ts';
import { fillWorld } from './compile/fill-world.ts';
import type { LeadFacts } from '../condition/lead-facts.ts';
import type { Instant } from '../instant.ts';
import { TRUE, truthOf } from '../condition/truth.ts';

/** The pool a lead goes to, and the routing rule that sent it; `rule` is null for the fallback. */
export interface PoolChoice {
  readonly rule: string | null;
  readonly pool: string;
}

/** The pool of the first routing rule that holds, else the fallback; null where the policy routes nowhere. */
export function choosePool(
  compiled: CompiledPolicy,
  facts: LeadFacts,
  decision: Pick<Verdict, 'tier' | 'fit' | 'requested'>,
  now: Instant,
): PoolChoice | null {
  const { routing } = compiled.policy;
  if (!routing) return null;
  if (compiled.routing.length > 0) {
    const world = fillWorld(compiled, facts, now);
    assess(compiled, world);
    // The decision as it was made counts, also where it comes from the record.
    world.view.tier = decision.tier;
    world.view.requested = truthOf(decision.requested);
    if (GRADES.includes(decision.fit.grade)) world.view.grades = gradeBit(decision.fit.grade);
    for (const { id, pool, test } of compiled.routing) {
      if (test(world.truths, world.view) === TRUE) return { rule: id, pool };
    }
  }
  return routing.fallback ? { rule: null, pool: routing.fallback.pool } : null;
}
