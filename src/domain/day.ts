import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns';
import { instant, parseInstant, type Instant } from './instant.ts';

/**
 * A day on somebody's calendar, `YYYY-MM-DD`: no instant. It begins where that person is, so whoever turns it into time
 * says in which zone (a day read as UTC midnight is the evening before in New York).
 */
export type Day = string & { readonly __brand: 'Day' };

/**
 * Reads a day as HubSpot and forms write it: a date alone, or an instant whose UTC date is meant, because HubSpot keeps
 * dates as UTC midnight. Null where there is none.
 */
export function parseDay(raw: string | null | undefined): Day | null {
  if (!raw) return null;
  const at = parseInstant(raw);
  if (!at.ok) return null;
  return new Date(at.value).toISOString().slice(0, 10) as Day;
}

/** The day that it is at an instant in a zone (IANA name). */
export function dayAt(at: Instant, timeZone: string): Day {
  const local = new TZDate(at, timeZone);
  const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
  return `${pad(local.getFullYear(), 4)}-${pad(local.getMonth() + 1)}-${pad(local.getDate())}` as Day;
}

/** The instant at which a day begins in a zone; where midnight is skipped, the first instant after it. */
export function startOfDay(day: Day, timeZone: string): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return instant(new TZDate(year, month - 1, date, timeZone).getTime());
}

/** The day so many days later. */
export function daysAfter(day: Day, days: number): Day {
  return addDays(new Date(`${day}T00:00:00Z`), days)
    .toISOString()
    .slice(0, 10) as Day;
}

/** A day as people write it, for example `22 February 2027`. */
export function dayInWords(day: Day): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
