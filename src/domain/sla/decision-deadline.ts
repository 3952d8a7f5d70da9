import type { Instant } from '../instant.ts';
import type { SlaTarget } from './sla-target.ts';
import { dueAt } from './due-at.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { endOfWorkingDay } from './working-time.ts';

/**
 * Until when a rep has to accept, reject or recycle (D19), in the rep's calendar. Never before the first touch is due:
 * a lead that comes ten minutes before closing has its touch due tomorrow, so `end_of_day` is then the end of tomorrow.
 *
 * @returns null where the policy sets no deadline
 */
export function decisionDeadline(question: {
  readonly deadline: 'end_of_day' | SlaTarget | null;
  readonly routedAt: Instant;
  /** Null where no SLA clock runs. */
  readonly dueAt: Instant | null;
  readonly calendar: WorkingCalendar;
}): Instant | null {
  const { deadline, routedAt, calendar } = question;
  if (deadline === null) return null;
  const touchDue = question.dueAt ?? routedAt;
  if (deadline === 'end_of_day') {
    // One millisecond back: due exactly at closing belongs to the day that closes.
    const within = Math.max(routedAt, touchDue - 1) as Instant;
    return endOfWorkingDay(within, calendar) ?? touchDue;
  }
  const counted = dueAt({ target: deadline, from: routedAt, calendar });
  return counted.ok ? (Math.max(counted.value.dueAt, touchDue) as Instant) : touchDue;
}
