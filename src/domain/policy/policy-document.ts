import * as z from 'zod';

import {
  definitionSchema,
  icpSchema,
  qualificationSchema,
  trackSchema,
} from './agreement-schema.ts';
import { briefSchema } from './brief-schema.ts';
import {
  decisionConditionSchema,
  evidenceSchema,
  leadConditionSchema,
  propertyFieldSchema,
} from '../condition/condition-schema.ts';

const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,60}$/, 'use letters, digits, - and _ only, at most 60 characters');
/** Pools, calendars and cadences may carry any letters: teams name them. */
const name = z.string().trim().min(1).max(60);
const label = z.string().trim().min(1, 'write in plain words what this stands for').max(120);
const owner = z.string().trim().min(1, 'name an owner id; it may not be empty');
const wallTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'write a time as HH:mm');
const isoInstant = z.iso.datetime({ offset: true });
const tier = z.enum(['tier_1', 'tier_2', 'tier_3']);
const points = z.number().min(-100).max(100);
const count = z.int().min(1);
const share = z.number().min(0).max(1);
const domain = z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}$/i, 'write a domain');

/**
 * One firmographic or role rule: true, false or unknown, worth `points` when true (R3). `optional: true` is for a fact
 * that nobody fills: it may add to a grade, and its absence keeps none open.
 */
export const fitRuleSchema = z.strictObject({
  id,
  label,
  when: leadConditionSchema,
  points,
  optional: z.boolean().optional(),
});

/**
 * One act of the lead (R4). `points` fade by half every `halfLifeDays` once `freshDays` have passed; only the newest
 * `maxCount` occurrences carry points. An absent `halfLifeDays` never fades, an absent `maxCount` has no limit.
 *
 * Beyond design §6, both optional: `request: true` says that this act asks to be contacted (otherwise that is read
 * off strength and points), `kind` names acts of one kind for `decision.kinds` (default: the rule's own id). Of the rules
 * that name one `act`, a dated occurrence counts for the first that matches.
 */
export const intentRuleSchema = z.strictObject({
  id,
  label,
  strength: z.enum(['high', 'medium', 'low']).optional(),
  when: evidenceSchema,
  points,
  freshDays: z.number().min(0).optional(),
  halfLifeDays: z.number().positive('a half-life is more than 0 days').optional(),
  maxCount: count.optional(),
  say: z.string().trim().min(1).max(120).optional(),
  request: z.boolean().optional(),
  kind: id.optional(),
  act: id.optional(),
});

function scored<Rule extends z.ZodType>(
  rule: Rule,
): z.ZodUnion<
  readonly [
    z.ZodObject<{ source: z.ZodLiteral<'rules'>; rules: z.ZodArray<Rule> }, z.core.$strict>,
    z.ZodObject<
      {
        source: z.ZodLiteral<'property'>;
        property: typeof propertyFieldSchema;
        scale: z.ZodTuple<[z.ZodNumber, z.ZodNumber], null>;
        rules: z.ZodOptional<z.ZodArray<Rule>>;
      },
      z.core.$strict
    >,
  ]
> {
  return z.discriminatedUnion('source', [
    z.strictObject({ source: z.literal('rules'), rules: z.array(rule) }),
    z.strictObject({
      source: z.literal('property'),
      property: propertyFieldSchema,
      scale: z.tuple([z.number(), z.number()]),
      rules: z.array(rule).optional(),
    }),
  ]);
}

/** How fast the first touch has to come: minutes, or whole business days, or the end of the same day (D1, D3). */
export const slaSchema = z.strictObject({
  minutes: z.number().positive().optional(),
  warnAfterMinutes: z.number().positive().optional(),
  businessDays: z.number().positive().optional(),
  sameDayIfBefore: wallTime.optional(),
});

/** One line of the tier table; the first that holds decides tier, SLA class and cadence (design §6). */
export const tierEntrySchema = z.strictObject({
  id,
  tier,
  label: label.optional(),
  when: decisionConditionSchema,
  sla: slaSchema.optional(),
  cadence: z.string().optional(),
  state: z.enum(['awaiting_decision', 'held_for_review', 'nurture']).optional(),
});

/**
 * Keeps a lead from the reps before routing, with a reason on record (R70). `then` says how: `stop` it (the default),
 * `divert` it to the account's owner (R73), or `hold` it with marketing until the data are right (P16). What stops wins
 * over what diverts, and that over what holds.
 */
