import type { HandoffStatus } from '../handoff-status.ts';
import type { Instant } from '../../instant.ts';

/** Every instant at which something may have to happen to a handoff; null where there is none (design §1, §8). */
export interface CheckInstants {
  readonly status: HandoffStatus;
  /** A real first attempt was made. */
  readonly touched: boolean;
  readonly warnAt: Instant | null;
  /** First touch, or in a held or nurture state the action of the role that has it. */
  readonly dueAt: Instant | null;
  readonly escalation: readonly Instant[];
  readonly decisionDeadline: Instant | null;
  /** When an accept without an attempt is hollow: one working hour after the due time (design §5). */
  readonly hollowAt: Instant | null;
  /** Next touch of the cadence. */
  readonly nextTouchAt: Instant | null;
  readonly revisitAt: Instant | null;
  /** When a hold is looked at again, whatever else happens. */
  readonly lookAgainAt: Instant | null;
}

/**
 * `check_at`: the first instant after `now` at which something must happen to a handoff in its present state; null
 * when nothing will. What lies at or before `now` is for the caller to do first.
 */
export function nextCheck(clock: CheckInstants, now: Instant): Instant | null {
  const ahead = instantsOf(clock).filter((at): at is Instant => at !== null && at > now);
  return ahead.length === 0 ? null : (Math.min(...ahead) as Instant);
}

function instantsOf(clock: CheckInstants): readonly (Instant | null)[] {
  switch (clock.status) {
    case 'awaiting_decision':
      return clock.touched
        ? [clock.nextTouchAt, clock.decisionDeadline]
        : [clock.warnAt, clock.dueAt, ...clock.escalation, clock.decisionDeadline];
    case 'accepted':
      return clock.touched
        ? [clock.nextTouchAt]
        : [clock.warnAt, clock.dueAt, ...clock.escalation, clock.hollowAt];
    case 'diverted':
      // Nobody takes a customer away from whoever has the account: no ladder, and nothing to decide.
      return [clock.warnAt, clock.dueAt];
    case 'held_no_owner':
    case 'held_needs_data':
    case 'held_for_review':
    case 'nurture':
      return [clock.dueAt, clock.lookAgainAt];
    case 'rejected':
    case 'recycled':
      return [clock.revisitAt, clock.dueAt];
    case 'disqualified':
    case 'closed':
      return [];
  }
}
