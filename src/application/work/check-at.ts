import type { HandoffStatus } from '../../domain/handoff/handoff-status.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Tier } from '../../domain/tier.ts';
import { decisionDeadline } from '../../domain/sla/decision-deadline.ts';
import type { DueFor } from '../../domain/sla/due-for.ts';
import { escalationSteps } from '../../domain/sla/escalation-steps.ts';
import { nextCheck } from '../../domain/handoff/clock/next-check.ts';

/** A handoff that was routed a moment ago, as far as its clock goes. */
export interface RoutedClock {
  readonly status: HandoffStatus;
  readonly tier: Tier | null;
  /** The first touch of the rep who has it; null where no SLA clock runs. */
  readonly due: DueFor | null;
  /** When the next action is due, also where a role and no rep has it. */
  readonly actionDue: Instant | null;
  readonly policy: Policy;
  readonly now: Instant;
}

/** The first instant at which anything has to happen to the handoff by itself (design §1): `handoff_check_at`. */
export function checkAt({
  status,
  tier,
  due,
  actionDue,
  policy,
  now,
}: RoutedClock): Instant | null {
  const counted = due && { routedAt: now, dueAt: due.dueAt, calendar: due.hours };
  const ladder =
    counted && tier ? escalationSteps({ rules: policy.escalation, tier, ...counted }) : [];
  const deadline = tier === null ? null : policy.decisionDeadlines[tier];
  return nextCheck(
    {
      status,
      touched: false,
      warnAt: due?.warnAt ?? null,
      dueAt: actionDue,
      escalation: ladder.map(({ at }) => at),
      decisionDeadline: counted && decisionDeadline({ deadline, ...counted }),
      hollowAt: null,
      nextTouchAt: null,
      revisitAt: null,
    },
    now,
  );
}
