import { assess } from '../assess/assess.ts';
import { rankAt, type Rank } from '../assess/rank.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { applyCell } from '../compile/components.ts';
import { isAskable, type Dimension } from '../compile/dimensions.ts';
import { liveDimensions } from '../compile/live-dimensions.ts';
import { withCopy } from '../compile/with-copy.ts';
import type { World } from '../compile/world.ts';
import { TRUE, UNKNOWN } from '../../condition/truth.ts';

/**
 * The one field whose answer matters most: the one that alone could lift the lead furthest, then the one that alone
 * could change its tier in most ways, then the one with most fit points at stake, then policy order. Only fields that a
 * person can be asked for; null where none of them is open.
 *
 * @param compiled - the policy
 * @param world - assessed for the lead
 * @param actual - rank of the lead as it is
 */
export function askFor(compiled: CompiledPolicy, world: World, actual: Rank): string | null {
  let field: string | null = null;
  let most: readonly number[] = [];
  for (const dimension of liveDimensions(compiled, world)) {
    if (!isAskable(dimension)) continue;
    const weight = weightOf(compiled, world, dimension, actual);
    if (weight.every((part) => part === 0)) continue;
    if (field === null || isMore(weight, most)) {
      field = dimension.base;
      most = weight;
    }
  }
  return field;
}

/** Largest lift in tiers, number of other tiers, fit points at stake. */
function weightOf(
  compiled: CompiledPolicy,
  world: World,
  dimension: Dimension,
  actual: Rank,
): readonly number[] {
  let stake = 0;
  for (const rule of compiled.fit) {
    if (!rule.dimensions.includes(dimension.index)) continue;
    if (rule.test(world.truths, world.view) === UNKNOWN) stake += Math.abs(rule.points);
  }
  for (const { evidence, dimensions, points } of compiled.intent) {
    if (evidence.kind !== 'state' || !dimensions.includes(dimension.index)) continue;
    if (evidence.test(world.truths, world.view) !== TRUE) stake += Math.abs(points) / 100;
  }
  const ranks = ranksKnowing(compiled, world, dimension);
  const lift = Math.max(0, ...ranks.map((rank) => actual - rank));
  return [lift, new Set(ranks.filter((rank) => rank !== actual)).size, stake];
}

/** The rank of the lead for every value the field could turn out to have. */
function ranksKnowing(
  compiled: CompiledPolicy,
  world: World,
  dimension: Dimension,
): readonly Rank[] {
  return withCopy(compiled, world, (ahead) => {
    ahead.open[dimension.index] = 0;
    return dimension.partition(world.now).cells.flatMap((cell) => {
      if (cell.value === null) return [];
      applyCell(dimension, cell, ahead);
      return [rankAt(compiled, assess(compiled, ahead))];
    });
  });
}

function isMore(weight: readonly number[], than: readonly number[]): boolean {
  for (let at = 0; at < weight.length; at++) {
    const difference = (weight[at] ?? 0) - (than[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
