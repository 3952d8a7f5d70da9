import { DAY, instant, parseInstant, type Instant } from '../instant.ts';
import type { Policy } from '../policy/policy-schema.ts';
import type { WorkingCalendar } from '../sla/working-calendar.ts';
import { nextOpening } from '../sla/working-time.ts';
import type { HandoffRecord } from './handoff-record.ts';
import type { NextAction } from './next-action.ts';

const WORDS: Readonly<Record<string, string>> = {
  phone: 'call',
  email: 'personal e-mail',
  linkedin: 'LinkedIn message',
  sms: 'text message',
  video: 'video message',
  post: 'letter',
};

/**
 * The next touch of the cadence after the first one (R166 to R171): the first whose day, counted from the handoff,
 * lies ahead, moved to the owner's next opening. When the cadence is used up, the action is to recycle (D29).
 *
 * @returns words such as `Touch 2 of 6: personal e-mail`, and when it is due
 */
export function nextTouch(
  record: HandoffRecord,
  cadences: NonNullable<Policy['cadences']>,
  calendar: WorkingCalendar,
  now: Instant,
): NextAction & { readonly dueAt: Instant } {
  const opened = parseInstant(record.openedAt);
  const from = opened.ok ? opened.value : now;
  const touches = cadences[record.decision.cadence ?? '']?.touches ?? [];
  for (const [index, { day, channel }] of touches.entries()) {
    const dueAt = instant(from + day * DAY);
    if (index === 0 || dueAt <= now) continue;
    return {
      text: `Touch ${index + 1} of ${touches.length}: ${WORDS[channel] ?? channel}`,
      dueAt: opensAt(dueAt, calendar),
    };
  }
  const tomorrow = opensAt(instant(now + DAY), calendar);
  return touches.length > 0
    ? { text: 'The cadence is used up: recycle with "no response"?', dueAt: tomorrow }
    : { text: 'Follow up', dueAt: tomorrow };
}

/** A touch is due when its owner works: at that instant or at the next opening. */
function opensAt(at: Instant, calendar: WorkingCalendar): Instant {
  return nextOpening(at, calendar) ?? at;
}
