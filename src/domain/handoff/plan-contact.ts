import type { Instant } from '../instant.ts';
import type { PropertyValues } from '../condition/lead-facts.ts';
import { currentEntry, entryKey, stageWords, type Entry } from './entry.ts';
import { readRecord, type HandoffRecord } from './handoff-record.ts';
import { isLive, parseStatus, type HandoffStatus } from './handoff-status.ts';

/** What has to happen to a contact that was looked at. */
export type ContactPlan =
  /** A new attempt: decide, route, write. */
  | {
      readonly kind: 'open';
      readonly entry: Entry | null;
      readonly attempt: number;
      readonly trigger: string;
      readonly previous: HandoffRecord | null;
    }
  /** The attempt stands; make sure that its tasks do too (the process may have died between the two). */
  | {
      readonly kind: 'ensure_tasks';
      readonly record: HandoffRecord;
      readonly status: HandoffStatus;
    }
  /** A new entry while an attempt is running: it joins that attempt (P16). */
  | {
      readonly kind: 'join';
      readonly entry: Entry;
      readonly record: HandoffRecord;
      readonly status: HandoffStatus;
    }
  /** A person gave the contact to somebody else: respect it (design §5). */
  | {
      readonly kind: 'adopt_owner';
      readonly ownerId: string;
      readonly record: HandoffRecord;
      readonly status: HandoffStatus;
    }
  /** A person edited the state (phone, import, workflow): it goes the way of any decision (design §4). */
  | {
      readonly kind: 'by_hand';
      readonly record: HandoffRecord;
      /** State as the person set it; the record says which one it was before. */
      readonly status: HandoffStatus;
    }
  /** A lead that sales does not have: decide it again, and open an attempt where a fresh signal is strong enough. */
  | {
      readonly kind: 'reconsider';
      readonly entry: Entry | null;
      readonly attempt: number;
      readonly record: HandoffRecord;
      readonly status: HandoffStatus;
    }
  /** The contact went on to a deal or left the trigger stages by hand: the attempt ends. */
  | {
      readonly kind: 'close';
      readonly outcome: 'opportunity' | 'won' | null;
      readonly why: string;
      readonly record: HandoffRecord;
      readonly status: HandoffStatus;
    }
  /** Nothing to do; `why` is for the log. */
  | { readonly kind: 'nothing'; readonly why: string }
  /** Cannot be handled until a person mends it. */
  | { readonly kind: 'blocked'; readonly message: string };

/** What planning needs besides the contact itself. */
export interface PlanContext {
  readonly triggerStages: readonly string[];
  /** Contacts that entered before this are left alone unless they were asked for; null while nothing is in scope. */
  readonly goLiveAt: Instant | null;
  /** An admin asked for this contact with `baton backlog`. */
  readonly backlog: boolean;
  /** States from which a fresh strong signal brings a lead back (policy, `reenter.from`). */
  readonly reenterFrom: readonly string[];
}

/** Stages beyond the handoff, with what they say about its outcome (P19). */
const LATER_STAGES: Readonly<Record<string, 'opportunity' | 'won'>> = {
  opportunity: 'opportunity',
  customer: 'won',
};

/**
 * What has to happen to a contact now, from what its properties say. Every event leads here, so an event that comes
 * twice, late or out of order changes nothing (design §2.4, §5).
 */
export function planContact(contact: PropertyValues, context: PlanContext): ContactPlan {
  const read = readRecord(contact['handoff_record']);
  if (read.kind === 'damaged') {
    return {
      kind: 'blocked',
      message: `${read.message}. Restore the value from the property's history in HubSpot, or clear it to hand the contact off anew.`,
    };
  }
  const record = read.kind === 'record' ? read.record : null;
  const status = parseStatus(contact['handoff_status']);
  const entry = currentEntry(contact, context.triggerStages);

  if (record && status) {
    const standing = planStanding(contact, context, { record, status, entry });
    if (standing) return standing;
  }
  return planEntry(contact, context, record, status, entry);
}

interface Standing {
  readonly record: HandoffRecord;
  readonly status: HandoffStatus;
  readonly entry: Entry | null;
}

