import * as z from 'zod';
import type { LeadFacts } from '../../condition/lead-facts.ts';
import type { Day } from '../../day.ts';
import type { ContactId, HandoffId, OwnerId, PoolId } from '../../ids.ts';
import type { Instant } from '../../instant.ts';
import type { Verdict } from '../../qualification/verdict.ts';
import type { HandoffEvent } from '../events.ts';
import { HANDOFF_STATUSES } from '../handoff-status.ts';
import { type Handoff, type Undo } from '../handoff.ts';
import { ACCEPTANCES, type Actor, type Assignment } from '../progress.ts';

/** Schema number that this version writes; older records are brought up to it (`upcasts.ts`). */
export const RECORD_SCHEMA = 2;

/** Text that stands for an id of one kind. */
const id = <Id extends string>(): z.ZodType<Id> => z.string() as unknown as z.ZodType<Id>;
/** Instants stand as epoch milliseconds, so that the record needs no second form of a handoff. */
const instant = z.number() as unknown as z.ZodType<Instant>;
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/) as unknown as z.ZodType<Day>;
const owner = id<OwnerId>();
const actor = id<Actor>();
const tier = z.enum(['tier_1', 'tier_2', 'tier_3']);
const text = z.string();
const orNull = <Schema extends z.ZodType>(schema: Schema): z.ZodNullable<Schema> =>
  schema.nullable();
const values = z.record(text, text.nullable());

const verdictStatus = z.enum([
  'awaiting_decision',
  'held_needs_data',
  'held_for_review',
  'nurture',
  'disqualified',
  'diverted',
]);
const contribution = z.object({
  rule: text,
  label: text,
  points: z.number(),
  occurredAt: z.exactOptional(text),
});
const sla = z.object({
  minutes: z.number().optional(),
  warnAfterMinutes: z.number().optional(),
  businessDays: z.number().optional(),
  sameDayIfBefore: text.optional(),
});

const heldRule = orNull(z.object({ rule: text, reasonCode: text, label: text }));

const verdict: z.ZodType<Verdict> = z.object({
  id: text,
  status: verdictStatus,
  tier: orNull(tier),
  class: orNull(text),
  fit: z.object({
    score: orNull(z.number()),
    grade: z.enum(['A', 'B', 'C', 'unknown']),
    contributions: z.array(contribution),
  }),
  intent: z.object({
    score: orNull(z.number()),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    contributions: z.array(contribution),
  }),
  disqualified: heldRule,
  diverted: heldRule.default(null),
  held: heldRule.default(null),
  model: orNull(text).default(null),
  track: orNull(text).default(null),
  missing: z.array(text),
  bestTier: orNull(tier),
  worstTier: orNull(tier),
  tierRangeIsBound: z.boolean(),
  askFor: orNull(text),
  nextTier: orNull(
    z.object({
      tier,
      changes: z.array(
        z.object({
          kind: z.enum(['lead_could_do', 'unknown_fact']),
          rule: z.exactOptional(text),
          field: z.exactOptional(text),
          op: z.exactOptional(text),
          value: z.exactOptional(z.unknown()),
          label: text,
        }),
      ),
    }),
  ),
  reason: text,
  play: orNull(text),
  cadence: orNull(text),
  sla: orNull(sla),
  evidence: z.enum(['properties', 'segments', 'events']),
  signals: z.array(text),
  requested: z.boolean(),
  know: z.array(z.object({ rule: text, text, say: orNull(text) })),
  checklist: z.array(
    z.object({
      id: text,
      label: text,
      state: z.enum(['passed', 'failed', 'not_yet']),
      evidence: text,
    }),
  ),
  proofs: z.object({ fit: z.boolean(), intent: z.boolean(), context: z.boolean() }),
  source: orNull(text),
  campaign: orNull(text),
  offer: orNull(text),
  topic: orNull(text),
  playText: orNull(
    z.object({ goal: text, opener: text, questions: z.array(text), meetingLink: z.boolean() }),
  ),
});

const related = z.object({ id: text, properties: values });
const facts: z.ZodType<LeadFacts> = z.object({
  id: text,
  properties: values,
  history: z
    .object({ message: z.array(z.object({ value: text, at: text })).optional() })
    .optional(),
  company: related.nullable().optional(),
  segments: z.array(z.object({ id: text, joinedAt: text })).optional(),
  events: z.array(z.object({ type: text, occurredAt: text, properties: values })).optional(),
  deals: z.array(related).optional(),
  earlier: z
    .array(
      z.object({
        attempt: z.number(),
        status: text,
        reasonCode: text.optional(),
        ownerId: text.optional(),
        decidedAt: text.optional(),
      }),
    )
    .optional(),
});

const assignment: z.ZodType<Assignment> = z.object({
  nth: z.number(),
  at: instant,
  ownerId: orNull(owner),
  pool: orNull(id<PoolId>()),
  via: text,
  rule: orNull(text),
  reason: text,
  stage: z.enum(['sdr', 'ae']),
  calendar: text,
  blocks: z.array(z.object({ from: instant, to: instant, minutes: z.number() })),
  trace: z.array(
    z.object({
      ownerId: text,
      pool: orNull(text),
      eligible: z.boolean(),
      why: text,
      shortfall: orNull(z.number()),
      turn: z.boolean(),
    }),
  ),
});

