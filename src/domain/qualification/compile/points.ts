/**
 * Points are kept as multiples of 2^-30: far finer than anybody reads, and sums of such numbers are exact in any
 * order, so that a score really is the sum of its lines (design §2.5).
 */
export function exact(points: number): number {
  return Math.round(points * 2 ** 30) / 2 ** 30;
}

/** How points fade. */
export interface Fading {
  /** Milliseconds without any loss. */
  readonly freshMs: number;
  /** Milliseconds after which half is left; Infinity where nothing fades. */
  readonly halfLifeMs: number;
}

/**
 * Points an occurrence still carries (design §6): all of them until `freshMs` have passed, then half after every
 * `halfLifeMs`.
 *
 * @param points - at the moment it occurred
 * @param fading - of the rule
 * @param ageMs - since it occurred; an unknown date (NaN) and a date ahead count as now
 * @example fadedPoints(40, { freshMs: 0, halfLifeMs: 7 * DAY }, 7 * DAY) // 20
 */
export function fadedPoints(points: number, fading: Fading, ageMs: number): number {
  const past = ageMs - fading.freshMs;
  if (!(past > 0) || fading.halfLifeMs === Infinity) return points;
  return exact(points * 0.5 ** (past / fading.halfLifeMs));
}

/** Rounds half up and limits to 0..100; NaN, an unscored lead, stays NaN. */
export function toScore(points: number): number {
  return Math.min(100, Math.max(0, Math.floor(points + 0.5)));
}

/**
 * HubSpot's own score on the scale 0..100, before rounding.
 *
 * @example scaledPoints(5, { low: 0, high: 10 }) // 50
 */
export function scaledPoints(
  raw: number,
  { low, high }: { readonly low: number; readonly high: number },
): number {
  return exact(((raw - low) / (high - low)) * 100);
}
