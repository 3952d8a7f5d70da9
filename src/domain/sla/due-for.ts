import type { Instant } from '../instant.ts';
import type { SlaTarget } from './sla-target.ts';
import {
  calendarFor,
  type ChosenCalendar,
  type CalendarSource,
  type OwnWorkingTime,
} from './calendar-for.ts';
import { dueAt, type Due } from './due-at.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A due time in the hours of the person who has to keep it. */
export interface DueFor extends Due {
  /** Hours that were counted, in words: `the rep's own hours (Europe/Berlin)`. */
  readonly calendar: string;
  /** The calendar itself; escalation and decision deadline count in it too. */
  readonly hours: WorkingCalendar;
  /** A sentence to show where hours are only assumed; null otherwise. */
  readonly warning: string | null;
}

const WHOSE: Readonly<Record<CalendarSource, string>> = {
  rep: "the rep's own hours",
  pool: "the team's hours",
  default: 'assumed office hours',
};

/**
 * When a target falls due for somebody: in their own hours, else in those of the pool, else in office hours (D28).
 * Hours without any working time ahead are passed over with a warning (L2), so there is always an answer.
 */
export function dueFor(question: {
  readonly target: SlaTarget;
  readonly from: Instant;
  readonly rep: OwnWorkingTime;
  readonly poolCalendar: WorkingCalendar | null;
  readonly accountZone: string;
}): DueFor {
  const { target, from, rep, poolCalendar, accountZone } = question;
  const nobody: OwnWorkingTime = { calendar: null };
  const chosen = calendarFor(rep, poolCalendar, accountZone);
  const own = dueIn(chosen, target, from, chosen.warning);
  if (own) return own;
  const warning = `No working time was found in ${WHOSE[chosen.source]} for a month ahead, so other hours were counted. Check hours and absences in HubSpot and in the policy.`;
  const other =
    dueIn(calendarFor(nobody, poolCalendar, accountZone), target, from, warning) ??
    dueIn(calendarFor(nobody, null, accountZone), target, from, warning);
  if (!other) throw new Error(`Office hours in ${accountZone} have no working time`);
  return other;
}

function dueIn(
  chosen: ChosenCalendar,
  target: SlaTarget,
  from: Instant,
  warning: string | null,
): DueFor | null {
  const due = dueAt({ target, from, calendar: chosen.calendar });
  if (!due.ok) return null;
  return {
    ...due.value,
    calendar: `${WHOSE[chosen.source]} (${chosen.calendar.timeZone})`,
    hours: chosen.calendar,
    warning,
  };
}
