import * as z from 'zod';
import type { PropertyValues } from '../../condition/lead-facts.ts';
import { parseDay } from '../../day.ts';
import { parseInstant, type Instant } from '../../instant.ts';
import { HANDOFF } from '../../property-names.ts';
import { sentence } from '../../words/phrases.ts';
import { parseStatus, STATUS_LABELS } from '../handoff-status.ts';
import { SOMEBODY } from '../progress.ts';

/** Brings a record of a version to the next; what the older one kept in properties is read from the contact. */
export type Upcast = (record: unknown, contact: PropertyValues) => unknown;

/** By the schema number that they start from. Each is kept for as long as a portal may hold such a record. */
export const UPCASTS: Readonly<Record<number, Upcast>> = { 1: fromProse };

const text = z.string();
const moment = text.nullable();
const route = z.object({
  ownerId: text.nullable(),
  pool: text.nullable(),
  via: text,
  rule: text.nullable(),
  reason: text,
  dueAt: moment,
  warnAt: moment,
  blocks: z.array(z.object({ from: text, to: text, minutes: z.number() })),
  calendar: text,
  trace: z.array(z.unknown()),
});

/** Schema 1 kept the decision and a history in prose; where the handoff stood was told by the contact's properties. */
const recordOfProse = z.looseObject({
  handoffId: text,
  attempt: z.number(),
  status: text,
  entries: z.array(text),
  trigger: text,
  mode: z.enum(['live', 'observe']),
  policyVersion: text,
  openedAt: text,
  decision: z.looseObject({ id: text, status: text }),
  route: route.nullable(),
  facts: z.looseObject({ id: text }),
  changes: z.array(z.looseObject({ at: text, by: text, what: text, why: text })),
  earlier: z.array(z.unknown()),
  shed: z.array(text),
});

function fromProse(record: unknown, contact: PropertyValues): unknown {
  const old = recordOfProse.parse(record);
  const opened = momentOf(old.openedAt) ?? 0;
  return {
    schema: 2,
    id: old.handoffId,
    contactId: old.facts.id,
    attempt: old.attempt,
    opened: {
      at: opened,
      trigger: old.trigger,
      mode: old.mode,
      policyVersion: old.policyVersion,
      verdict: old.decision,
      facts: old.facts,
    },
    entries: old.entries,
    ...progressOf(old, contact, opened),
    events: old.changes.map(({ at, by, what, why }, index) => ({
      kind: 'carried_over',
      at: momentOf(at) ?? opened,
      by,
      ...wordsOf(what, ownerBefore(old.changes, index)),
      why,
    })),
    version: old.changes.length,
    undo: null,
    earlier: old.earlier,
    shed: old.shed,
  };
}

function progressOf(
  old: z.infer<typeof recordOfProse>,
  contact: PropertyValues,
  opened: number,
): object {
  const value = (name: string): string | null => contact[name] || null;
  const at = (name: string): Instant | null => momentOf(value(name));
  const owner = value(HANDOFF.owner) ?? old.route?.ownerId ?? null;
  const touches = Number(value(HANDOFF.touches) ?? 0);
  const step = value(HANDOFF.nextAction);
  return {
    state: stateOf(old.status, owner, contact, opened),
    assignment:
      old.route || owner !== null
        ? {
            nth: 1,
            at: at(HANDOFF.routedAt) ?? opened,
            ownerId: owner,
            pool: old.route?.pool ?? null,
            via: old.route?.via ?? 'by_hand',
            rule: old.route?.rule ?? null,
            reason: value(HANDOFF.ownerReason) ?? old.route?.reason ?? '',
            stage: value(HANDOFF.stage) === 'sdr' ? 'sdr' : 'ae',
            calendar: old.route?.calendar ?? '',
            blocks: (old.route?.blocks ?? []).map(({ from, to, minutes }) => ({
              from: momentOf(from) ?? opened,
              to: momentOf(to) ?? opened,
              minutes,
            })),
            trace: old.route?.trace ?? [],
          }
        : null,
    clock: {
      status: value(HANDOFF.slaStatus) ?? 'not_applicable',
      dueAt: at(HANDOFF.slaDueAt),
      warnAt: momentOf(old.route?.warnAt),
      firstTouchAt: at(HANDOFF.firstTouchAt),
      firstTouchMinutes:
        value(HANDOFF.firstTouchMinutes) === null ? null : Number(value(HANDOFF.firstTouchMinutes)),
    },
    touches: Number.isInteger(touches) ? touches : 0,
    nextStep:
      touches > 0 && step !== null && !step.startsWith(PREPARES)
        ? { text: step, on: parseDay(value(HANDOFF.nextActionDueAt)) }
        : null,
  };
}

