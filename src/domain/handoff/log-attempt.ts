import { parseInstant, toIso, type Instant } from '../instant.ts';
import type { PropertyValues } from '../condition/lead-facts.ts';
import { workingMinutesBetween } from '../sla/working-time.ts';
import type { WorkingCalendar } from '../sla/working-calendar.ts';
import { withRequest, writeRecord, type HandoffRecord } from './handoff-record.ts';

/** A real attempt to reach the lead, as its owner logged it. */
export interface LoggedAttempt {
  readonly contact: PropertyValues;
  readonly record: HandoffRecord;
  readonly by: string;
  /** For example `Call: left a voicemail`. */
  readonly what: string;
  readonly nextStep: string;
  readonly nextStepDueAt: Instant | null;
  /** Hours in which working minutes to the first touch are counted. */
  readonly calendar: WorkingCalendar;
  readonly requestId: string;
  readonly now: Instant;
}

/**
 * What an attempt changes on the contact: it counts, the first one stops the clock (R138), and the next step is on
 * record (P9). `met_late` when it comes after the due time, also where the miss was not noticed before.
 */
export function attemptProperties(attempt: LoggedAttempt): {
  readonly properties: Readonly<Record<string, string>>;
  readonly record: HandoffRecord;
} {
  const { contact, record, now } = attempt;
  const next: HandoffRecord = {
    ...record,
    changes: [
      ...record.changes,
      { at: toIso(now), by: attempt.by, what: attempt.what, why: attempt.nextStep },
    ],
    requests: withRequest(record, attempt.requestId),
    undo: null,
  };
  const touches = Number(contact['handoff_touches'] ?? 0);
  return {
    record: next,
    properties: {
      handoff_touches: String((Number.isInteger(touches) ? touches : 0) + 1),
      handoff_next_action: attempt.nextStep,
      handoff_next_action_due_at:
        attempt.nextStepDueAt === null ? '' : toIso(attempt.nextStepDueAt),
      ...(contact['handoff_first_touch_at'] ? {} : firstTouch(attempt)),
      handoff_record: writeRecord(next),
    },
  };
}

function firstTouch({ contact, calendar, now }: LoggedAttempt): Record<string, string> {
  const routed = parseInstant(contact['handoff_routed_at']);
  const due = parseInstant(contact['handoff_sla_due_at']);
  const late = contact['handoff_sla_status'] === 'breached' || (due.ok && now > due.value);
  return {
    handoff_first_touch_at: toIso(now),
    ...(routed.ok
      ? {
          handoff_first_touch_minutes: String(
            Math.floor(workingMinutesBetween(routed.value, now, calendar)),
          ),
        }
      : {}),
    ...(due.ok ? { handoff_sla_status: late ? 'met_late' : 'met' } : {}),
  };
}
