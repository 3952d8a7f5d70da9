import type { FieldCondition, Op } from '../condition-schema.ts';
import type { Truth } from '../truth.ts';
import { constantInstant, list, parseNumber, type ValueTest } from '../value-test.ts';

/** One comparison of a field, ready to run. */
export interface Comparison {
  readonly source: FieldCondition;
  readonly test: ValueTest;
}

/** A combination of truths of comparisons, in their order, that the values of a field can have together. */
export type Truths = readonly Truth[];

/** What the values of a field are, as far as the comparisons tell. */
export type ValueKind = 'number' | 'date' | 'text';

/** Comparisons that look at a value as text, whatever is written in it. */
const OF_TEXT: ReadonlySet<Op> = new Set([
  'contains_any',
  'contains_none',
  'has_word',
  'starts_with',
  'matches',
]);

/** Does this comparison look at a value as text, even where it is a number or a date? */
export function looksAtText(op: Op): boolean {
  return OF_TEXT.has(op);
}

/** Does this comparison count back from now? */
export function isRelative({ source: { op } }: Comparison): boolean {
  return op === 'within_days' || op === 'older_than_days';
}

/** Does this comparison ask no more than whether the field is set? */
export function asksIfSet({ source: { op } }: Comparison): boolean {
  return op === 'known' || op === 'unknown';
}

/** Is this constant neither a number nor a date? */
export function isWords(constant: string | number | boolean): boolean {
  return Number.isNaN(parseNumber(String(constant))) && Number.isNaN(constantInstant(constant));
}

/**
 * A field that is compared with nothing but numbers holds numbers, one that is compared with nothing but dates holds
 * dates, as HubSpot's properties do; any other may hold any text.
 */
export function kindOf(comparisons: readonly Comparison[]): ValueKind {
  const asked = comparisons.filter((one) => !asksIfSet(one));
  if (asked.length === 0 || asked.some(({ source }) => looksAtText(source.op))) return 'text';
  const constants = asked.flatMap((one) => (isRelative(one) ? [] : list(one.source.value)));
  if (!asked.some(isRelative) && constants.every((it) => !Number.isNaN(parseNumber(String(it))))) {
    return 'number';
  }
  const isDate = constants.every(
    (it) => Number.isNaN(parseNumber(String(it))) && !Number.isNaN(constantInstant(it)),
  );
  return isDate ? 'date' : 'text';
}
