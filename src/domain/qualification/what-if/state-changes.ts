import type { Condition, FieldCondition, Scalar } from '../../condition/condition-schema.ts';
import { describeCondition } from '../../condition/describe-condition.ts';
import { oppositeOf } from '../../condition/opposite.ts';
import type { Cell } from '../../condition/partition.ts';
import { FALSE, TRUE } from '../../condition/truth.ts';
import { asksIfSet } from '../../condition/values/comparison.ts';
import { saysOneThing } from '../../condition/values/text-combinations.ts';
import { constantInstant } from '../../condition/value-test.ts';
import { instant } from '../../instant.ts';
import { dayAt, dayInWords } from '../../day.ts';
import { fieldWords } from '../../words/phrases.ts';
import type { Rank } from '../assess/rank.ts';
import type { TierChange } from '../verdict.ts';
import { imagine, rankWith, type Change, type Fact, type Imagined } from './imagine.ts';

/** Most combinations of values of several fields for which a statement is tried. */
const MAX_TRIES = 256;

/** What a comparison of the policy has to come to, in a form that may be said. */
interface Constraint {
  readonly at: number;
  readonly truth: typeof TRUE | typeof FALSE;
  readonly said: Condition;
  /** The same as one comparison; null where the policy has none that says it. */
  readonly as: FieldCondition | null;
}

/** What is said of one field, and the cells of which it is true. */
interface Statement {
  readonly as: FieldCondition;
  readonly label: string;
  readonly cells: readonly Cell[];
}

/**
 * Says of each change what would have to be. All that is said is true of every value that is as it says: whichever of
 * them the fields turn out to have, the lead is in the tier or a better one.
 *
 * @param of - the lead
 * @param changes - that lift it
 * @param goal - rank to which they do
 * @returns null where it cannot be said
 */
export function stateChanges(
  of: Imagined,
  changes: readonly Change[],
  goal: Rank,
): readonly TierChange[] | null {
  const allowed = new Map<Fact, readonly Cell[]>();
  for (const change of changes) if (change.kind === 'fact') allowed.set(change, [change.cell]);
  const stated: TierChange[] = [];
  for (const change of changes) {
    if (change.kind === 'act') {
      const { id, label } = change.rule.rule;
      stated.push({ kind: 'lead_could_do', rule: id, label });
      continue;
    }
    const reaches = (cells: readonly Cell[]): boolean =>
      reachesWith(of, changes, new Map([...allowed, [change, cells]]), goal);
    const statement = statementOf(of, change, reaches);
    if (statement === null) return null;
    allowed.set(change, statement.cells);
    const { field, op, value } = statement.as;
    stated.push({
      kind: 'unknown_fact',
      field,
      op,
      ...(value === undefined ? {} : { value }),
      label: ruleLabel(of, change, changes, reaches) ?? statement.label,
    });
  }
  return stated;
}

/** Does the lead reach the goal with every combination of these cells? */
function reachesWith(
  of: Imagined,
  changes: readonly Change[],
  allowed: ReadonlyMap<Fact, readonly Cell[]>,
  goal: Rank,
): boolean {
  let ways: readonly (readonly Change[])[] = [[]];
  for (const change of changes) {
    const options: readonly Change[] =
      change.kind === 'act'
        ? [change]
        : (allowed.get(change) ?? []).map((cell) => ({ ...change, cell }));
    if (ways.length * options.length > MAX_TRIES) return false;
    ways = ways.flatMap((some) => options.map((one) => [...some, one]));
  }
  return ways.every((way) => rankWith(of, way) <= goal);
}

