import type { Instant } from '../instant.ts';

/** Days as the policy names them. */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** `[start, end)` as wall times `HH:mm`; an end at or before the start runs into the next day; `24:00` is allowed. */
export type WorkingBlock = readonly [start: string, end: string];

/** A stretch of time, start in and end out. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * When somebody works (design §8). An instant is working time when its local wall clock lies in a block and its own
 * local date is no holiday: a night shift that runs into a holiday ends at midnight, one that starts on a holiday
 * begins at midnight.
 */
export interface WorkingCalendar {
  /** IANA name. */
  readonly timeZone: string;
  readonly hours: Readonly<Partial<Record<Weekday, readonly WorkingBlock[] | undefined>>>;
  /** Local dates `YYYY-MM-DD` on which nobody works. */
  readonly holidays?: readonly string[] | undefined;
  /** Out-of-office ranges, start in and end out. */
  readonly absences?: readonly Span[] | undefined;
}
