import { DAY, parseInstant, type Instant } from '../instant.ts';
import { assertNever } from '../result.ts';
import { hasWord } from '../words/phrase-index.ts';
import type { Op, OpValue, Scalar } from './condition-schema.ts';
import { FALSE, not, TRUE, truthOf, UNKNOWN, type Truth } from './truth.ts';

/** A set property value in the forms that tests look at. */
export interface FieldValue {
  /** As HubSpot holds it. */
  readonly raw: string;
  /** In lower case: text compares without regard to case (design §6). */
  readonly lower: string;
  /** NaN where the text is not a number. */
  readonly number: number;
}

/** Says whether a set value passes. */
export type ValueTest = (value: FieldValue, now: Instant) => Truth;

/** How far in the future an instant may lie and still count as just now: clocks and time zones differ. */
export const CLOCK_TOLERANCE = DAY;

/**
 * Reads a plain decimal number; NaN for anything else, among it `''`, `0x10` and `1,000`.
 *
 * @example parseNumber('1e3') // 1000
 */
export function parseNumber(text: string): number {
  const first = text.charCodeAt(0);
  // A digit, or a sign or point before one: everything else is text, and most values are.
  if (!((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46)) return NaN;
  const second = text.charCodeAt(1);
  if (second > 57 && second !== 69 && second !== 101) return NaN;
  const value = Number(text);
  return Number.isFinite(value) ? value : NaN;
}

/** Puts a value into the forms that tests look at. */
export function fieldValue(raw: string): FieldValue {
  return { raw, lower: raw.toLowerCase(), number: parseNumber(raw) };
}

/**
 * Compiles one comparison into a test of set values; unset values never reach it.
 *
 * `within_days` counts back from now and includes its own limit; a value up to a day ahead counts as now, because
 * clocks and time zones differ. A set value that is no date leaves `within_days` and `older_than_days` unknown.
 */
export function compileTest(op: Op, value: OpValue | undefined): ValueTest {
  switch (op) {
    case 'known':
      return () => TRUE;
    case 'unknown':
      return () => 0;
    case 'eq':
      return equals(scalar(value));
    case 'neq':
      return negated(equals(scalar(value)));
    case 'in':
      return isIn(list(value));
    case 'not_in':
      return negated(isIn(list(value)));
    case 'contains_any':
      return containsAny(texts(value));
    case 'contains_none':
      return negated(containsAny(texts(value)));
    case 'has_word': {
      const has = hasWord(list(value).map(String));
      return ({ raw }) => truthOf(has(raw));
    }
    case 'starts_with': {
      const starts = texts(value);
      return ({ lower }) => truthOf(starts.some((start) => lower.startsWith(start)));
    }
    case 'matches': {
      const pattern = new RegExp(String(value), 'i');
      return ({ raw }) => truthOf(pattern.test(raw));
    }
    case 'gt':
      return ordered(scalar(value), (order) => order > 0);
    case 'gte':
      return ordered(scalar(value), (order) => order >= 0);
    case 'lt':
      return ordered(scalar(value), (order) => order < 0);
    case 'lte':
      return ordered(scalar(value), (order) => order <= 0);
    case 'between': {
      const [low, high] = list(value);
      const above = ordered(low ?? '', (order) => order >= 0);
      const below = ordered(high ?? '', (order) => order <= 0);
      return (set, now) => truthOf(above(set, now) === TRUE && below(set, now) === TRUE);
    }
    case 'within_days':
      return byAge((age) => age >= -CLOCK_TOLERANCE && age <= Number(value) * DAY);
    case 'older_than_days':
      return byAge((age) => age > Number(value) * DAY);
    default:
      return assertNever(op);
  }
}

/** What a comparison of an unset field gives (design §6). */
export function unsetTruth(op: Op): Truth {
  if (op === 'known') return FALSE;
  return op === 'unknown' ? TRUE : UNKNOWN;
}

/** The constants of a comparison as a list. */
export function list(value: OpValue | undefined): readonly Scalar[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
}

/** Is this constant a date or an instant as ISO 8601? Its epoch milliseconds, else NaN. */
export function constantInstant(constant: Scalar): number {
  if (typeof constant !== 'string' || !constant.includes('-')) return NaN;
  const parsed = parseInstant(constant);
  return parsed.ok ? parsed.value : NaN;
}

function scalar(value: OpValue | undefined): Scalar {
  return list(value)[0] ?? '';
}

function texts(value: OpValue | undefined): readonly string[] {
  return list(value).map((text) => String(text).toLowerCase());
}

function negated(test: ValueTest): ValueTest {
  return (value, now) => not(test(value, now));
}

function equals(constant: Scalar): ValueTest {
  const lower = String(constant).toLowerCase();
  const number = parseNumber(lower);
  if (!Number.isNaN(number)) {
    return (value) => truthOf(value.number === number || value.lower === lower);
  }
  const at = constantInstant(constant);
  if (!Number.isNaN(at)) {
    return ({ raw, lower: text }) => {
      const parsed = parseInstant(raw);
      return truthOf(parsed.ok ? parsed.value === at : text === lower);
    };
  }
  return (value) => truthOf(value.lower === lower);
}

function isIn(constants: readonly Scalar[]): ValueTest {
  const plain = constants.every(
    (constant) =>
      Number.isNaN(parseNumber(String(constant))) && Number.isNaN(constantInstant(constant)),
  );
  if (plain) {
    const texts = new Set(constants.map((constant) => String(constant).toLowerCase()));
    return ({ lower }) => truthOf(texts.has(lower));
  }
  const tests = constants.map(equals);
  return (value, now) => truthOf(tests.some((test) => test(value, now) === TRUE));
}

/** Membership on a multi-checkbox, `a;b` as HubSpot stores it; substring on any other text (design §6). */
function containsAny(constants: readonly string[]): ValueTest {
  const options = new Set(constants);
  return ({ lower }) => {
    if (isMultiCheckbox(lower))
      return truthOf(lower.split(';').some((entry) => options.has(entry)));
    for (const constant of constants) if (lower.includes(constant)) return TRUE;
    return 0;
  };
}

/** HubSpot joins ticked options by `;` without a space; a sentence or an address with a `;` in it is text. */
function isMultiCheckbox(lower: string): boolean {
  return lower.includes(';') && !lower.includes('; ') && !lower.includes('://');
}

function ordered(constant: Scalar, passes: (order: number) => boolean): ValueTest {
  const lower = String(constant).toLowerCase();
  const number = parseNumber(lower);
  const at = constantInstant(constant);
  return (value) => {
    if (!Number.isNaN(number) && !Number.isNaN(value.number)) {
      return truthOf(passes(value.number - number));
    }
    if (!Number.isNaN(at)) {
      const parsed = parseInstant(value.raw);
      if (parsed.ok) return truthOf(passes(parsed.value - at));
    }
    return truthOf(passes(value.lower < lower ? -1 : value.lower > lower ? 1 : 0));
  };
}

function byAge(passes: (ageMs: number) => boolean): ValueTest {
  return ({ raw }, now) => {
    const parsed = parseInstant(raw);
    return parsed.ok ? truthOf(passes(now - parsed.value)) : UNKNOWN;
  };
}
