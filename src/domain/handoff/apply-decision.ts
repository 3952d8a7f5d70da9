import { addDays } from 'date-fns';
import { TZDate } from '@date-fns/tz';
import { instant, MINUTE, parseInstant, toIso, type Instant } from '../instant.ts';
import type { Policy } from '../policy/policy.ts';
import type { PropertyValues } from '../condition/lead-facts.ts';
import { ok, refused, type Result } from '../result.ts';
import type { WorkingCalendar } from '../sla/working-calendar.ts';
import { withRequest, writeRecord, type HandoffRecord, type UndoPoint } from './handoff-record.ts';
import { isLive, type HandoffStatus } from './handoff-status.ts';
import { nextTouch } from './next-touch.ts';

/** How long the author of a decision may take it back (design §5). */
export const UNDO_WINDOW = 5 * MINUTE;
/** Who edited the properties, when HubSpot does not say: an import or a workflow. */
export const SOMEBODY = 'hand';

/** A decision of sales, from the card or by hand. */
export type Decide =
  | {
      readonly kind: 'accept';
      readonly acceptance: 'outreach_started' | 'meeting_booked' | 'in_discovery';
      /** ISO 8601, a date or an instant; only with `meeting_booked`. */
      readonly meetingAt?: string | undefined;
    }
  | { readonly kind: 'reject'; readonly reasonCode: string }
  | {
      readonly kind: 'recycle';
      readonly reasonCode: string;
      /** `YYYY-MM-DD`; the reason's own pause where absent. */
      readonly revisitOn?: string | undefined;
    }
  | { readonly kind: 'undo' };

