import { tzOffset } from '@date-fns/tz';
import { DAY, MINUTE, type Instant } from '../instant.ts';

/** A stretch of time over which a zone keeps one offset; `until` is out and need not be a change of offset. */
export interface ZoneStretch {
  /** Milliseconds to add to UTC to get the local wall clock. */
  readonly offset: number;
  readonly until: Instant;
}

/** Offsets are worked out for this many days at once and kept, since asking the platform costs microseconds. */
const CHUNK = 32 * DAY;

/** No zone lies further from UTC than 14 hours (IANA: Pacific/Kiritimati); one hour more to be safe. */
const FARTHEST = 15 * 60 * MINUTE;

const stretchesByZone = new Map<string, Map<number, readonly ZoneStretch[]>>();

/** Whether the platform knows this IANA zone. */
export function isTimeZone(name: string): boolean {
  return /^[A-Za-z]/.test(name) && !Number.isNaN(tzOffset(name, new Date(0)));
}

/**
 * The offset of a zone at an instant, and until when it surely stays.
 *
 * @throws Error when the platform does not know the zone
 */
export function zoneStretch(timeZone: string, at: Instant): ZoneStretch {
  let chunks = stretchesByZone.get(timeZone);
  if (!chunks) {
    if (!isTimeZone(timeZone)) {
      throw new Error(`Unknown time zone "${timeZone}"; use an IANA name such as Europe/Berlin`);
    }
    chunks = new Map();
    stretchesByZone.set(timeZone, chunks);
  }
  const chunk = Math.floor(at / CHUNK);
  let stretches = chunks.get(chunk);
  if (!stretches) {
    stretches = scan(timeZone, chunk * CHUNK, (chunk + 1) * CHUNK);
    chunks.set(chunk, stretches);
  }
  const stretch = stretches.find((candidate) => at < candidate.until);
  if (!stretch) throw new Error(`No offset known for ${timeZone} at ${at}`);
  return stretch;
}

/** Days since 1970-01-01 of the local date at an instant. */
export function localDay(timeZone: string, at: Instant): number {
  return Math.floor((at + zoneStretch(timeZone, at).offset) / DAY);
}

/** Milliseconds since local midnight that a wall clock shows at an instant. */
export function wallTime(timeZone: string, at: Instant): number {
  const local = at + zoneStretch(timeZone, at).offset;
  return local - Math.floor(local / DAY) * DAY;
}

/**
 * The first instant at which the wall clock shows `wall` on a local date, or has jumped past it: a wall time that
 * comes twice means the first, one that is skipped means the moment of the jump.
 *
 * @param timeZone - IANA name
 * @param day - local date in days since 1970-01-01
 * @param wall - milliseconds since local midnight
 */
export function instantAtWall(timeZone: string, day: number, wall: number): Instant {
  const local = day * DAY + wall;
  let at = (local - FARTHEST) as Instant;
  for (;;) {
    const stretch = zoneStretch(timeZone, at);
    const candidate = Math.max(local - stretch.offset, at);
    if (candidate < stretch.until) return candidate as Instant;
    at = stretch.until;
  }
}

/** Looks at every day, so that two changes less than a day apart would be missed; no zone has had such. */
function scan(timeZone: string, from: number, to: number): readonly ZoneStretch[] {
  const stretches: ZoneStretch[] = [];
  let offset = offsetAt(timeZone, from);
  for (let day = from; day < to; day += DAY) {
    const next = offsetAt(timeZone, day + DAY);
    if (next === offset) continue;
    stretches.push({ offset, until: changeBetween(timeZone, day, day + DAY, offset) });
    offset = next;
  }
  stretches.push({ offset, until: to as Instant });
  return stretches;
}

function changeBetween(timeZone: string, from: number, to: number, before: number): Instant {
  let same = from;
  let changed = to;
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (offsetAt(timeZone, middle) === before) same = middle;
    else changed = middle;
  }
  return changed as Instant;
}

function offsetAt(timeZone: string, at: number): number {
  return Math.round(tzOffset(timeZone, new Date(at)) * MINUTE);
}
