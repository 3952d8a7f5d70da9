import {
  writeRecord,
  type HandoffRecord,
  type RouteSummary,
} from '../../domain/handoff/handoff-record.ts';
import type { HandoffStatus } from '../../domain/handoff/handoff-status.ts';
import { nextActionText } from '../../domain/handoff/next-action.ts';
import type { ContactPlan } from '../../domain/handoff/plan-contact.ts';
import { toIso, type Instant } from '../../domain/instant.ts';
import { dueForRep } from '../../domain/routing/due-for-rep.ts';
import type { DueFor } from '../../domain/sla/due-for.ts';
import type { CrmRecord } from '../ports/crm.ts';
import { routingContext } from '../routing-context.ts';
import { checkAt } from './check-at.ts';
import { routeClock } from './to-route-summary.ts';
import type { StandingChange } from './change-standing.ts';
import type { HandContext } from './decide-by-hand.ts';

/** How a route came about that no rule made ({@link RouteSummary}, `via`). */
export const BY_HAND = 'by_hand';

const WHY = 'The owner was changed by hand.';

/**
 * Respects an owner whom somebody set on the contact (design §5): the handoff and its task are theirs now, and a
 * handoff that waited for an owner waits for their decision. Where the first touch is still owed they get a due time
 * of their own; a miss that happened stays one (design §8). The rotation is not touched.
 */
export function adoptOwner(
  contact: CrmRecord,
  plan: Extract<ContactPlan, { kind: 'adopt_owner' }>,
  { policy, directory, now }: HandContext,
): StandingChange {
  const { record, ownerId } = plan;
  const status: HandoffStatus = plan.status === 'held_no_owner' ? 'awaiting_decision' : plan.status;
  const owesTouch = status === 'awaiting_decision' && !contact.properties['handoff_first_touch_at'];
  const { sla } = record.decision;
  const context = routingContext(policy.policy, directory, now);
  const due =
    owesTouch && sla
      ? dueForRep(sla, context.reps.get(ownerId) ?? null, record.route?.pool ?? null, context)
      : null;
  const next: HandoffRecord = {
    ...record,
    status,
    undo: null,
    route: due ? routeByHand(record.route, ownerId, due) : record.route,
    changes: [
      ...record.changes,
      { at: toIso(now), by: 'hand', what: `${status}, owner ${ownerId}`, why: 'changed by hand' },
    ],
  };
  const missed = contact.properties['handoff_sla_status'] === 'breached';
  const channel =
    policy.policy.cadences[record.decision.cadence ?? '']?.touches[0]?.channel ?? null;
  return {
    contactId: contact.id,
    handoffId: record.handoffId,
    status,
    ownerId,
    record: next,
    properties: {
      handoff_status: status,
      handoff_owner: ownerId,
      handoff_owner_reason: WHY,
      ...(due && {
        handoff_routed_at: toIso(now),
        handoff_sla_due_at: toIso(due.dueAt),
        ...(missed ? {} : { handoff_sla_status: 'running' }),
        handoff_next_action: nextActionText({
          status,
          decision: record.decision,
          contact: contact.properties,
          channel,
          meetingBooked: false,
        }),
        handoff_next_action_due_at: toIso(due.dueAt),
        handoff_check_at: momentOrUnset(
          checkAt({
            status,
            tier: record.decision.tier,
            due,
            actionDue: due.dueAt,
            policy: policy.policy,
            now,
          }),
        ),
      }),
      handoff_record: writeRecord(next),
    },
  };
}

function momentOrUnset(at: Instant | null): string {
  return at === null ? '' : toIso(at);
}

function routeByHand(route: RouteSummary | null, ownerId: string, due: DueFor): RouteSummary {
  return {
    pool: route?.pool ?? null,
    rule: route?.rule ?? null,
    trace: route?.trace ?? [],
    ownerId,
    via: BY_HAND,
    reason: WHY,
    ...routeClock(due),
  };
}
