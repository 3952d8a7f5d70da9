import { assess, type Assessment } from '../assess/assess.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { exactRange } from './exact-range.ts';
import { openQuestions } from './open-questions.ts';
import { rankAt, type TierRange } from '../assess/rank.ts';
import { tierBound } from './tier-bound.ts';
import { UNKNOWN } from '../../condition/truth.ts';
import type { World } from '../compile/world.ts';

/**
 * Best and worst tier over everything that could still turn out. The lead as it is counts as one way, so that best is
 * never below and worst never above it.
 *
 * First a bound is taken from the ranges of both scores: for most leads it has one tier in it and that is the answer.
 * Otherwise unknown fields that share a condition are tried jointly and the distinct outcomes of the groups combined.
 */
export function tierRange(
  compiled: CompiledPolicy,
  world: World,
  assessment: Assessment,
): TierRange {
  const actual = rankAt(compiled, assessment);
  if (!world.open.includes(1)) return { best: actual, worst: actual, isBound: false };
  const forgotten = forgetIfSet(compiled, world);
  const questions = openQuestions(compiled, world);
  const bound = { ...tierBound(compiled, world, questions, actual), isBound: true };
  const range =
    bound.best === bound.worst
      ? { ...bound, isBound: false }
      : (exactRange(compiled, world, questions, actual) ?? bound);
  for (const [atom, truth] of forgotten) world.truths[atom] = truth;
  // Looking ahead has written over what matched.
  if (questions.intent.length > 0) assess(compiled, world);
  return range;
}

/** Whether a field is set has an answer now, but another one once it is known: unknown while we look ahead. */
function forgetIfSet(
  compiled: CompiledPolicy,
  world: World,
): readonly (readonly [number, number])[] {
  if (compiled.asksIfSet.length === 0) return [];
  return compiled.asksIfSet
    .filter((atom) => world.set[atom.slot] === 0)
    .map(({ index }) => {
      const truth = world.truths[index] ?? 0;
      world.truths[index] = UNKNOWN;
      return [index, truth] as const;
    });
}
