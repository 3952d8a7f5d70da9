import { DAY, MINUTE, type Instant } from '../instant.ts';
import type { Span, WorkingCalendar } from './working-calendar.ts';
import { joined, nextSpan } from './working-spans.ts';
import { localDay } from './zone-offset.ts';

/**
 * A calendar that offers no working time for this long counts as having none: longer than the usual company
 * closure around New Year, short enough to notice a rep who is away for good. L2 asks for 14 days at least.
 */
export const LONGEST_CLOSURE = 31 * DAY;

/**
 * Working minutes in `[from, to)`, exact to the millisecond and so possibly a fraction; 0 when `to` is not after
 * `from`. Wall time that is skipped when clocks go forward never counts, time that is repeated counts twice.
 */
export function workingMinutesBetween(
  from: Instant,
  to: Instant,
  calendar: WorkingCalendar,
): number {
  const ms = workingSpansBetween(from, to, calendar).reduce(
    (sum, span) => sum + (span.to - span.from),
    0,
  );
  return ms / MINUTE;
}

/** The working time in `[from, to)` as unbroken stretches, in order. */
export function workingSpansBetween(
  from: Instant,
  to: Instant,
  calendar: WorkingCalendar,
): readonly Span[] {
  const spans: Span[] = [];
  let span = nextSpan(calendar, from, to);
  while (span) {
    spans.push(span);
    span = nextSpan(calendar, span.to, to);
  }
  return joined(spans);
}

/** `at` itself in working time, else the next opening; null when nothing opens within `LONGEST_CLOSURE`. */
export function nextOpening(at: Instant, calendar: WorkingCalendar): Instant | null {
  return nextSpan(calendar, at, (at + LONGEST_CLOSURE) as Instant)?.from ?? null;
}

/**
 * Closing time of the working day that `at` falls on: the end of the last working time on its local date. From that
 * closing on, and on a day without working time, the closing of the next working day. A working day is a local date,
 * so a shift over midnight closes at midnight. Null when nothing opens within `LONGEST_CLOSURE`.
 */
export function endOfWorkingDay(at: Instant, calendar: WorkingCalendar): Instant | null {
  const opening = nextOpening(at, calendar);
  return opening === null ? null : closingOf(opening, calendar);
}

/** End of the last working time on the local date of a working instant. */
export function closingOf(working: Instant, calendar: WorkingCalendar): Instant {
  const day = localDay(calendar.timeZone, working);
  let closing = working;
  const limit = (working + 2 * DAY) as Instant;
  for (
    let span = nextSpan(calendar, working, limit);
    span && localDay(calendar.timeZone, span.from) === day;
    span = nextSpan(calendar, span.to, limit)
  ) {
    closing = span.to;
  }
  return closing;
}
