import { dayAt, daysAfter, startOfDay, type Day } from '../../day.ts';
import type { Policy } from '../../policy/policy.ts';
import { hoursOf } from '../../routing/hours-of.ts';
import { ok, type Result } from '../../result.ts';
import { nextOpening } from '../../sla/working-time.ts';
import type { WorkingCalendar } from '../../sla/working-calendar.ts';
import type { Instant } from '../../instant.ts';
import type { Command, Happenings, Refusal, StepContext } from '../command.ts';
import { ownerOf } from '../evolve.ts';
import type { Handoff } from '../handoff.ts';
import { conflict, invalid, notToDecide } from '../refusals.ts';

/** One reason of the policy. */
export type Reason = Policy['reasons'][number];

/**
 * Reject ("should not have come to sales") and recycle ("right company, not now") with a reason of the policy (R176 to
 * R183, P26, P17). Both are possible after accepting too (design §5).
 */
export function giveBack(
  handoff: Handoff,
  command: Extract<Command, { do: 'reject' | 'recycle' }>,
  context: StepContext,
): Result<Happenings, Refusal> {
  const { status } = handoff.state;
  if (status === 'diverted') return conflict(NOTHING_TO_REJECT);
  if (status !== 'awaiting_decision' && status !== 'accepted') return notToDecide(handoff);
  const reason = findReason(context.policy, command.do, command.reasonCode, command.note);
  if (!reason.ok) return reason;
  const calendar = hoursOf(ownerOf(handoff), handoff.assignment?.pool ?? null, context.people);
  const chosen = command.do === 'recycle' ? command.revisitOn : null;
  const day = revisitDay(reason.value, chosen, calendar, context.people.now);
  if (!day.ok) return day;
  return ok([
    {
      kind: command.do === 'reject' ? 'rejected' : 'recycled',
      reasonCode: reason.value.code,
      owes: null,
      revisitOn: day.value,
      note: command.note,
    },
  ]);
}

const NOTHING_TO_REJECT =
  'This is a request of an account that is ours already, so nobody rejects it. Answer it, or pass it on.';

/** The reason that a code names, if it may be given for this kind of decision. */
export function findReason(
  policy: Policy,
  kind: Reason['kind'],
  code: string,
  note: string,
): Result<Reason, Refusal> {
  const reason = policy.reasons.find((one) => one.code === code);
  if (reason?.kind !== kind || reason.retired) {
    return invalid(
      code === ''
        ? `${KIND_WORDS[kind]} needs a reason. Choose one of the list.`
        : `"${reason?.label ?? code}" is no reason to ${KIND_VERBS[kind]}. Choose one of the list.`,
    );
  }
  if (reason.noteRequired && note.trim() === '') {
    return invalid(`"${reason.label}" needs a note. Say in a few words why.`);
  }
  return ok(reason);
}

const KIND_WORDS: Readonly<Record<Reason['kind'], string>> = {
  reject: 'Rejecting',
  recycle: 'Recycling',
  reassign: 'Passing a lead on',
};

const KIND_VERBS: Readonly<Record<Reason['kind'], string>> = {
  reject: 'reject',
  recycle: 'recycle',
  reassign: 'pass a lead on',
};

/**
 * The day on which the lead comes back: the one that was chosen, else the reason's own pause, moved to a working day
 * (design §5); null where the reason has none. Refused where the chosen day has come already.
 */
export function revisitDay(
  reason: Pick<Reason, 'pauseDays'>,
  chosen: Day | null,
  calendar: WorkingCalendar,
  now: Instant,
): Result<Day | null, Refusal> {
  const today = dayAt(now, calendar.timeZone);
  if (chosen !== null) {
    return chosen > today
      ? ok(chosen)
      : invalid(`${chosen} is not in the future. Choose a later day to look at it again.`);
  }
  if (!reason.pauseDays) return ok(null);
  return ok(workingDayFrom(daysAfter(today, reason.pauseDays), calendar));
}

/** The day itself or the next on which somebody works. */
function workingDayFrom(day: Day, calendar: WorkingCalendar): Day {
  const opening = nextOpening(startOfDay(day, calendar.timeZone), calendar);
  return opening === null ? day : dayAt(opening, calendar.timeZone);
}
