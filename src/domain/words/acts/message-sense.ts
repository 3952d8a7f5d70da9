import { refusalIn, requestIn, type ClauseSense } from './clause-sense.ts';
import { sentencesOf, type Sentence } from './clauses.ts';
import { isGibberish } from './gibberish.ts';
import type { MessageWord } from './lexicon/message-words.ts';

/** What a message asks of us; `none` wherever that is in doubt. */
export const MESSAGE_SENSES = [
  'asks_price',
  'asks_demo',
  'asks_contact',
  'question',
  'no_contact',
  'vendor',
  'job',
  'support',
  'spam',
  'none',
] as const;

/** One of MESSAGE_SENSES. */
export type MessageSense = (typeof MESSAGE_SENSES)[number];

const REQUESTS: readonly ClauseSense[] = ['asks_price', 'asks_demo', 'asks_contact'];
const MARKUP = /<a\s+href|\[url[=\]]|\[link[=\]]/i;
const LINKS = /(?:https?:\/\/|www\.)\S+/giu;
/** Beside a link, fewer words than this say nothing. */
const WORDS_BESIDE_LINK = 3;
/** A message of fewer words that holds this is one that only takes its sender off a list. */
const UNSUBSCRIBE = /^\W*unsubscribe\W*$/i;
/** "Hi?" and "Really?" ask nothing about a product. */
const QUESTION_WORDS = 3;

/** Whether somebody who writes this wants an answer from sales. */
export function isRequest(sense: MessageSense): boolean {
  return (REQUESTS as readonly MessageSense[]).includes(sense);
}

/**
 * The sense of a message: refusals are no requests, and what vendors, applicants and customers write is no demand.
 *
 * @example senseOf('Please do not call me again.') // 'no_contact'
 */
export function senseOf(message: string): MessageSense {
  const text = message.trim();
  if (text === '') return 'none';
  const sentences = sentencesOf(text);
  const request = requestOf(sentences);
  if (isSpam(text, sentences, request)) return 'spam';
  const offer = offerOf(sentences);
  if (offer === 'sure') return 'vendor';
  if (offer === 'likely') return request === null || request === 'asks_contact' ? 'vendor' : 'none';
  if (request === 'asks_contact' && counted(sentences, 'sells') > 0) return 'none';
  if (counted(sentences, 'job') > 0) return 'job';
  // Who wants a price or a demo may tell of troubles; who only wants to be called has them.
  const wants = request === 'asks_price' || request === 'asks_demo';
  if (counted(sentences, 'support') > 0 && !wants) return 'support';
  const refusal = refusalOf(sentences);
  if (refusal === 'any' || UNSUBSCRIBE.test(text)) return 'no_contact';
  if (request !== null) return request;
  if (refusal === 'channel') return 'no_contact';
  return sentences.some(isQuestion) ? 'question' : 'none';
}

function requestOf(sentences: readonly Sentence[]): ClauseSense | null {
  const found = new Set(
    sentences.flatMap(({ clauses }) =>
      clauses.map((clause) => requestIn(clause, clauses.length === 1)),
    ),
  );
  return REQUESTS.find((sense) => found.has(sense)) ?? null;
}

function refusalOf(sentences: readonly Sentence[]): 'any' | 'channel' | null {
  const found = sentences.flatMap(({ clauses }) => clauses.map(refusalIn));
  return found.find((refusal) => refusal === 'any') ?? found.find((one) => one !== null) ?? null;
}

/** Whether somebody sells: what only vendors say, or an offer together with what they offer. One word is never enough. */
function offerOf(sentences: readonly Sentence[]): 'sure' | 'likely' | null {
  const said = counted(sentences, 'vendor');
  const pitches = counted(sentences, 'pitch');
  const goods = counted(sentences, 'goods');
  if (said > 1 || (said > 0 && pitches + goods > 0)) return 'sure';
  return pitches > 0 && goods > 0 ? 'likely' : null;
}

function isSpam(
  text: string,
  sentences: readonly Sentence[],
  request: ClauseSense | null,
): boolean {
  if (MARKUP.test(text) || isGibberish(text)) return true;
  const linked = text.match(LINKS) !== null;
  if (linked) {
    const words = text.replace(LINKS, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length < WORDS_BESIDE_LINK) return true;
  }
  // A casino and an exchange buy software too.
  if (request !== null) return false;
  const lures = counted(sentences, 'lure');
  return lures > 1 || (lures > 0 && (linked || counted(sentences, 'money') > 0));
}

/** Asks whether or how the product does something. */
function isQuestion({ clauses, asks }: Sentence): boolean {
  const tokens = clauses.flatMap((clause) => clause.tokens);
  if (tokens.reduce((sum, { length }) => sum + length, 0) < QUESTION_WORDS) return false;
  const has = (role: MessageWord): boolean => tokens.some((token) => token.role === role);
  const wonders = tokens.some(
    ({ role }) => role === 'asking' || role === 'know' || role === 'cond',
  );
  return (has('does') && (asks || wonders)) || (asks && wonders && has('product'));
}

/** In how many places a message says such things. */
function counted(sentences: readonly Sentence[], role: MessageWord): number {
  let count = 0;
  for (const { clauses } of sentences) {
    for (const { tokens } of clauses) {
      for (const token of tokens) if (token.role === role) count++;
    }
  }
  return count;
}