const acceptance = { acceptance: z.enum(ACCEPTANCES), meeting: orNull(z.union([instant, day])) };
const decided = { at: instant, by: actor, note: text };
const owes = orNull(z.enum(['reason', 'note']));
const given = { reasonCode: orNull(text), owes, revisitOn: orNull(day) };
const outcome = orNull(z.enum(['opportunity', 'won', 'diverted']));
const waiting = z.enum(['held_no_owner', 'held_needs_data', 'held_for_review', 'nurture']);
const ownerless = [
  z.object({ status: waiting, dueAt: orNull(instant) }),
  z.object({ status: z.literal('disqualified') }),
  z.object({
    status: z.literal('closed'),
    outcome,
    accepted: orNull(z.object({ ...acceptance, ...decided })),
  }),
] as const;

const progress = {
  state: z.discriminatedUnion('status', [
    z.object({ status: z.enum(['awaiting_decision', 'diverted']), owner }),
    z.object({ status: z.literal('accepted'), owner, ...acceptance, ...decided }),
    z.object({ status: z.enum(['rejected', 'recycled']), ...given, ...decided }),
    ...ownerless,
  ]),
  assignment: orNull(assignment),
  clock: z.object({
    status: z.enum(['running', 'due_soon', 'met', 'breached', 'met_late', 'not_applicable']),
    dueAt: orNull(instant),
    warnAt: orNull(instant),
    firstTouchAt: orNull(instant),
    firstTouchMinutes: orNull(z.number()),
  }),
  touches: z.number(),
  nextStep: orNull(z.object({ text, on: orNull(day) })),
};
const before: z.ZodType<Undo['before']> = z.object({
  state: progress.state,
  clock: progress.clock,
  nextStep: progress.nextStep,
});

const due = orNull(z.object({ dueAt: instant, warnAt: orNull(instant) }));
const happened = { at: instant, by: actor, requestId: text.optional() };
const moved = { leadStatusBefore: text.optional() };
const event: z.ZodType<HandoffEvent> = z.discriminatedUnion('kind', [
  z.object({
    ...happened,
    kind: z.literal('opened'),
    status: verdictStatus,
    dueAt: orNull(instant),
  }),
  z.object({ ...happened, kind: z.enum(['routed', 'diverted']), assignment, due }),
  z.object({ ...happened, kind: z.literal('adopted'), from: orNull(owner), assignment, due }),
  z.object({
    ...happened,
    kind: z.literal('passed_on'),
    from: orNull(owner),
    reasonCode: text,
    note: text,
    assignment,
    due,
  }),
  z.object({ ...happened, kind: z.literal('accepted'), note: text, ...acceptance, ...moved }),
  z.object({
    ...happened,
    kind: z.enum(['rejected', 'recycled']),
    note: text,
    ...given,
    ...moved,
  }),
  z.object({ ...happened, kind: z.literal('reason_given'), note: text, ...given }),
  z.object({
    ...happened,
    kind: z.literal('amended'),
    note: text,
    acceptance: z.exactOptional(z.enum(ACCEPTANCES)),
    meeting: z.exactOptional(orNull(z.union([instant, day]))),
    reasonCode: z.exactOptional(orNull(text)),
    owes: z.exactOptional(owes),
    revisitOn: z.exactOptional(orNull(day)),
  }),
  z.object({ ...happened, kind: z.literal('undone') }),
  z.object({
    ...happened,
    kind: z.literal('attempted'),
    channel: text,
    result: text,
    real: z.boolean(),
    nextStep: text,
    nextStepOn: orNull(day),
    minutes: orNull(z.number()),
  }),
  z.object({ ...happened, kind: z.literal('joined'), entry: text, stage: text }),
  z.object({
    ...happened,
    kind: z.literal('released'),
    status: verdictStatus,
    dueAt: orNull(instant),
    basis: z.null(),
  }),
  z.object({
    ...happened,
    kind: z.literal('set_by_hand'),
    state: z.discriminatedUnion('status', [...ownerless]),
  }),
  z.object({
    ...happened,
    kind: z.literal('carried_over'),
    what: text,
    why: text,
    status: z.exactOptional(z.enum(HANDOFF_STATUSES)),
    from: z.exactOptional(owner),
  }),
  z.object({ ...happened, kind: z.literal('closed'), outcome, why: text }),
]);

/** The whole record of a handoff as `handoff_record` keeps it, beside the number of this schema (design §4). */
export const recordSchema: z.ZodType<Handoff> = z.object({
  id: id<HandoffId>(),
  contactId: id<ContactId>(),
  attempt: z.number(),
  opened: z.object({
    at: instant,
    trigger: text,
    mode: z.enum(['live', 'observe']),
    policyVersion: text,
    verdict,
    facts,
  }),
  entries: z.array(text),
  ...progress,
  events: z.array(event),
  version: z.number(),
  undo: orNull(z.object({ by: actor, at: instant, before, leadStatus: orNull(text) })),
  earlier: z.array(
    z.object({
      attempt: z.number(),
      handoffId: text,
      status: text,
      tier: orNull(text),
      ownerId: orNull(text),
      decidedAt: orNull(text),
      reasonCode: orNull(text),
      note: orNull(text),
    }),
  ),
  shed: z.array(text),
});
