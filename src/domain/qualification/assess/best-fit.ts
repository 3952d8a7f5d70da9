import type { CompiledFitRule, CompiledPolicy } from '../compile/compiled-policy.ts';
import { components, forEachCompletion, isWholly, openAmong } from '../compile/components.ts';
import { toScore } from '../compile/points.ts';
import { TRUE, UNKNOWN } from '../../condition/truth.ts';
import type { World } from '../compile/world.ts';

/** Open fit rules that hang together, and every sum of points they can come to. */
export interface FitGroup {
  readonly dimensions: readonly number[];
  readonly rules: readonly CompiledFitRule[];
  /** With whether a value is known for each; null where not all combinations can be tried. */
  readonly sums: ReadonlyMap<number, boolean> | null;
}

/** Could this fit rule still turn out otherwise? */
export function isOpenFit(rule: CompiledFitRule, world: World): boolean {
  if (!openAmong(rule.dimensions, world)) return false;
  return rule.asksIfSet || rule.test(world.truths, world.view) === UNKNOWN;
}

/**
 * The most fit points the lead could have once everything unknown is known; rules that exclude each other are not
 * added up. Where even the plain sum cannot reach grade B, that sum is returned, since nothing finer is needed.
 */
export function bestFitPoints(compiled: CompiledPolicy, world: World): number {
  if (compiled.fitProperty) return 100;
  let certain = 0;
  let ceiling = 0;
  for (const rule of compiled.fit) {
    if (isOpenFit(rule, world)) ceiling += Math.max(0, rule.points);
    else if (rule.test(world.truths, world.view) === TRUE) certain += rule.points;
  }
  if (ceiling === 0 || toScore(certain + ceiling) < compiled.policy.cutoffs.fit.B) {
    return certain + ceiling;
  }
  for (const { sums, rules } of fitGroups(compiled, world)) {
    certain += sums
      ? Math.max(...sums.keys())
      : rules.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  }
  return certain;
}

/** The groups of open fit rules of a lead. */
export function fitGroups(compiled: CompiledPolicy, world: World): readonly FitGroup[] {
  const open = compiled.fit.filter((rule) => isOpenFit(rule, world));
  const sharing = open.map(({ dimensions }) => dimensions);
  return components(sharing, world).map((dimensions) => {
    const rules = open.filter((rule) => rule.dimensions.some((it) => dimensions.includes(it)));
    const sums = new Map<number, boolean>();
    const isWhole = isWholly(compiled, world, dimensions);
    const counted = forEachCompletion(compiled, world, dimensions, (ahead, _cells, isReal) => {
      let points = 0;
      for (const rule of rules) {
        if (rule.test(ahead.truths, ahead.view) === TRUE) points += rule.points;
      }
      if (isReal || !sums.has(points)) sums.set(points, isReal);
    });
    return { dimensions, rules, sums: counted && isWhole ? sums : null };
  });
}
