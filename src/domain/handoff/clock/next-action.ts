import { startOfDay, type Day } from '../../day.ts';
import { DAY, HOUR, instant, type Instant } from '../../instant.ts';
import type { Policy } from '../../policy/policy.ts';
import { hoursOf } from '../../routing/hours-of.ts';
import type { RoutingContext } from '../../routing/routing.ts';
import { afterBusinessDays } from '../../sla/due-at.ts';
import type { WorkingCalendar } from '../../sla/working-calendar.ts';
import { nextOpening } from '../../sla/working-time.ts';
import { CHANNEL_NOUNS, CHANNEL_VERBS, PATH_ACTIONS } from '../../words/action-words.ts';
import { toAnswer } from '../divert-words.ts';
import { ownerOf } from '../evolve.ts';
import type { Handoff } from '../handoff.ts';
import { toMend } from './to-mend.ts';
import { holderOf } from './waiting-due.ts';

/** What a handoff is derived from besides itself. */
export interface Surroundings {
  readonly policy: Policy;
  readonly people: RoutingContext;
}

/** Who has to do what next, and until when (R120). `dueAt` is null only where nothing has to happen any more. */
export interface NextAction {
  readonly text: string;
  readonly dueAt: Instant | null;
  /** `first_touch` while it is owed; `touch` for those after it; `meeting`; else what a role has to do. */
  readonly kind: 'first_touch' | 'touch' | 'meeting' | 'hold' | 'reason' | 'return' | 'none';
}

const NOTHING: NextAction = { text: '', dueAt: null, kind: 'none' };

/** The next action of a handoff in whatever state it is (design §5, R120): derived, never stored beside it. */
export function nextAction(handoff: Handoff, around: Surroundings): NextAction {
  const { state } = handoff;
  switch (state.status) {
    case 'awaiting_decision':
    case 'accepted':
      return ownersAction(handoff, around);
    case 'held_no_owner':
      return { text: 'Assign an owner by hand', dueAt: state.dueAt, kind: 'hold' };
    case 'held_needs_data':
      return { text: toMend(handoff.opened.verdict), dueAt: state.dueAt, kind: 'hold' };
    case 'held_for_review':
      return { text: 'Approve it for sales or decline it', dueAt: state.dueAt, kind: 'hold' };
    case 'diverted':
      return {
        text: handoff.nextStep?.text ?? toAnswer(handoff.opened),
        dueAt:
          handoff.clock.dueAt ??
          nextWorkingDay(sinceOf(handoff), ownersHours(handoff, around.people)),
        kind: 'first_touch',
      };
    case 'nurture':
      return {
        text: 'Keep in nurture until an SDR reviews it',
        dueAt: state.dueAt,
        kind: 'none',
      };
    case 'rejected':
    case 'recycled':
      return returnAction(handoff, state, around);
    case 'disqualified':
    case 'closed':
      return NOTHING;
  }
}

/** Whether the first touch is still owed: by somebody who has it, without a meeting in its place (R128, R139). */
export function owesFirstTouch({ state, clock, assignment }: Handoff): boolean {
  if (clock.firstTouchAt !== null || assignment?.via === 'meeting_host') return false;
  // A clock that ended is owed nothing: the first version ended it on accepting.
  if (clock.status === 'not_applicable' && clock.dueAt !== null) return false;
  return (
    state.status === 'awaiting_decision' ||
    state.status === 'diverted' ||
    (state.status === 'accepted' && state.acceptance !== 'meeting_booked')
  );
}

/** The channel of the n-th touch, from 0, as far as the lead can be reached by it; null without a cadence. */
export function touchChannel(handoff: Handoff, index: number, policy: Policy): string | null {
  const { facts, verdict } = handoff.opened;
  const channel = policy.cadences[verdict.cadence ?? '']?.touches[index]?.channel ?? null;
  const { phone, email } = facts.properties;
  // Where the facts were shed nobody knows whether there is a phone.
  const unreachable = channel === 'phone' && phone === null && !!email;
  return unreachable ? 'email' : channel;
}

/** The hours of whoever has the handoff, or had it last. */
export function ownersHours(handoff: Handoff, people: RoutingContext): WorkingCalendar {
  const owner = ownerOf(handoff) ?? handoff.assignment?.ownerId ?? null;
  return hoursOf(owner, handoff.assignment?.pool ?? null, people);
}

/** When somebody begins to work on a day of theirs, or next after it. */
export function openingOn(day: Day, calendar: WorkingCalendar): Instant {
  const start = startOfDay(day, calendar.timeZone);
  return nextOpening(start, calendar) ?? start;
}

