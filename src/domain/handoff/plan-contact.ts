import type { Instant } from '../instant.ts';
import type { PropertyValues } from '../qualification/lead-facts.ts';
import { currentEntry, entryKey, type Entry } from './entry.ts';
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
    const standing = planStanding(contact, record, status, entry, context.triggerStages);
    if (standing) return standing;
  }
  return planEntry(contact, context, record, status, entry);
}

/** What an attempt that stands in HubSpot asks for; null when a new entry decides. */
function planStanding(
  contact: PropertyValues,
  record: HandoffRecord,
  status: HandoffStatus,
  entry: Entry | null,
  triggerStages: readonly string[],
): ContactPlan | null {
  const stage = contact['lifecyclestage'] ?? '';
  const later = LATER_STAGES[stage];
  if (later && isLive(status)) {
    return { kind: 'close', outcome: later, why: `the contact became ${stage}`, record, status };
  }
  const owner = contact['hubspot_owner_id'];
  const ours = contact['handoff_owner'];
  if (isLive(status) && owner && owner !== ours) {
    return { kind: 'adopt_owner', ownerId: owner, record, status };
  }
  if (!entry) {
    return leftByHand(stage, status, triggerStages)
      ? {
          kind: 'close',
          outcome: null,
          why: 'the lifecycle stage was changed by hand',
          record,
          status,
        }
      : { kind: 'ensure_tasks', record, status };
  }
  if (record.entries.includes(entryKey(entry))) return { kind: 'ensure_tasks', record, status };
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
  const before = Number(contact['handoff_attempt'] ?? 0);
  return {
    kind: 'open',
    entry,
    attempt: (Number.isInteger(before) && before > 0 ? before : 0) + 1,
    trigger: context.backlog && !inScope ? 'backlog' : `entered ${entry.stage}`,
    previous: record,
  };
}
