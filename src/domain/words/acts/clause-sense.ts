import type { Clause } from './clauses.ts';
import type { Token } from './lexicon/lexicon.ts';
import type { MessageWord } from './lexicon/message-words.ts';

/** What one clause asks of us. */
export type ClauseSense = 'asks_price' | 'asks_demo' | 'asks_contact';

/** How far a clause refuses to be contacted: at all, or by one channel. */
export type Refusal = 'any' | 'channel';

type Tokens = readonly Token<MessageWord>[];
type Roles = ReadonlySet<string>;

const roles = (...names: (MessageWord | 'unknown' | 'number')[]): Roles => new Set<string>(names);

/** What may stand between a wish and its object. */
const BETWEEN = roles(
  'gap',
  'arrange',
  'soft',
  'me',
  'number',
  'product',
  'for',
  'speak',
  'when',
  'existing',
);
/** After one of these in a clause nothing is asked for. */
const UNASKED = roles('neg', 'not', 'idle', 'cond');
const OPENING = roles('soft', 'gap');
const CONTACTING = roles('reach', 'ring', 'reached', 'callMe', 'askContact', 'when');
/** The stem of "contact" in our languages: who refuses that refuses every channel. */
const CONTACT_STEM = /(?:^|\s)(?:re|ri)?[ck]onta[ck]?t|\btouch\b/;
/** How many words that no list knows a wish reaches over: "interested in your enterprise pricing". */
const REACH = 2;
/** How far a negation stands from what it refuses. */
const NEAR = 4;

/** What a clause asks for, null where it asks for nothing or says that it does not. */
export function requestIn({ tokens, words }: Clause, alone: boolean): ClauseSense | null {
  if (has(tokens, 'print')) return null;
  const ends = tokens.at(-1)?.role ?? '';
  if (ends === 'neg' || ends === 'not') return null;
  const asks = (role: MessageWord, test: (at: number) => boolean): boolean =>
    tokens.some((token, at) => token.role === role && isOpen(tokens, at) && test(at));
  const wished = (at: number): boolean =>
    isWished(tokens, at, REACH) || isHeadline(tokens, at, alone);
  if (
    asks('askPrice', () => true) ||
    asks('quote', wished) ||
    asks('price', (at) => wished(at) || isAskedPrice(tokens, at))
  ) {
    return 'asks_price';
  }
  if (asks('askDemo', () => true) || asks('demo', wished)) return 'asks_demo';
  const contact =
    tokens.some(({ role }, at) => role === 'invite' && isContacting(tokens.slice(at + 1))) ||
    asks('askContact', (at) => isOpenToContact(tokens, at)) ||
    asks('callMe', (at) => isOpenToContact(tokens, at) && isCall(tokens, words, at)) ||
    asks('speak', (at) => isWished(tokens, at, REACH)) ||
    asks('reached', (at) => isWished(tokens, at, 0)) ||
    asks('meeting', (at) => isWished(tokens, at, 0) || isArranged(tokens, at));
  return contact ? 'asks_contact' : null;
}

/** Whether a clause refuses contact. */
export function refusalIn({ tokens, words }: Clause): Refusal | null {
  if (has(tokens, 'leave')) return 'any';
  if (has(tokens, 'leaveRing')) return 'channel';
  if (has(tokens, 'invite')) return null;
  for (const [at, { role }] of tokens.entries()) {
    if (role !== 'neg') continue;
    const before = tokens.slice(0, at);
    if (before.some((token) => token.role === 'cond' || token.role === 'other')) continue;
    const what = tokens.find(
      (token, there) => CONTACTING.has(token.role) && token.role !== 'when' && isNear(there, at),
    );
    if (what === undefined) continue;
    const mine =
      has(tokens, 'me') ||
      what.role === 'reached' ||
      what.role === 'callMe' ||
      what.role === 'askContact';
    const imperative = before.every(
      ({ role: one }) => OPENING.has(one) || one === 'ring' || one === 'reach',
    );
    if (!mine && !imperative) continue;
    const text = words.slice(what.at, what.at + what.length).join(' ');
    return what.role === 'reached' || CONTACT_STEM.test(text) ? 'any' : 'channel';
  }
  return null;
}

function isNear(there: number, at: number): boolean {
  return Math.abs(there - at) <= NEAR;
}

/** Nothing before it takes back what is asked. */
function isOpen(tokens: Tokens, at: number): boolean {
  // "The quote" is one that exists; "the price" may still be asked for.
  if (tokens[at - 1]?.role === 'existing' && tokens[at]?.role !== 'price') return false;
  return !tokens.slice(0, at).some(({ role }) => UNASKED.has(role));
}

/** A wish stands before it, over some words; where the verb comes last, behind it. */
function isWished(tokens: Tokens, at: number, reach: number): boolean {
  let left = reach;
  for (let before = at - 1; before >= 0; before--) {
    const role = tokens[before]?.role ?? '';
    if (role === 'want' || role === 'know') return true;
    if (role === 'unknown') left--;
    else if (!BETWEEN.has(role) && !isAskable(role)) return false;
    if (left < 0) return false;
  }
  const behind = tokens.slice(at + 1).find(({ role }) => role !== 'gap' && role !== 'unknown');
  return behind?.role === 'want';
}

function isAskable(role: string): boolean {
  return role === 'quote' || role === 'price' || role === 'demo' || role === 'meeting';
}

/** Notes in place of sentences: "Quote for 80 seats", "Demo please", or nothing but the word. */
function isHeadline(tokens: Tokens, at: number, alone: boolean): boolean {
  if (!tokens.slice(0, at).every(({ role }) => OPENING.has(role))) return false;
  const behind = tokens[at + 1]?.role;
  if (behind === undefined) return alone;
  if (behind === 'arrange') return tokens.length <= at + 3;
  return behind === 'for' || (behind === 'soft' && tokens.length <= at + 3);
}

/** A price after "what is". */
function isAskedPrice(tokens: Tokens, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const role = tokens[before]?.role ?? '';
    if (role === 'whatIs') return true;
    if (role !== 'gap' && role !== 'for' && role !== 'existing') return false;
  }
  return false;
}

/** In "please schedule a call" an order needs no wish before it. */
function isArranged(tokens: Tokens, at: number): boolean {
  let before = at - 1;
  while (tokens[before]?.role === 'gap') before--;
  if (tokens[before]?.role !== 'arrange') return false;
  return tokens.slice(0, before).every(({ role }) => OPENING.has(role));
}

/** It is not somebody else who calls, and no "nicht" comes after the verb. */
function isOpenToContact(tokens: Tokens, at: number): boolean {
  if (tokens.slice(at + 1, at + 3).some(({ role }) => role === 'neg')) return false;
  return !tokens.slice(0, at).some(({ role }) => role === 'other');
}

/** As in "call me on Tuesday", and not in "call me maybe". */
function isCall(tokens: Tokens, words: readonly string[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined) return true;
  return ['when', 'number', 'soft', 'for', 'gap'].includes(next.role) && words[next.at] !== 'a';
}

function isContacting(tokens: Tokens): boolean {
  return tokens.some(({ role }) => CONTACTING.has(role));
}

function has(tokens: Tokens, role: MessageWord): boolean {
  return tokens.some((token) => token.role === role);
}
