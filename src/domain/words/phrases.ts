import { HANDOFF } from '../property-names.ts';
import { DAY, HOUR } from '../instant.ts';

/**
 * How often, in words: nothing for once.
 *
 * @example times(2) // 'twice'
 */
export function times(count: number): string {
  if (count <= 1) return '';
  return count === 2 ? 'twice' : `${count} times`;
}

/**
 * How long ago, in words and elapsed time, since a lead's own time zone is not known.
 *
 * @param ageMs - NaN for an unknown date gives nothing
 * @example ago(3 * DAY) // '3 days ago'
 */
export function ago(ageMs: number): string {
  if (Number.isNaN(ageMs)) return '';
  if (ageMs < HOUR) return 'within the hour';
  if (ageMs < DAY) return `${counted(Math.floor(ageMs / HOUR), 'hour')} ago`;
  const days = Math.floor(ageMs / DAY);
  return days < 60
    ? `${counted(days, 'day')} ago`
    : `${counted(Math.floor(days / 30), 'month')} ago`;
}

/**
 * The time that several occurrences took, counted back from now.
 *
 * @example inTheLast(2.2 * DAY) // 'in the last 3 days'
 */
export function inTheLast(ageMs: number): string {
  const days = Math.max(1, Math.ceil(ageMs / DAY));
  return days === 1 ? 'in the last day' : `in the last ${days} days`;
}

/** A number with its noun in the right form. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

/** Joins with commas and a final "and". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** The first letter in capitals. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  'contact.email': 'e-mail address',
  'contact.phone': 'phone number',
  'contact.jobtitle': 'job title',
  'contact.firstname': 'first name',
  'contact.lastname': 'last name',
  'contact.country': 'country',
  'contact.hs_analytics_source': 'original source',
  [`contact.${HANDOFF.fitOverrideReason}`]: 'reason for the ICP exception',
  'company.name': 'company name',
  'company.domain': 'company domain',
  'company.industry': 'industry',
  'company.numberofemployees': 'company size',
  'company.annualrevenue': 'revenue',
  'company.country': 'company country',
  'contact.lifecyclestage': 'lifecycle stage',
  'company.lifecyclestage': 'lifecycle stage',
  'company.hs_ideal_customer_profile': 'ICP tier in HubSpot',
  'contact.hs_analytics_last_timestamp': 'last visit',
};

/**
 * A field in words, of several the first: its usual name, else the property name with spaces.
 *
 * @example fieldWords('company.web_technologies') // 'web technologies'
 */
export function fieldWords(field: string): string {
  const [first = field] = field.split('|');
  return FIELD_WORDS[first] ?? first.slice(first.indexOf('.') + 1).replaceAll(/[_-]+/g, ' ');
}
