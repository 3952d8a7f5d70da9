import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy } from './default/default-policy.ts';
import { diffPolicies } from './diff-policies.ts';
import { isSame } from './diff/is-same.ts';
import { tellEach, tellValue, type Tellers } from './diff/tell.ts';
import { normalisePolicy } from './normalise-policy.ts';
import type { Policy } from './policy.ts';
import { policySchema, type PolicyDocument } from './policy-document.ts';

/** The default policy with every part that belongs to a portal, so that every key of a policy is there. */
const FULL: PolicyDocument = {
  ...defaultPolicy,
  mode: 'observe',
  goLiveAt: '2026-11-01T00:00:00Z',
  competitors: ['rival.example'],
  ownDomains: ['us.example'],
  models: [
    {
      id: 'big-companies',
      label: 'enterprises',
      when: { field: 'lead.motion', op: 'eq', value: 'enterprise' },
      cutoffs: { fit: { A: 80, B: 60 }, intent: { '1': 70, '2': 40 } },
    },
  ],
  tracks: [
    {
      id: 'cost-track',
      label: 'what it costs',
      when: { field: 'decision.count.pricing', op: 'gte', value: 1 },
    },
  ],
  definition: { text: 'A lead that fits and asks.', reviewOn: '2027-01-15' },
  icp: { who: 'planners', problem: 'plans are late', notFor: 'shops', reviewOn: '2027-01-15' },
  qualification: {
    confirm: [{ id: 'need', label: 'the need', ask: 'What is the problem?' }],
    rubric: [{ label: 'hot', means: 'has a date' }],
    next: ['Who else decides?'],
    intake: ['company size'],
  },
  routing: {
    keepContactOwner: true,
    rules: [
      {
        id: 'north-rule',
        label: 'the north',
        when: { field: 'company.country', op: 'eq', value: 'Norway' },
        pool: 'north-pool',
      },
    ],
    pools: {
      'north-pool': { label: 'North team', members: [{ ownerId: '1', capacity: 5 }], lead: '4' },
      'spare-pool': { label: 'Everybody else', members: [{ ownerId: '2' }], calendar: 'office' },
    },
    fallback: { pool: 'spare-pool', processOwner: '3' },
  },
  calendars: { office: { timeZone: 'UTC', hours: { mon: [['09:00', '17:00']] } } },
  roles: { revops: '1', marketing: '2', sales: '3', leadership: '4' },
  publish: { who: ['1'], needs: ['marketing'] },
  lifecycle: { leadStatus: { accepted: 'OPEN' } },
  briefs: [
    {
      campaign: 'Spring launch',
      theme: 'planning',
      audience: 'heads of planning',
      problem: 'plans are out of date',
      promised: 'a guide',
      opening: 'You asked for the guide.',
      nextStep: 'a call',
      objections: [{ says: 'too dear', answer: 'compared with what?' }],
    },
  ],
};
const BASE = normalisePolicy(FULL);

/** An act that does not ask for contact by itself. */
const QUIET = BASE.intent.rules.findIndex(({ request }) => !request);

type Path = readonly (string | number)[];

/** The places of all values that have no parts; an empty list or record counts as one. */
function leaves(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const entries = Object.entries(value);
  return entries.length === 0
    ? [at]
    : entries.flatMap(([key, part]) => leaves(part, [...at, Array.isArray(value) ? +key : key]));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], value);
}

function withValue<T>(whole: T, path: Path, value: unknown): T {
  const [key = '', ...rest] = path;
  const copy = (Array.isArray(whole) ? [...(whole as unknown[])] : { ...whole }) as T &
    Record<string | number, unknown>;
  const part = rest.length > 0 ? withValue(copy[key], rest, value) : value;
  if (part === undefined) Reflect.deleteProperty(copy, key);
  else Object.assign(copy, { [key]: part });
  return copy;
}

