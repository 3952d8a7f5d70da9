import { readRecord } from '../../domain/handoff/handoff-record.ts';
import type { HandoffStatus } from '../../domain/handoff/handoff-status.ts';
import {
  handoffId,
  newHandoffProperties,
  type NewHandoff,
} from '../../domain/handoff/new-handoff.ts';
import { nextActionText } from '../../domain/handoff/next-action.ts';
import type { ContactPlan } from '../../domain/handoff/plan-contact.ts';
import { parseInstant, toIso, type Instant } from '../../domain/instant.ts';
import { choosePool, judge } from '../../domain/qualification/judge.ts';
import type { Verdict } from '../../domain/qualification/verdict.ts';
import type { LeadFacts } from '../../domain/condition/lead-facts.ts';
import { dueForRep } from '../../domain/routing/due-for-rep.ts';
import type { RouteOutcome } from '../../domain/routing/route-lead.ts';
import { routeInOrder } from '../../domain/routing/route-in-order.ts';
import type { LeadToRoute, RoutingContext } from '../../domain/routing/routing.ts';
import type { Directory } from '../directory.ts';
import type { LivePolicy } from '../live-policy.ts';
import type { CrmRecord, NewTask } from '../ports/crm.ts';
import type { DecisionContext, DecisionStore, StoredDecision } from '../ports/decision-store.ts';
import { routingContext } from '../routing-context.ts';
import { checkAt } from './check-at.ts';
import { companyIdOf } from './gather-facts.ts';
import { toRouteSummary } from './to-route-summary.ts';
import { newTask } from './wanted-tasks.ts';

/** A contact that gets a new attempt. */
export interface Opening {
  readonly contact: CrmRecord;
  readonly plan: Extract<ContactPlan, { kind: 'open' }>;
  readonly facts: LeadFacts;
}

/** A new attempt, ready to be written; `task` is null where nobody has to act. */
export interface OpenedHandoff {
  readonly contactId: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly task: NewTask | null;
}

/** What opening needs. */
export interface OpenDeps {
  readonly decisions: DecisionStore;
  readonly policy: LivePolicy;
  readonly directory: Directory;
}

interface DecidedLead extends LeadToRoute {
  readonly opening: Opening;
  readonly decision: Verdict;
}

/**
 * Decides and routes new attempts, once: what was stored by a run that died is used again as it is, so neither a
 * second turn is taken nor another owner chosen. In observe mode nothing is stored, because nobody gets anything.
 */
export async function openHandoffs(
  deps: OpenDeps,
  openings: readonly Opening[],
  now: Instant,
): Promise<readonly OpenedHandoff[]> {
  const { policy } = deps;
  const context = routingContext(policy.policy, deps.directory, now);
  const leads = openings.map((opening) => decideLead(opening, policy, now));
  if (policy.policy.mode !== 'live') {
    return leads.map((lead) => {
      const properties = newHandoffProperties(toHandoff(lead, null, policy, context));
      return { contactId: lead.id, properties, task: null };
    });
  }
  let all: readonly StoredDecision[] = [];
  await deps.decisions.decideOnce(
    {
      handoffIds: leads.map(({ opening }) => handoffIdOf(opening)),
      companyIds: [...new Set(leads.flatMap(({ companyId }) => companyId ?? []))],
    },
    (stored) => {
      const known = leads.flatMap(
        ({ opening }) => stored.decisions.get(handoffIdOf(opening)) ?? [],
      );
      const fresh = leads.filter(({ opening }) => !stored.decisions.has(handoffIdOf(opening)));
      const { handoffs, standings } = routeFresh(fresh, stored, policy, context);
      const decisions = handoffs.map((handoff) => toStored(handoff));
      all = [...known, ...decisions];
      return { decisions, standings };
    },
  );
  return all.map((decision) => toOpened(decision, deps, now));
}

function handoffIdOf({ contact, plan }: Opening): string {
  return handoffId(contact.id, plan.attempt);
}

function decideLead(opening: Opening, { compiled }: LivePolicy, now: Instant): DecidedLead {
  const { contact, facts } = opening;
  const decision = judge(compiled, facts, now);
  const chosen = choosePool(compiled, facts, decision, now);
  const openDeal = facts.deals?.find(({ properties }) => properties['hs_is_closed'] !== 'true');
  return {
    opening,
    decision,
    id: contact.id,
    companyId: companyIdOf(contact),
    sla: decision.sla,
    pool: chosen?.pool ?? null,
    rule: chosen?.rule ?? null,
    meetingHost: null,
    contactOwner: contact.properties['hubspot_owner_id'] ?? null,
    sameCompanyRep: null,
    companyOwner: facts.company?.properties['hubspot_owner_id'] ?? null,
    dealOwner: openDeal?.properties['hubspot_owner_id'] ?? null,
  };
}

