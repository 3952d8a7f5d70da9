import { list, parseNumber } from '../value-test.ts';
import type { Comparison } from './comparison.ts';

/** The numbers that comparisons are made with. */
export function numbersOf(comparisons: readonly Comparison[]): readonly number[] {
  return comparisons
    .flatMap(({ source }) => list(source.value))
    .map((constant) => parseNumber(String(constant)))
    .filter((number) => !Number.isNaN(number));
}

/**
 * Numbers of which every other number is like one: each constant, one between each pair of neighbours, fractions too,
 * and one beyond either end.
 *
 * @example numberLine([3.2, 4.5]) // [2, 3.2, 4, 4.5, 6]
 */
export function numberLine(constants: readonly number[]): readonly number[] {
  const sorted = [...new Set(constants)].sort((a, b) => a - b);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 0;
  const ends = [first - beyond(first), ...sorted, last + beyond(last)].filter(Number.isFinite);
  return ends.flatMap((low, index) => {
    const high = ends[index + 1];
    const isPair = index > 0 && high !== undefined && index < ends.length - 2;
    const between = isPair ? plainBetween(low, high) : null;
    return between === null ? [low] : [low, between];
  });
}

/** Whole numbers from 0 on of which every other one is like one of them: what a count can be. */
export function countLine(constants: readonly number[]): readonly number[] {
  const near = constants.flatMap((it) => [Math.ceil(it) - 1, Math.floor(it), Math.floor(it) + 1]);
  const whole = [0, 1, ...near].filter((it) => it >= 0 && Number.isSafeInteger(it));
  return [...new Set(whole)].sort((a, b) => a - b);
}

/** A step that a number of this size can still be told apart by. */
function beyond(number: number): number {
  return Math.max(1, Math.abs(number) * 2 ** -20);
}

/** A number between two others with as few digits as possible; null where a computer knows none. */
function plainBetween(low: number, high: number): number | null {
  const middle = low + (high - low) / 2;
  for (let digits = 0; digits <= 15; digits++) {
    const rounded = Number(middle.toFixed(digits));
    if (rounded > low && rounded < high) return rounded;
  }
  return middle > low && middle < high ? middle : null;
}
