import { describe, expect, test } from '@jest/globals';

import { DAY, instant, toIso } from '../instant.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import { normalisePolicy } from '../policy/normalise-policy.ts';
import { compilePolicy } from './compile/compile-policy.ts';
import { judge } from './judge.ts';
import type { LeadFacts } from '../condition/lead-facts.ts';
import { qualify, type Qualification } from './qualify.ts';

const NOW = instant(Date.UTC(2026, 10, 20, 9)); // 2026-11-20T09:00:00Z
const EMAIL_DOMAINS = {
  isFree: (domain: string) => domain === 'gmail.com',
  isDisposable: (domain: string) => domain === 'mailinator.com',
};

const BASE: PolicyDocument = {
  schema: 1,
  name: 'base',
  trigger: { stages: ['marketingqualifiedlead'] },
  fit: { source: 'rules', rules: [] },
  intent: { source: 'rules', rules: [] },
  cutoffs: { fit: { A: 75, B: 50 }, intent: { '1': 60, '2': 30 } },
  tiers: [
    { id: 'one', tier: 'tier_1', when: { field: 'decision.intentLevel', op: 'eq', value: 1 } },
    { id: 'two', tier: 'tier_2', when: { field: 'decision.intentLevel', op: 'eq', value: 2 } },
    { id: 'three', tier: 'tier_3', when: { all: [] } },
  ],
};

const LEAD: LeadFacts = { id: '1', properties: { email: 'a@b.example' }, company: null };

function qualified(policy: Partial<PolicyDocument>, lead: Partial<LeadFacts> = {}): Qualification {
  const compiled = compilePolicy(normalisePolicy({ ...BASE, ...policy }), {
    emailDomains: EMAIL_DOMAINS,
  });
  return qualify(compiled, { ...LEAD, ...lead }, NOW);
}

function daysAgo(days: number): string {
  return toIso(instant(NOW - days * DAY));
}

describe("HubSpot's own score", () => {
  const intent: PolicyDocument['intent'] = {
    source: 'property',
    property: 'contact.engagement_score',
    scale: [0, 50],
    rules: [{ id: 'demo', label: 'asked for a demo', when: { event: 'demo' }, points: 100 }],
  };

  test('is one line that names it, with evidence lines that carry no points', () => {
    const { intent: scored, tier } = qualified(
      { intent },
      {
        properties: { engagement_score: '40' },
        events: [{ type: 'demo', occurredAt: daysAgo(0), properties: {} }],
      },
    );
    expect(scored.score).toBe(80);
    expect(scored.contributions).toEqual([
      { rule: 'property', label: 'HubSpot score in contact.engagement_score', points: 80 },
      { rule: 'demo', label: 'asked for a demo', points: 0, occurredAt: daysAgo(0) },
    ]);
    expect(tier).toBe('tier_1');
  });

  test('that is unset means not scored, never 0, and could be anything', () => {
    const { intent: scored, bestTier, worstTier } = qualified({ intent });
    expect(scored).toMatchObject({ score: null, contributions: [] });
    expect([bestTier, worstTier]).toEqual(['tier_1', 'tier_3']);
  });

  test('above its scale is limited, as a line of its own', () => {
    const { intent: scored } = qualified({ intent }, { properties: { engagement_score: '60' } });
    expect(scored.contributions.map(({ rule, points }) => [rule, points])).toEqual([
      ['property', 120],
      ['limit', -20],
    ]);
  });
});

describe('HubSpot lists', () => {
  const intent: PolicyDocument['intent'] = {
    source: 'rules',
    rules: [
      {
        id: 'vip',
        label: 'joined the event list',
        when: { segment: '77' },
        points: 40,
        freshDays: 7,
        halfLifeDays: 7,
      },
    ],
  };

  test('date evidence by when the contact joined', () => {
    const { intent: scored, evidence } = qualified(
      { intent },
      { segments: [{ id: '77', joinedAt: daysAgo(14) }] },
    );
    expect(scored.contributions).toEqual([
      { rule: 'vip', label: 'joined the event list', points: 20, occurredAt: daysAgo(14) },
    ]);
    expect(evidence).toBe('segments');
  });

  test('that were not read are unknown, and none is none', () => {
    expect(qualified({ intent }).bestTier).toBe('tier_2');
    expect(qualified({ intent }, { segments: [] }).bestTier).toBe('tier_3');
  });
});

