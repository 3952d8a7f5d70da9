import { codeWords } from '../../words/code-words.ts';

/** What sending a form of a kind does, after "a form that". */
const FORM_DOES: Readonly<Record<string, string>> = {
  demo: 'asks for a demo',
  contact: 'asks to be contacted',
  pricing_inquiry: 'asks about prices',
  trial: 'starts a trial',
  webinar: 'signs up for a webinar',
  webinar_attended: 'belongs to a webinar that was watched',
  event: 'signs up for an event',
  event_attended: 'belongs to an event that was attended',
  calculator: 'uses a calculator',
  pricing: 'takes a price list',
  comparison: 'takes a comparison',
  implementation: 'takes an implementation guide',
  case_study: 'takes a case study',
  education: 'takes something to learn from',
  newsletter: 'signs up for the newsletter',
  support: 'asks for support',
  careers: 'is about a job',
};

/**
 * What a form of one of these kinds does.
 *
 * @example formsDo(['demo', 'contact']) // 'asks for a demo or asks to be contacted'
 */
export function formsDo(kinds: readonly string[]): string {
  return eitherOf(kinds.map((kind) => FORM_DOES[kind] ?? `is about ${codeWords(kind)}`));
}

/**
 * Pages by parts of their addresses.
 *
 * @example pagesAbout(['/pricing', '/case-stud']) // 'pricing or case stud'
 */
export function pagesAbout(addresses: readonly string[]): string {
  const about = addresses.map((address) =>
    codeWords(address.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()),
  );
  return eitherOf([...new Set(about.filter((words) => words !== ''))].slice(0, 3));
}

/** Joins with commas and a final "or". */
export function eitherOf(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
