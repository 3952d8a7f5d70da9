import { codeWords } from '../words/code-words.ts';
import { times } from '../words/phrases.ts';
import type { Evidence, OpValue } from './condition-schema.ts';
import { describeCondition } from './describe-condition.ts';
import { eitherOf, formsDo, pagesAbout } from './words/act-words.ts';
import type { TellingOptions } from './words/leaf-words.ts';
import { textsInWords } from './words/value-words.ts';

type EventEvidence = Extract<Evidence, { readonly event: unknown }>;

/** What is told of a match by the words around it; the rest is added in a clause of its own. */
const TOLD: ReadonlySet<string> = new Set(['kind', 'url', 'conversion', 'sense']);

/**
 * What an intent rule counts, as a marketer or a new rep reads it.
 *
 * @example describeEvidence({ event: 'form_sent', match: { kind: { in: ['demo'] } } }) // 'sent a form that asks for a demo'
 */
export function describeEvidence(
  evidence: Evidence,
  options: Partial<TellingOptions> = {},
): string {
  if ('segment' in evidence) return describeCondition(evidence, options);
  if ('cond' in evidence) return describeCondition(evidence.cond, options);
  return [actWords(evidence, options.whole ?? false), ...frequencyWords(evidence)].join(' ');
}

function actWords({ event, match = {} }: EventEvidence, whole: boolean): string {
  const kinds = textsOf(match['kind']);
  const about =
    kinds.length > 0 ? eitherOf(kinds.map(codeWords)) : pagesAbout(textsOf(match['url']));
  const page = about === '' ? 'a page' : `a page about ${about}`;
  const acts = [event].flat().map((type) => {
    switch (type) {
      case 'form_sent':
        return kinds.length > 0
          ? `sent a form that ${formsDo(kinds)}`
          : `sent a form${named(match['conversion'], whole)}`;
      case 'page_view':
        return `visited ${page}`;
      case 'last_page':
        return `was last seen on ${page}`;
      case 'message':
        return `wrote a message${sense(textsOf(match['sense'] ?? match['kind']))}`;
      case 'reply':
        return 'has replied to an e-mail';
      default:
        return `did this: ${codeWords(type.replace(/^(pe|ae)\d+_/, ''))}`;
    }
  });
  const further = Object.entries(match).flatMap(([property, tests]) =>
    TOLD.has(property)
      ? []
      : [
          `, where the ${codeWords(property.replace(/^hs_/, ''))} is ${textsInWords(textsOf(tests), whole)}`,
        ],
  );
  return eitherOf([...new Set(acts)]) + further.join('');
}

function named(
  tests: Readonly<Record<string, OpValue | undefined>> | undefined,
  whole: boolean,
): string {
  const texts = textsOf(tests);
  return texts.length === 0 ? '' : ` named ${textsInWords(texts, whole)}`;
}

function sense(senses: readonly string[]): string {
  return senses.length === 0
    ? ''
    : ` of the kind ${eitherOf(senses.map((one) => `“${codeWords(one)}”`))}`;
}

function frequencyWords({ atLeast, withinDays }: EventEvidence): readonly string[] {
  return [
    ...(atLeast === undefined || atLeast < 2 ? [] : [`at least ${times(atLeast)}`]),
    ...(withinDays === undefined ? [] : [`in the last ${withinDays} days`]),
  ];
}

function textsOf(
  tests: Readonly<Record<string, OpValue | undefined>> | undefined,
): readonly string[] {
  return Object.entries(tests ?? {}).flatMap(([op, value]) =>
    value === undefined || op === 'matches' ? [] : [value].flat().map(String),
  );
}
