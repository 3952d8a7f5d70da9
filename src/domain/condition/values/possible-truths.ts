import type { Instant } from '../../instant.ts';
import { derivedField, isFlag } from '../lead-fields.ts';
import { fieldValue } from '../value-test.ts';
import { kindOf, type Comparison, type Truths } from './comparison.ts';
import { dateCombinations } from './date-line.ts';
import { countLine, numberLine, numbersOf } from './number-line.ts';
import { textCombinations } from './text-combinations.ts';

/** No comparison of numbers, flags and texts looks at the clock. */
const NO_TIME = 0 as Instant;
const MOTIONS = ['self_serve', 'mid_market', 'enterprise'];

/** All values of a field that has but a few; null for any other. */
export function fewValues(field: string): readonly string[] | null {
  if (isFlag(field) || field.startsWith('segment.')) return ['true', 'false'];
  return field === 'lead.motion' ? MOTIONS : null;
}

/**
 * Every combination of truths that the values of a set field can have on whatever day it is, or more: one is left out
 * only where it is proved that no value has it. Null where there are too many.
 */
export function possibleTruths(
  field: string,
  comparisons: readonly Comparison[],
): readonly Truths[] | null {
  const few = fewValues(field);
  const kind = kindOf(comparisons);
  if (few === null && kind === 'date') return dateCombinations(comparisons);
  if (few === null && kind === 'text') {
    return textCombinations(comparisons)?.map(({ truths }) => truths) ?? null;
  }
  return (few ?? numbersFor(field, numbersOf(comparisons)).map(String)).map((raw) =>
    comparisons.map(({ test }) => test(fieldValue(raw), NO_TIME)),
  );
}

/** Numbers of which every other one that the field can be is like one. */
export function numbersFor(field: string, constants: readonly number[]): readonly number[] {
  return derivedField(field)?.form === 'number' ? countLine(constants) : numberLine(constants);
}
