import { fieldsIn } from '../../domain/condition/condition-schema.ts';
import {
  fitRulesOf,
  intentRulesOf,
  requiredFields,
} from '../../domain/policy/policy-properties.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { fieldWords, sentence } from '../../domain/words/phrases.ts';
import type { PolicyOptions } from '../../domain/handoff/record/property-row.ts';

/** The option lists that HubSpot properties take from a policy (design §4, "options follow the policy"). */
export function policyOptions(policy: Policy): PolicyOptions {
  const rules = [...fitRulesOf(policy), ...intentRulesOf(policy)];
  return {
    signals: rules.map(({ id, label }) => ({ id, label })),
    reasons: policy.reasons.map(({ code, label }) => ({ code, label })),
    plays: policy.plays.map(({ id, label }) => ({ id, label })),
    required: requiredFields(policy).map((fields) => {
      const [field = fields] = fieldsIn(fields);
      return { field, label: sentence(fieldWords(field)) };
    }),
  };
}
