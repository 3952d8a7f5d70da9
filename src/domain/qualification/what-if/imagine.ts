import { conclude } from '../assess/assess.ts';
import { rankAt, type Rank } from '../assess/rank.ts';
import { scoreIntentRule } from '../assess/score-intent-rule.ts';
import type { CompiledIntentRule, CompiledPolicy } from '../compile/compiled-policy.ts';
import { applyCell } from '../compile/components.ts';
import type { Dimension } from '../compile/dimensions.ts';
import { copyWorld, type Scratch, type World } from '../compile/world.ts';
import type { Cell } from '../../condition/partition.ts';

/** An unknown field turns out to be so. */
export interface Fact {
  readonly kind: 'fact';
  readonly dimension: Dimension;
  readonly cell: Cell;
}

/** One thing that could change: a fact is learned, or the lead does something once more, now. */
export type Change = Fact | { readonly kind: 'act'; readonly rule: CompiledIntentRule };

/** A lead, and room to imagine it otherwise. */
export interface Imagined {
  readonly compiled: CompiledPolicy;
  /** The lead as it is. */
  readonly world: World;
  /** The lead as it would be; every try starts it anew. */
  readonly ahead: Scratch;
}

/** The rank of the lead with these changes. */
export function rankWith(of: Imagined, changes: readonly Change[]): Rank {
  const { compiled, ahead } = of;
  imagine(of, changes);
  const extra = new Map<CompiledIntentRule, number>();
  for (const change of changes) {
    if (change.kind === 'act') extra.set(change.rule, (extra.get(change.rule) ?? 0) + 1);
  }
  for (const rule of compiled.intent) scoreIntentRule(rule, ahead, extra.get(rule) ?? 0);
  return rankAt(compiled, conclude(compiled, ahead));
}

/** Makes `ahead` the lead as it is with these facts known; nothing is concluded from them yet. */
export function imagine({ compiled, world, ahead }: Imagined, changes: readonly Change[]): void {
  copyWorld(world, ahead);
  for (const change of changes) {
    if (change.kind === 'fact') learn(compiled, ahead, change.dimension, change.cell);
  }
}

function learn(compiled: CompiledPolicy, ahead: Scratch, dimension: Dimension, cell: Cell): void {
  applyCell(dimension, cell, ahead);
  ahead.open[dimension.index] = 0;
  for (const slot of dimension.slots) ahead.set[slot.index] = 1;
  const score = cell.value === null ? NaN : Number(cell.value);
  if (compiled.fitProperty?.dimension === dimension.index) ahead.fitRaw = score;
  if (compiled.intentProperty?.dimension === dimension.index) ahead.intentRaw = score;
}
