import type { CompiledPolicy } from './compiled-policy.ts';
import type { Dimension } from './dimensions.ts';
import type { Cell } from '../../condition/partition.ts';
import { withCopy } from './with-copy.ts';
import type { Scratch, World } from './world.ts';

/** Most joint cells and most joint outcomes that are tried; beyond, a bound is given (design §6). */
export const MAX_CELLS = 4096;

/** The open ones among some dimensions. */
export function openAmong(dimensions: readonly number[], world: World): boolean {
  for (const dimension of dimensions) if (world.open[dimension] === 1) return true;
  return false;
}

/**
 * Can this dimension turn out in each of its cells that has a value, whatever the others turn out to be? Not where
 * another unknown is worked out from the same, nor where a value is there that could not be read.
 */
function isIndependent({ baseSlot, entangled }: Dimension, world: World): boolean {
  return world.set[baseSlot] !== 1 && !openAmong(entangled, world);
}

/**
 * Groups open dimensions that share a condition; dimensions of different groups do not influence each other.
 *
 * @param sharing - the dimensions of each condition
 */
export function components(
  sharing: readonly (readonly number[])[],
  world: World,
): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const dimensions of sharing) {
    const open = dimensions.filter((dimension) => world.open[dimension] === 1);
    if (open.length === 0) continue;
    const touched = groups.filter((group) => open.some((dimension) => group.includes(dimension)));
    const [first] = touched;
    const merged = first ?? [];
    for (const dimension of [...touched.slice(1).flat(), ...open]) {
      if (!merged.includes(dimension)) merged.push(dimension);
    }
    for (const group of touched.slice(1)) groups.splice(groups.indexOf(group), 1);
    if (!first) groups.push(merged);
  }
  return groups;
}

/** Do the cells of these dimensions hold every value that they could take? */
export function isWholly(
  compiled: CompiledPolicy,
  world: World,
  dimensions: readonly number[],
): boolean {
  return dimensions.every(
    (index) => compiled.dimensions[index]?.partition(world.now).isComplete ?? false,
  );
}

/**
 * Lets the open dimensions of one group take every combination of values, in a copy of the lead's world.
 *
 * @param compiled - the policy
 * @param world - filled for the lead
 * @param group - dimensions that share conditions
 * @param visit - called with the world as it would be, the cell of each dimension in the group's order, and whether
 *   values are known with which it would be so; world and cells are written over for the next combination
 * @returns false where there are more than `MAX_CELLS` combinations; then nothing is visited
 */
export function forEachCompletion(
  compiled: CompiledPolicy,
  world: World,
  group: readonly number[],
  visit: (ahead: Scratch, cells: readonly Cell[], isReal: boolean) => void,
): boolean {
  const dimensions = group.flatMap((index) => compiled.dimensions[index] ?? []);
  const partitions = dimensions.map(({ partition }) => partition(world.now).cells);
  const combinations = partitions.reduce((product, cells) => product * cells.length, 1);
  if (combinations > MAX_CELLS) return false;
  const areIndependent = dimensions.every((dimension) => isIndependent(dimension, world));

  return withCopy(compiled, world, (ahead) => {
    const chosen: Cell[] = [];
    const choose = (at: number, isReal: boolean): void => {
      const dimension = dimensions[at];
      if (!dimension) {
        visit(ahead, chosen, isReal);
        return;
      }
      for (const cell of partitions[at] ?? []) {
        applyCell(dimension, cell, ahead);
        chosen[at] = cell;
        choose(at + 1, isReal && cell.value !== null);
      }
    };
    choose(0, areIndependent);
    return true;
  });
}

/** Writes a cell into the fields of a dimension that are unset. */
export function applyCell(dimension: Dimension, cell: Cell, ahead: Scratch): void {
  const { atoms, slots } = dimension;
  for (let index = 0; index < atoms.length; index++) {
    const atom = atoms[index];
    if (atom && ahead.set[atom.slot] === 0) ahead.truths[atom.index] = cell.truths[index] ?? 0;
  }
  for (const slot of slots) {
    if (slot.dated && ahead.set[slot.index] === 0) ahead.ages[slot.index] = cell.ageMs;
  }
}
