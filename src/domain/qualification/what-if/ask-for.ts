import { assess } from '../assess/assess.ts';
import { rankAt, type Rank } from '../assess/rank.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { applyCell } from '../compile/components.ts';
import { isAskable, type Dimension } from '../compile/dimensions.ts';
import { liveDimensions } from '../compile/live-dimensions.ts';
import { withCopy } from '../compile/with-copy.ts';
import type { World } from '../compile/world.ts';
import { rankWith, type Fact, type Imagined } from './imagine.ts';
import { TRUE, UNKNOWN } from '../../condition/truth.ts';

/** Most combinations of answers that are tried, and most fields in one. */
const MAX_TRIES = 5_000;
const MAX_TOGETHER = 4;

/**
 * The one field whose answer matters most: the one that alone could lift the lead furthest, then the one that alone
 * could change its tier in most ways, then the one with most points at stake, then policy order. Where no answer alone
 * changes anything, it is one that does so together with others. Only fields that a person can be asked for; null where
 * none of them is open.
 *
 * @param compiled - the policy
 * @param world - assessed for the lead
 * @param actual - rank of the lead as it is
 */
export function askFor(compiled: CompiledPolicy, world: World, actual: Rank): string | null {
  const askable = liveDimensions(compiled, world).filter(isAskable);
  let field: string | null = null;
  let most: readonly number[] = [];
  for (const dimension of askable) {
    const ranks = ranksKnowing(compiled, world, dimension);
    const others = new Set(ranks.filter((rank) => rank !== actual)).size;
    if (others === 0) continue;
    const lift = Math.max(0, ...ranks.map((rank) => actual - rank));
    const weight = [lift, others, stakeOf(compiled, world, dimension)];
    if (field === null || isMore(weight, most)) {
      field = dimension.base;
      most = weight;
    }
  }
  if (field !== null) return field;
  return withCopy(
    compiled,
    world,
    (ahead) => together({ compiled, world, ahead, actual, tries: 0 })?.base ?? null,
  );
}

interface Search extends Imagined {
  readonly actual: Rank;
  tries: number;
}

/**
 * The field with most at stake among the fewest that change the tier together: as no fewer do, the answer to each of
 * them does, once the others are answered so.
 */
function together(search: Search): Dimension | null {
  const { compiled, world } = search;
  const byStake = liveDimensions(compiled, world)
    .map((dimension) => ({ dimension, stake: stakeOf(compiled, world, dimension) }))
    .sort((a, b) => b.stake - a.stake)
    .map(({ dimension }) => dimension);
  for (let size = 2; size <= MAX_TOGETHER; size++) {
    const found = firstThatChanges(search, byStake, [], size);
    if (found || search.tries >= MAX_TRIES) return found?.find(isAskable) ?? null;
  }
  return null;
}

function firstThatChanges(
  search: Search,
  open: readonly Dimension[],
  chosen: readonly Fact[],
  size: number,
): readonly Dimension[] | null {
  if (chosen.length === size) {
    search.tries++;
    return rankWith(search, chosen) === search.actual
      ? null
      : chosen.map(({ dimension }) => dimension);
  }
  for (const [index, dimension] of open.entries()) {
    for (const cell of dimension.partition(search.world.now).cells) {
      if (cell.value === null) continue;
      if (search.tries >= MAX_TRIES) return null;
      const more: Fact = { kind: 'fact', dimension, cell };
      const found = firstThatChanges(search, open.slice(index + 1), [...chosen, more], size);
      if (found?.some(isAskable)) return found;
    }
  }
  return null;
}

/** Points that depend on the field; those of intent count for less, since a person is asked about facts. */
function stakeOf(compiled: CompiledPolicy, world: World, dimension: Dimension): number {
  let stake = 0;
  for (const rule of compiled.fit) {
    if (!rule.dimensions.includes(dimension.index)) continue;
    if (rule.test(world.truths, world.view) === UNKNOWN) stake += Math.abs(rule.points);
  }
  for (const { evidence, dimensions, points } of compiled.intent) {
    if (evidence.kind !== 'state' || !dimensions.includes(dimension.index)) continue;
    if (evidence.test(world.truths, world.view) !== TRUE) stake += Math.abs(points) / 100;
  }
  return stake;
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
