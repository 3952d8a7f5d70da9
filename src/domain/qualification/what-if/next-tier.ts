import type { Scalar } from '../../condition/condition-schema.ts';
import { conclude } from '../assess/assess.ts';
import type { CompiledIntentRule, CompiledPolicy } from '../compile/compiled-policy.ts';
import { applyCell } from '../compile/components.ts';
import type { Verdict, TierChange } from '../verdict.ts';
import type { Dimension } from '../compile/dimensions.ts';
import { liveDimensions } from '../compile/live-dimensions.ts';
import type { Cell } from '../../condition/partition.ts';
import { fieldWords } from '../../words/phrases.ts';
import { scoreIntentRule } from '../assess/score-intent-rule.ts';
import { rankAt, tierOfRank, type Rank } from '../assess/rank.ts';
import { FALSE, TRUE } from '../../condition/truth.ts';
import { withCopy } from '../compile/with-copy.ts';
import { copyWorld, type Scratch, type World } from '../compile/world.ts';

/** Most sets of changes that are tried before the search gives up and reports none. */
const MAX_TRIES = 20_000;
/** More changes than this are no hint to anybody. */
const MAX_CHANGES = 4;

/** One thing that could change: an unknown field turns out so, or the lead does something once more, now. */
type Candidate =
  | { readonly kind: 'fact'; readonly dimension: Dimension; readonly cell: Cell }
  | { readonly kind: 'act'; readonly rule: CompiledIntentRule };

/**
 * The smallest change that lifts the lead by at least a tier: fewest facts, then policy order (design §6). What the
 * lead could do is kept apart from what we do not know. Exact up to four changes: no smaller set lifts the lead.
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

interface Search {
  readonly compiled: CompiledPolicy;
  /** The lead as it is. */
  readonly world: World;
  readonly actual: Rank;
  /** The lead as it would be; every try starts it anew. */
  readonly ahead: Scratch;
  tries: number;
}

function smallestLift(search: Search): Verdict['nextTier'] {
  const candidates = candidatesOf(search.compiled, search.world);
  for (let size = 1; size <= MAX_CHANGES; size++) {
    const found = firstThatLifts(search, candidates, [], 0, size);
    if (found) {
      return {
        tier: tierOfRank(rankWith(search, found)) ?? 'tier_3',
        changes: found.map((candidate) => describe(search, candidate, found)),
      };
    }
    if (search.tries >= MAX_TRIES) return null;
  }
  return null;
}

/** Facts in the order in which the policy first names the field, then acts in rule order. */
function candidatesOf(compiled: CompiledPolicy, world: World): readonly Candidate[] {
  const facts = liveDimensions(compiled, world).flatMap((dimension) =>
    dimension
      .partition(world.now)
      .cells.map((cell): Candidate => ({ kind: 'fact', dimension, cell })),
  );
  const acts = compiled.intent
    .filter((rule) => rule.rule.points > 0)
    .map((rule): Candidate => ({ kind: 'act', rule }));
  return [...facts, ...acts];
}

/** Depth first in candidate order, so that the first set found of a size is the first in policy order. */
function firstThatLifts(
  search: Search,
  candidates: readonly Candidate[],
  chosen: readonly Candidate[],
  from: number,
  size: number,
): readonly Candidate[] | null {
  if (chosen.length === size) {
    search.tries++;
    return rankWith(search, chosen) < search.actual ? chosen : null;
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
function excludes(chosen: readonly Candidate[], candidate: Candidate): boolean {
  return (
    candidate.kind === 'fact' &&
    chosen.some((other) => other.kind === 'fact' && other.dimension === candidate.dimension)
  );
}

/** The rank of the lead with these changes. */
function rankWith(search: Search, changes: readonly Candidate[]): Rank {
  const { compiled, ahead } = search;
  imagine(search, changes);
  const extra = new Map<CompiledIntentRule, number>();
  for (const change of changes) {
    if (change.kind === 'act') extra.set(change.rule, (extra.get(change.rule) ?? 0) + 1);
  }
  for (const rule of compiled.intent) scoreIntentRule(rule, ahead, extra.get(rule) ?? 0);
  return rankAt(compiled, conclude(compiled, ahead));
}

/** Makes `ahead` the lead as it is with these facts known; nothing is concluded from them yet. */
function imagine({ compiled, world, ahead }: Search, changes: readonly Candidate[]): void {
  copyWorld(world, ahead);
  for (const change of changes) {
    if (change.kind === 'fact') learn(compiled, ahead, change.dimension, change.cell);
  }
}

function learn(compiled: CompiledPolicy, ahead: Scratch, dimension: Dimension, cell: Cell): void {
  applyCell(dimension, cell, ahead);
  ahead.open[dimension.index] = 0;
  for (const slot of dimension.slots) ahead.set[slot.index] = 1;
  if (compiled.fitProperty?.dimension === dimension.index) ahead.fitRaw = Number(cell.value);
  if (compiled.intentProperty?.dimension === dimension.index) ahead.intentRaw = Number(cell.value);
}

function describe(search: Search, candidate: Candidate, chosen: readonly Candidate[]): TierChange {
  if (candidate.kind === 'act') {
    const { id, label } = candidate.rule.rule;
    return { kind: 'lead_could_do', rule: id, label };
  }
  const { dimension, cell } = candidate;
  const stated = statementOf(search, dimension, cell, chosen);
  return {
    kind: 'unknown_fact',
    field: stated.field,
    op: stated.op,
    value: stated.value,
    label: labelOf(search, dimension, chosen) ?? factWords(stated),
  };
}

interface Statement {
  readonly field: string;
  readonly op: string;
  readonly value: unknown;
}

/**
 * The policy's own comparison where every value that passes it lifts the lead too; else one value that does.
 */
function statementOf(
  search: Search,
  dimension: Dimension,
  cell: Cell,
  chosen: readonly Candidate[],
): Statement {
  const { cells } = dimension.partition(search.world.now);
  for (const [index, { source }] of dimension.atoms.entries()) {
    if (cell.truths[index] !== TRUE || source.op === 'known') continue;
    const passing = cells.filter(({ truths }) => truths[index] === TRUE);
    const alwaysLifts = passing.every((other) => {
      const instead = chosen.map((change) =>
        change.kind === 'fact' && change.dimension === dimension
          ? { ...change, cell: other }
          : change,
      );
      return rankWith(search, instead) < search.actual;
    });
    if (alwaysLifts) return { field: source.field, op: source.op, value: source.value };
  }
  return { field: dimension.base, op: 'eq', value: cell.value satisfies Scalar };
}

/** The label of the first fit rule that the fact makes true, beside the other changes. */
function labelOf(
  search: Search,
  dimension: Dimension,
  chosen: readonly Candidate[],
): string | null {
  const { compiled, ahead } = search;
  imagine(search, chosen);
  const holding = compiled.fit.filter(
    ({ dimensions, points, test }) =>
      points > 0 && dimensions.includes(dimension.index) && test(ahead.truths, ahead.view) === TRUE,
  );
  for (const { index } of dimension.atoms) ahead.truths[index] = FALSE;
  return holding.find(({ test }) => test(ahead.truths, ahead.view) !== TRUE)?.rule.label ?? null;
}

function factWords({ field, op, value }: Statement): string {
  const shown = Array.isArray(value)
    ? value.join(op === 'between' ? ' to ' : ' or ')
    : String(value);
  return `${fieldWords(field)} is ${shown}`;
}
