import { HANDOFF } from '../property-names.ts';
import { fieldsIn, type Condition, type FieldCondition } from '../condition/condition-schema.ts';
import { conditionsOf } from '../condition/conditions-of.ts';
import { derivedField } from '../condition/lead-fields.ts';
import type { FitRule, IntentRule, Policy } from './policy.ts';

/** What has to be read from the CRM before a policy can decide. */
export interface PolicyProperties {
  readonly contact: readonly string[];
  readonly company: readonly string[];
  readonly deal: readonly string[];
  readonly usesSegments: boolean;
  readonly usesEvents: boolean;
  /** HubSpot list ids. */
  readonly segmentIds: readonly string[];
}

/** What context, play, checklist and override are made from, whatever the rules say. */
const ALWAYS = {
  contact: [
    'email',
    'firstname',
    'lastname',
    'phone',
    'mobilephone',
    'company',
    'message',
    'associatedcompanyid',
    'hs_analytics_source',
    'hs_analytics_source_data_1',
    'utm_campaign',
    'recent_conversion_event_name',
    'recent_conversion_date',
    'first_conversion_event_name',
    'first_conversion_date',
    'hs_sales_email_last_replied',
    'hs_analytics_last_url',
    'hs_analytics_last_timestamp',
    'hs_email_hard_bounce_reason_enum',
    'hs_email_bad_address',
    HANDOFF.fitOverride,
    HANDOFF.fitOverrideReason,
  ],
  company: ['name', 'domain'],
} as const;

/** Every property a policy looks at, those behind derived fields included. */
export function policyProperties(policy: Policy): PolicyProperties {
  const fields = fieldsOf(policy);
  const derived = fields.flatMap((field) => derivedField(field) ?? []);
  const named = (object: string): readonly string[] =>
    fields
      .filter((field) => field.startsWith(`${object}.`))
      .map((field) => field.slice(object.length + 1));
  const segmentIds = unique(named('segment'));
  return {
    contact: unique([
      ...ALWAYS.contact,
      ...named('contact'),
      ...derived.flatMap((it) => it.contact ?? []),
    ]),
    company: unique([
      ...ALWAYS.company,
      ...named('company'),
      ...derived.flatMap((it) => it.company ?? []),
    ]),
    deal: unique(derived.flatMap((it) => it.deal ?? [])),
    usesSegments: segmentIds.length > 0,
    usesEvents: everyIntentRule(policy).some(({ when }) => 'event' in when),
    segmentIds,
  };
}

/** The facts that a handoff of any tier needs. */
export function requiredFields({ required }: Policy): readonly string[] {
  return unique([...required.tier_1, ...required.tier_2, ...required.tier_3]);
}

/** The fit rules of the policy and of its models, each once. */
export function fitRulesOf({ fit, models }: Policy): readonly FitRule[] {
  return byId([...fit.rules, ...models.flatMap((model) => model.fit?.rules ?? [])]);
}

/** The intent rules of the policy and of its models, each once. */
export function intentRulesOf({ intent, models }: Policy): readonly IntentRule[] {
  return byId([...intent.rules, ...models.flatMap((model) => model.intent?.rules ?? [])]);
}

/** Every comparison of the policy outside its events, in the order of the document. */
export function policyConditions(policy: Policy): readonly FieldCondition[] {
  const evidence = everyIntentRule(policy).flatMap(({ when }): readonly Condition[] => {
    if ('event' in when) return [];
    return 'segment' in when ? [when] : [when.cond];
  });
  return conditionsOf([
    ...[policy, ...policy.models].flatMap(({ fit }) => (fit?.rules ?? []).map(({ when }) => when)),
    ...policy.models.map(({ when }) => when),
    ...evidence,
    ...policy.disqualify.map(({ when }) => when),
    ...policy.tiers.map(({ when }) => when),
    ...policy.routing.rules.map(({ when }) => when),
    ...policy.plays.map(({ when }) => when),
    ...policy.tracks.map(({ when }) => when),
  ]);
}

function fieldsOf(policy: Policy): readonly string[] {
  const dates = everyIntentRule(policy).flatMap(({ when }) =>
    'cond' in when && when.dateField !== undefined ? [when.dateField] : [],
  );
  const scores = [policy, ...policy.models]
    .flatMap(({ fit, intent }) => [fit, intent])
    .flatMap((model) => (model?.source === 'property' ? [model.property] : []));
  return [
    ...requiredFields(policy).flatMap(fieldsIn),
    ...policyConditions(policy).flatMap(({ field }) => fieldsIn(field)),
    ...dates,
    ...scores,
  ];
}

/** Those of models too, also where a model has a rule of the same name with other conditions. */
function everyIntentRule({ intent, models }: Policy): readonly IntentRule[] {
  return [...intent.rules, ...models.flatMap((model) => model.intent?.rules ?? [])];
}

function byId<Rule extends { readonly id: string }>(rules: readonly Rule[]): readonly Rule[] {
  return [...new Map([...rules].reverse().map((rule) => [rule.id, rule])).values()].reverse();
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
