import type { FieldCondition } from '../../condition/condition-schema.ts';
import type { FitGrade } from '../verdict.ts';
import { FALSE, TRUE, truthOf, UNKNOWN, type Truth } from '../../condition/truth.ts';
import { looksAtText } from '../../condition/values/comparison.ts';
import { compileTest, fieldValue, list, parseNumber } from '../../condition/value-test.ts';

/** Grades in the order of the bits of `VerdictView.grades`. */
export const GRADES: readonly FitGrade[] = ['A', 'B', 'C', 'unknown'];

/** Bit of a grade in `VerdictView.grades`. */
export function gradeBit(grade: FitGrade): number {
  return 1 << GRADES.indexOf(grade);
}

/**
 * What tiers, plays and routing may see of the verdict. Each number is a range and the grade a set, so that the same
 * conditions also answer "is this possible whatever the unknown fields turn out to be?". Settled means low = high.
 */
export interface VerdictView {
  /** 0..100; NaN where the lead is not scored. */
  readonly fitLow: number;
  readonly fitHigh: number;
  /** Bits of `GRADES` that are possible. */
  readonly grades: number;
  readonly intentLow: number;
  readonly intentHigh: number;
  /** 1 strongest to 3; NaN where the lead is not scored. */
  readonly levelLow: number;
  readonly levelHigh: number;
  readonly requested: Truth;
  readonly kindsLow: number;
  readonly kindsHigh: number;
  /** Occurrences by intent rule index. */
  readonly countLow: ArrayLike<number>;
  readonly countHigh: ArrayLike<number>;
  /** Null until the tier is settled. */
  readonly tier: string | null;
}

/** A view that is being written. */
export type ViewScratch = { -readonly [Key in keyof VerdictView]: VerdictView[Key] } & {
  readonly countLow: Int32Array;
  readonly countHigh: Int32Array;
};

/** A condition on the verdict. */
export type ViewTest = (view: VerdictView) => Truth;

/** A view of a policy with `rules` intent rules, to be filled in. */
export function emptyView(rules: number): ViewScratch {
  return {
    fitLow: 0,
    fitHigh: 0,
    grades: 0,
    intentLow: 0,
    intentHigh: 0,
    levelLow: 3,
    levelHigh: 3,
    requested: FALSE,
    kindsLow: 0,
    kindsHigh: 0,
    countLow: new Int32Array(rules),
    countHigh: new Int32Array(rules),
    tier: null,
  };
}

/** Makes `into` the same as `from`, a view of the same policy. */
export function copyView(from: VerdictView, into: ViewScratch): void {
  into.fitLow = from.fitLow;
  into.fitHigh = from.fitHigh;
  into.grades = from.grades;
  into.intentLow = from.intentLow;
  into.intentHigh = from.intentHigh;
  into.levelLow = from.levelLow;
  into.levelHigh = from.levelHigh;
  into.requested = from.requested;
  into.kindsLow = from.kindsLow;
  into.kindsHigh = from.kindsHigh;
  into.countLow.set(from.countLow);
  into.countHigh.set(from.countHigh);
  into.tier = from.tier;
}

/**
 * Compiles a comparison of a `decision.*` field, which is what policies call the verdict.
 *
 * @param condition - on a field of the verdict
 * @param ruleIndex - index of an intent rule by id, for `decision.count.<ruleId>`
 */
export function compileViewTest(
  condition: FieldCondition,
  ruleIndex: (id: string) => number,
): ViewTest {
  const { field } = condition;
  switch (field) {
    case 'decision.fit':
      return numeric(
        condition,
        (view) => view.fitLow,
        (view) => view.fitHigh,
      );
    case 'decision.intent':
      return numeric(
        condition,
        (view) => view.intentLow,
        (view) => view.intentHigh,
      );
    case 'decision.intentLevel':
      return numeric(
        condition,
        (view) => view.levelLow,
        (view) => view.levelHigh,
      );
    case 'decision.kinds':
      return numeric(
        condition,
        (view) => view.kindsLow,
        (view) => view.kindsHigh,
      );
    case 'decision.fitGrade':
      return grades(condition);
    case 'decision.requested':
      return flag(condition);
    case 'decision.tier': {
      const test = textTest(condition);
      return ({ tier }) => (tier === null ? unset(condition) : test(tier));
    }
    default: {
      const index = ruleIndex(field.slice('decision.count.'.length));
      return numeric(
        condition,
        (view) => view.countLow[index] ?? 0,
        (view) => view.countHigh[index] ?? 0,
      );
    }
  }
}

function unset({ op }: FieldCondition): Truth {
  return op === 'known' ? FALSE : op === 'unknown' ? TRUE : UNKNOWN;
}

function textTest({ op, value }: FieldCondition): (text: string) => Truth {
  const test = compileTest(op, value);
  // Nothing about the verdict is a date, so the instant is never looked at.
  return (text) => test(fieldValue(text), 0 as Parameters<typeof test>[1]);
}

/**
 * The answer over a range changes at the condition's own constants only, so those and their sides are tried; where a
 * number is looked at as text, nothing is said of a range.
 */
function numeric(
  condition: FieldCondition,
  low: (view: VerdictView) => number,
  high: (view: VerdictView) => number,
): ViewTest {
  const single = numberTest(condition);
  const isOfText = looksAtText(condition.op);
  const constants = list(condition.value)
    .map((constant) => parseNumber(String(constant)))
    .filter((constant) => !Number.isNaN(constant));
  return (view) => {
    const from = low(view);
    const to = high(view);
    if (Number.isNaN(from)) return unset(condition);
    const first = single(from);
    if (from === to) return first;
    if (isOfText || single(to) !== first) return UNKNOWN;
    for (const constant of constants) {
      for (const tried of [constant - 1, constant, constant + 1]) {
        if (tried > from && tried < to && single(tried) !== first) return UNKNOWN;
      }
    }
    return first;
  };
}

/** Without text in between for the usual ops: this runs several times per lead. */
function numberTest(condition: FieldCondition): (value: number) => Truth {
  const constant = parseNumber(String(condition.value));
  const { op } = condition;
  if (!Number.isNaN(constant)) {
    if (op === 'eq') return (value) => truthOf(value === constant);
    if (op === 'gte') return (value) => truthOf(value >= constant);
    if (op === 'gt') return (value) => truthOf(value > constant);
    if (op === 'lte') return (value) => truthOf(value <= constant);
    if (op === 'lt') return (value) => truthOf(value < constant);
  }
  const test = textTest(condition);
  return (value) => test(String(value));
}

function grades(condition: FieldCondition): ViewTest {
  const test = textTest(condition);
  let passing = 0;
  for (const grade of GRADES) if (test(grade) === TRUE) passing |= gradeBit(grade);
  return (view) => {
    if ((view.grades & passing) === 0) return FALSE;
    return (view.grades & ~passing) === 0 ? TRUE : UNKNOWN;
  };
}

function flag(condition: FieldCondition): ViewTest {
  const test = textTest(condition);
  const ifTrue = test('true');
  const ifFalse = test('false');
  return ({ requested }) => {
    if (requested === TRUE) return ifTrue;
    if (requested === FALSE) return ifFalse;
    return ifTrue === ifFalse ? ifTrue : UNKNOWN;
  };
}
