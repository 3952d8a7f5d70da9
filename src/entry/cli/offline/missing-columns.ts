import { isPropertyField } from '../../../domain/condition/lead-fields.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { fieldsIn } from '../../../domain/condition/condition-schema.ts';
import { policyConditions, requiredFields } from '../../../domain/policy/policy-properties.ts';
import { fieldWords } from '../../../domain/words/phrases.ts';

/**
 * Fields that a policy asks for or compares and a file has no column for. Everything about them is unknown for every
 * lead of the file, which nobody would see from single decisions.
 */
export function missingColumns(policy: Policy, fields: ReadonlySet<string>): readonly string[] {
  const wanted = [
    ...requiredFields(policy),
    ...policyConditions(policy).map(({ field }) => field),
    ...[policy.fit, policy.intent].flatMap((model) =>
      model.source === 'property' ? [model.property] : [],
    ),
  ].filter((field) => fieldsIn(field).every(isPropertyField));
  // Of several fields one is enough, and the first is the one to fill.
  return [...new Set(wanted)]
    .filter((field) => !fieldsIn(field).some((one) => fields.has(one)))
    .map((field) => fieldsIn(field)[0] ?? field);
}

/** The same for people to read; nothing where the file has all of them. */
export function missingColumnLines(
  policy: Policy,
  fields: ReadonlySet<string> | null,
): readonly string[] {
  const missing = fields === null ? [] : missingColumns(policy, fields);
  if (missing.length === 0) return [];
  return [
    '',
    'The file has no column for these, so they are unknown for every lead:',
    ...missing.map((field) => `  ${fieldWords(field)} (${field})`),
  ];
}