describe('evidence', () => {
  test('without a date counts in full and has no date on its line', () => {
    const { intent } = qualified(
      {
        intent: {
          source: 'rules',
          rules: [
            {
              id: 'plan',
              label: 'chose a plan',
              when: {
                cond: { field: 'contact.plan', op: 'known' },
                dateField: 'contact.plan_date',
              },
              points: 40,
              halfLifeDays: 7,
            },
          ],
        },
      },
      { properties: { plan: 'gold' } },
    );
    expect(intent.contributions).toEqual([{ rule: 'plan', label: 'chose a plan', points: 40 }]);
  });

  test('of events needs enough of them in time, and only the newest carry points', () => {
    const rules: PolicyDocument['intent'] = {
      source: 'rules',
      rules: [
        {
          id: 'pricing',
          label: 'visited the pricing page',
          when: {
            event: 'page_view',
            match: { url: { contains_any: ['/pricing'] } },
            atLeast: 2,
            withinDays: 10,
          },
          points: 20,
          maxCount: 2,
        },
      ],
    };
    const seen = (...days: number[]) =>
      qualified(
        { intent: rules },
        {
          events: days.map((ago) => ({
            type: 'page_view',
            occurredAt: daysAgo(ago),
            properties: { url: 'https://x.example/pricing' },
          })),
        },
      );
    expect(seen(1).intent.score).toBe(0);
    expect(seen(1, 11).intent.score).toBe(0);
    expect(seen(1, 10).intent.score).toBe(40);
    expect(seen(5, 1, 3).intent.contributions.map(({ occurredAt }) => occurredAt)).toEqual([
      daysAgo(1),
      daysAgo(3),
    ]);
    expect(seen(5, 1, 3).reason).toBe('Visited the pricing page 3 times in the last 5 days.');
  });
});

describe('the fit grade', () => {
  const small = { field: 'company.numberofemployees', op: 'between', value: [1, 50] } as const;
  const large = { field: 'company.numberofemployees', op: 'gt', value: 50 } as const;

  test('is not unknown where open rules exclude each other and neither alone reaches B', () => {
    const rules = [
      { id: 'small', label: 'small', when: small, points: 30 },
      { id: 'large', label: 'large', when: large, points: 30 },
    ];
    expect(qualified({ fit: { source: 'rules', rules } }).fit.grade).toBe('C');
  });

  test('is unknown where one of them alone reaches B', () => {
    const rules = [
      { id: 'small', label: 'small', when: small, points: 10 },
      { id: 'large', label: 'large', when: large, points: 50 },
    ];
    const { fit } = qualified({ fit: { source: 'rules', rules } });
    expect(fit).toMatchObject({ grade: 'unknown', score: 0 });
  });

  test('treats what follows from one e-mail address as one unknown', () => {
    const rules = [
      {
        id: 'free',
        label: 'free',
        when: { field: 'lead.freeEmail', op: 'eq', value: true } as const,
        points: 30,
      },
      {
        id: 'own',
        label: 'own',
        when: { field: 'lead.freeEmail', op: 'eq', value: false } as const,
        points: 30,
      },
    ];
    const unknown = { properties: {} };
    expect(qualified({ fit: { source: 'rules', rules } }, unknown).fit.grade).toBe('C');
  });
});

describe('rounding', () => {
  test('is half up and a line of its own', () => {
    const rules = [
      { id: 'a', label: 'a', when: { all: [] }, points: 10.25 },
      { id: 'b', label: 'b', when: { all: [] }, points: 10.25 },
    ];
    const { fit } = qualified({ fit: { source: 'rules', rules } });
    expect(fit.score).toBe(21);
    expect(fit.contributions.at(-1)).toMatchObject({ rule: 'rounding', points: 0.5 });
  });
});

describe('judge', () => {
  test('states a change as the comparison of the policy where all its values lift the lead', () => {
    const compiled = compilePolicy(
      normalisePolicy({
        ...BASE,
        fit: {
          source: 'rules',
          rules: [
            {
              id: 'size',
              label: 'mid-market size',
              when: { field: 'company.numberofemployees', op: 'between', value: [51, 1000] },
              points: 60,
            },
          ],
        },
        tiers: [
          { id: 'fit', tier: 'tier_1', when: { field: 'decision.fitGrade', op: 'eq', value: 'B' } },
          { id: 'rest', tier: 'tier_3', when: { all: [] } },
        ],
      }),
      { emailDomains: EMAIL_DOMAINS },
    );
    const verdict = judge(compiled, LEAD, NOW);
    expect(verdict).toMatchObject({
      tier: 'tier_3',
      bestTier: 'tier_1',
      worstTier: 'tier_3',
      askFor: 'company.numberofemployees',
      nextTier: {
        tier: 'tier_1',
        changes: [
          {
            kind: 'unknown_fact',
            field: 'company.numberofemployees',
            op: 'between',
            value: [51, 1000],
            label: 'mid-market size',
          },
        ],
      },
    });
  });

  test('is plain data', () => {
    const compiled = compilePolicy(normalisePolicy(BASE), { emailDomains: EMAIL_DOMAINS });
    const verdict = judge(compiled, LEAD, NOW);
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
  });

  test('leaves nothing behind for the next lead', () => {
    const compiled = compilePolicy(normalisePolicy(BASE), { emailDomains: EMAIL_DOMAINS });
    const first = judge(compiled, LEAD, NOW);
    judge(compiled, { id: '2', properties: {}, events: [] }, NOW);
    expect(judge(compiled, LEAD, NOW)).toEqual(first);
  });
});
