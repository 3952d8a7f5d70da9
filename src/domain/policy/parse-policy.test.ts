import { describe, expect, test } from '@jest/globals';

import { defaultPolicy } from './default/default-policy.ts';
import type { BriefDocument } from './brief-schema.ts';
import { parsePolicy } from './parse-policy.ts';

type Json = Record<string, unknown>;

/** The default policy with one place changed; `undefined` removes. */
function withChange(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(defaultPolicy) as unknown as Json;
  const parent = path.slice(0, -1).reduce<Json>((at, key) => at[key] as Json, copy);
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return copy;
}

function faultsOf(document: unknown): readonly string[] {
  const parsed = parsePolicy(document);
  return parsed.ok
    ? []
    : parsed.reason.map(({ path, message, remedy }) => `${path}: ${message} ${remedy}`);
}

function aBrief(override: Partial<BriefDocument> = {}): BriefDocument {
  return {
    campaign: 'Spring launch',
    theme: 'planning without spreadsheets',
    audience: 'heads of planning',
    problem: 'plans are out of date when they are agreed',
    promised: 'a guide in ten pages',
    opening: 'You asked for the planning guide. Which chapter matters most to you?',
    nextStep: 'a discovery call',
    ...override,
  };
}

describe('parsePolicy', () => {
  test('takes the default policy as it is', () => {
    expect(faultsOf(JSON.parse(JSON.stringify(defaultPolicy)))).toEqual([]);
  });

  test.each<{ name: string; path: (string | number)[]; value: unknown; fault: RegExp }>([
    { name: 'an unknown key', path: ['fitt'], value: {}, fault: /^fitt: "fitt" is not a key here/ },
    {
      name: 'an unknown key inside a rule',
      path: ['fit', 'rules', 0, 'weight'],
      value: 1,
      fault: /^fit\.rules\.0\.weight: /,
    },
    {
      name: 'an unknown key inside a condition',
      path: ['fit', 'rules', 0, 'when', 'vale'],
      value: 1,
      fault: /^fit\.rules\.0\.when: "vale" is not a key here/,
    },
    {
      name: 'an unknown op',
      path: ['fit', 'rules', 0, 'when', 'op'],
      value: 'like',
      fault: /^fit\.rules\.0\.when\.op: /,
    },
    {
      name: 'a field of no known form',
      path: ['fit', 'rules', 0, 'when', 'field'],
      value: 'industry',
      fault: /^fit\.rules\.0\.when\.field: "industry" is not a field.* [Ww]rite contact/,
    },
    {
      name: 'a derived field that does not exist',
      path: ['fit', 'rules', 0, 'when', 'field'],
      value: 'lead.mood',
      fault: /"lead\.mood" is not a field/,
    },
    {
      name: 'a decision field in a fit rule',
      path: ['fit', 'rules', 0, 'when', 'field'],
      value: 'decision.tier',
      fault: /only known once the lead is scored/,
    },
    {
      name: 'an unknown tier',
      path: ['tiers', 0, 'tier'],
      value: 'tier_9',
      fault: /^tiers\.0\.tier: .*"tier_1"/,
    },
    {
      name: 'a tier value that does not exist',
      path: ['plays', 0, 'when'],
      value: { field: 'decision.tier', op: 'eq', value: 'tier_9' },
      fault: /"tier_9" is no value of decision\.tier/,
    },
    {
      name: 'a negative half-life',
      path: ['intent', 'rules', 0, 'halfLifeDays'],
      value: -1,
      fault: /^intent\.rules\.0\.halfLifeDays: A half-life is more than 0 days/,
    },
    {
      name: 'a rule without label',
      path: ['disqualify', 0, 'label'],
      value: undefined,
      fault: /^disqualify\.0\.label: This is missing/,
    },
    {
      name: 'a reason without label',
      path: ['reasons', 0, 'label'],
      value: ' ',
      fault: /^reasons\.0\.label: Write in plain words/,
    },
    {
      name: 'two rules with one id',
      path: ['fit', 'rules', 1, 'id'],
      value: 'industry',
      fault: /^fit\.rules\.1\.id: The id "industry" stands at fit\.rules\.0 already/,
    },
    {
      name: 'an id that fit and intent share',
      path: ['intent', 'rules', 0, 'id'],
      value: 'size',
      fault: /The id "size" stands at fit/,
    },
    {
      name: 'a cadence that does not exist',
      path: ['tiers', 0, 'cadence'],
      value: 'fast',
      fault: /There is no cadence "fast"\. Use one of tier-1, /,
    },
    {
      name: 'a pool that does not exist',
      path: ['routing'],
      value: {
        rules: [{ id: 'a', when: { all: [] }, pool: 'x' }],
        pools: { y: { members: [], overflow: 'z', calendar: 'c' } },
      },
      fault: /There is no pool "x"/,
    },
    {
      name: 'a calendar that does not exist',
      path: ['routing'],
      value: { pools: { y: { members: [], calendar: 'c' } } },
      fault: /^routing\.pools\.y\.calendar: There is no calendar "c"/,
    },
    {
      name: 'a count of a rule that does not exist',
      path: ['plays', 1, 'when'],
      value: { field: 'decision.count.nothing', op: 'gte', value: 1 },
      fault: /counts an intent rule that does not exist/,
    },
    {
      name: 'empty roles',
      path: ['roles'],
      value: { revops: '', marketing: '1', sales: '2', leadership: '3' },
      fault: /^roles\.revops: Name an owner id/,
    },
    {
      name: 'a pattern that can explode',
      path: ['fit', 'rules', 2, 'when'],
      value: { field: 'contact.jobtitle', op: 'matches', value: '(a+)+$' },
      fault: /^fit\.rules\.2\.when\.value: A repeated group/,
    },
    {
      name: 'a pattern that is too long',
      path: ['fit', 'rules', 2, 'when'],
      value: { field: 'contact.jobtitle', op: 'matches', value: 'a'.repeat(201) },
      fault: /201 characters/,
    },
    {
      name: 'a between with one end',
      path: ['fit', 'rules', 1, 'when'],
      value: { field: 'company.numberofemployees', op: 'between', value: [51] },
      fault: /"between" needs a list of two/,
    },
    {
      name: 'lines in the wrong order',
      path: ['cutoffs', 'fit', 'A'],
      value: 40,
      fault: /^cutoffs\.fit\.A: .*not above/,
    },
    {
      name: 'two due times',
      path: ['tiers', 0, 'sla'],
      value: { minutes: 30, businessDays: 1 },
      fault: /two due times/,
    },
    {
      name: 'a cadence with too few touches',
      path: ['cadences', 'tier-1', 'touches'],
      value: [{ day: 0, channel: 'phone' }],
      fault: /^cadences\.tier-1\.touches: 1 touches are outside the range/,
    },
    {
      name: 'a brief whose opening quotes tracking',
      path: ['briefs'],
      value: [aBrief({ opening: 'I noticed you visited our pricing page.' })],
      fault: /^briefs\.0\.opening: “/,
    },
    {
      name: 'a brief that is longer than a page',
      path: ['briefs'],
      value: [
        aBrief({ avoid: Array.from({ length: 60 }, () => 'one two three four five six seven') }),
      ],
      fault: /^briefs\.0: The brief has \d{3} words/,
    },
    {
      name: 'two briefs for one campaign',
      path: ['briefs'],
      value: [aBrief(), aBrief({ campaign: 'SPRING launch' })],
      fault: /^briefs\.1\.campaign: .*has a brief already/,
    },
    {
      name: 'a cadence with one channel',
      path: ['cadences', 'tier-1', 'touches'],
      value: [0, 2, 4, 6, 8, 12].map((day) => ({ day, channel: 'email' })),
      fault: /6 touches use 1 channel\. Use at least 3/,
    },
    {
      name: 'an entry below one that always holds',
      path: ['tiers', 0, 'when'],
      value: { all: [] },
      fault: /^tiers\.1\.when: This entry can never be reached/,
    },
    {
      name: 'an entry covered by one above it',
      path: ['tiers', 4, 'when'],
      value: {
        all: [
          { field: 'decision.fitGrade', op: 'eq', value: 'A' },
          { field: 'decision.intentLevel', op: 'eq', value: 1 },
        ],
      },
      fault: /^tiers\.4\.when: This entry can never be reached/,
    },
    {
      name: 'a condition that contradicts itself',
      path: ['fit', 'rules', 1, 'when'],
      value: {
        all: [
          { field: 'company.numberofemployees', op: 'gt', value: 10 },
          { field: 'company.numberofemployees', op: 'lt', value: 5 },
        ],
      },
      fault: /^fit\.rules\.1\.when: This can never be true/,
    },
    {
      name: 'a model in which an opened e-mail starts a handoff',
      path: ['models', 0, 'intent', 'rules', 0],
      value: { id: 'opens', label: 'opened mails', when: { event: 'email_open' }, points: 50 },
      fault: /^models\.0\.intent\.rules\.0: Opened e-mails would start a handoff/,
    },
    {
      name: 'a model that has an id twice',
      path: ['models', 0, 'fit', 'rules', 1, 'id'],
      value: 'industry',
      fault: /^models\.0\.fit\.rules\.1\.id: The id "industry" stands at models\.0\.fit\.rules\.0/,
    },
    {
      name: 'a track that counts a rule that is not there',
      path: ['tracks', 0, 'when'],
      value: { field: 'decision.count.ghost', op: 'gte', value: 1 },
      fault: /^tracks\.0\.when: "decision\.count\.ghost" counts an intent rule that does not exist/,
    },
    {
      name: 'a reason that leads to no track',
      path: ['reasons', 1, 'track'],
      value: 'ghost',
      fault: /^reasons\.1\.track: There is no track "ghost"/,
    },
    {
      name: 'a required fact of one tier that is no field',
      path: ['required', 'tier_1', 2],
      value: ['company.country', 'contry'],
      fault: /^required\.tier_1\.2: "contry" is not a field/,
    },
    {
      name: 'an opened e-mail that starts a handoff',
      path: ['intent', 'rules', 0],
      value: { id: 'opens', label: 'opened mails', when: { event: 'email_open' }, points: 5 },
      fault: /Opened e-mails would start a handoff/,
    },
    {
      name: 'an opener that quotes tracking',
      path: ['plays', 0, 'opener'],
      value: 'I noticed you visited our pricing page.',
      fault: /^plays\.0\.opener: “I noticed you visited our pricing page”/,
    },
    {
      name: 'a blank that nothing fills',
      path: ['plays', 0, 'opener'],
      value: 'Hello {score}.',
      fault: /Nothing fills the blank \{score\}/,
    },
  ])('refuses $name', ({ path, value, fault }) => {
    expect(faultsOf(withChange(path, value))).toContainEqual(expect.stringMatching(fault));
  });

  test('lists every fault at once, of form and of meaning', () => {
    const broken = withChange(['fitt'], 1) as Json;
    (broken['cutoffs'] as Json)['fit'] = { A: 10, B: 50 };
    (broken['tiers'] as Json[])[0] = {
      ...(broken['tiers'] as Json[])[0],
      tier: 'tier_9',
      cadence: 'no',
    };
    const faults = faultsOf(broken);
    expect(faults).toContainEqual(expect.stringMatching(/^fitt: /));
    expect(faults).toContainEqual(expect.stringMatching(/^cutoffs\.fit\.A: /));
    expect(faults).toContainEqual(expect.stringMatching(/^tiers\.0\.tier: /));
  });

  test.each([null, 1, 'x', [], {}])('refuses %j without falling over', (document) => {
    expect(parsePolicy(document).ok).toBe(false);
  });
});
