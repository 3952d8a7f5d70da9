import { DAY, MINUTE, type Instant } from '../instant.ts';
import type { Span, Weekday, WorkingBlock, WorkingCalendar } from './working-calendar.ts';
import { zoneStretch } from './zone-offset.ts';

/** 1970-01-01, day 0, was a Thursday. */
const WEEK: readonly Weekday[] = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'];

/** A calendar made ready for counting. Times within a day are milliseconds since local midnight. */
interface PreparedCalendar {
  /** By day since 1970-01-01 modulo 7; ascending, not overlapping, within the day. */
  readonly week: readonly (readonly (readonly [start: number, end: number])[])[];
  /** Days since 1970-01-01. */
  readonly holidays: ReadonlySet<number>;
  /** Ascending, not overlapping. */
  readonly absences: readonly Span[];
}

const prepared = new WeakMap<WorkingCalendar, PreparedCalendar>();

/**
 * The first unbroken stretch of working time that begins at or after `from` (or is under way at `from`) and before
 * `until`, cut at both; null when there is none. It ends at the latest where the local date or the offset of the
 * zone changes, so that a long stretch may come in several that touch.
 *
 * @throws Error when a wall time, a holiday or the zone of the calendar cannot be read
 */
export function nextSpan(calendar: WorkingCalendar, from: Instant, until: Instant): Span | null {
  const { week, holidays, absences } = prepare(calendar);
  let at = from;
  while (at < until) {
    const stretch = zoneStretch(calendar.timeZone, at);
    const day = Math.floor((at + stretch.offset) / DAY);
    const midnight = day * DAY - stretch.offset;
    const end = Math.min(midnight + DAY, stretch.until, until);
    if (!holidays.has(day)) {
      for (const [opens, closes] of week[modulo(day, 7)] ?? []) {
        const open = { from: Math.max(midnight + opens, at), to: Math.min(midnight + closes, end) };
        const free = firstOutside(open.from, open.to, absences);
        if (free) return free;
      }
    }
    at = end as Instant;
  }
  return null;
}

/** Joins stretches that touch; they must be in ascending order. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && span.from <= last.to) {
      result[result.length - 1] = {
        from: last.from,
        to: Math.max(last.to, span.to) as Instant,
      };
    } else result.push(span);
  }
  return result;
}

function firstOutside(from: number, to: number, absences: readonly Span[]): Span | null {
  let start = from;
  for (const absence of absences) {
    if (absence.to <= start) continue;
    if (absence.from > start) {
      if (start >= to) return null;
      return { from: start as Instant, to: Math.min(to, absence.from) as Instant };
    }
    start = absence.to;
  }
  return start < to ? { from: start as Instant, to: to as Instant } : null;
}

function prepare(calendar: WorkingCalendar): PreparedCalendar {
  const known = prepared.get(calendar);
  if (known) return known;
  const ranges = (weekday: number): readonly (readonly [number, number])[] =>
    (calendar.hours[WEEK[modulo(weekday, 7)] ?? 'mon'] ?? []).map(readBlock);
  const made: PreparedCalendar = {
    week: WEEK.map((_, weekday) =>
      joined(
        [
          ...ranges(weekday - 1).map(([start, end]) => [start - DAY, end - DAY] as const),
          ...ranges(weekday),
        ]
          .map(([start, end]) => ({
            from: Math.max(start, 0) as Instant,
            to: Math.min(end, DAY) as Instant,
          }))
          .filter((span) => span.from < span.to)
          .sort((a, b) => a.from - b.from),
      ).map((span) => [span.from, span.to] as const),
    ),
    holidays: new Set((calendar.holidays ?? []).map(readDate)),
    absences: joined(
      (calendar.absences ?? [])
        .filter((absence) => absence.from < absence.to)
        .sort((a, b) => a.from - b.from),
    ),
  };
  prepared.set(calendar, made);
  return made;
}

function readBlock([start, end]: WorkingBlock): readonly [number, number] {
  const from = readWallTime(start);
  const to = readWallTime(end);
  return [from, to <= from ? to + DAY : to];
}

/**
 * Reads a wall time `HH:mm`, `00:00` to `24:00`, as milliseconds since local midnight.
 *
 * @throws Error when it is no such time
 * @example readWallTime('09:30') // 34_200_000
 */
export function readWallTime(text: string): number {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Infinity;
  if (minutes > 24 * 60) {
    throw new Error(`"${text}" is no wall time; write HH:mm from 00:00 to 24:00`);
  }
  return minutes * MINUTE;
}

function readDate(text: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(ms)) throw new Error(`"${text}" is no date; write YYYY-MM-DD`);
  return ms / DAY;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
