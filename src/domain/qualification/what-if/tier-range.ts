import type { Assessment } from '../assess/assess.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { exactRange } from './exact-range.ts';
import { openQuestions } from './open-questions.ts';
import { rankAt, type TierRange } from '../assess/rank.ts';
import { tierBound } from './tier-bound.ts';
import { UNKNOWN } from '../../condition/truth.ts';
import { withCopy } from '../compile/with-copy.ts';
import type { Scratch, World } from '../compile/world.ts';

/**
 * Best and worst tier of an assessed lead over everything that could still turn out. The lead as it is counts as one
 * way, so that best is never below and worst never above it.
 *
 * First a bound is taken from the ranges of both scores: for most leads it has one tier in it and that is the answer.
 * Otherwise unknown fields that share a condition are tried jointly and the distinct outcomes of the groups combined.
 * What is given is exact only where values are known that reach both ends; else it is a bound, and says so.
 */
export function tierRange(
  compiled: CompiledPolicy,
  world: World,
  assessment: Assessment,
): TierRange {
  const actual = rankAt(compiled, assessment);
  const undatable = compiled.intent.some(({ index }) => world.undatable[index] === 1);
  if (!undatable && !compiled.dimensions.some(({ index }) => world.open[index] === 1)) {
    return { best: actual, worst: actual, isBound: false };
  }
  return withCopy(compiled, world, (ahead): TierRange => {
    forgetIfSet(compiled, ahead);
    // The tier is what is looked for.
    ahead.view.tier = null;
    const questions = openQuestions(compiled, ahead);
    const bound = tierBound(compiled, ahead, questions, actual);
    if (bound.best === bound.worst) return { ...bound, isBound: false };
    // When an act happened that nobody can date is not tried out.
    if (undatable) return { ...bound, isBound: true };
    return exactRange(compiled, ahead, questions, actual, bound) ?? { ...bound, isBound: true };
  });
}

/** Whether a field is set has an answer now, but another one once it is known: unknown while we look ahead. */
function forgetIfSet({ asksIfSet }: CompiledPolicy, ahead: Scratch): void {
  for (const atom of asksIfSet) if (ahead.set[atom.slot] === 0) ahead.truths[atom.index] = UNKNOWN;
}
