import { toIso, type Instant } from '../instant.ts';
import type { Verdict } from '../qualification/verdict.ts';
import type { LeadFacts } from '../condition/lead-facts.ts';
import { entryKey, type Entry } from './entry.ts';
import {
  writeRecord,
  type AttemptSummary,
  type HandoffRecord,
  type RouteSummary,
} from './handoff-record.ts';
import type { HandoffStatus } from './handoff-status.ts';
import type { NextAction } from './next-action.ts';

/** Everything that makes up a new attempt, decided and routed. */
export interface NewHandoff {
  readonly facts: LeadFacts;
  readonly decision: Verdict;
  readonly attempt: number;
  readonly entry: Entry | null;
  readonly trigger: string;
  readonly previous: HandoffRecord | null;
  readonly mode: 'live' | 'observe';
  readonly policyVersion: string;
  /** State the handoff takes: that of the decision, or `held_no_owner`. */
  readonly status: HandoffStatus;
  readonly route: RouteSummary | null;
  readonly nextAction: NextAction;
  readonly checkAt: Instant | null;
  /** Owner and, where set, the SLA clock; null where nobody owns the lead. */
  readonly assigned: null | {
    readonly ownerId: string;
    readonly dueAt: Instant | null;
    readonly slaStatus: 'running' | 'not_applicable';
  };
  /** An SDR pool or an AE pool (design §6, `qualifies`). */
  readonly stage: 'sdr' | 'ae';
  readonly now: Instant;
}

/** Id of an attempt (design §4). */
export function handoffId(contactId: string, attempt: number): string {
  return `${contactId}-${attempt}`;
}

/**
 * The contact properties of a new attempt, complete, so that one update writes it all (design §2.1). What the
 * attempt before left in fields that this one does not fill is cleared. In observe mode only the decision is
 * written: no owner, no state, no clock (design §5).
 */
export function newHandoffProperties(handoff: NewHandoff): Readonly<Record<string, string>> {
  const { decision } = handoff;
  const decided: Record<string, string> = {
    handoff_tier: decision.tier ?? '',
    handoff_sla_class: decision.class ?? '',
    handoff_fit_score: numberOrUnset(decision.fit.score),
    handoff_intent_score: numberOrUnset(decision.intent.score),
    handoff_reason: decision.reason,
    handoff_signals: decision.signals.join(';'),
    handoff_trigger: handoff.trigger,
    handoff_source: decision.source ?? '',
    handoff_campaign: decision.campaign ?? '',
    handoff_offer: decision.offer ?? '',
    handoff_topic: decision.topic ?? '',
    handoff_play: decision.play ?? '',
    handoff_missing: decision.missing.join(';'),
    handoff_complete: String(decision.missing.length === 0),
    handoff_policy_version: handoff.policyVersion,
    handoff_record: writeRecord(newRecord(handoff)),
  };
  if (handoff.mode === 'observe') return decided;
  return { ...decided, ...clearedDecision, ...liveProperties(handoff) };
}

/** The record of a new attempt. */
export function newRecord(handoff: NewHandoff): HandoffRecord {
  const { facts, decision, attempt, route, now } = handoff;
  return {
    schema: 1,
    handoffId: handoffId(facts.id, attempt),
    attempt,
    status: handoff.status,
    entries: [
      ...(handoff.entry ? [entryKey(handoff.entry)] : []),
      ...(handoff.entry ? [] : (handoff.previous?.entries.slice(-1) ?? [])),
    ],
    trigger: handoff.trigger,
    mode: handoff.mode,
    policyVersion: handoff.policyVersion,
    openedAt: toIso(now),
    decision,
    route,
    facts,
    changes: [
      {
        at: toIso(now),
        by: 'baton',
        what: `${handoff.status}${handoff.assigned ? `, owner ${handoff.assigned.ownerId}` : ''}`,
        why: route?.reason ?? handoff.nextAction.text,
      },
    ],
    requests: [],
    undo: null,
    earlier: handoff.previous
      ? [...handoff.previous.earlier, summary(handoff.previous, facts.properties)]
      : [],
    shed: [],
  };
}

const clearedDecision = {
  handoff_first_touch_at: '',
  handoff_first_touch_minutes: '',
  handoff_sla_miss_cause: '',
  handoff_decided_at: '',
  handoff_decided_by: '',
  handoff_acceptance: '',
  handoff_reason_code: '',
  handoff_decision_note: '',
  handoff_revisit_on: '',
  handoff_outcome: '',
} as const;

function liveProperties(handoff: NewHandoff): Record<string, string> {
  const { assigned, decision, route, now } = handoff;
  const moment = (at: Instant | null | undefined): string =>
    at === null || at === undefined ? '' : toIso(at);
  return {
    handoff_id: handoffId(handoff.facts.id, handoff.attempt),
    handoff_attempt: String(handoff.attempt),
    handoff_stage: handoff.stage,
    handoff_status: handoff.status,
    handoff_owner: assigned?.ownerId ?? '',
    handoff_pool: route?.pool ?? '',
    handoff_owner_reason: assigned ? (route?.reason ?? '') : '',
    handoff_routed_at: assigned ? toIso(now) : '',
    handoff_sla_due_at: moment(assigned?.dueAt),
    handoff_sla_status: assigned?.slaStatus ?? 'not_applicable',
    handoff_next_action: handoff.nextAction.text,
    handoff_next_action_due_at: moment(handoff.nextAction.dueAt),
    handoff_check_at: moment(handoff.checkAt),
    handoff_touches: '0',
    ...(decision.disqualified
      ? {
          handoff_reason_code: decision.disqualified.reasonCode,
          handoff_outcome: 'disqualified',
          handoff_decided_at: toIso(now),
        }
      : {}),
    // An owner that a person or the portal set is respected (design §2.8): it is written only when it changes.
    ...(assigned && assigned.ownerId !== handoff.facts.properties['hubspot_owner_id']
      ? { hubspot_owner_id: assigned.ownerId }
      : {}),
  };
}

function summary(
  previous: HandoffRecord,
  contact: Readonly<Record<string, string | null>>,
): AttemptSummary {
  return {
    attempt: previous.attempt,
    handoffId: previous.handoffId,
    status: contact['handoff_status'] ?? previous.decision.status,
    tier: previous.decision.tier,
    ownerId: contact['handoff_owner'] ?? previous.route?.ownerId ?? null,
    decidedAt: contact['handoff_decided_at'] ?? null,
    reasonCode: contact['handoff_reason_code'] ?? null,
    note: contact['handoff_decision_note'] ?? null,
  };
}

function numberOrUnset(value: number | null): string {
  return value === null ? '' : String(value);
}