/** The next action of a handoff whose meeting is booked, which was derived then as now. */
const PREPARES = 'Prepare for the meeting with ';

function stateOf(
  raw: string,
  owner: string | null,
  contact: PropertyValues,
  opened: number,
): unknown {
  const value = (name: string): string | null => contact[name] || null;
  const decided = {
    at: momentOf(value(HANDOFF.decidedAt)) ?? opened,
    by: value(HANDOFF.decidedBy) ?? SOMEBODY,
    note: value(HANDOFF.decisionNote) ?? '',
  };
  const acceptance = value(HANDOFF.acceptance);
  const dueAt = momentOf(value(HANDOFF.nextActionDueAt));
  const status = parseStatus(raw);
  switch (status) {
    case 'awaiting_decision':
    case 'diverted':
      return owner === null ? { status: 'held_no_owner', dueAt } : { status, owner };
    case 'accepted':
      return owner === null
        ? { status: 'held_no_owner', dueAt }
        : {
            status,
            owner,
            acceptance: acceptance ?? 'outreach_started',
            // Kept nowhere but in when the next action was due, until an attempt named another one.
            meeting: value(HANDOFF.nextAction)?.startsWith(PREPARES) ? dueAt : null,
            ...decided,
          };
    case 'rejected':
    case 'recycled':
      return {
        status,
        reasonCode: value(HANDOFF.reasonCode),
        owes: value(HANDOFF.reasonCode) === null ? 'reason' : null,
        revisitOn: parseDay(value(HANDOFF.revisitOn)),
        ...decided,
      };
    case 'closed':
      return {
        status,
        outcome: outcomeOf(value(HANDOFF.outcome)),
        accepted: acceptance === null ? null : { acceptance, meeting: null, ...decided },
      };
    case 'disqualified':
      return { status };
    case 'held_no_owner':
    case 'held_needs_data':
    case 'held_for_review':
    case 'nurture':
    case null:
      return { status, dueAt };
  }
}

/** The old history began with the state and went on with an owner's id or a code, which are for no reader. */
function wordsOf(what: string, owner: string | undefined): object {
  const [, begins = what] = /^(.*?)(?:,? (?:to )?owner \S+| \(\w+\))?$/.exec(what) ?? [];
  const status = parseStatus(begins);
  if (status !== null) return { what: STATUS_LABELS[status], status };
  const from = begins.startsWith('passed on') ? owner : undefined;
  return { what: sentence(begins), ...(from === undefined ? {} : { from }) };
}

/** Who had it before a change of the old history: the owner whom the newest change before it names. */
function ownerBefore(
  changes: readonly { readonly what: string }[],
  index: number,
): string | undefined {
  const before = changes.slice(0, index).findLast(({ what }) => OWNER_ID.test(what));
  return before && OWNER_ID.exec(before.what)?.[1];
}

const OWNER_ID = /\bowner (\S+)$/;

function outcomeOf(raw: string | null): string | null {
  return raw === 'opportunity' || raw === 'won' ? raw : null;
}

function momentOf(raw: string | null | undefined): Instant | null {
  const at = parseInstant(raw);
  return at.ok ? at.value : null;
}
