import type { WebhookEvent } from '../../contract/webhook-event.ts';
import { applyDecision, SOMEBODY, type Decide } from '../../domain/handoff/apply-decision.ts';
import { turnGivenBack } from '../../domain/handoff/gives-back.ts';
import { writeRecord } from '../../domain/handoff/handoff-record.ts';
import type { ContactPlan } from '../../domain/handoff/plan-contact.ts';
import { toIso, type Instant } from '../../domain/instant.ts';
import type { PropertyValues } from '../../domain/condition/lead-facts.ts';
import type { Directory } from '../directory.ts';
import type { LivePolicy } from '../live-policy.ts';
import { ownerCalendar } from '../owner-calendar.ts';
import type { CrmRecord } from '../ports/crm.ts';
import type { StandingChange } from './change-standing.ts';

/**
 * Takes a state that a person edited on the contact (phone, import, workflow) through the same rules as the card
 * (design §4). What the edit lacks cannot be asked for here: the state is kept as it was set, and the next action asks
 * for the reason (R252).
 */
export function decideByHand(
  contact: CrmRecord,
  plan: Extract<ContactPlan, { kind: 'by_hand' }>,
  events: readonly WebhookEvent[],
  { policy, directory, now }: HandContext,
): StandingChange {
  const { record, status } = plan;
  const ownerId = contact.properties['handoff_owner'] ?? null;
  const by = editorOf(events, directory) ?? SOMEBODY;
  const decide = decisionOf(status, contact.properties);
  const applied =
    decide &&
    applyDecision(decide, {
      contact: { ...contact.properties, handoff_status: record.status },
      record,
      status: record.status,
      policy: policy.policy,
      by,
      note: contact.properties['handoff_decision_note'] ?? '',
      calendar: ownerCalendar(ownerId, record, { policy: policy.policy, directory, now }),
      now,
    });
  const base = { contactId: contact.id, handoffId: record.handoffId, ownerId };
  if (applied?.ok) {
    const { properties, record: next } = applied.value;
    const reason = properties['handoff_reason_code'];
    const givesBack = turnGivenBack(record, reason, policy.policy);
    return { ...base, status, record: next, properties, givesBack };
  }
  const missing = applied ? applied.reason.message : '';
  const next = {
    ...record,
    status,
    undo: null,
    changes: [
      ...record.changes,
      { at: toIso(now), by, what: status, why: missing || 'edited by hand' },
    ],
  };
  return {
    ...base,
    status,
    record: next,
    properties: {
      ...(missing === '' ? {} : { handoff_next_action: `Give the reason: ${missing}` }),
      handoff_record: writeRecord(next),
    },
  };
}

/** What a change by hand is carried out with. */
export interface HandContext {
  readonly policy: LivePolicy;
  readonly directory: Directory;
  readonly now: Instant;
}

function decisionOf(status: string, contact: PropertyValues): Decide | null {
  const reasonCode = contact['handoff_reason_code'] ?? '';
  switch (status) {
    case 'accepted': {
      const kind = contact['handoff_acceptance'];
      const acceptance =
        kind === 'meeting_booked' || kind === 'in_discovery' ? kind : 'outreach_started';
      return { kind: 'accept', acceptance };
    }
    case 'rejected':
      return { kind: 'reject', reasonCode };
    case 'recycled':
      return {
        kind: 'recycle',
        reasonCode,
        revisitOn: contact['handoff_revisit_on']?.slice(0, 10),
      };
    default:
      return null;
  }
}

/** The owner whose user HubSpot names as the source of the edit (`userId:123`). */
function editorOf(events: readonly WebhookEvent[], directory: Directory): string | null {
  const edit = events.findLast(({ propertyName }) => propertyName === 'handoff_status');
  const userId = /^userId:(\d+)$/.exec(edit?.sourceId ?? '')?.[1];
  return directory.owners.find((owner) => owner.userId === userId)?.ownerId ?? null;
}
