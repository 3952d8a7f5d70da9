import type { Scalar } from '../condition-schema.ts';
import { codeWords } from '../../words/code-words.ts';
import { sentence } from '../../words/phrases.ts';
import { stageInWords } from '../../words/stage-words.ts';
import { tierInWords } from '../../words/tier-words.ts';
import { eitherOf } from './act-words.ts';

/** What a list of values is a list of, where that reads better. */
const PLURALS: Readonly<Record<string, string>> = {
  'company.industry': ' industries',
  'lead.industry': ' industries',
  'company.country': ' countries',
  'contact.country': ' countries',
  'lead.country': ' countries',
};

const MOTIONS: Readonly<Record<string, string>> = {
  self_serve: 'self-serve (up to 50 people)',
  mid_market: 'mid-market (51 to 1,000 people)',
  enterprise: 'enterprise (more than 1,000 people)',
};

/** Longer lists are shortened: a reader wants to know what kind of list it is. */
const SHOWN_WHOLE = 4;
const SHOWN_OF_LONG = 2;
/** Ids of owners, lists and custom stages; nobody knows anybody by them. */
const ID = /^\d{5,}$/;

/** A constant of the policy as a person says it. */
export function valueInWords(field: string, value: Scalar): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString('en-GB');
  if (value === 'unknown') return 'not known yet';
  if (field === 'decision.tier') return tierInWords(value);
  if (field === 'lead.motion') return MOTIONS[value] ?? codeWords(value);
  if (field.endsWith('.lifecyclestage')) return `a ${stageInWords(value)}`;
  if (ID.test(value)) return 'one that the policy names';
  const words = codeWords(value);
  const named = field.endsWith('industry') || field.endsWith('_profile');
  return named ? sentence(words) : words;
}

/**
 * Several constants, any of which will do.
 *
 * @param field - what they are compared with
 * @param values - constants of the policy
 * @param whole - all of them, however many
 * @example listInWords('company.industry', ['BANKING', 'INSURANCE'], false) // 'Banking or Insurance'
 */
export function listInWords(field: string, values: readonly Scalar[], whole: boolean): string {
  const words = [...new Set(values.map((value) => valueInWords(field, value)))];
  if (whole || words.length <= SHOWN_WHOLE) return eitherOf(words);
  const shown = words.slice(0, SHOWN_OF_LONG).join(', ');
  return `one of ${words.length}${PLURALS[field] ?? ''}: ${shown} and ${words.length - SHOWN_OF_LONG} more`;
}

/** What is looked for in a text, in quotation marks. */
export function textsInWords(texts: readonly Scalar[], whole: boolean): string {
  const words = [...new Set(texts.map((text) => `“${String(text).trim()}”`))];
  if (whole || words.length <= SHOWN_WHOLE) return eitherOf(words);
  return `${words.slice(0, SHOWN_OF_LONG).join(', ')} or ${words.length - SHOWN_OF_LONG} more such words`;
}
