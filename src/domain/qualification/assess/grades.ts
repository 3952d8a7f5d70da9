import type { CompiledDisqualifyRule, CompiledPolicy } from '../compile/compiled-policy.ts';
import type { VerdictView } from './verdict-view.ts';
import type { FitGrade, IntentLevel } from '../verdict.ts';
import { TRUE } from '../../condition/truth.ts';
import type { World } from '../compile/world.ts';

/** Level by score (D24); an unscored lead shows as 3, the weakest. */
export function levelOf({ policy }: CompiledPolicy, score: number): IntentLevel {
  if (score >= policy.cutoffs.intent['1']) return 1;
  return score >= policy.cutoffs.intent['2'] ? 2 : 3;
}

/** Grade of a lead about which nothing is left unknown (D23); an exception lifts C to B (R39). */
export function gradeByPoints({ policy }: CompiledPolicy, world: World, score: number): FitGrade {
  if (score >= policy.cutoffs.fit.A) return 'A';
  return score >= policy.cutoffs.fit.B || world.override === 'icp_exception' ? 'B' : 'C';
}

/** Index of the first tier entry that is certain to hold; -1 for none. */
export function firstEntry(
  { tiers }: CompiledPolicy,
  truths: ArrayLike<number>,
  view: VerdictView,
): number {
  for (let index = 0; index < tiers.length; index++) {
    if (tiers[index]?.test(truths, view) === TRUE) return index;
  }
  return -1;
}

/** Does this rule stop the lead, or is it overruled by an exception? */
export function isOverruled(rule: CompiledDisqualifyRule, world: World): boolean {
  return rule.overruledByException && world.override === 'icp_exception';
}
