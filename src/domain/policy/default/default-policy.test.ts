import { describe, expect, test } from '@jest/globals';

import { instant } from '../../instant.ts';
import { choosePool } from '../../qualification/choose-pool.ts';
import { compilePolicy } from '../../qualification/compile/compile-policy.ts';
import { judge, eventsCouldChange } from '../../qualification/judge.ts';
import { runExamples } from '../../qualification/run-examples.ts';
import { defaultPolicy } from './default-policy.ts';
import { diffPolicies } from '../diff-policies.ts';
import { policyProperties } from '../policy-properties.ts';
import { normalisePolicy } from '../normalise-policy.ts';
import type { Policy } from '../policy.ts';

const NOW = instant(Date.UTC(2026, 10, 20, 9));
const EMAIL_DOMAINS = { isFree: () => false, isDisposable: () => false };
const policy = normalisePolicy(defaultPolicy);
const compiled = compilePolicy(policy, { emailDomains: EMAIL_DOMAINS });

describe('runExamples', () => {
  test('has the examples of P15 right, on the day and a week later', () => {
    expect(runExamples(compiled, policy, NOW).filter(({ ok }) => !ok)).toEqual([]);
  });

  test('says which example flipped and why', () => {
    const stricter: Policy = {
      ...policy,
      tiers: policy.tiers.filter(({ id }) => id !== 'review'),
    };
    const flipped = runExamples(
      compilePolicy(stricter, { emailDomains: EMAIL_DOMAINS }),
      stricter,
      NOW,
    ).find(({ name }) => name === 'a webinar attended');
    expect(flipped?.ok).toBe(false);
    expect(flipped?.why).toMatch(
      /was to be Tier 2, review today and is now Tier 3, nurture by “early”: fit A, intent level 2\. /,
    );
  });
});

describe('policyProperties', () => {
  test('names what derived fields are made from and asks for events only where they are used', () => {
    const properties = policyProperties(policy);
    expect(properties.contact).toEqual(
      expect.arrayContaining([
        'email',
        'recent_conversion_event_name',
        'hs_email_optout',
        'handoff_fit_override',
      ]),
    );
    expect(properties.company).toEqual(
      expect.arrayContaining([
        'industry',
        'numberofemployees',
        'lifecyclestage',
        'hs_is_target_account',
        'type',
      ]),
    );
    expect(properties.deal).toEqual(expect.arrayContaining(['dealstage', 'hs_is_closed_won']));
    expect(properties).toMatchObject({ usesEvents: true, usesSegments: false, segmentIds: [] });
  });
});

describe('diffPolicies', () => {
  test('says nothing of equal policies', () => {
    expect(diffPolicies(policy, normalisePolicy(structuredClone(defaultPolicy)))).toEqual([]);
  });

  test('says in sentences what a marketer changed', () => {
    const after = structuredClone(defaultPolicy);
    after.cutoffs.fit.A = 80;
    const [industry] = after.fit.rules ?? [];
    if (industry) industry.points = 30;
    after.tiers.splice(5, 1);
    after.disqualify?.push({
      id: 'small',
      label: 'too small',
      when: { field: 'company.numberofemployees', op: 'lt', value: 5 },
      reasonCode: 'out_of_segment',
    });
    expect(diffPolicies(policy, normalisePolicy(after))).toEqual([
      'The line for fit A changes from 75 to 80.',
      'The fit rule “an industry we serve” changes its points from 25 to 30.',
      'New disqualification rule “too small”: condition the company has fewer than 5 people; reason a segment we do not sell to; effect stop.',
      'The tier entry “good fit and real interest” is removed.',
    ]);
  });
});

describe('choosePool', () => {
  const routed = normalisePolicy({
    ...defaultPolicy,
    routing: {
      rules: [
        {
          id: 'unknown-fit',
          when: { field: 'decision.fitGrade', op: 'eq', value: 'unknown' },
          pool: 'sdr',
        },
        { id: 'de', when: { field: 'company.country', op: 'eq', value: 'Germany' }, pool: 'emea' },
      ],
      pools: {
        sdr: { members: [], qualifies: true },
        emea: { members: [] },
        rest: { members: [] },
      },
      fallback: { pool: 'rest' },
    },
  });
  const withPools = compilePolicy(routed, { emailDomains: EMAIL_DOMAINS });
  const company = (properties: Record<string, string>) => ({
    id: '1',
    properties: { jobtitle: properties['country'] === undefined ? null : 'Analyst' },
    company: { id: '9', properties },
  });

  test.each([
    [{}, { rule: 'unknown-fit', pool: 'sdr' }],
    [
      { industry: 'RETAIL', numberofemployees: '5', country: 'Germany', type: 'OTHER' },
      { rule: 'de', pool: 'emea' },
    ],
    [
      { industry: 'RETAIL', numberofemployees: '5', country: 'Chile', type: 'OTHER' },
      { rule: null, pool: 'rest' },
    ],
  ])('sends %j by %j', (properties, pool) => {
    const lead = company(properties);
    expect(choosePool(withPools, lead, judge(withPools, lead, NOW), NOW)).toEqual(pool);
  });

  test('routes nowhere without routing', () => {
    const lead = company({});
    expect(choosePool(compiled, lead, judge(compiled, lead, NOW), NOW)).toBeNull();
  });
});

describe('eventsCouldChange', () => {
  const demo = {
    id: '1',
    properties: {
      recent_conversion_event_name: 'Demo request',
      recent_conversion_date: '2026-11-20T08:00:00Z',
    },
    company: null,
  };

  test('is false for a lead that is in the best tier already', () => {
    expect(eventsCouldChange(compiled, demo, NOW)).toBe(false);
  });

  test('is true where a pricing visit would lift the lead, and false once events are read', () => {
    const quiet = { id: '1', properties: {}, company: null };
    expect(eventsCouldChange(compiled, quiet, NOW)).toBe(true);
    expect(eventsCouldChange(compiled, { ...quiet, events: [] }, NOW)).toBe(false);
  });
});
