import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { DAY, HOUR, instant, toIso } from '../instant.ts';
import type { Condition } from '../condition/condition-schema.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import { normalisePolicy } from '../policy/normalise-policy.ts';
import { compilePolicy } from './compile/compile-policy.ts';
import { judge } from './judge.ts';
import type { Verdict } from './verdict.ts';
import { nested } from '../../testing/random-policies.ts';
import type { Tier } from '../tier.ts';
import type { LeadFacts } from '../condition/lead-facts.ts';
import { qualify } from './qualify.ts';

const NOW = instant(Date.UTC(2026, 10, 20, 9)); // 2026-11-20T09:00:00Z
const EMAIL_DOMAINS = {
  isFree: (domain: string) => domain === 'gmail.com',
  isDisposable: (domain: string) => domain === 'mailinator.com',
};

type Values = Readonly<Record<string, string>>;

/** Small fields with all the values that conditions below can tell apart. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'company.industry': ['BANKING', 'RETAIL', 'OTHER'],
  'company.numberofemployees': ['10', '50', '51', '500', '1000', '1000.5', '1001'],
  'company.country': ['Germany', 'Chile'],
  'contact.plan': ['gold', 'grey', 'silver', 'none', 'basic'],
};

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>(
    { field: 'company.industry', op: 'eq', value: 'BANKING' },
    { field: 'company.industry', op: 'in', value: ['BANKING', 'RETAIL'] },
    { field: 'company.industry', op: 'neq', value: 'RETAIL' },
    { field: 'company.numberofemployees', op: 'between', value: [51, 1000] },
    { field: 'company.numberofemployees', op: 'gte', value: 51 },
    { field: 'company.numberofemployees', op: 'lt', value: 1001 },
    { field: 'company.country', op: 'eq', value: 'Germany' },
    { field: 'company.country', op: 'known' },
    { field: 'company.industry', op: 'unknown' },
    { field: 'contact.plan', op: 'contains_any', value: ['gold', 'silver'] },
    { field: 'contact.plan', op: 'starts_with', value: 'g' },
    { field: 'contact.plan', op: 'eq', value: 'none' },
  ),
);

const condition = nested(leaf);

const tierCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>(
    { field: 'decision.fitGrade', op: 'in', value: ['A', 'B'] },
    { field: 'decision.fitGrade', op: 'eq', value: 'A' },
    { field: 'decision.fitGrade', op: 'in', value: ['A', 'B', 'unknown'] },
    { field: 'decision.intentLevel', op: 'lte', value: 2 },
    { field: 'decision.fit', op: 'gte', value: 60 },
    { field: 'decision.kinds', op: 'gte', value: 2 },
    { field: 'decision.requested', op: 'eq', value: true },
  ),
  leaf,
);

const policies: fc.Arbitrary<PolicyDocument> = fc
  .record({
    fit: fc.array(fc.record({ when: condition, points: fc.integer({ min: -20, max: 60 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    intent: fc.array(fc.record({ when: condition, points: fc.integer({ min: 1, max: 100 }) }), {
      maxLength: 3,
    }),
    stop: fc.option(condition, { nil: null }),
    tiers: fc.array(
      fc.record({
        tier: fc.constantFrom<Tier>('tier_1', 'tier_2', 'tier_3'),
        when: fc.oneof(
          tierCondition,
          fc.record({ all: fc.array(tierCondition, { minLength: 2, maxLength: 2 }) }),
          fc.record({ any: fc.array(tierCondition, { minLength: 2, maxLength: 2 }) }),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ fit, intent, stop, tiers }): PolicyDocument => ({
    schema: 1,
    name: 'small',
    trigger: { stages: ['marketingqualifiedlead'] },
    fit: {
      source: 'rules',
      rules: fit.map((rule, i) => ({ id: `fit-${i}`, label: `fit ${i}`, ...rule })),
    },
    intent: {
      source: 'rules',
      rules: intent.map(({ when, points }, i) => ({
        id: `act-${i}`,
        label: `act ${i}`,
        strength: 'high' as const,
        when: { cond: when },
        points,
      })),
    },
    cutoffs: { fit: { A: 75, B: 50 }, intent: { '1': 60, '2': 30 } },
    disqualify:
      stop === null ? [] : [{ id: 'stop', label: 'stopped', when: stop, reasonCode: 'other' }],
    tiers: tiers.map((entry, i) => ({ id: `tier-${i}`, ...entry })),
  }));

const knownValues: fc.Arbitrary<Values> = fc
  .record(
    Object.fromEntries(
      Object.entries(FIELDS).map(([field, values]) => [
        field,
        fc.option(fc.constantFrom(...values), { nil: undefined }),
      ]),
    ),
  )
  .map((values) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([field, value]) =>
        value === undefined ? [] : [[field, value]],
      ),
    ),
  );

function leadWith(values: Values): LeadFacts {
  const of = (object: string) =>
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

/** Every way to fill in what is unknown. */
function completions(values: Values): readonly Values[] {
  return Object.entries(FIELDS).reduce<readonly Values[]>(
    (all, [field, candidates]) =>
      field in values
        ? all
        : all.flatMap((some) => candidates.map((value) => ({ ...some, [field]: value }))),
    [values],
  );
}