function routeFresh(
  fresh: readonly DecidedLead[],
  stored: DecisionContext,
  policy: LivePolicy,
  context: RoutingContext,
) {
  const routed = fresh.filter(({ decision }) => decision.status === 'awaiting_decision');
  const unrouted = fresh.filter(({ decision }) => decision.status !== 'awaiting_decision');
  const batch = routeInOrder(
    mostUrgentFirst(routed).map((lead) => ({
      ...lead,
      sameCompanyRep: stored.ownerInFlightByCompany.get(lead.companyId ?? '') ?? null,
    })),
    { standings: stored.standings, open: stored.openByOwner },
    context,
  );
  return {
    handoffs: [
      ...batch.routed.map(({ lead, outcome }) => toHandoff(lead, outcome, policy, context)),
      ...unrouted.map((lead) => toHandoff(lead, null, policy, context)),
    ],
    standings: batch.changedPools.flatMap((pool) => batch.state.standings.get(pool) ?? []),
  };
}

/** An enterprise buyer with strong intent never queues behind a casual download (R109); then first come, first served. */
function mostUrgentFirst(leads: readonly DecidedLead[]): readonly DecidedLead[] {
  const enteredAt = (lead: DecidedLead): number => lead.opening.plan.entry?.enteredAt ?? Infinity;
  return [...leads].sort(
    (a, b) =>
      (a.decision.tier ?? '').localeCompare(b.decision.tier ?? '') ||
      enteredAt(a) - enteredAt(b) ||
      Number(a.id) - Number(b.id),
  );
}

/** Puts decision and route together; `outcome` is null where the state of the decision goes to nobody. */
function toHandoff(
  lead: DecidedLead,
  outcome: RouteOutcome | null,
  { policy, version }: LivePolicy,
  context: RoutingContext,
): NewHandoff {
  const { opening, decision } = lead;
  const assigned = outcome?.kind === 'assigned' ? outcome : null;
  const status: HandoffStatus = outcome?.kind === 'held' ? 'held_no_owner' : decision.status;
  const meetingBooked = assigned?.via === 'meeting_host';
  const actionDue =
    outcome === null ? unroutedDue(lead, policy.roles, context) : (outcome.due?.dueAt ?? null);
  return {
    facts: opening.facts,
    decision,
    attempt: opening.plan.attempt,
    entry: opening.plan.entry,
    trigger: opening.plan.trigger,
    previous: opening.plan.previous,
    mode: policy.mode,
    policyVersion: version,
    status,
    route: outcome ? toRouteSummary(outcome) : null,
    nextAction: {
      text: nextActionText({
        status,
        decision,
        contact: opening.facts.properties,
        channel: policy.cadences[decision.cadence ?? '']?.touches[0]?.channel ?? null,
        meetingBooked,
      }),
      dueAt: actionDue,
    },
    checkAt: checkAt({
      status,
      tier: decision.tier,
      due: assigned?.due ?? null,
      actionDue,
      policy,
      now: context.now,
    }),
    assigned: assigned && {
      ownerId: assigned.ownerId,
      dueAt: assigned.due?.dueAt ?? null,
      slaStatus: assigned.due ? 'running' : 'not_applicable',
    },
    // A pool with the qualification step is worked by SDRs (R96, R195).
    stage: policy.routing.pools[outcome?.pool ?? '']?.qualifies ? 'sdr' : 'ae',
    now: context.now,
  };
}

/** When the role that has such a lead must have acted (design §5): D4 for nurture, one business day on hold. */
function unroutedDue(
  { decision, pool }: DecidedLead,
  roles: LivePolicy['policy']['roles'],
  context: RoutingContext,
): Instant | null {
  if (decision.status === 'disqualified') return null;
  const target = decision.status === 'nurture' ? decision.sla : { businessDays: 1 };
  const role = decision.status === 'held_for_review' ? roles.sales : roles.marketing;
  if (!target) return null;
  return dueForRep(target, context.reps.get(role ?? '') ?? null, pool, context).dueAt;
}

function toStored(handoff: NewHandoff): StoredDecision {
  return {
    handoffId: handoffId(handoff.facts.id, handoff.attempt),
    contactId: handoff.facts.id,
    companyId: handoff.facts.company?.id ?? null,
    ownerId: handoff.assigned?.ownerId ?? null,
    status: handoff.status,
    decidedAt: toIso(handoff.now),
    policyVersion: handoff.policyVersion,
    properties: newHandoffProperties(handoff),
  };
}

/** Properties and task of a stored decision; the task follows from the record, the first time and on a redo alike. */
function toOpened(decision: StoredDecision, deps: OpenDeps, now: Instant): OpenedHandoff {
  const { contactId, properties } = decision;
  const read = readRecord(properties['handoff_record']);
  if (read.kind !== 'record') {
    throw new Error(`The stored decision ${decision.handoffId} has no readable record`);
  }
  const due = parseInstant(properties['handoff_next_action_due_at']);
  const task = newTask(
    {
      record: read.record,
      status: decision.status,
      ownerId: decision.ownerId,
      nextAction: properties['handoff_next_action'] ?? '',
      dueAt: due.ok ? due.value : null,
    },
    { policy: deps.policy.policy, account: deps.directory.account, now },
  );
  return { contactId, properties, task };
}