/** Everything a decision is applied to. */
export interface DecisionMoment {
  readonly contact: PropertyValues;
  readonly record: HandoffRecord;
  readonly status: HandoffStatus;
  readonly policy: Policy;
  /** Owner id of the person who decides. */
  readonly by: string;
  readonly note: string;
  /** Absent when the properties were edited by hand. */
  readonly requestId?: string | undefined;
  /** The owner's hours: the next touch is due when they work, and days are those of its zone. */
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

/** What a decision changes. */
export interface AppliedDecision {
  readonly status: HandoffStatus;
  readonly properties: Readonly<Record<string, string>>;
  readonly record: HandoffRecord;
  /** For the person who decided, in words. */
  readonly message: string;
}

/** Why a decision cannot be taken; `conflict` when something else is true now. */
export interface DecisionRefusal {
  readonly outcome: 'conflict' | 'invalid';
  readonly message: string;
}

/**
 * Applies accept, reject, recycle or undo to a handoff (R172 to R183, P17). Stage, status, next action and record
 * change together; the decision and its author are in the record.
 */
export function applyDecision(
  decide: Decide,
  moment: DecisionMoment,
): Result<AppliedDecision, DecisionRefusal> {
  switch (decide.kind) {
    case 'accept':
      return accept(decide, moment);
    case 'reject':
    case 'recycle':
      return giveBackToMarketing(decide, moment);
    case 'undo':
      return undo(moment);
  }
}

function accept(
  decide: Extract<Decide, { kind: 'accept' }>,
  moment: DecisionMoment,
): Result<AppliedDecision, DecisionRefusal> {
  if (moment.status !== 'awaiting_decision') return alreadyDecided(moment);
  const { policy, contact, now } = moment;
  const meeting = parseInstant(decide.meetingAt);
  if (decide.meetingAt !== undefined && !meeting.ok) {
    return invalid(
      `"${decide.meetingAt}" is not a date. Give the meeting's day, such as 2026-12-01.`,
    );
  }
  const touch = nextTouch(moment.record, policy.cadences, {
    calendar: moment.calendar,
    touches: Number(contact['handoff_touches'] ?? 0),
    now,
  });
  const stage = policy.lifecycle.onAccept;
  const person = contact['firstname'] || 'the lead';
  const next = meeting.ok
    ? { text: `Prepare for the meeting with ${person}`, dueAt: meeting.value }
    : decide.acceptance === 'in_discovery'
      ? { text: `Continue discovery with ${person}`, dueAt: touch.dueAt }
      : touch;
  return ok(
    decided(moment, 'accepted', {
      what: `accepted (${decide.acceptance})`,
      why: 'sales will work it',
      undoable: stage === null,
      message: `Accepted. Next: ${next.text}.`,
      properties: {
        handoff_acceptance: decide.acceptance,
        handoff_reason_code: '',
        handoff_revisit_on: '',
        handoff_outcome: OUTCOME_OF[decide.acceptance] ?? '',
        handoff_next_action: next.text,
        handoff_next_action_due_at: toIso(next.dueAt),
        handoff_check_at: toIso(next.dueAt),
        ...(stage === null ? {} : { lifecyclestage: stage }),
      },
    }),
  );
}

const OUTCOME_OF: Readonly<Record<string, string>> = { meeting_booked: 'meeting_booked' };

function giveBackToMarketing(
  decide: Extract<Decide, { kind: 'reject' | 'recycle' }>,
  moment: DecisionMoment,
): Result<AppliedDecision, DecisionRefusal> {
  const { policy, status, now } = moment;
  const fromAccepted = status === 'accepted' && decide.kind === 'recycle';
  if (status !== 'awaiting_decision' && !fromAccepted) return alreadyDecided(moment);
  const reason = policy.reasons.find(({ code }) => code === decide.reasonCode);
  if (reason?.kind !== decide.kind || reason.retired) {
    return invalid(
      `"${decide.reasonCode}" is no reason to ${decide.kind}. Choose one of the list.`,
    );
  }
  if (reason.noteRequired && moment.note.trim() === '') {
    return invalid(`"${reason.label}" needs a note. Say in a few words why.`);
  }
  const today = dayIn(now, moment.calendar.timeZone);
  const revisitOn =
    decide.kind === 'recycle' && decide.revisitOn !== undefined
      ? decide.revisitOn
      : reason.pauseDays
        ? revisitDay(now, reason.pauseDays, moment.calendar.timeZone)
        : null;
  if (revisitOn !== null && revisitOn <= today) {
    return invalid(`${revisitOn} is not in the future. Choose a later day to look at it again.`);
  }
  const next: HandoffStatus = decide.kind === 'reject' ? 'rejected' : 'recycled';
  const action = PATH_ACTIONS[reason.path];
  return ok(
    decided(moment, next, {
      what: `${next} (${reason.code})`,
      why: moment.note === '' ? reason.label : `${reason.label}: ${moment.note}`,
      undoable: true,
      message:
        revisitOn === null
          ? `${decide.kind === 'reject' ? 'Rejected' : 'Recycled'}: ${reason.label}. ${action}.`
          : `${decide.kind === 'reject' ? 'Rejected' : 'Recycled'}: ${reason.label}. It comes back on ${dayInWords(revisitOn)}.`,
      properties: {
        handoff_acceptance: '',
        handoff_reason_code: reason.code,
        handoff_revisit_on: revisitOn ?? '',
        handoff_outcome: next,
        handoff_next_action: action,
        handoff_next_action_due_at: revisitOn === null ? '' : `${revisitOn}T00:00:00.000Z`,
        handoff_check_at: revisitOn === null ? '' : `${revisitOn}T00:00:00.000Z`,
      },
    }),
  );
}

/** What the role that has the lead does with it, by the reason's path (P26). */
const PATH_ACTIONS: Readonly<Record<Policy['reasons'][number]['path'], string>> = {
  nurture: 'Goes back to nurture',
  disqualify: 'Marketing takes it out of scope',
  reroute: 'RevOps routes it again',
  divert: 'Goes to the account owner',
  sdr_qualification: 'An SDR qualifies it',
  back_to_marketing: 'Marketing mends the data',
  merge: 'RevOps merges the duplicate',
  marketing_review: 'Marketing reviews it',
};

/** What happens with a reason's path, in words, for the card. */
export function pathInWords(path: keyof typeof PATH_ACTIONS): string {
  return PATH_ACTIONS[path];
}

function undo(moment: DecisionMoment): Result<AppliedDecision, DecisionRefusal> {
  const { record, by, now } = moment;
  const point = record.undo;
  const at = parseInstant(point?.at);
  if (!point || !at.ok || moment.contact['handoff_status'] !== record.status) {
    return conflict('There is nothing to undo: the handoff has moved on.');
  }
  if (point.by !== by) return conflict('Only the person who decided can undo it.');
  if (now - at.value > UNDO_WINDOW) {
    return conflict('The five minutes to undo are over. Ask marketing to hand it over again.');
  }
  const next = withDecision(moment, 'awaiting_decision', {
    what: 'decision undone',
    why: 'taken back by its author',
    undo: null,
  });
  const status = (point.properties['handoff_status'] as HandoffStatus | undefined) ?? next.status;
  const restored = { ...next, status };
  return ok({
    status,
    record: restored,
    message: 'Undone. The handoff waits for your decision again.',
    properties: { ...point.properties, handoff_record: writeRecord(restored) },
  });
}

interface Change {
  readonly what: string;
  readonly why: string;
  readonly message: string;
  readonly undoable: boolean;
  readonly properties: Readonly<Record<string, string>>;
}

function decided(moment: DecisionMoment, status: HandoffStatus, change: Change): AppliedDecision {
  const { contact, policy, by, note, now } = moment;
  const leadStatus = policy.lifecycle.leadStatus[status];
  const properties: Record<string, string> = {
    handoff_status: status,
    handoff_decided_at: toIso(now),
    // An import or a workflow is nobody HubSpot could show.
    handoff_decided_by: by === SOMEBODY ? '' : by,
    handoff_decision_note: note,
    handoff_sla_status: slaAfterDecision(contact, now),
    ...change.properties,
    ...(leadStatus === undefined ? {} : { hs_lead_status: leadStatus }),
  };
  const undoPoint: UndoPoint | null = change.undoable
    ? {
        by,
        at: toIso(now),
        properties: Object.fromEntries(
          Object.keys(properties).map((name) => [name, contact[name] ?? '']),
        ),
      }
    : null;
  const record = withDecision(moment, status, { ...change, undo: undoPoint });
  return {
    status,
    record,
    message: change.message,
    properties: { ...properties, handoff_record: writeRecord(record) },
  };
}

function withDecision(
  moment: DecisionMoment,
  status: HandoffStatus,
  change: { readonly what: string; readonly why: string; readonly undo: UndoPoint | null },
): HandoffRecord {
  const { record, by, requestId, now } = moment;
  return {
    ...record,
    status,
    changes: [...record.changes, { at: toIso(now), by, what: change.what, why: change.why }],
    requests: requestId === undefined ? record.requests : withRequest(record, requestId),
    undo: change.undo,
  };
}

/** Decided before due without a touch: the clock no longer applies; after due it was missed (design §8). */
function slaAfterDecision(contact: PropertyValues, now: Instant): string {
  const standing = contact['handoff_sla_status'] ?? '';
  if (standing !== 'running' && standing !== 'due_soon') return standing;
  const due = parseInstant(contact['handoff_sla_due_at']);
  return due.ok && now > due.value ? 'breached' : 'not_applicable';
}

function alreadyDecided({ status }: DecisionMoment): Result<never, DecisionRefusal> {
  return conflict(
    isLive(status) && status !== 'accepted'
      ? 'Nobody owns this handoff yet, so there is nothing to decide.'
      : 'This handoff has been decided meanwhile. See below what is true now.',
  );
}

function conflict(message: string): Result<never, DecisionRefusal> {
  return refused({ outcome: 'conflict', message });
}

function invalid(message: string): Result<never, DecisionRefusal> {
  return refused({ outcome: 'invalid', message });
}

/** The day that lies so many days ahead in a zone, `YYYY-MM-DD`. */
export function revisitDay(now: Instant, days: number, timeZone: string): string {
  return dayIn(instant(addDays(new TZDate(now, timeZone), days).getTime()), timeZone);
}

/** A day as people write it, for example `22 February 2027`. */
function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
}

function dayIn(at: Instant, timeZone: string): string {
  const local = new TZDate(at, timeZone);
  const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
  return `${pad(local.getFullYear(), 4)}-${pad(local.getMonth() + 1)}-${pad(local.getDate())}`;
}
