import { TZDate } from '@date-fns/tz';

/** Writes and reads times in the portal's zone. All instants are epoch milliseconds. */
export interface TimeWords {
  readonly timeZone: string;
  /** E.g. `Fri 20 Nov 2026, 19:05`. */
  readonly full: (at: number) => string;
  /** E.g. `20 Nov, 19:05`; with the year when it is not the year of `now`. */
  readonly short: (at: number, now: number) => string;
  /** E.g. `20 Nov 2026`. */
  readonly date: (at: number) => string;
  /** What an `<input type="datetime-local">` shows, e.g. `2026-11-20T19:05`. */
  readonly toInput: (at: number) => string;
  /** Reads it back; undefined while it is not complete. */
  readonly fromInput: (text: string) => number | undefined;
}

/** Binds the words to a zone, an IANA name. */
export function createTimeWords(timeZone: string): TimeWords {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...options });
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const day = { day: 'numeric', month: 'short' } as const;
  const full = format({ weekday: 'short', ...day, year: 'numeric', ...clock });
  const short = format({ ...day, ...clock });
  const shortOfYear = format({ ...day, year: 'numeric', ...clock });
  const date = format({ ...day, year: 'numeric' });
  const year = format({ year: 'numeric' });
  return {
    timeZone,
    full: (at) => full.format(at),
    short: (at, now) => (year.format(at) === year.format(now) ? short : shortOfYear).format(at),
    date: (at) => date.format(at),
    toInput: (at) => new TZDate(at, timeZone).toISOString().slice(0, 16),
    fromInput: (text) => {
      const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(text)?.slice(1).map(Number);
      if (parts === undefined) return undefined;
      const [y = 0, month = 1, d = 1, hours = 0, minutes = 0] = parts;
      return new TZDate(y, month - 1, d, hours, minutes, 0, 0, timeZone).getTime();
    },
  };
}
