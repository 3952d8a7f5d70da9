import type { Instant } from '../instant.ts';

/** Days as the policy names them. */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** `[start, end)` as wall times `HH:mm`; an end at or before the start runs into the next day; `24:00` is allowed. */
export type WorkingBlock = readonly [start: string, end: string];

/** When somebody works (design §8). */
export interface WorkingCalendar {
  /** IANA name. */
  readonly timeZone: string;
  readonly hours: Readonly<Partial<Record<Weekday, readonly WorkingBlock[]>>>;
  /** Local dates `YYYY-MM-DD` on which nobody works. */
  readonly holidays?: readonly string[];
  /** Out-of-office ranges, start in and end out. */
  readonly absences?: readonly { readonly from: Instant; readonly to: Instant }[];
}
