import type { CompiledIntentRule } from '../compile/compiled-policy.ts';
import { fadedPoints } from '../compile/points.ts';
import type { Scratch } from '../compile/world.ts';
import { countedOf } from './counted-of.ts';

/**
 * Writes what one intent rule gives into the world.
 *
 * @param rule - of the policy
 * @param world - filled for the lead
 * @param extra - occurrences right now on top of those on record, for "what if the lead did this"
 */
export function scoreIntentRule(rule: CompiledIntentRule, world: Scratch, extra: number): void {
  const { evidence, index } = rule;
  let count: number;
  let points = 0;
  let newest = NaN;
  if (evidence.kind === 'state') {
    const held = extra > 0 ? undefined : countedOf(rule, world)[0];
    count = extra > 0 || held !== undefined ? 1 : 0;
    if (count > 0) {
      newest = held?.age ?? NaN;
      points = fadedPoints(rule.points, rule, newest);
    }
  } else {
    const counted = countedOf(rule, world);
    count = counted.length + extra;
    if (count < evidence.atLeast) count = 0;
    if (count > 0) {
      newest = extra > 0 ? 0 : (counted[0]?.age ?? NaN);
      points = rule.points * Math.min(extra, rule.maxCount);
      const older = Math.min(counted.length, rule.maxCount - extra);
      for (let at = 0; at < older; at++) {
        points += fadedPoints(rule.points, rule, counted[at]?.age ?? 0);
      }
    }
  }
  world.counts[index] = count;
  world.points[index] = points;
  const asks =
    count > 0 &&
    rule.asksFrom !== Infinity &&
    fadedPoints(rule.rule.points, rule, newest) >= rule.asksFrom;
  world.asks[index] = asks ? 1 : 0;
}