function ownersAction(handoff: Handoff, around: Surroundings): NextAction {
  const { state, clock, opened } = handoff;
  const { people, policy } = around;
  const hours = ownersHours(handoff, people);
  const person = opened.facts.properties['firstname'] ?? 'the lead';
  const undecided = state.status === 'awaiting_decision' ? ', then accept, reject or recycle' : '';
  const meeting = state.status === 'accepted' ? state.meeting : null;
  if (owesFirstTouch(handoff)) {
    const verb = CHANNEL_VERBS[touchChannel(handoff, 0, policy) ?? ''] ?? 'Get in touch with';
    return {
      // After an attempt that did not count, what its owner said comes next.
      text: handoff.nextStep?.text ?? `${verb} ${person}${undecided}`,
      dueAt: clock.dueAt ?? nextWorkingDay(sinceOf(handoff), hours),
      kind: 'first_touch',
    };
  }
  if (handoff.nextStep !== null) {
    const { text, on } = handoff.nextStep;
    const due = on === null ? cadenceTouch(handoff, around, hours).dueAt : openingOn(on, hours);
    return { text, dueAt: due, kind: 'touch' };
  }
  const met = state.status === 'accepted' && state.acceptance === 'meeting_booked';
  if (met || handoff.assignment?.via === 'meeting_host') {
    return {
      text: `Prepare for the meeting with ${person}${undecided}`,
      dueAt:
        meeting === null
          ? nextWorkingDay(sinceOf(handoff), hours)
          : typeof meeting === 'string'
            ? openingOn(meeting, hours)
            : meeting,
      kind: 'meeting',
    };
  }
  if (state.status === 'accepted' && state.acceptance === 'in_discovery') {
    const { dueAt } = cadenceTouch(handoff, around, hours);
    return { text: `Continue discovery with ${person}`, dueAt, kind: 'touch' };
  }
  return { ...cadenceTouch(handoff, around, hours), kind: 'touch' };
}

/** Two touches of one day lie at least this far apart, so that nobody is called and written to in one breath. */
const APART = HOUR;

/**
 * The next touch of the cadence (R166 to R171): the one after those made, counted from the handoff and moved to the
 * owner's next opening where its day has come. When the cadence is used up, the action is to recycle (D29).
 */
function cadenceTouch(
  handoff: Handoff,
  { policy }: Surroundings,
  hours: WorkingCalendar,
): { readonly text: string; readonly dueAt: Instant } {
  const touches = policy.cadences[handoff.opened.verdict.cadence ?? '']?.touches ?? [];
  const since = sinceOf(handoff);
  const next = touches[handoff.touches];
  if (next) {
    const channel = touchChannel(handoff, handoff.touches, policy) ?? next.channel;
    const day = instant(Math.max(handoff.opened.at + next.day * DAY, since + APART));
    return {
      text: `Touch ${handoff.touches + 1} of ${touches.length}: ${CHANNEL_NOUNS[channel] ?? channel}`,
      dueAt: nextOpening(day, hours) ?? day,
    };
  }
  return {
    text: touches.length > 0 ? 'The cadence is used up: recycle with "no response"?' : 'Follow up',
    dueAt: nextWorkingDay(since, hours),
  };
}

/** What the role does with a lead that sales gave back, by the path of the reason (P26, R182, R184). */
function returnAction(
  handoff: Handoff,
  state: Extract<Handoff['state'], { status: 'rejected' | 'recycled' }>,
  { policy, people }: Surroundings,
): NextAction {
  if (state.owes !== null) {
    const verb = state.status === 'rejected' ? 'rejected' : 'recycled';
    return {
      text:
        state.owes === 'reason'
          ? `Say why it was ${verb}: choose a reject or recycle reason on the contact`
          : `Say in the decision note why it was ${verb}`,
      dueAt: nextWorkingDay(state.at, ownersHours(handoff, people)),
      kind: 'reason',
    };
  }
  const path = policy.reasons.find(({ code }) => code === state.reasonCode)?.path ?? 'nurture';
  const text = PATH_ACTIONS[path];
  if (state.revisitOn !== null) {
    return {
      text,
      dueAt: openingOn(state.revisitOn, ownersHours(handoff, people)),
      kind: 'return',
    };
  }
  const marketing = hoursOf(holderOf(state.status, policy), null, people);
  return { text, dueAt: nextWorkingDay(state.at, marketing), kind: 'return' };
}

/** The same time on the next working day, or a day later where nobody works for a month. */
function nextWorkingDay(from: Instant, hours: WorkingCalendar): Instant {
  return afterBusinessDays(1, from, hours) ?? instant(from + DAY);
}

/**
 * When the handoff last changed: what is derived from it is the same whenever it is derived. A decision that was taken
 * back has not changed it.
 */
export function sinceOf({ events, opened }: Handoff): Instant {
  let last = events.length - 1;
  while (events[last]?.kind === 'undone') last -= 2;
  return events[last]?.at ?? opened.at;
}
