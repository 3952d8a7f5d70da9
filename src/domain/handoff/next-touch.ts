import { DAY, instant, parseInstant, type Instant } from '../instant.ts';
import type { Policy } from '../policy/policy.ts';
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
 * The next touch of the cadence (R166 to R171): the one after those made, counted from the handoff and moved to the
 * owner's next opening where its day has come. When the cadence is used up, the action is to recycle (D29).
 *
 * @param record - the handoff
 * @param cadences - those of the policy
 * @param about - whose touch it is
 * @param about.calendar - hours of the owner
 * @param about.touches - real attempts so far
 * @param about.now - business time
 *
 * @returns words such as `Touch 2 of 6: personal e-mail`, and when it is due
 */
export function nextTouch(
  record: HandoffRecord,
  cadences: Policy['cadences'],
  about: { readonly calendar: WorkingCalendar; readonly touches: number; readonly now: Instant },
): NextAction & { readonly dueAt: Instant } {
  const { calendar, now } = about;
  const opened = parseInstant(record.openedAt);
  const from = opened.ok ? opened.value : now;
  const touches = cadences[record.decision.cadence ?? '']?.touches ?? [];
  // Accepting says that outreach begins, so the first touch is never the next one.
  const index = Math.max(1, about.touches);
  const next = touches[index];
  if (next) {
    return {
      text: `Touch ${index + 1} of ${touches.length}: ${WORDS[next.channel] ?? next.channel}`,
      dueAt: opensAt(instant(Math.max(from + next.day * DAY, now)), calendar),
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
