import { MINUTE, type Instant } from '../instant.ts';
import type { SlaTarget } from './sla-target.ts';
import { ok, refused, type Result } from '../result.ts';
import type { Span, WorkingCalendar } from './working-calendar.ts';
import { nextSpan, readWallTime } from './working-spans.ts';
import {
  closingOf,
  endOfWorkingDay,
  LONGEST_CLOSURE,
  workingSpansBetween,
} from './working-time.ts';
import { instantAtWall, localDay, wallTime } from './zone-offset.ts';

/** Working time that counts towards a due instant; `minutes` may be a fraction. */
export interface CountedBlock extends Span {
  readonly minutes: number;
}

/** When a first touch is due, and what was counted to get there. */
export interface Due {
  readonly dueAt: Instant;
  /** When to remind before; null where the class has no reminder or it would not come before the due instant. */
  readonly warnAt: Instant | null;
  readonly blocks: readonly CountedBlock[];
}

/** A target in working time, counted from an instant in somebody's calendar. */
export interface DueQuestion {
  readonly target: SlaTarget;
  readonly from: Instant;
  readonly calendar: WorkingCalendar;
}

/**
 * When a target falls due (design §8).
 *
 * - `minutes`: the end of the last counted working minute, so that a target used up at closing is due at closing.
 *   0 minutes are due at `from`.
 * - `businessDays: n`: the same wall time on the n-th working day after the local date of `from`, or that day's
 *   closing if earlier, or if no working time lies between (Saturday 07:00 is due at Monday's closing, not at 07:00).
 * - `sameDayIfBefore` with `businessDays` (1 where absent): an arrival before that wall time is due at the end of that working day; on
 *   a day without working time left, that is the next working day (D3). A later arrival follows `businessDays`.
 *
 * A working day is a local date with working time left after holidays and absences. Refused with `no-working-time`
 * when the calendar has none for `LONGEST_CLOSURE` (31 days) on the way.
 *
 * @throws Error when the target has none of the three forms, or the calendar cannot be read
 */
export function dueAt(question: DueQuestion): Result<Due, 'no-working-time'> {
  const { target, from, calendar } = question;
  const due = dueInstant(target, from, calendar);
  if (due === null) return refused('no-working-time');
  const warnAt =
    target.warnAfterMinutes === undefined
      ? null
      : afterMinutes(target.warnAfterMinutes, from, calendar);
  return ok({
    dueAt: due,
    warnAt: warnAt !== null && warnAt < due ? warnAt : null,
    blocks: workingSpansBetween(from, due, calendar).map((span) => ({
      ...span,
      minutes: (span.to - span.from) / MINUTE,
    })),
  });
}

/** The end of the last of so many working minutes counted from `from`; null when working time runs out. */
export function afterMinutes(
  minutes: number,
  from: Instant,
  calendar: WorkingCalendar,
): Instant | null {
  let left = minutes * MINUTE;
  let at = from;
  while (left > 0) {
    const span = nextSpan(calendar, at, (at + LONGEST_CLOSURE) as Instant);
    if (!span) return null;
    const counted = Math.min(left, span.to - span.from);
    left -= counted;
    at = (span.from + counted) as Instant;
  }
  return at;
}

/**
 * The same wall time `days` working days later (a part of a day is rounded up), or that day's closing; null when
 * working time runs out.
 */
export function afterBusinessDays(
  days: number,
  from: Instant,
  calendar: WorkingCalendar,
): Instant | null {
  let at = from;
  let day = localDay(calendar.timeZone, from);
  for (let counted = 0; counted < days;) {
    const span = nextSpan(calendar, at, (at + LONGEST_CLOSURE) as Instant);
    if (!span) return null;
    const found = localDay(calendar.timeZone, span.from);
    if (found > day) {
      day = found;
      counted += 1;
      if (counted >= days) {
        const sameTime = instantAtWall(calendar.timeZone, day, wallTime(calendar.timeZone, from));
        const closing = closingOf(span.from, calendar);
        // Nobody can meet a time before which nobody works.
        const hasWorkedBefore =
          sameTime > span.from || workingSpansBetween(from, sameTime, calendar).length > 0;
        return hasWorkedBefore ? (Math.min(sameTime, closing) as Instant) : closing;
      }
    }
    at = span.to;
  }
  return at;
}

function dueInstant(target: SlaTarget, from: Instant, calendar: WorkingCalendar): Instant | null {
  if (target.minutes !== undefined) return afterMinutes(target.minutes, from, calendar);
  if (
    target.sameDayIfBefore !== undefined &&
    wallTime(calendar.timeZone, from) < readWallTime(target.sameDayIfBefore)
  ) {
    return endOfWorkingDay(from, calendar);
  }
  const days = target.businessDays ?? (target.sameDayIfBefore === undefined ? undefined : 1);
  if (days !== undefined) return afterBusinessDays(days, from, calendar);
  throw new Error(
    `An SLA needs minutes or businessDays, this has neither: ${JSON.stringify(target)}`,
  );
}