/** What an attempt that stands in HubSpot asks for; null when a new entry decides. */
function planStanding(
  contact: PropertyValues,
  context: PlanContext,
  { record, status, entry }: Standing,
): ContactPlan | null {
  if (status !== record.status) return { kind: 'by_hand', record, status };
  const stage = contact['lifecyclestage'] ?? '';
  const later = LATER_STAGES[stage];
  if (later && isLive(status)) {
    return {
      kind: 'close',
      outcome: later,
      why: `the contact became ${stageWords(stage)}`,
      record,
      status,
    };
  }
  const owner = contact['hubspot_owner_id'];
  // On hold nobody owns the handoff; the contact's owner is then as we found them, which is no change by hand.
  const ours = contact['handoff_owner'] || record.facts.properties['hubspot_owner_id'];
  if (isLive(status) && owner && owner !== ours) {
    return { kind: 'adopt_owner', ownerId: owner, record, status };
  }
  if (overrideChanged(contact, record) && OVERRIDABLE.has(status)) {
    return opening(contact, entry, 'fit exception', record);
  }
  const isNew = entry !== null && !record.entries.includes(entryKey(entry));
  if (!isNew && context.reenterFrom.includes(status)) {
    const { attempt } = opening(contact, entry, '', record);
    return { kind: 'reconsider', entry, attempt, record, status };
  }
  if (!entry) {
    return leftByHand(stage, status, context.triggerStages)
      ? {
          kind: 'close',
          outcome: null,
          why: 'the lifecycle stage was changed by hand',
          record,
          status,
        }
      : { kind: 'ensure_tasks', record, status };
  }
  if (!isNew) return { kind: 'ensure_tasks', record, status };
  return isLive(status) ? { kind: 'join', entry, record, status } : null;
}

/**
 * Whether a person took the lead out of the handoff before sales decided. An accepted lead and one that sales moved
 * forward are where they belong; a trigger stage that HubSpot has not stamped yet is not "left".
 */
function leftByHand(
  stage: string,
  status: HandoffStatus,
  triggerStages: readonly string[],
): boolean {
  const undecided = isLive(status) && status !== 'accepted';
  return undecided && stage !== 'salesqualifiedlead' && !triggerStages.includes(stage);
}

function planEntry(
  contact: PropertyValues,
  context: PlanContext,
  record: HandoffRecord | null,
  status: HandoffStatus | null,
  entry: Entry | null,
): ContactPlan {
  if (!entry) return { kind: 'nothing', why: 'not in a trigger stage' };
  const seen = record?.entries.includes(entryKey(entry)) ?? false;
  // In observe mode a record without a status is what we leave behind: seen, and nothing else to do.
  if (seen && !(context.backlog && !status))
    return { kind: 'nothing', why: 'entry already decided' };
  const inScope = context.goLiveAt !== null && entry.enteredAt >= context.goLiveAt;
  if (!inScope && !context.backlog) return { kind: 'nothing', why: 'entered before go-live' };
  const trigger = context.backlog && !inScope ? 'backlog' : `became ${stageWords(entry.stage)}`;
  return opening(contact, entry, trigger, record);
}

function opening(
  contact: PropertyValues,
  entry: Entry | null,
  trigger: string,
  previous: HandoffRecord | null,
): Extract<ContactPlan, { kind: 'open' }> {
  const before = Number(contact['handoff_attempt'] ?? 0);
  const attempt = (Number.isInteger(before) && before > 0 ? before : 0) + 1;
  return { kind: 'open', entry, attempt, trigger, previous };
}

/** States in which an edited fit exception decides the lead again: sales does not have it (R39). */
const OVERRIDABLE: ReadonlySet<HandoffStatus> = new Set([
  'nurture',
  'disqualified',
  'held_needs_data',
  'held_for_review',
]);

/** Whether the documented exception is another one than the decision was made with; without a reason it is none. */
function overrideChanged(contact: PropertyValues, { facts }: HandoffRecord): boolean {
  // A record that had to shed its facts does not say.
  if (!Object.hasOwn(facts.properties, 'handoff_fit_override')) return false;
  return exceptionOf(contact) !== exceptionOf(facts.properties);
}

function exceptionOf(values: PropertyValues): string {
  return values['handoff_fit_override_reason'] ? (values['handoff_fit_override'] ?? '') : '';
}
