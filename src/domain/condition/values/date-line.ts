import { DAY, toIso, type Instant } from '../../instant.ts';
import { constantInstant, fieldValue, list } from '../value-test.ts';
import { isRelative, type Comparison, type Truths } from './comparison.ts';

/** A date so long ago that nothing counts any more. */
export const LONG_AGO = 3650 * DAY;

const FIRST = Date.parse('0000-01-01');
const LAST = Date.parse('9999-12-31');
/** Any instant: where nobody says when it is now, all of them are alike. */
const SOME_DAY = Date.parse('2026-01-01') as Instant;

/**
 * Instants of which every other one is like one, as it is now: each at which a comparison turns, one between each pair
 * of neighbours, and one beyond either end.
 */
export function dateLine(comparisons: readonly Comparison[], now: Instant): readonly Instant[] {
  const turns = [...instantsOf(comparisons), ...agesOf(comparisons).map((age) => now - age)];
  return momentsAround(turns.length === 0 ? [now] : turns);
}

/**
 * Combinations of truths that dates can have together on whatever day it is: where a date stands among dates says
 * nothing about how long ago it is.
 */
export function dateCombinations(comparisons: readonly Comparison[]): readonly Truths[] {
  const relative = comparisons.filter(isRelative);
  const dates = momentsAround([SOME_DAY, ...instantsOf(comparisons)]);
  const ages = momentsAround([SOME_DAY, ...agesOf(relative).map((age) => SOME_DAY - age)]);
  return dates.flatMap((date) =>
    ages.map((aged) =>
      comparisons.map((one) =>
        one.test(fieldValue(toIso(isRelative(one) ? aged : date)), SOME_DAY),
      ),
    ),
  );
}

function instantsOf(comparisons: readonly Comparison[]): readonly number[] {
  return comparisons
    .filter((one) => !isRelative(one))
    .flatMap(({ source }) => list(source.value))
    .map(constantInstant)
    .filter((at) => !Number.isNaN(at));
}

/** Ages at which a comparison turns; a date up to a day ahead still counts as just now. */
function agesOf(comparisons: readonly Comparison[]): readonly number[] {
  const relative = comparisons.filter(isRelative);
  const days = relative.map(({ source }) => Number(source.value) * DAY);
  return relative.length === 0 ? [] : [-DAY, 0, ...days];
}

/** An instant is a whole number of milliseconds, so a turn that is none lies between its two neighbours. */
function momentsAround(turns: readonly number[]): readonly Instant[] {
  const marks = [...new Set(turns.flatMap((at) => [Math.floor(at), Math.ceil(at)]))].sort(
    (a, b) => a - b,
  );
  const between = marks.flatMap((low, index) => {
    const high = marks[index + 1];
    return high === undefined || high - low < 2 ? [low] : [low, Math.floor((low + high) / 2)];
  });
  const all = [(marks[0] ?? 0) - DAY, ...between, (marks.at(-1) ?? 0) + DAY];
  return all.filter((at) => at >= FIRST && at <= LAST) as Instant[];
}
