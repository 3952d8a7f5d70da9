import { toIso, type Instant } from '../../domain/instant.ts';
import { entryKey, stageWords } from '../../domain/handoff/entry.ts';
import type { TurnGivenBack } from '../../domain/handoff/gives-back.ts';
import { writeRecord, type HandoffRecord } from '../../domain/handoff/handoff-record.ts';
import type { HandoffStatus } from '../../domain/handoff/handoff-status.ts';
import type { CrmRecord } from '../ports/crm.ts';
import type { ContactPlan } from '../../domain/handoff/plan-contact.ts';

/** A change to an attempt that stands: what to write, and what the store has to follow. */
export interface StandingChange {
  readonly contactId: string;
  readonly handoffId: string;
  readonly status: HandoffStatus;
  readonly ownerId: string | null;
  readonly properties: Readonly<Record<string, string>>;
  readonly record: HandoffRecord;
  readonly givesBack?: TurnGivenBack | null;
}

/** The plans that change an attempt without deciding anew. */
export type StandingPlan = Extract<ContactPlan, { kind: 'join' | 'close' }>;

/**
 * What to write when an attempt is joined by a new entry or ended by the contact's own progress.
 * Each change says who and why in the record (R121).
 */
export function changeStanding(
  contact: CrmRecord,
  plan: StandingPlan,
  now: Instant,
): StandingChange {
  const ownerId = contact.properties['handoff_owner'] ?? null;
  const base = {
    contactId: contact.id,
    handoffId: plan.record.handoffId,
    record: plan.record,
  };
  const { status } = plan;
  switch (plan.kind) {
    case 'join':
      return {
        ...base,
        status,
        ownerId,
        properties: {
          handoff_record: withChange(
            { ...plan.record, entries: [...plan.record.entries, entryKey(plan.entry)] },
            status,
            { what: 'joined by a new entry', why: `became ${stageWords(plan.entry.stage)} again` },
            now,
          ),
        },
      };
    case 'close':
      return {
        ...base,
        status: 'closed',
        ownerId,
        properties: {
          handoff_status: 'closed',
          handoff_outcome: plan.outcome ?? '',
          handoff_next_action: '',
          handoff_next_action_due_at: '',
          handoff_check_at: '',
          handoff_record: withChange(plan.record, 'closed', { what: 'closed', why: plan.why }, now),
        },
      };
  }
}

function withChange(
  record: HandoffRecord,
  status: HandoffStatus,
  change: { readonly what: string; readonly why: string },
  now: Instant,
): string {
  return writeRecord({
    ...record,
    status,
    undo: null,
    changes: [...record.changes, { at: toIso(now), by: 'hand', ...change }],
  });
}
