import type { Condition } from '../src/domain/condition/condition-schema.ts';
import type { LeadFacts, PropertyValues } from '../src/domain/condition/lead-facts.ts';

/** A comparison that every engine of the benchmark can express. */
export type Comparison =
  | { readonly field: Field; readonly op: 'in' | 'contains_any'; readonly value: readonly string[] }
  | { readonly field: Field; readonly op: 'between'; readonly value: readonly [number, number] }
  | { readonly field: Field; readonly op: 'gte'; readonly value: number };

/** A rule in neutral form: all comparisons must hold. */
export interface Rule {
  readonly id: string;
  readonly part: 'fit' | 'intent' | 'disqualify';
  readonly points: number;
  readonly all: readonly Comparison[];
}

const NUMBERS = ['company.numberofemployees', 'contact.hs_analytics_num_page_views'] as const;
const TEXTS = [
  'company.industry',
  'company.country',
  'company.web_technologies',
  'company.type',
  'contact.jobtitle',
  'contact.hs_analytics_source',
  'contact.recent_conversion_event_name',
  'contact.hs_analytics_last_url',
  'contact.message',
] as const;

type Field = (typeof NUMBERS)[number] | (typeof TEXTS)[number];

const rule = (
  part: Rule['part'],
  id: string,
  points: number,
  ...all: readonly Comparison[]
): Rule => ({ id, part, points, all });
const anyOf = (field: Field, ...value: readonly string[]): Comparison => ({
  field,
  op: 'in',
  value,
});
const has = (field: Field, ...value: readonly string[]): Comparison => ({
  field,
  op: 'contains_any',
  value,
});
const from = (field: Field, value: number): Comparison => ({ field, op: 'gte', value });
const between = (field: Field, low: number, high: number): Comparison => ({
  field,
  op: 'between',
  value: [low, high],
});

const FORM = 'contact.recent_conversion_event_name';
const URL = 'contact.hs_analytics_last_url';
const SIZE = 'company.numberofemployees';
const VIEWS = 'contact.hs_analytics_num_page_views';

/** 24 rules of the kind that P14 and P15 describe: 8 of fit, 12 of intent, 4 that disqualify. */
export const RULES: readonly Rule[] = [
  rule('fit', 'industry', 25, anyOf('company.industry', 'software', 'banking', 'insurance')),
  rule('fit', 'size', 25, between(SIZE, 51, 1000)),
  rule('fit', 'enterprise', 15, from(SIZE, 1001)),
  rule('fit', 'seniority', 20, has('contact.jobtitle', 'head', 'director', 'vp', 'chief')),
  rule('fit', 'region', 15, anyOf('company.country', 'germany', 'austria', 'france', 'spain')),
  rule('fit', 'technology', 15, has('company.web_technologies', 'hubspot', 'salesforce')),
  rule('fit', 'partner', 5, anyOf('company.type', 'partner', 'reseller')),
  rule(
    'fit',
    'ideal',
    10,
    anyOf('company.industry', 'software'),
    between(SIZE, 200, 800),
    has('contact.jobtitle', 'operations', 'revenue'),
  ),
  rule('intent', 'demo', 100, has(FORM, 'demo')),
  rule('intent', 'contact', 100, has(FORM, 'contact sales')),
  rule('intent', 'pricing', 30, has(URL, '/pricing')),
  rule('intent', 'comparison', 30, has(URL, '/compare', '/alternatives')),
  rule('intent', 'roi', 35, has(FORM, 'roi calculator')),
  rule('intent', 'webinar', 30, has(FORM, 'webinar')),
  rule('intent', 'question', 30, has('contact.message', '?')),
  rule('intent', 'case-study', 15, has(URL, '/customers', '/case-stud')),
  rule('intent', 'guide', 30, has(FORM, 'guide'), from(VIEWS, 3)),
  rule('intent', 'visits', 10, from(VIEWS, 10)),
  rule('intent', 'paid', 5, anyOf('contact.hs_analytics_source', 'paid_search', 'paid_social')),
  rule('intent', 'budget', 20, has('contact.message', 'budget', 'quarter', 'urgent')),
  rule('disqualify', 'competitor', 0, anyOf('company.type', 'competitor')),
  rule('disqualify', 'student', 0, has('contact.jobtitle', 'student', 'intern')),
  rule('disqualify', 'too-small', 0, between(SIZE, 0, 5)),
  rule('disqualify', 'press', 0, has('contact.message', 'press request', 'job application')),
];

/** The grid: first entry whose scores are reached; nothing reached is `tier_3`. */
export const GRID = [
  { tier: 'tier_1', fit: 50, intent: 60 },
  { tier: 'tier_2', fit: 50, intent: 30 },
  { tier: 'tier_2', fit: 0, intent: 60 },
  { tier: 'tier_3', fit: 0, intent: 0 },
] as const;

