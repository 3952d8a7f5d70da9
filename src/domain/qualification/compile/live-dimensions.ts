import type { CompiledPolicy } from './compiled-policy.ts';
import type { Dimension } from './dimensions.ts';
import { TRUE, UNKNOWN } from '../../condition/truth.ts';
import type { World } from './world.ts';

/**
 * The unknown things that could still change something: a condition that is settled stays settled whatever else turns
 * out, so what only settled conditions look at need not be tried.
 */
export function liveDimensions(compiled: CompiledPolicy, world: World): readonly Dimension[] {
  const live = new Set<number>();
  const add = (dimensions: readonly number[]): void => {
    for (const dimension of dimensions) live.add(dimension);
  };
  for (const { test, asksIfSet, dimensions } of compiled.fit) {
    if (asksIfSet || test(world.truths, world.view) === UNKNOWN) add(dimensions);
  }
  for (const { test, dimensions } of compiled.disqualify) {
    if (test(world.truths, world.view) === UNKNOWN) add(dimensions);
  }
  for (const { evidence, dimensions } of compiled.intent) {
    if (evidence.kind === 'event') continue;
    const truth = evidence.test(world.truths, world.view);
    const undated = truth === TRUE && evidence.dateSlot >= 0 && world.set[evidence.dateSlot] === 0;
    if (truth === UNKNOWN || undated || evidence.atoms.some((atom) => atom.asksIfSet))
      add(dimensions);
  }
  for (const score of [compiled.fitProperty, compiled.intentProperty]) {
    if (score) live.add(score.dimension);
  }
  const { asksIfSet } = compiled;
  return compiled.dimensions.filter(
    ({ index, atoms, tierAtoms }) =>
      world.open[index] === 1 &&
      (live.has(index) || tierAtoms.length > 0 || atoms.some((atom) => asksIfSet.includes(atom))),
  );
}