function rank(tier: Tier | null): number {
  return tier === null ? 4 : Number(tier.slice(-1));
}

function sum(lines: Verdict['fit']['contributions']): number {
  return lines.reduce((total, { points }) => total + points, 0);
}

describe('qualify', () => {
  test('finds exactly the best and worst tier that brute force finds', () => {
    fc.assert(
      fc.property(policies, knownValues, (policy, values) => {
        const compiled = compilePolicy(normalisePolicy(policy), { emailDomains: EMAIL_DOMAINS });
        const verdict = qualify(compiled, leadWith(values), NOW);
        fc.pre(verdict.disqualified === null);
        const ranks = [
          rank(verdict.tier),
          ...completions(values).map((complete) =>
            rank(qualify(compiled, leadWith(complete), NOW).tier),
          ),
        ];
        expect({
          best: rank(verdict.bestTier),
          worst: rank(verdict.worstTier),
          bound: verdict.tierRangeIsBound,
        }).toEqual({ best: Math.min(...ranks), worst: Math.max(...ranks), bound: false });
      }),
      { numRuns: 1500 },
    );
  });

  test('gives scores that are the sum of their lines, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            points: fc.double({ min: -50, max: 100, noNaN: true }),
            ageHours: fc.integer({ min: -5, max: 24 * 200 }),
          }),
          { maxLength: 8 },
        ),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 60 }),
        (acts, freshDays, halfLifeDays) => {
          const policy = withActs(acts.map(({ points }) => ({ points, freshDays, halfLifeDays })));
          const compiled = compilePolicy(normalisePolicy(policy), { emailDomains: EMAIL_DOMAINS });
          const verdict = qualify(
            compiled,
            {
              ...leadWith({}),
              events: acts.map(({ ageHours }, i) => ({
                type: `act-${i}`,
                occurredAt: toIso(instant(NOW - ageHours * HOUR)),
                properties: {},
              })),
            },
            NOW,
          );
          const lines = verdict.intent.contributions;
          expect(sum(lines)).toBe(verdict.intent.score);
          expect(sum([...lines].reverse())).toBe(verdict.intent.score);
          expect(verdict.intent.score).toBeGreaterThanOrEqual(0);
          expect(verdict.intent.score).toBeLessThanOrEqual(100);
        },
      ),
    );
  });

  test('takes nothing off inside the fresh days and half at one half-life after them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 50 }),
        (freshDays, halfLifeDays, half) => {
          const compiled = compilePolicy(
            normalisePolicy(withActs([{ points: half * 2, freshDays, halfLifeDays }])),
            { emailDomains: EMAIL_DOMAINS },
          );
          const at = (ageDays: number) =>
            qualify(
              compiled,
              {
                ...leadWith({}),
                events: [
                  {
                    type: 'act-0',
                    occurredAt: toIso(instant(NOW - ageDays * DAY)),
                    properties: {},
                  },
                ],
              },
              NOW,
            ).intent.contributions[0]?.points;
          expect(at(freshDays)).toBe(half * 2);
          expect(at(freshDays / 2)).toBe(half * 2);
          expect(at(freshDays + halfLifeDays)).toBe(half);
        },
      ),
    );
  });

  test('never lowers a tier when one more positive rule comes true', () => {
    const compiled = compilePolicy(normalisePolicy(GRID), { emailDomains: EMAIL_DOMAINS });
    fc.assert(
      fc.property(fc.subarray(['a', 'b', 'c']), fc.subarray(['x', 'y', 'z']), (fit, acts) => {
        const tierOf = (f: readonly string[], a: readonly string[]) =>
          rank(qualify(compiled, gridLead(f, a), NOW).tier);
        const now = tierOf(fit, acts);
        for (const more of ['a', 'b', 'c']) {
          expect(tierOf([...new Set([...fit, more])], acts)).toBeLessThanOrEqual(now);
        }
        for (const more of ['x', 'y', 'z']) {
          expect(tierOf(fit, [...new Set([...acts, more])])).toBeLessThanOrEqual(now);
        }
      }),
    );
  });
});

