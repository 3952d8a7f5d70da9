import { leafOf, type Condition, type FieldCondition } from '../../condition/condition-schema.ts';
import { isDecisionField } from '../../condition/lead-fields.ts';
import { compileViewTest, type VerdictView } from '../assess/verdict-view.ts';
import { segmentField, type Atom, type FactTable } from '../../condition/fact-table.ts';
import { and, FALSE, not, or, TRUE, type Truth } from '../../condition/truth.ts';

/** Says whether a condition holds, given the truth of every comparison and, in tiers, plays and routing, the verdict. */
export type Test = (truths: ArrayLike<number>, view: VerdictView) => Truth;

/** A condition ready to run, with what it looks at. */
export interface CompiledCondition {
  readonly test: Test;
  readonly atoms: readonly Atom[];
}

/** What compiling needs: the table to share comparisons in, and the intent rules to count. */
export interface ConditionContext {
  readonly facts: FactTable;
  readonly ruleIndex: (id: string) => number;
}

/** Compiles a condition once; running it allocates nothing. */
export function compileCondition(
  condition: Condition,
  context: ConditionContext,
): CompiledCondition {
  const atoms: Atom[] = [];
  return { test: build(condition, context, atoms), atoms };
}

function build(condition: Condition, context: ConditionContext, atoms: Atom[]): Test {
  if ('all' in condition) {
    return fold(
      condition.all.map((part) => build(part, context, atoms)),
      and,
      TRUE,
      FALSE,
    );
  }
  if ('any' in condition) {
    return fold(
      condition.any.map((part) => build(part, context, atoms)),
      or,
      FALSE,
      TRUE,
    );
  }
  if ('not' in condition) {
    const inner = build(condition.not, context, atoms);
    return (truths, view) => not(inner(truths, view));
  }
  if ('segment' in condition) {
    return leaf({ field: segmentField(condition.segment), op: 'eq', value: true }, context, atoms);
  }
  const written = leafOf(condition);
  if (isDecisionField(written.field)) {
    const test = compileViewTest(written, context.ruleIndex);
    return (_truths, view) => test(view);
  }
  return leaf(written, context, atoms);
}

function leaf(condition: FieldCondition, { facts }: ConditionContext, atoms: Atom[]): Test {
  const atom = facts.atom(condition);
  atoms.push(atom);
  const { index } = atom;
  return (truths) => (truths[index] ?? 0) as Truth;
}

/** Combines parts, stopping at the value that settles the whole. */
function fold(
  parts: readonly Test[],
  combine: (a: Truth, b: Truth) => Truth,
  empty: Truth,
  settled: Truth,
): Test {
  const [first, second] = parts;
  if (first === undefined) return () => empty;
  if (second === undefined) return first;
  if (parts.length === 2) {
    return (truths, view) => {
      const truth = first(truths, view);
      return truth === settled ? truth : combine(truth, second(truths, view));
    };
  }
  return (truths, view) => {
    let truth = empty;
    for (const part of parts) {
      truth = combine(truth, part(truths, view));
      if (truth === settled) return truth;
    }
    return truth;
  };
}
