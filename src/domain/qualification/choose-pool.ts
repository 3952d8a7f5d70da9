import { withLead } from './assess/with-lead.ts';
import type { CompiledPolicy } from './compile/compiled-policy.ts';
import { GRADES, gradeBit } from './assess/verdict-view.ts';
import type { Verdict } from './verdict.ts';
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
  verdict: Pick<Verdict, 'tier' | 'fit' | 'requested'>,
  now: Instant,
): PoolChoice | null {
  const { routing } = compiled.policy;
  if (compiled.routing.length > 0) {
    const chosen = withLead(compiled, facts, now, ({ truths, view }, _, { own }) => {
      // The verdict as it was given counts, also where it comes from the record.
      view.tier = verdict.tier;
      view.requested = truthOf(verdict.requested);
      if (GRADES.includes(verdict.fit.grade)) view.grades = gradeBit(verdict.fit.grade);
      return own.routing.find(({ test }) => test(truths, view) === TRUE);
    });
    if (chosen) return { rule: chosen.id, pool: chosen.pool };
  }
  return routing.fallback ? { rule: null, pool: routing.fallback.pool } : null;
}
