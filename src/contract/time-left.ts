/** One minute, one hour and one day in milliseconds. The card carries this file, so it imports nothing. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Two instants in epoch milliseconds and the IANA zone in which a person reads them. */
export interface Moment {
  readonly at: number;
  readonly now: number;
  readonly timeZone: string;
}

/**
 * The due time as screens say it (design §12): the wall time, with the day unless it is today, and what is left.
 *
 * @example dueText({ at: 13:30Z, now: 13:08Z, timeZone: 'Europe/Berlin' }) // 'Due 14:30 (22 min)'
 * @example dueText({ at: 13:30Z, now: 13:35Z, timeZone: 'Europe/Berlin' }) // 'Was due 14:30 (5 min ago)'
 */
export function dueText(moment: Moment): string {
  const left = moment.at - moment.now;
  return left < 0
    ? `Was due ${dayAndTime(moment)} (${duration(-left)} ago)`
    : `Due ${dayAndTime(moment)} (${duration(left)})`;
}

/**
 * A stretch of elapsed time in at most two units, whole minutes, rounded down.
 *
 * @param ms - milliseconds, 0 or more
 * @example duration(59_999) // 'less than 1 min'
 * @example duration(4_800_000) // '1 h 20 min'
 */
export function duration(ms: number): string {
  if (ms < MINUTE) return 'less than 1 min';
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return twoUnits(ms, HOUR, 'h', MINUTE, 'min');
  return twoUnits(ms, DAY, ms < 2 * DAY ? 'day' : 'days', HOUR, 'h');
}

/**
 * An instant as `14:30` when it is today in that zone, else as `Mon 23 Nov, 14:30`; the year is added when it is
 * another one.
 */
export function dayAndTime({ at, now, timeZone }: Moment): string {
  const time = format(at, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const today = dayIn(now, timeZone);
  const day = dayIn(at, timeZone);
  return day === today ? time : `${dayWords(day, today)}, ${time}`;
}

/**
 * A calendar date `YYYY-MM-DD` in words, the same in every zone; the year is added when it is not that of `today`.
 *
 * @example dayWords('2026-11-23', '2026-11-20') // 'Mon 23 Nov'
 */
export function dayWords(day: string, today: string): string {
  const words = format(Date.parse(day), {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }).replace(',', '');
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`;
}

/** The calendar date of an instant in a zone, `YYYY-MM-DD`. */
export function dayIn(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
}

function format(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(at);
}

function twoUnits(
  ms: number,
  big: number,
  bigName: string,
  small: number,
  smallName: string,
): string {
  const rest = Math.floor((ms % big) / small);
  const whole = `${Math.floor(ms / big)} ${bigName}`;
  return rest === 0 ? whole : `${whole} ${rest} ${smallName}`;
}
