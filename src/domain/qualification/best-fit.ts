import type { CompiledFitRule, CompiledPolicy } from './compiled-policy.ts';
import { components, forEachCompletion, openAmong } from './components.ts';
import { toScore } from './points.ts';
import { TRUE, UNKNOWN } from './truth.ts';
import type { World } from './world.ts';

/**
 * The most fit points the lead could have once everything unknown is known; rules that exclude each other are not
 * added up. Where even the plain sum cannot reach grade B, that sum is returned, since nothing finer is needed.
 */
export function bestFitPoints(compiled: CompiledPolicy, world: World): number {
  if (compiled.fitProperty) return 100;
  const open: CompiledFitRule[] = [];
  let certain = 0;
  let ceiling = 0;
  for (const rule of compiled.fit) {
    const truth = rule.test(world.truths, world.view);
    if ((truth === UNKNOWN || rule.asksIfSet) && openAmong(rule.dimensions, world)) {
      open.push(rule);
      ceiling += Math.max(0, rule.points);
    } else if (truth === TRUE) {
      certain += rule.points;
    }
  }
  if (open.length === 0 || toScore(certain + ceiling) < compiled.policy.cutoffs.fit.B) {
    return certain + ceiling;
  }
  let best = certain;
  for (const group of components(
    open.map(({ dimensions }) => dimensions),
    world,
  )) {
    const rules = open.filter(({ dimensions }) => dimensions.some((it) => group.includes(it)));
    let most = -Infinity;
    const counted = forEachCompletion(compiled, world, group, () => {
      let points = 0;
      for (const rule of rules)
        if (rule.test(world.truths, world.view) === TRUE) points += rule.points;
      most = Math.max(most, points);
    });
    best += counted ? most : rules.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  }
  return best;
}
