import * as z from 'zod';
import { DAY, instant } from '../instant.ts';
import { ok, refused, type Result } from '../result.ts';
import type { Span, Weekday, WorkingBlock, WorkingCalendar } from './working-calendar.ts';
import { isTimeZone } from './zone-offset.ts';

/** The working time of a HubSpot user as its properties hold it; null or `''` where unset. */
export interface HubspotWorkingTime {
  /** `hs_standard_time_zone`, an IANA name. */
  readonly timeZone: string | null;
  /** `hs_working_hours`, JSON. */
  readonly workingHours: string | null;
  /** `hs_out_of_office_hours`, JSON. */
  readonly outOfOffice: string | null;
}

/** Why a user's working time cannot be used; the first two mean that it was never set. */
export type NoCalendarReason =
  | 'no-time-zone'
  | 'no-working-hours'
  | 'unknown-time-zone'
  | 'unreadable-working-hours'
  | 'unreadable-out-of-office';

const WORKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const WEEKEND: readonly Weekday[] = ['sat', 'sun'];

/** Day names and groups of `hs_working_hours` (HubSpot docs, "Users guide"). */
const DAYS = {
  MONDAY: ['mon'],
  TUESDAY: ['tue'],
  WEDNESDAY: ['wed'],
  THURSDAY: ['thu'],
  FRIDAY: ['fri'],
  SATURDAY: ['sat'],
  SUNDAY: ['sun'],
  MONDAY_TO_FRIDAY: WORKDAYS,
  SATURDAY_SUNDAY: WEEKEND,
  EVERY_DAY: [...WORKDAYS, ...WEEKEND],
} as const satisfies Record<string, readonly Weekday[]>;

const minuteOfDay = z.int().min(0).max(1440);
const wireHours = z.array(
  z.object({
    days: z.enum(Object.keys(DAYS) as (keyof typeof DAYS)[]),
    startMinute: minuteOfDay,
    endMinute: minuteOfDay,
  }),
);
const timestamp = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .transform((value, context) => {
    const ms = toMilliseconds(value);
    if (ms === null) {
      context.addIssue({ code: 'custom', message: `${value} is neither seconds nor milliseconds` });
      return z.NEVER;
    }
    return ms;
  });
const wireAbsences = z.array(z.object({ startTimestamp: timestamp, endTimestamp: timestamp }));

/**
 * Reads the working calendar of a HubSpot user. HubSpot knows no holidays per user, so there are none. Days that
 * are named twice (`EVERY_DAY` and `MONDAY`) have all their blocks.
 *
 * @example
 * parseHubspotCalendar({
 *   timeZone: 'Europe/Berlin',
 *   workingHours: '[{"days":"MONDAY_TO_FRIDAY","startMinute":540,"endMinute":1020}]',
 *   outOfOffice: null,
 * }) // Monday to Friday, 09:00 to 17:00
 */
export function parseHubspotCalendar(
  user: HubspotWorkingTime,
): Result<WorkingCalendar, NoCalendarReason> {
  if (!user.timeZone) return refused('no-time-zone');
  if (!isTimeZone(user.timeZone)) return refused('unknown-time-zone');
  if (!user.workingHours) return refused('no-working-hours');
  const entries = parseJson(wireHours, user.workingHours);
  if (!entries) return refused('unreadable-working-hours');
  if (entries.length === 0) return refused('no-working-hours');
  const absences = parseHubspotAbsences(user.outOfOffice);
  if (!absences.ok) return absences;

  const hours: Partial<Record<Weekday, WorkingBlock[]>> = {};
  for (const entry of entries) {
    for (const day of DAYS[entry.days]) {
      const blocks = hours[day] ?? [];
      blocks.push([wallTimeOf(entry.startMinute), wallTimeOf(entry.endMinute)]);
      hours[day] = blocks;
    }
  }
  return ok({ timeZone: user.timeZone, hours, absences: absences.value });
}

/**
 * Reads `hs_out_of_office_hours`, start in and end out; unset is none. The documentation does not name the unit and
 * its sample fits none: milliseconds are taken, and numbers that are only plausible as seconds are taken as seconds.
 * A number that is plausible as neither refuses the whole field, so that an absence is never dropped silently.
 */
export function parseHubspotAbsences(
  raw: string | null,
): Result<readonly Span[], 'unreadable-out-of-office'> {
  if (!raw) return ok([]);
  const ranges = parseJson(wireAbsences, raw);
  if (!ranges) return refused('unreadable-out-of-office');
  return ok(
    ranges.map((range) => ({
      from: instant(range.startTimestamp),
      to: instant(range.endTimestamp),
    })),
  );
}

function wallTimeOf(minute: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** Absences lie between 2001 and 2100; the two units differ by a thousand, so no number is plausible as both. */
function toMilliseconds(value: number): number | null {
  const earliest = 1_000_000_000_000;
  const latest = 130 * 365.25 * DAY;
  if (value >= earliest && value <= latest) return value;
  const seconds = value * 1000;
  return seconds >= earliest && seconds <= latest ? seconds : null;
}

function parseJson<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