/** Another value that the same place could have. */
function another(value: unknown, path: Path): unknown {
  const choices: Readonly<Record<string, readonly string[]>> = {
    mode: ['live', 'observe'],
    tier: ['tier_1', 'tier_2'],
    strength: ['high', 'low'],
    do: ['notify_rep', 'reassign'],
    who: ['owner', 'anyone'],
    then: ['stop', 'divert'],
  };
  const choice = choices[String(path.at(-1))]?.find((one) => one !== value);
  if (choice !== undefined && typeof value === 'string') return choice;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}x`;
  if (Array.isArray(value) && path.at(-1) === 'all')
    return [{ field: 'contact.email', op: 'known' }];
  if (Array.isArray(value)) return path.includes('hours') ? [['09:00', '10:00']] : ['another'];
  if (value === null && path.at(-1) === 'tier') return 'tier_1';
  if (value === null) return path.at(-1) === 'now' ? 1_796_000_000_000 : 7;
  return { another: 'another' };
}

const LABELLED = [
  ...Object.keys(BASE.routing.pools),
  ...[...BASE.fit.rules, ...BASE.intent.rules, ...BASE.tiers, ...BASE.plays].map(({ id }) => id),
  ...[...BASE.disqualify, ...BASE.routing.rules].map(({ id }) => id),
  ...BASE.reasons.map(({ code }) => code),
].filter((id) => /[-_]/.test(id));

const rawIds = new RegExp(`(?<![\\w-])(${LABELLED.join('|')})(?![\\w-])`);

describe('diffPolicies', () => {
  test('tells of every single value that another one takes the place of, and never by an id', () => {
    for (const path of leaves(BASE)) {
      const after = withValue(BASE, path, another(valueAt(BASE, path), path));
      const told = diffPolicies(BASE, after);
      const where = path.join('.');
      expect({ where, told: told.length > 0 }).toEqual({ where, told: true });
      expect({ where, raw: told.map((words) => rawIds.exec(words)?.[0] ?? null) }).toEqual({
        where,
        raw: told.map(() => null),
      });
    }
  });

  test.each<{ name: string; change: (document: PolicyDocument) => PolicyDocument; told: string }>([
    {
      name: 'going live, where the mode was left out before',
      change: (document) => ({ ...document, mode: 'live' }),
      told: 'The mode changes from observe to live.',
    },
    {
      name: 'a request for contact',
      change: (document) => withValue(document, ['intent', 'rules', QUIET, 'request'], true),
      told: `The intent rule “${BASE.intent.rules[QUIET]?.label ?? ''}” changes its request for contact from no to yes.`,
    },
    {
      name: 'another label',
      change: (document) => withValue(document, ['tiers', 0, 'label'], 'wants a call'),
      told: 'The tier entry “asked to be contacted” is now called “wants a call”.',
    },
    {
      name: 'a turn that is given back',
      change: (document) => withValue(document, ['reasons', 4, 'countsAgainstShare'], false),
      told: 'The reason “no budget and no way to one” changes its effect on the share from “the turn counts” to “the rep gets the turn back”.',
    },
    {
      name: 'a pool by its label',
      change: (document) => withValue(document, ['routing', 'rules', 0, 'pool'], 'spare-pool'),
      told: 'The routing rule “the north” changes its pool from North team to “Everybody else”.',
    },
    {
      name: 'the fallback that goes away',
      change: (document) => withValue(document, ['routing', 'fallback'], undefined),
      told: 'The fallback of routing changes from “the pool Everybody else” to nothing.',
    },
    {
      name: 'what a list gains',
      change: (document) => ({ ...document, competitors: ['rival.example', 'other.example'] }),
      told: 'The list of competitors gains “other.example”.',
    },
    {
      name: 'the order of tiers',
      change: ({ tiers: [first, second, ...rest], ...document }) =>
        ({ ...document, tiers: [second, first, ...rest] }) as PolicyDocument,
      told: 'The order of tier entries changes; the first that holds wins.',
    },
  ])('says $name', ({ change, told }) => {
    const before = name(change) ? withValue(FULL, ['mode'], undefined) : FULL;
    expect(diffPolicies(normalisePolicy(before), normalisePolicy(change(before)))).toEqual([told]);
  });

  test('is silent exactly where two documents are the same policy, whatever key is changed', () => {
    const places = leaves(FULL).flatMap((path) =>
      // Every part on the way is a place as well: a whole rule, a whole list.
      path.map((_, depth) => path.slice(0, depth + 1)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.boolean(), (path, removed) => {
        const value = removed ? undefined : another(valueAt(FULL, path), path);
        const parsed = policySchema.safeParse(withValue(FULL, path, value));
        fc.pre(parsed.success);
        const after = normalisePolicy(parsed.data);
        expect(diffPolicies(BASE, after).length === 0).toBe(isSame(BASE, after));
        expect(diffPolicies(after, BASE).length === 0).toBe(isSame(BASE, after));
      }),
      { numRuns: 40 },
    );
  });

  test('does not compile where a key of the policy has no teller', () => {
    const tellers: Tellers<Pick<Policy, 'name'>> = { name: tellValue('The name', String) };
    const tell = tellEach(tellers);
    expect(tell({ name: 'a' }, { name: 'b' }, {} as never)).toEqual([
      'The name changes from a to b.',
    ]);
    // @ts-expect-error a key without a teller
    const incomplete: Tellers<Pick<Policy, 'name' | 'mode'>> = tellers;
    expect(incomplete).toBe(tellers);
  });
});

/** The first row starts from a document without a mode. */
function name(change: (document: PolicyDocument) => PolicyDocument): boolean {
  return change(FULL).mode === 'live';
}