export const disqualifyRuleSchema = z.strictObject({
  id,
  label,
  when: decisionConditionSchema,
  reasonCode: id,
  then: z.enum(['stop', 'divert', 'hold']).optional(),
});

const cutoffs = z.strictObject({
  fit: z.strictObject({ A: z.number().min(0).max(100), B: z.number().min(0).max(100) }),
  intent: z.strictObject({ '1': z.number().min(0).max(100), '2': z.number().min(0).max(100) }),
});

/** A model of its own for a motion or a channel (R57, R58); what it leaves out is the policy's own. */
export const modelSchema = z.strictObject({
  id,
  label,
  when: leadConditionSchema,
  fit: scored(fitRuleSchema).optional(),
  intent: scored(intentRuleSchema).optional(),
  cutoffs: cutoffs.optional(),
});

const fieldOrFields = z.union([z.string(), z.array(z.string()).min(1)]);

/** Facts that a handoff needs: of every tier, or tier by tier (P3). A list of fields asks for one of them. */
const required = z.union([
  z.array(fieldOrFields),
  z.strictObject({
    all: z.array(fieldOrFields).optional(),
    tier_1: z.array(fieldOrFields).optional(),
    tier_2: z.array(fieldOrFields).optional(),
    tier_3: z.array(fieldOrFields).optional(),
  }),
]);

/** Sends what holds to a pool; the first rule that holds wins (design §7). */
export const routingRuleSchema = z.strictObject({
  id,
  label: label.optional(),
  when: decisionConditionSchema,
  pool: name,
});

const member = z.strictObject({
  ownerId: owner,
  weight: z.int().min(1).max(1000).optional(),
  capacity: count.optional(),
});

/** People who share leads; `qualifies` marks the pool with the qualification step (R96). */
export const poolSchema = z.strictObject({
  label: label.optional(),
  members: z.array(member),
  calendar: z.string().optional(),
  lead: owner.optional(),
  overflow: z.string().optional(),
  qualifies: z.boolean().optional(),
});

const routing = z.strictObject({
  keepContactOwner: z.boolean().optional(),
  keepAccountOwner: z.boolean().optional(),
  rules: z.array(routingRuleSchema).optional(),
  pools: z.record(name, poolSchema).optional(),
  fallback: z
    .strictObject({
      pool: name,
      processOwner: owner.optional(),
      dueMinutes: z.number().positive().optional(),
    })
    .optional(),
});

const blocks = z.array(z.tuple([wallTime, wallTime]));

/** Working hours of a team (design §8). */
export const calendarSchema = z.strictObject({
  timeZone: z.string().refine(isTimeZone, 'name an IANA time zone such as Europe/Berlin'),
  hours: z.partialRecord(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), blocks),
  holidays: z.array(z.iso.date()).optional(),
});

/** What to do first with a lead, and how to open (R151 to R157). */
export const playSchema = z.strictObject({
  id,
  label: label.optional(),
  when: decisionConditionSchema,
  goal: z.string().trim().min(1).max(200),
  opener: z.string().trim().min(1).max(900),
  questions: z.array(z.string().trim().min(1).max(200)).optional(),
  meetingLink: z.boolean().optional(),
});

/** A channel of a cadence (R169). */
export const channelSchema = z.enum(['phone', 'email', 'linkedin', 'sms', 'video', 'post']);

/** Touches by day after the first, day 0 (R166 to R171). */
export const cadenceSchema = z.strictObject({
  label: label.optional(),
  touches: z.array(
    z.strictObject({ day: z.int().min(0).max(60), channel: channelSchema, note: label.optional() }),
  ),
});

/** Why a lead is rejected or recycled, and what then happens (P26). */
export const reasonSchema = z.strictObject({
  code: id,
  label,
  kind: z.enum(['reject', 'recycle', 'reassign']),
  path: z.enum([
    'nurture',
    'disqualify',
    'reroute',
    'divert',
    'sdr_qualification',
    'back_to_marketing',
    'merge',
    'marketing_review',
  ]),
  /** Nurture track the lead goes on; absent: the one its own subject leads to. */
  track: id.optional(),
  pauseDays: z.int().min(0).optional(),
  countsAgainstShare: z.boolean().optional(),
  noteRequired: z.boolean().optional(),
  retired: z.boolean().optional(),
});

