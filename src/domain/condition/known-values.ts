import { countryOf } from '../words/lists/country-of.ts';
import { industryOf } from '../words/lists/industry-of.ts';
import { FORM_KINDS } from '../words/acts/form-kind.ts';
import { MESSAGE_SENSES } from '../words/acts/message-sense.ts';
import { PAGE_KINDS } from '../words/acts/page-kind.ts';
import type { OpValue, Scalar } from './condition-schema.ts';
import { NONE } from './derive-lead-field.ts';

/** Reads a constant of the policy as the field it is compared with is read; null where no list knows it. */
const READERS: Readonly<Record<string, (text: string) => string | null>> = {
  'lead.country': countryOf,
  'lead.industry': industryOf,
};

/** Every value that a field can have. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'lead.role': ['decides', 'leads', 'works', 'excluded'],
  'lead.region': ['EMEA', 'AMER', 'APAC'],
  'lead.motion': ['self_serve', 'mid_market', 'enterprise'],
  'lead.recentKind': [...FORM_KINDS, NONE],
  'lead.firstKind': [...FORM_KINDS, NONE],
  'lead.messageSense': MESSAGE_SENSES,
};

/** Values of the properties by which an act says what it is about. */
const ACT_VALUES: Readonly<Record<string, readonly string[]>> = {
  kind: [...new Set<string>([...FORM_KINDS, ...PAGE_KINDS])],
  sense: MESSAGE_SENSES,
};

/**
 * The constants of a comparison as its field spells them: "DE" is "Germany" where countries are compared.
 *
 * @param field - that they are compared with
 * @param value - as the policy has them
 */
export function asFieldSpells(field: string, value: OpValue | undefined): OpValue | undefined {
  const read = READERS[field];
  if (!read || value === undefined) return value;
  const one = (constant: Scalar): Scalar => read(String(constant)) ?? constant;
  return typeof value === 'object' ? value.map(one) : one(value);
}

/**
 * Why a constant can never equal the field, or null where it can.
 *
 * @param field - of a condition, or `act.<property>` in the match of an event
 * @param constant - that it is compared with
 */
export function constantFault(field: string, constant: Scalar): string | null {
  const text = String(constant);
  if (READERS[field]) {
    return READERS[field](text) === null ? `no list knows it; write its English name` : null;
  }
  const values = field.startsWith('act.') ? ACT_VALUES[field.slice('act.'.length)] : VALUES[field];
  if (!values || values.some((value) => value.toLowerCase() === text.toLowerCase())) return null;
  return `use one of ${values.join(', ')}`;
}
