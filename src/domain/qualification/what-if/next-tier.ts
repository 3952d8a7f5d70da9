import type { Instant } from '../../instant.ts';
import type { Scalar } from '../../condition/condition-schema.ts';
import { assess, conclude } from '../assess/assess.ts';
import type { CompiledIntentRule, CompiledPolicy } from '../compile/compiled-policy.ts';
import { applyCell } from '../compile/components.ts';
import type { Verdict, TierChange } from '../verdict.ts';
import type { Dimension } from '../compile/dimensions.ts';
import { fillWorld } from '../compile/fill-world.ts';
import { liveDimensions } from '../compile/live-dimensions.ts';
import type { LeadFacts } from '../../condition/lead-facts.ts';
import type { Cell } from '../../condition/partition.ts';
import { fieldWords } from '../../words/phrases.ts';
import { scoreIntentRule } from '../assess/score-intent-rule.ts';
import { rankAt, tierOfRank, type Rank } from '../assess/rank.ts';
import { FALSE, TRUE } from '../../condition/truth.ts';
import type { World } from '../compile/world.ts';

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
 * @returns null for a lead in the best tier, or when no such change is found
 */
export function nextTier(
  compiled: CompiledPolicy,
  facts: LeadFacts,
  now: Instant,
): Verdict['nextTier'] {
  const world = fillWorld(compiled, facts, now);
  const actual = rankAt(compiled, assess(compiled, world));
  if (actual === 1) return null;
  const search = { compiled, now, actual, start: remember(world), tries: 0 };
  const candidates = candidatesOf(compiled, world);
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

interface Search {
  readonly compiled: CompiledPolicy;
  readonly now: Instant;
  readonly actual: Rank;
  /** The lead as it is. */
  readonly start: Remembered;
  tries: number;
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

/** The rank of the lead with these changes; every try starts from the lead as it is. */
function rankWith({ compiled, start }: Search, changes: readonly Candidate[]): Rank {
  const { world } = compiled;
  recall(world, start);
  const extra = new Map<CompiledIntentRule, number>();
  for (const change of changes) {
    if (change.kind === 'act') extra.set(change.rule, (extra.get(change.rule) ?? 0) + 1);
    else learn(compiled, world, change.dimension, change.cell);
  }
  for (const rule of compiled.intent) scoreIntentRule(rule, world, extra.get(rule) ?? 0);
  return rankAt(compiled, conclude(compiled, world));
}

interface Remembered {
  readonly truths: Uint8Array;
  readonly set: Uint8Array;
  readonly ages: Float64Array;
  readonly open: Uint8Array;
  readonly fitRaw: number;
  readonly intentRaw: number;
}

function remember(world: World): Remembered {
  return {
    truths: world.truths.slice(),
    set: world.set.slice(),
    ages: world.ages.slice(),
    open: world.open.slice(),
    fitRaw: world.fitRaw,
    intentRaw: world.intentRaw,
  };
}

function recall(world: World, start: Remembered): void {
  world.truths.set(start.truths);
  world.set.set(start.set);
  world.ages.set(start.ages);
  world.open.set(start.open);
  world.fitRaw = start.fitRaw;
  world.intentRaw = start.intentRaw;
}

function learn(compiled: CompiledPolicy, world: World, dimension: Dimension, cell: Cell): void {
  applyCell(dimension, cell, world);
  world.open[dimension.index] = 0;
  for (const slot of dimension.slots) world.set[slot.index] = 1;
  if (compiled.fitProperty?.dimension === dimension.index) world.fitRaw = Number(cell.value);
  if (compiled.intentProperty?.dimension === dimension.index) world.intentRaw = Number(cell.value);
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
    label: labelOf(search.compiled, dimension, cell) ?? factWords(stated),
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
  const { cells } = dimension.partition(search.now);
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

/** The label of the first fit rule that the fact makes true. */
function labelOf(compiled: CompiledPolicy, dimension: Dimension, cell: Cell): string | null {
  const { world } = compiled;
  for (const rule of compiled.fit) {
    if (!rule.dimensions.includes(dimension.index) || rule.points <= 0) continue;
    const truths = world.truths.slice();
    for (const atom of dimension.atoms) truths[atom.index] = FALSE;
    const before = rule.test(truths, world.view);
    dimension.atoms.forEach((atom, at) => {
      truths[atom.index] = cell.truths[at] ?? FALSE;
    });
    if (before !== TRUE && rule.test(truths, world.view) === TRUE) return rule.rule.label;
  }
  return null;
}

function factWords({ field, op, value }: Statement): string {
  const shown = Array.isArray(value)
    ? value.join(op === 'between' ? ' to ' : ' or ')
    : String(value);
  return `${fieldWords(field)} is ${shown}`;
}
