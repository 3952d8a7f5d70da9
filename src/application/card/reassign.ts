import type { DecideRequest } from '../../contract/card-request.ts';
import type { AppliedDecision, DecisionRefusal } from '../../domain/handoff/apply-decision.ts';
import {
  withRequest,
  writeRecord,
  type HandoffRecord,
} from '../../domain/handoff/handoff-record.ts';
import { nextActionText } from '../../domain/handoff/next-action.ts';
import { toIso } from '../../domain/instant.ts';
import { choosePool } from '../../domain/qualification/judge.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import { routeLead, type RouteOutcome } from '../../domain/routing/route-lead.ts';
import type { RoutingState } from '../../domain/routing/routing.ts';
import { checkAt } from '../work/check-at.ts';
import { toRouteSummary } from '../work/to-route-summary.ts';
import { routingContext } from '../routing-context.ts';
import type { CardSession } from './card-session.ts';
import { nameOf } from './card-person.ts';

type Reassign = Extract<DecideRequest, { decision: 'reassign' }>;

/**
 * Passes a handoff on ("not mine") by the same rules as its first routing, without the person who gives it up
 * (peers B5, 10). The new owner gets a due time of their own; a miss that has happened stays one (design §8).
 */
export async function reassign(
  session: CardSession,
  request: Reassign,
  by: string,
): Promise<Result<AppliedDecision & { readonly ownerId: string | null }, DecisionRefusal>> {
  const { handoff, policy } = session;
  if (handoff.status !== 'awaiting_decision') {
    return refused({
      outcome: 'conflict',
      message: 'This handoff has been decided meanwhile. See below what is true now.',
    });
  }
  const reason = policy.policy.reasons.find(({ code }) => code === request.reasonCode);
  if (reason?.kind !== 'reassign' || reason.retired) {
    return refused({
      outcome: 'invalid',
      message: `"${request.reasonCode}" is no reason to pass a lead on. Choose one of the list.`,
    });
  }
  if (reason.noteRequired && request.note === '') {
    return refused({
      outcome: 'invalid',
      message: `"${reason.label}" needs a note. Say in a few words why.`,
    });
  }
  const outcome = await routeAgain(session);
  return ok(passedOn(session, request, outcome, { by, reason: reason.label }));
}

async function routeAgain(session: CardSession): Promise<RouteOutcome> {
  const { handoff, policy, directory, now } = session;
  const { record, contact } = handoff;
  const context = routingContext(policy.policy, directory, now);
  const chosen = choosePool(policy.compiled, record.facts, record.decision, now);
  const route = (state: RoutingState): RouteOutcome =>
    routeLead(
      {
        id: contact.id,
        companyId: record.facts.company?.id ?? null,
        sla: record.decision.sla,
        pool: record.route?.pool ?? chosen?.pool ?? null,
        rule: record.route?.rule ?? chosen?.rule ?? null,
        meetingHost: null,
        contactOwner: null,
        sameCompanyRep: null,
        companyOwner: record.facts.company?.properties['hubspot_owner_id'] ?? null,
        dealOwner: null,
        exclude: [contact.properties['handoff_owner'] ?? ''],
      },
      state,
      context,
    );
  const routed: { outcome?: RouteOutcome } = {};
  await session.deps.decisions.decideOnce({ handoffIds: [], companyIds: [] }, (stored) => {
    const outcome = route({ standings: stored.standings, open: stored.openByOwner });
    routed.outcome = outcome;
    const standing = outcome.kind === 'assigned' ? outcome.standing : null;
    return { decisions: [], standings: standing ? [standing] : [] };
  });
  if (!routed.outcome) throw new Error('The decision store resolved without deciding');
  return routed.outcome;
}

function passedOn(
  session: CardSession,
  request: Reassign,
  outcome: RouteOutcome,
  why: { readonly by: string; readonly reason: string },
): AppliedDecision & { readonly ownerId: string | null } {
  const { handoff, policy, directory, now } = session;
  const { contact, record } = handoff;
  const ownerId = outcome.kind === 'assigned' ? outcome.ownerId : null;
  const status = ownerId === null ? 'held_no_owner' : 'awaiting_decision';
  const next: HandoffRecord = {
    ...record,
    status,
    route: toRouteSummary(outcome),
    changes: [
      ...record.changes,
      {
        at: toIso(now),
        by: why.by,
        what:
          ownerId === null ? 'passed on, nobody could take it' : `passed on to owner ${ownerId}`,
        why: request.note === '' ? why.reason : `${why.reason}: ${request.note}`,
      },
    ],
    requests: withRequest(record, request.requestId),
    undo: null,
  };
  const dueAt = outcome.due ? toIso(outcome.due.dueAt) : '';
  const missed = contact.properties['handoff_sla_status'] === 'breached';
  const check = checkAt({
    status,
    tier: record.decision.tier,
    due: ownerId === null ? null : outcome.due,
    actionDue: outcome.due?.dueAt ?? null,
    policy: policy.policy,
    now,
  });
  return {
    status,
    ownerId,
    record: next,
    message:
      ownerId === null
        ? 'Nobody else could take it: RevOps assigns it now.'
        : `Passed on to ${nameOf(directory, ownerId) ?? 'a colleague'}.`,
    properties: {
      handoff_status: status,
      handoff_owner: ownerId ?? '',
      hubspot_owner_id: ownerId ?? '',
      handoff_owner_reason: ownerId === null ? '' : outcome.reason,
      handoff_pool: outcome.pool ?? '',
      handoff_routed_at: ownerId === null ? '' : toIso(now),
      handoff_sla_due_at: ownerId === null ? '' : dueAt,
      ...(missed ? {} : { handoff_sla_status: ownerId === null ? 'not_applicable' : 'running' }),
      handoff_next_action: nextActionText({
        status,
        decision: record.decision,
        contact: contact.properties,
        channel: policy.policy.cadences[record.decision.cadence ?? '']?.touches[0]?.channel ?? null,
        meetingBooked: false,
      }),
      handoff_next_action_due_at: dueAt,
      handoff_check_at: check === null ? '' : toIso(check),
      handoff_record: writeRecord(next),
    },
  };
}
