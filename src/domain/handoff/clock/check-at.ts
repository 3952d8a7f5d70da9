import { HOUR, MINUTE, instant, type Instant } from '../../instant.ts';
import { afterBusinessDays, afterMinutes } from '../../sla/due-at.ts';
import { decisionDeadline } from '../../sla/decision-deadline.ts';
import { escalationSteps } from '../../sla/escalation-steps.ts';
import { ownerOf } from '../evolve.ts';
import { isLive } from '../handoff-status.ts';
import type { Handoff } from '../handoff.ts';
import {
  nextAction,
  openingOn,
  owesFirstTouch,
  ownersHours,
  type Surroundings,
} from './next-action.ts';
import { nextCheck, type CheckInstants } from './next-check.ts';

/** Design §5: an accept without an attempt is hollow one working hour after the due time. */
const HOLLOW_AFTER_MINUTES = HOUR / MINUTE;
/** A hold for facts is looked at this often, because a company's facts come without an event of the contact. */
const HOLD_LOOK_MS = HOUR;

/**
 * The first instant after now at which anything has to happen to a handoff by itself (design §1): derived from the whole
 * handoff, so that no change of it can forget the clock. Every live handoff has one.
 */
export function checkAt(handoff: Handoff, around: Surroundings): Instant | null {
  const { now } = around.people;
  const next = nextCheck(instantsOf(handoff, around), now);
  if (next !== null || !isLive(handoff.state.status)) return next;
  // All that was planned lies behind: it is looked at again the next working day rather than never.
  const hours = ownersHours(handoff, around.people);
  return afterBusinessDays(1, now, hours) ?? instant(now + 24 * HOUR);
}

function instantsOf(handoff: Handoff, around: Surroundings): CheckInstants {
  const { state, clock, assignment, opened } = handoff;
  const { policy, people } = around;
  const hours = ownersHours(handoff, people);
  const { tier } = opened.verdict;
  const routedAt = ownerOf(handoff) === null ? null : (assignment?.at ?? null);
  const { dueAt } = clock;
  const ladder =
    routedAt !== null && dueAt !== null && tier !== null
      ? escalationSteps({ rules: policy.escalation, tier, routedAt, dueAt, calendar: hours })
      : [];
  const action = nextAction(handoff, around);
  const revisitOn = 'revisitOn' in state ? state.revisitOn : null;
  return {
    status: state.status,
    touched: !owesFirstTouch(handoff),
    warnAt: clock.warnAt,
    dueAt: action.dueAt,
    escalation: ladder.map(({ at }) => at),
    decisionDeadline:
      routedAt === null || tier === null
        ? null
        : decisionDeadline({
            deadline: policy.decisionDeadlines[tier],
            routedAt,
            dueAt,
            calendar: hours,
          }),
    hollowAt: dueAt === null ? null : afterMinutes(HOLLOW_AFTER_MINUTES, dueAt, hours),
    nextTouchAt: action.kind === 'touch' || action.kind === 'meeting' ? action.dueAt : null,
    revisitAt: revisitOn === null ? null : openingOn(revisitOn, hours),
    lookAgainAt:
      state.status === 'held_needs_data' ? instant(around.people.now + HOLD_LOOK_MS) : null,
  };
}
