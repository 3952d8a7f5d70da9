import { HANDOFF } from '../property-names.ts';
import type { Condition, FieldCondition } from '../condition/condition-schema.ts';
import { conditionsOf } from '../condition/conditions-of.ts';
import { derivedField } from '../condition/lead-fields.ts';
import type { Policy } from './policy.ts';

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
    usesEvents: policy.intent.rules.some(({ when }) => 'event' in when),
    segmentIds,
  };
}

/** Every comparison of the policy outside its events, in the order of the document. */
export function policyConditions(policy: Policy): readonly FieldCondition[] {
  const evidence = policy.intent.rules.flatMap(({ when }): readonly Condition[] => {
    if ('event' in when) return [];
    return 'segment' in when ? [when] : [when.cond];
  });
  return conditionsOf([
    ...policy.fit.rules.map(({ when }) => when),
    ...evidence,
    ...policy.disqualify.map(({ when }) => when),
    ...policy.tiers.map(({ when }) => when),
    ...policy.routing.rules.map(({ when }) => when),
    ...policy.plays.map(({ when }) => when),
  ]);
}

function fieldsOf(policy: Policy): readonly string[] {
  const dates = policy.intent.rules.flatMap(({ when }) =>
    'cond' in when && when.dateField !== undefined ? [when.dateField] : [],
  );
  const scores = [policy.fit, policy.intent].flatMap((model) =>
    model.source === 'property' ? [model.property] : [],
  );
  return [
    ...policy.required,
    ...policyConditions(policy).map(({ field }) => field),
    ...dates,
    ...scores,
  ];
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