/** The rules and the grid as a policy document. */
export function policyDocument(): unknown {
  const when = ({ all }: Rule): Condition => ({ all: [...all] });
  const part = (name: Rule['part']): readonly Rule[] => RULES.filter((one) => one.part === name);
  return {
    schema: 1,
    name: 'Benchmark',
    trigger: { stages: ['marketingqualifiedlead'] },
    fit: {
      source: 'rules',
      rules: part('fit').map((one) => ({
        id: one.id,
        label: one.id,
        when: when(one),
        points: one.points,
      })),
    },
    intent: {
      source: 'rules',
      rules: part('intent').map((one) => ({
        id: one.id,
        label: one.id,
        strength: one.points >= 60 ? 'high' : 'medium',
        when: { cond: when(one) },
        points: one.points,
      })),
    },
    cutoffs: { fit: { A: 75, B: 50 }, intent: { 1: 60, 2: 30 } },
    disqualify: part('disqualify').map((one) => ({
      id: one.id,
      label: one.id,
      when: when(one),
      reasonCode: 'out_of_segment',
    })),
    tiers: GRID.map(({ tier, fit, intent }, index) => ({
      id: `entry-${index}`,
      tier,
      when: {
        all: [
          { field: 'decision.fit', op: 'gte', value: fit },
          { field: 'decision.intent', op: 'gte', value: intent },
        ],
      },
    })),
  };
}

const SAMPLES: Readonly<Record<(typeof TEXTS)[number], readonly string[]>> = {
  'company.industry': ['software', 'banking', 'retail', 'insurance', 'education'],
  'company.country': ['germany', 'austria', 'france', 'brazil', 'japan'],
  'company.web_technologies': ['hubspot;segment', 'salesforce', 'wordpress', 'shopify'],
  'company.type': ['prospect', 'prospect', 'partner', 'competitor'],
  'contact.jobtitle': [
    'head of operations',
    'director revenue',
    'student',
    'developer',
    'vp sales',
  ],
  'contact.hs_analytics_source': ['organic_search', 'paid_search', 'paid_social', 'direct_traffic'],
  'contact.recent_conversion_event_name': [
    'website: demo',
    'webinar on handoffs',
    'implementation guide',
    'roi calculator',
    'newsletter',
    'contact sales',
  ],
  'contact.hs_analytics_last_url': [
    'https://example.com/pricing',
    'https://example.com/compare/other',
    'https://example.com/customers/bank',
    'https://example.com/blog/post',
  ],
  'contact.message': [
    'can it talk to our crm?',
    'we decide this quarter',
    'press request',
    'please call me',
  ],
};

/** Leads from a fixed seed; each value is unset with the probability `unsetShare`, 0 to 1. */
export function makeLeads(count: number, unsetShare: number): readonly LeadFacts[] {
  let seed = 7;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const unset = (value: string): string | null => (random() < unsetShare ? null : value);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  return Array.from({ length: count }, (_, index): LeadFacts => {
    const values: Record<string, string | null> = {
      [SIZE]: unset(String(Math.floor(10 ** (random() * 4)))),
      [VIEWS]: unset(String(Math.floor(random() * 20))),
    };
    for (const field of TEXTS) values[field] = unset(pick(SAMPLES[field]));
    const of = (prefix: string): PropertyValues =>
      Object.fromEntries(
        Object.entries(values).flatMap(([field, value]) =>
          field.startsWith(prefix) ? [[field.slice(prefix.length), value]] : [],
        ),
      );
    return {
      id: String(index + 1),
      properties: { email: `lead${index}@example.com`, ...of('contact.') },
      company: { id: String(index + 1), properties: of('company.') },
    };
  });
}

/** A lead made ready for the other engines, outside the timing: one flat object, numbers parsed, names without dots. */
export type FlatFacts = Readonly<Record<string, string | number | null>>;

/** The name of a field in `FlatFacts`. */
export function flatName(field: string): string {
  return field.replace('.', '_');
}

/** Prepares a lead for the other engines. */
export function flatten(lead: LeadFacts): FlatFacts {
  const flat: Record<string, string | number | null> = {};
  for (const field of [...NUMBERS, ...TEXTS]) {
    const [object, property = ''] = field.split('.');
    const values = object === 'contact' ? lead.properties : lead.company?.properties;
    const value = values?.[property] ?? null;
    flat[flatName(field)] = value !== null && isNumeric(field) ? Number(value) : value;
  }
  return flat;
}

function isNumeric(field: string): boolean {
  return NUMBERS.some((number) => number === field);
}