const deadline = z.union([z.literal('end_of_day'), slaSchema]);

/** An example lead and the tier both teams agreed on; `now` pins the day it is looked at (design §6.1). */
export const exampleSchema = z.strictObject({
  name: label,
  lead: z.looseObject({
    properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
  tier: tier.nullable(),
  now: isoInstant.optional(),
});

/** The policy document of design §6; an unknown key is a fault, an absent optional one is inert. */
export const policySchema = z.strictObject({
  schema: z.literal(1),
  name: label,
  mode: z.enum(['live', 'observe']).optional(),
  goLiveAt: isoInstant.optional(),
  trigger: z.strictObject({ stages: z.array(z.string().min(1)).min(1) }),
  reenter: z
    .strictObject({
      strength: z.enum(['high', 'medium', 'low']),
      from: z.array(z.enum(['nurture', 'rejected', 'recycled', 'closed', 'disqualified'])),
      minHours: z.number().min(0),
    })
    .optional(),
  required: required.optional(),
  fit: scored(fitRuleSchema),
  intent: scored(intentRuleSchema),
  cutoffs,
  models: z.array(modelSchema).optional(),
  disqualify: z.array(disqualifyRuleSchema).optional(),
  /** Beyond design §6: domains that make `lead.competitor` true. */
  competitors: z.array(domain).optional(),
  /** Beyond design §6: domains of our own people, who are no leads (P4). */
  ownDomains: z.array(domain).optional(),
  tiers: z.array(tierEntrySchema).min(1),
  routing: routing.optional(),
  calendars: z.record(name, calendarSchema).optional(),
  plays: z.array(playSchema).optional(),
  cadences: z.record(name, cadenceSchema).optional(),
  reasons: z.array(reasonSchema).optional(),
  /** Beyond design §6: the one-page briefs of campaigns (R161, P7). */
  briefs: z.array(briefSchema).optional(),
  tracks: z.array(trackSchema).optional(),
  definition: definitionSchema.optional(),
  icp: icpSchema.optional(),
  qualification: qualificationSchema.optional(),
  roles: z
    .strictObject({ revops: owner, marketing: owner, sales: owner, leadership: owner })
    .optional(),
  escalation: z
    .array(
      z.strictObject({
        tier,
        afterMinutes: z.number().min(0).optional(),
        atDue: z.boolean().optional(),
        businessDaysAfterDue: z.number().positive().optional(),
        minutesAfterDue: z.number().positive().optional(),
        do: z.enum(['notify_rep', 'notify_lead', 'reassign', 'notify_sales', 'notify_leadership']),
      }),
    )
    .optional(),
  decisionDeadlines: z
    .strictObject({
      tier_1: deadline.optional(),
      tier_2: deadline.optional(),
      tier_3: deadline.optional(),
    })
    .optional(),
  decide: z.strictObject({ who: z.enum(['owner', 'owner_or_manager', 'anyone']) }).optional(),
  publish: z
    .strictObject({
      who: z.array(owner).optional(),
      needs: z.array(z.enum(['revops', 'marketing', 'sales', 'leadership'])).optional(),
    })
    .optional(),
  lifecycle: z
    .strictObject({
      onAccept: z.string().min(1).nullable().optional(),
      leadStatus: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  alerts: z
    .strictObject({ rejectionWatch: share.optional(), rejectionAlert: share.optional() })
    .optional(),
  examples: z.array(exampleSchema).optional(),
});

/**
 * A policy as its authors write and publish it, whose form has been checked; `parsePolicy` also checks its meaning.
 * What an absent key means, `normalisePolicy` alone says.
 */
export type PolicyDocument = z.infer<typeof policySchema>;

/** One firmographic or role rule, as written. */
export type FitRuleDocument = z.infer<typeof fitRuleSchema>;

/** One act of the lead that speaks for intent, as written. */
export type IntentRuleDocument = z.infer<typeof intentRuleSchema>;

/** One line of the tier table, as written. */
export type TierEntryDocument = z.infer<typeof tierEntrySchema>;

/** One play, as written. */
export type PlayDocument = z.infer<typeof playSchema>;

/** One cadence, as written. */
export type CadenceDocument = z.infer<typeof cadenceSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
