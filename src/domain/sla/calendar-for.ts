import type { Span, WorkingBlock, WorkingCalendar } from './working-calendar.ts';

/** Whose hours are counted: the rep's own, those of the pool, or the last resort of D28. */
export type CalendarSource = 'rep' | 'pool' | 'default';

/** The calendar that counts for somebody, and where it came from. */
export interface ChosenCalendar {
  readonly calendar: WorkingCalendar;
  readonly source: CalendarSource;
  /** A sentence to show where the hours are only assumed; null otherwise. */
  readonly warning: string | null;
}

/** What is known of somebody's own working time. */
export interface OwnWorkingTime {
  /** Null where HubSpot has no time zone or hours for the rep. */
  readonly calendar: WorkingCalendar | null;
  /** Out-of-office ranges of somebody without hours of their own; those in `calendar` count anyway. */
  readonly absences?: readonly Span[] | undefined;
}

const OFFICE_DAY: readonly WorkingBlock[] = [['09:00', '17:00']];

/**
 * The calendar to count somebody's time in (D28): their own HubSpot hours, else the pool's, else Monday to Friday,
 * 09:00 to 17:00, in the account's zone with a warning. Absences follow the person into borrowed hours.
 */
export function calendarFor(
  rep: OwnWorkingTime,
  poolCalendar: WorkingCalendar | null,
  accountZone: string,
): ChosenCalendar {
  if (rep.calendar) return { calendar: rep.calendar, source: 'rep', warning: null };
  const absences = rep.absences ?? [];
  if (poolCalendar) {
    return { calendar: withAbsences(poolCalendar, absences), source: 'pool', warning: null };
  }
  return {
    calendar: withAbsences(officeHours(accountZone), absences),
    source: 'default',
    warning: `No working hours are set for this rep or pool: Monday to Friday, 09:00 to 17:00 (${accountZone}) is assumed. Set them in the HubSpot user's settings or in the policy.`,
  };
}

/** Absences of a rep in whichever calendar counts. */
export function absencesOf(rep: OwnWorkingTime): readonly Span[] {
  return rep.calendar?.absences ?? rep.absences ?? [];
}

const officeHoursByZone = new Map<string, WorkingCalendar>();

/** One object for each zone, because calendars are prepared for counting once per object. */
function officeHours(timeZone: string): WorkingCalendar {
  const known = officeHoursByZone.get(timeZone);
  if (known) return known;
  const calendar: WorkingCalendar = {
    timeZone,
    hours: { mon: OFFICE_DAY, tue: OFFICE_DAY, wed: OFFICE_DAY, thu: OFFICE_DAY, fri: OFFICE_DAY },
  };
  officeHoursByZone.set(timeZone, calendar);
  return calendar;
}

const borrowed = new WeakMap<readonly Span[], WeakMap<WorkingCalendar, WorkingCalendar>>();

function withAbsences(calendar: WorkingCalendar, absences: readonly Span[]): WorkingCalendar {
  if (absences.length === 0) return calendar;
  const byCalendar = borrowed.get(absences) ?? new WeakMap<WorkingCalendar, WorkingCalendar>();
  borrowed.set(absences, byCalendar);
  const known = byCalendar.get(calendar);
  if (known) return known;
  const made = { ...calendar, absences: [...(calendar.absences ?? []), ...absences] };
  byCalendar.set(calendar, made);
  return made;
}