/** The weakest thing that suffices: that the field is known, one comparison, several of them, or else one value. */
function statementOf(
  { world }: Imagined,
  { dimension, cell }: Fact,
  reaches: (cells: readonly Cell[]) => boolean,
): Statement | null {
  const { base } = dimension;
  const { cells, isComplete } = dimension.partition(world.now);
  const one = valueStatement({ kind: 'fact', dimension, cell });
  if (!isComplete) return one;
  if (reaches(cells)) {
    const as: FieldCondition = { field: base, op: 'known' };
    return { as, label: describeCondition(as), cells };
  }
  const constraints = constraintsOf({ kind: 'fact', dimension, cell });
  const fitting = (some: readonly Constraint[]): readonly Cell[] =>
    cells.filter(({ truths }) => some.every(({ at, truth }) => truths[at] === truth));
  const single = constraints.find((it) => it.as !== null && reaches(fitting([it])));
  if (single?.as) {
    return { as: single.as, label: describeCondition(single.said), cells: fitting([single]) };
  }
  const needed = constraints.reduceRight<readonly Constraint[]>((some, constraint) => {
    const without = some.filter((it) => it !== constraint);
    return reaches(fitting(without)) ? without : some;
  }, constraints);
  if (!reaches(fitting(needed))) return one;
  return one && { ...one, label: wordsOf(needed, base) };
}

/** What the comparisons of a field come to in a cell: first what is true of it, then what is not. */
function constraintsOf({ dimension, cell }: Fact): readonly Constraint[] {
  const all = dimension.atoms.flatMap((atom, at): readonly Constraint[] => {
    if (asksIfSet(atom)) return [];
    const { source } = atom;
    const truth = cell.truths[at];
    if (truth === TRUE) return [{ at, truth, said: source, as: source }];
    return truth === FALSE ? [{ at, truth, said: { not: source }, as: oppositeOf(source) }] : [];
  });
  return [...all.filter(({ truth }) => truth === TRUE), ...all.filter((it) => it.truth === FALSE)];
}

/** One value, where all ways of writing it are alike. */
function valueStatement({ dimension, cell }: Fact): Statement | null {
  const { base, atoms } = dimension;
  const { value } = cell;
  if (value === null) return null;
  if (typeof value === 'string' && !atoms.every((atom) => saysOneThing(value, atom))) return null;
  const as: FieldCondition = { field: base, op: 'eq', value };
  return { as, label: valueWords(as, value), cells: [cell] };
}

function valueWords(as: FieldCondition, value: Scalar): string {
  const at = constantInstant(value);
  if (Number.isNaN(at)) return describeCondition(as);
  const time = new Date(at).toISOString().slice(11, 16);
  return `${fieldWords(as.field)} is ${dayInWords(dayAt(instant(at), 'UTC'))} at ${time} UTC`;
}

/** All of them with the field named once: "rating is more than 3.2 and is less than 4.5". */
function wordsOf(constraints: readonly Constraint[], base: string): string {
  const subject = `${fieldWords(base)} `;
  return constraints
    .map(({ said }, index) => {
      const words = describeCondition(said);
      return index > 0 && words.startsWith(subject) ? words.slice(subject.length) : words;
    })
    .join(' and ');
}

/** The label of the first fit rule that the fact makes true, where all that makes the rule true suffices. */
function ruleLabel(
  of: Imagined,
  fact: Fact,
  chosen: readonly Change[],
  reaches: (cells: readonly Cell[]) => boolean,
): string | null {
  const { compiled, ahead, world } = of;
  const { dimension } = fact;
  const { cells, isComplete } = dimension.partition(world.now);
  if (!isComplete) return null;
  for (const { dimensions, points, test, rule } of compiled.fit) {
    if (points <= 0 || !dimensions.includes(dimension.index)) continue;
    const holdsIn = (cell: Cell): boolean => {
      imagine(
        of,
        chosen.map((change) => (change === fact ? { ...fact, cell } : change)),
      );
      return test(ahead.truths, ahead.view) === TRUE;
    };
    if (!holdsIn(fact.cell)) continue;
    const holding = cells.filter(holdsIn);
    if (holding.length < cells.length && reaches(holding)) return rule.label;
  }
  return null;
}
