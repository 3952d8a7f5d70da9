import { describe, expect, test } from '@jest/globals';
import type { Condition, Evidence } from './condition-schema.ts';
import { describeCondition } from './describe-condition.ts';
import { describeEvidence } from './describe-evidence.ts';

const LABELS: Readonly<Record<string, string>> = {
  'pricing-page': 'visited the pricing page',
  'pricing-last-page': 'visited the pricing page',
  demo: 'asked for a demo',
};
const ruleName = (id: string): string => LABELS[id] ?? id;
const FIT: Condition = { field: 'decision.fitGrade', op: 'in', value: ['A', 'B', 'unknown'] };
const VISIT: Condition = { field: 'decision.count.pricing-page', op: 'gte', value: 1 };

describe('describeCondition', () => {
  test.each<[string, Condition]>([
    ['always', { all: [] }],
    ['never', { any: [] }],
    [
      'the company has 51 to 1,000 people',
      { field: 'company.numberofemployees', op: 'between', value: [51, 1000] },
    ],
    [
      'the industry is Computer software',
      { field: 'company.industry', op: 'eq', value: 'COMPUTER_SOFTWARE' },
    ],
    [
      'the original source is paid social',
      { field: 'contact.hs_analytics_source', op: 'eq', value: 'PAID_SOCIAL' },
    ],
    [
      'first came from paid search or referrals',
      { field: 'lead.channel', op: 'in', value: ['paid_search', 'referrals'] },
    ],
    [
      'the ICP tier in HubSpot is Tier 1',
      { field: 'company.hs_ideal_customer_profile', op: 'eq', value: 'tier_1' },
    ],
    ['it is Tier 1, call now', { field: 'decision.tier', op: 'eq', value: 'tier_1' }],
    ['fit is A, B or not known yet', FIT],
    ['interest is strong or real', { field: 'decision.intentLevel', op: 'lte', value: 2 }],
    ['interest is weak', { field: 'decision.intentLevel', op: 'eq', value: 3 }],
    ['asked to be contacted', { field: 'decision.requested', op: 'eq', value: true }],
    ['did not ask to be contacted', { field: 'decision.requested', op: 'neq', value: true }],
    ['showed at least 2 kinds of signal', { field: 'decision.kinds', op: 'gte', value: 2 }],
    ['visited the pricing page', VISIT],
    [
      'visited the pricing page twice',
      { field: 'decision.count.pricing-page', op: 'gte', value: 2 },
    ],
    [
      'visited the pricing page 3 times',
      { field: 'decision.count.pricing-page', op: 'gt', value: 2 },
    ],
    ['without “asked for a demo”', { field: 'decision.count.demo', op: 'eq', value: 0 }],
    ['has replied to an e-mail', { field: 'lead.lastReply', op: 'neq', value: 'none' }],
    ['has not replied to an e-mail', { field: 'lead.lastReply', op: 'eq', value: 'none' }],
    [
      'was last seen on a page about pricing or plans',
      { field: 'lead.lastPage', op: 'contains_any', value: ['/pricing', '/plans'] },
    ],
    [
      'the company is marked as a target account in HubSpot',
      { field: 'lead.targetAccount', op: 'eq', value: true },
    ],
    [
      'the company is not marked as a target account in HubSpot',
      { field: 'lead.targetAccount', op: 'eq', value: false },
    ],
    [
      'neither the person nor the company is a customer',
      { not: { field: 'lead.customer', op: 'eq', value: true } },
    ],
    ['has a deal in progress', { field: 'lead.openDeals', op: 'gte', value: 1 }],
    [
      'the company is mid-market (51 to 1,000 people)',
      { field: 'lead.motion', op: 'eq', value: 'mid_market' },
    ],
    [
      'the job title is of that kind',
      { field: 'contact.jobtitle', op: 'matches', value: '\\b(chief|ceo)\\b' },
    ],
    [
      'the last visit lies in the last 7 days',
      { field: 'contact.hs_analytics_last_timestamp', op: 'within_days', value: 7 },
    ],
    [
      'the lifecycle stage is a marketing qualified lead',
      { field: 'contact.lifecyclestage', op: 'eq', value: 'marketingqualifiedlead' },
    ],
    [
      'the hubspot owner id is one that the policy names',
      { field: 'contact.hubspot_owner_id', op: 'eq', value: '40001001' },
    ],
    ['is in a list kept in HubSpot', { segment: '123' }],
    ['is not in a list kept in HubSpot', { not: { segment: '123' } }],
    [
      "the company's country (where that is not known, the person's country) is Norway",
      { field: ['company.country', 'contact.country'], op: 'eq', value: 'Norway' },
    ],
    [
      'the industry is one of 5 industries: Banking, Insurance and 3 more',
      {
        field: 'company.industry',
        op: 'in',
        value: ['BANKING', 'INSURANCE', 'INTERNET', 'MACHINERY', 'CHEMICALS'],
      },
    ],
    // What several rules of one name count is said once.
    [
      'visited the pricing page',
      { any: [VISIT, { field: 'decision.count.pricing-last-page', op: 'gte', value: 1 }] },
    ],
    [
      "the company's country or the person's country is Norway",
      {
        any: ['company', 'contact'].map((of) => ({
          field: `${of}.country`,
          op: 'eq' as const,
          value: 'Norway',
        })),
      },
    ],
    [
      'asked for a demo, and either fit is A or interest is strong',
      {
        all: [
          { field: 'decision.count.demo', op: 'gte', value: 1 },
          {
            any: [
              { field: 'decision.fitGrade', op: 'eq', value: 'A' },
              { field: 'decision.intentLevel', op: 'eq', value: 1 },
            ],
          },
        ],
      },
    ],
    [
      'asked for a demo, or fit is A and interest is strong',
      {
        any: [
          { field: 'decision.count.demo', op: 'gte', value: 1 },
          {
            all: [
              { field: 'decision.fitGrade', op: 'eq', value: 'A' },
              { field: 'decision.intentLevel', op: 'eq', value: 1 },
            ],
          },
        ],
      },
    ],
  ])('says "%s"', (words, condition) => {
    expect(describeCondition(condition, { ruleName })).toBe(words);
  });

  test('tells a list whole where that is asked for', () => {
    const industries = ['BANKING', 'INSURANCE', 'INTERNET', 'MACHINERY', 'CHEMICALS'];
    expect(
      describeCondition(
        { field: 'company.industry', op: 'in', value: industries },
        { whole: true },
      ),
    ).toBe('the industry is Banking, Insurance, Internet, Machinery or Chemicals');
  });
});

describe('describeEvidence', () => {
  test.each<[string, Evidence]>([
    ['sent a form that asks for a demo', { event: 'form_sent', match: { kind: { in: ['demo'] } } }],
    [
      'sent a form named “Event 2026”',
      { event: 'form_sent', match: { conversion: { eq: 'Event 2026' } } },
    ],
    [
      'visited a page about pricing or was last seen on a page about pricing at least twice in the last 30 days',
      {
        event: ['page_view', 'last_page'],
        match: { url: { contains_any: ['/pricing'] } },
        atLeast: 2,
        withinDays: 30,
      },
    ],
    ['has replied to an e-mail', { event: 'reply' }],
    [
      'wrote a message of the kind “price question”',
      { event: 'message', match: { sense: { in: ['price_question'] } } },
    ],
    ['did this: trial usage in the last 30 days', { event: 'pe145_trial_usage', withinDays: 30 }],
    ['is in a list kept in HubSpot', { segment: '123' }],
    ['has replied to an e-mail', { cond: { field: 'lead.lastReply', op: 'neq', value: 'none' } }],
  ])('says "%s"', (words, evidence) => {
    expect(describeEvidence(evidence)).toBe(words);
  });
});
