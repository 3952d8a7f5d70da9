import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { Verdict } from '../verdict.ts';
import { liveDimensions } from '../compile/live-dimensions.ts';
import { tierOfRank, type Rank } from '../assess/rank.ts';
import { withCopy } from '../compile/with-copy.ts';
import type { World } from '../compile/world.ts';
import { rankWith, type Change, type Imagined } from './imagine.ts';
import { stateChanges } from './state-changes.ts';

/** Most sets of changes that are tried before the search gives up and reports none. */
const MAX_TRIES = 20_000;
/** More changes than this are no hint to anybody. */
const MAX_CHANGES = 4;

/**
 * The smallest change that lifts the lead by at least a tier: fewest facts, then policy order (design §6). What the
 * lead could do is kept apart from what we do not know. Up to four changes are tried: no smaller set that can be put
 * into words lifts the lead, and every value that is as the words say lifts it to the tier that is named.
 *
 * @param compiled - the policy
 * @param world - assessed for the lead
 * @param actual - rank of the lead as it is
 * @returns null for a lead in the best tier, or when no such change is found
 */
export function nextTier(
  compiled: CompiledPolicy,
  world: World,
  actual: Rank,
): Verdict['nextTier'] {
  if (actual === 1) return null;
  return withCopy(compiled, world, (ahead) =>
    smallestLift({ compiled, world, actual, ahead, tries: 0 }),
  );
}

interface Search extends Imagined {
  readonly actual: Rank;
  tries: number;
}

function smallestLift(search: Search): Verdict['nextTier'] {
  const candidates = candidatesOf(search.compiled, search.world);
  for (let size = 1; size <= MAX_CHANGES; size++) {
    const found = firstThatLifts(search, candidates, [], 0, size);
    if (found) return found;
    if (search.tries >= MAX_TRIES) return null;
  }
  return null;
}

/** Facts in the order in which the policy first names the field, then acts in rule order. */
function candidatesOf(compiled: CompiledPolicy, world: World): readonly Change[] {
  const facts = liveDimensions(compiled, world).flatMap((dimension) =>
    dimension
      .partition(world.now)
      .cells.flatMap((cell): readonly Change[] =>
        cell.value === null ? [] : [{ kind: 'fact', dimension, cell }],
      ),
  );
  const acts = compiled.intent
    .filter((rule) => rule.rule.points > 0)
    .map((rule): Change => ({ kind: 'act', rule }));
  return [...facts, ...acts];
}

/** Depth first in candidate order, so that the first set found of a size is the first in policy order. */
function firstThatLifts(
  search: Search,
  candidates: readonly Change[],
  chosen: readonly Change[],
  from: number,
  size: number,
): Verdict['nextTier'] {
  if (chosen.length === size) {
    search.tries++;
    const rank = rankWith(search, chosen);
    const changes = rank < search.actual ? stateChanges(search, chosen, rank) : null;
    return changes && { tier: tierOfRank(rank) ?? 'tier_3', changes };
  }
  for (let index = from; index < candidates.length && search.tries < MAX_TRIES; index++) {
    const candidate = candidates[index];
    if (!candidate || excludes(chosen, candidate)) continue;
    const again = candidate.kind === 'act' && candidate.rule.evidence.kind === 'event';
    const next = again ? index : index + 1;
    const found = firstThatLifts(search, candidates, [...chosen, candidate], next, size);
    if (found) return found;
  }
  return null;
}

/** A field has one value. */
function excludes(chosen: readonly Change[], candidate: Change): boolean {
  return (
    candidate.kind === 'fact' &&
    chosen.some((other) => other.kind === 'fact' && other.dimension === candidate.dimension)
  );
}