describe('judge', () => {
  test('names a smallest change that really lifts the lead, and no single value lifts where two are named', () => {
    fc.assert(
      fc.property(policies, knownValues, (policy, values) => {
        const factsOnly: PolicyDocument = { ...policy, intent: { source: 'rules', rules: [] } };
        const compiled = compilePolicy(normalisePolicy(factsOnly), { emailDomains: EMAIL_DOMAINS });
        const verdict = judge(compiled, leadWith(values), NOW);
        const current = rank(verdict.tier);
        const better = (learned: Values) =>
          rank(qualify(compiled, leadWith({ ...values, ...learned }), NOW).tier) < current;
        const unknown = Object.keys(FIELDS).filter((field) => !(field in values));
        const singles = unknown.flatMap((field) =>
          (FIELDS[field] ?? []).map((value) => ({ [field]: value })),
        );
        fc.pre(verdict.disqualified === null);
        const changes = verdict.nextTier?.changes ?? [];
        const ways = changes.reduce<readonly Values[]>(
          (all, change) =>
            all.flatMap((some) =>
              satisfying(change).map((value) => ({ ...some, [change.field ?? '']: value })),
            ),
          [{}],
        );
        const [first] = changes;
        const lifts = changes.length === 1 ? ways.every(better) : ways.some(better);
        expect({ aSingleValueLifts: singles.some(better), lifts }).toEqual({
          aSingleValueLifts: changes.length === 1,
          lifts: first !== undefined,
        });
        expect(rank(verdict.nextTier?.tier ?? 'tier_1')).toBeLessThanOrEqual(current);
      }),
      { numRuns: 600 },
    );
  });
});

/** Values of a field that a stated change allows. */
function satisfying({
  field = '',
  op,
  value,
}: NonNullable<Verdict['nextTier']>['changes'][number]) {
  const compiled = compilePolicy(
    normalisePolicy({
      ...GRID,
      fit: {
        source: 'rules',
        rules: [
          { id: 'it', label: 'it', points: 1, when: { field, op, value } as unknown as Condition },
        ],
      },
    }),
    { emailDomains: EMAIL_DOMAINS },
  );
  const listed = (FIELDS[field] ?? []).filter(
    (one) => qualify(compiled, leadWith({ [field]: one }), NOW).fit.score === 1,
  );
  return listed.length > 0 ? listed : [String(value)];
}

function withActs(
  acts: readonly {
    readonly points: number;
    readonly freshDays: number;
    readonly halfLifeDays: number;
  }[],
): PolicyDocument {
  return {
    ...GRID,
    intent: {
      source: 'rules',
      rules: acts.map((act, i) => ({
        id: `act-${i}`,
        label: `act ${i}`,
        when: { event: `act-${i}` },
        ...act,
      })),
    },
  };
}

const GRID: PolicyDocument = {
  schema: 1,
  name: 'grid',
  trigger: { stages: ['marketingqualifiedlead'] },
  fit: {
    source: 'rules',
    rules: [
      { id: 'a', label: 'a', points: 30, when: { field: 'company.a', op: 'eq', value: true } },
      { id: 'b', label: 'b', points: 30, when: { field: 'company.b', op: 'eq', value: true } },
      { id: 'c', label: 'c', points: 30, when: { field: 'company.c', op: 'eq', value: true } },
    ],
  },
  intent: {
    source: 'rules',
    rules: ['x', 'y', 'z'].map((id) => ({
      id,
      label: id,
      points: 30,
      when: { event: id },
    })),
  },
  cutoffs: { fit: { A: 75, B: 50 }, intent: { '1': 60, '2': 30 } },
  tiers: [
    {
      id: 'one',
      tier: 'tier_1',
      when: {
        all: [
          { field: 'decision.fitGrade', op: 'in', value: ['A', 'B'] },
          { field: 'decision.intentLevel', op: 'eq', value: 1 },
        ],
      },
    },
    { id: 'two', tier: 'tier_2', when: { field: 'decision.intentLevel', op: 'lte', value: 2 } },
    { id: 'three', tier: 'tier_3', when: { all: [] } },
  ],
};

function gridLead(fit: readonly string[], acts: readonly string[]): LeadFacts {
  return {
    ...leadWith({}),
    company: {
      id: '9',
      properties: Object.fromEntries(['a', 'b', 'c'].map((it) => [it, String(fit.includes(it))])),
    },
    events: acts.map((type) => ({ type, occurredAt: toIso(NOW), properties: {} })),
  };
}
