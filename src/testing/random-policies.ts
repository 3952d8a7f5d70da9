import fc from 'fast-check';

import type { Condition, FieldCondition } from '../domain/condition/condition-schema.ts';
import type { LeadFacts } from '../domain/condition/lead-facts.ts';
import type { PolicyDocument } from '../domain/policy/policy-document.ts';
import type { Tier } from '../domain/tier.ts';

/** Values by field, as they stand in HubSpot. */
export type Values = Readonly<Record<string, string>>;

const WORDS = ['vp', 'director', 'sales', 'vp sales', 'marketing', 'x', 'demo', '/pricing'];
const NUMBERS = [-1, 3, 3.2, 4, 4.5, 5, 1000];
const DATES = ['2026-11-01', '2026-11-15T12:00:00Z', '2026-12-05'];
const DAYS = [0, 7, 30, 90];
/** Patterns with a plain text that each matches. */
const PATTERNS = ['\\bvp\\b', '\\b(cto|coo)\\b', 'sales$', '^director'];

const word = fc.constantFrom(...WORDS);
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
const number = fc.constantFrom(...NUMBERS);

const onText = (field: string): fc.Arbitrary<FieldCondition> =>
  fc.oneof(
    fc.record({ field: fc.constant(field), op: fc.constantFrom('eq', 'neq'), value: word }),
    fc.record({ field: fc.constant(field), op: fc.constantFrom('in', 'not_in'), value: words }),
    {
      weight: 3,
      arbitrary: fc.record({
        field: fc.constant(field),
        op: fc.constantFrom('contains_any', 'contains_none'),
        value: words,
      }),
    },
    fc.record({
      field: fc.constant(field),
      op: fc.constantFrom('has_word', 'starts_with'),
      value: words,
    }),
    fc.record({
      field: fc.constant(field),
      op: fc.constant('matches'),
      value: fc.constantFrom(...PATTERNS),
    }),
    fc.record({ field: fc.constant(field), op: fc.constantFrom('gt', 'lte'), value: word }),
    fc.record({ field: fc.constant(field), op: fc.constant('known') }),
  );

const onNumber = (field: string): fc.Arbitrary<FieldCondition> =>
  fc.oneof(
    fc.record({
      field: fc.constant(field),
      op: fc.constantFrom('gt', 'gte', 'lt', 'lte', 'eq', 'neq'),
      value: number,
    }),
    fc.tuple(number, number).map(([a, b]) => ({
      field,
      op: 'between' as const,
      value: [Math.min(a, b), Math.max(a, b)],
    })),
    fc.record({
      field: fc.constant(field),
      op: fc.constant('in'),
      value: fc.uniqueArray(number, { minLength: 1, maxLength: 3 }),
    }),
  );

const onDate = (field: string): fc.Arbitrary<FieldCondition> =>
  fc.oneof(
    fc.record({
      field: fc.constant(field),
      op: fc.constantFrom('gt', 'gte', 'lt', 'lte', 'eq'),
      value: fc.constantFrom(...DATES),
    }),
    fc.record({
      field: fc.constant(field),
      op: fc.constantFrom('within_days', 'older_than_days'),
      value: fc.constantFrom(...DAYS),
    }),
  );

/** Fields of random policies with the kind of their values. */
export const RANDOM_FIELDS = {
  'contact.jobtitle': 'text',
  'contact.tools': 'text',
  'company.rating': 'number',
  'contact.seen': 'date',
} as const;

/** One comparison of one of the random fields. */
export const leaves: fc.Arbitrary<FieldCondition> = fc.oneof(
  { weight: 3, arbitrary: onText('contact.jobtitle') },
  onText('contact.tools'),
  { weight: 2, arbitrary: onNumber('company.rating') },
  onDate('contact.seen'),
);

/** A condition on the random fields. */
export const conditions: fc.Arbitrary<Condition> = nested(leaves);

/** Conditions that nest such leaves. */
export function nested(leaf: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  return fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('node') }),
    ),
  })).node;
}

const tierConditions: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>(
    { field: 'decision.fitGrade', op: 'in', value: ['A', 'B'] },
    { field: 'decision.fitGrade', op: 'eq', value: 'A' },
    { field: 'decision.intentLevel', op: 'lte', value: 2 },
    { field: 'decision.fit', op: 'gte', value: 60 },
  ),
  conditions,
);

const tiers = fc.constantFrom<Tier>('tier_1', 'tier_2', 'tier_3');

/** A policy of a few rules and entries; not every one is sound. */
export const policies: fc.Arbitrary<PolicyDocument> = fc
  .record({
    fit: fc.array(fc.record({ when: conditions, points: fc.integer({ min: -40, max: 80 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    intent: fc.array(conditions, { maxLength: 1 }),
    stop: fc.option(conditions, { nil: null, freq: 4 }),
    tiers: fc.array(fc.record({ tier: tiers, when: tierConditions }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(policyOf);

/** Puts random rules and entries into a document. */
export function policyOf(parts: {
  readonly fit: readonly { readonly when: Condition; readonly points: number }[];
  readonly intent: readonly Condition[];
  readonly stop: Condition | null;
  readonly tiers: readonly { readonly tier: Tier; readonly when: Condition }[];
}): PolicyDocument {
  return {
    schema: 1,
    name: 'random',
    trigger: { stages: ['marketingqualifiedlead'] },
    fit: {
      source: 'rules',
      rules: parts.fit.map((rule, at) => ({ id: `fit-${at}`, label: `fit ${at}`, ...rule })),
    },
    intent: {
      source: 'rules',
      rules: parts.intent.map((cond, at) => ({
        id: `act-${at}`,
        label: `act ${at}`,
        strength: 'high' as const,
        when: { cond },
        points: 60,
      })),
    },
    cutoffs: { fit: { A: 75, B: 50 }, intent: { '1': 60, '2': 30 } },
    disqualify:
      parts.stop === null
        ? []
        : [{ id: 'stop', label: 'stopped', when: parts.stop, reasonCode: 'other' }],
    tiers: parts.tiers.map((entry, at) => ({ id: `tier-${at}`, label: `tier ${at}`, ...entry })),
  };
}

/** A lead of which nothing is known but these values. */
export function leadWith(values: Values): LeadFacts {
  const of = (object: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(values).flatMap(([field, value]) =>
        field.startsWith(`${object}.`) ? [[field.slice(object.length + 1), value]] : [],
      ),
    );
  return {
    id: '1',
    properties: of('contact'),
    company: { id: '9', properties: of('company') },
    segments: [],
    events: [],
    deals: [],
  };
}
