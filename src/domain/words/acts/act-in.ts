import type { FormWord } from './lexicon/form-words.ts';
import type { Token } from './lexicon/lexicon.ts';

/** An act that says what it is about. */
export type Act =
  | 'demo'
  | 'quote'
  | 'trial'
  /** Wants to talk to sales, wherever it is asked. */
  | 'sales'
  /** Wants to be contacted: about what, the page may say. */
  | 'contact'
  | 'newsletter'
  | 'support'
  | 'careers'
  | 'aside';

type Tokens = readonly Token<FormWord>[];

const WHOLE: Readonly<Partial<Record<FormWord, Act>>> = {
  askDemo: 'demo',
  askPrice: 'quote',
  askTrial: 'trial',
  contactSales: 'sales',
  contactUs: 'contact',
  subscribe: 'newsletter',
  support: 'support',
  careers: 'careers',
  aside: 'aside',
};
const OBJECTS: Readonly<Partial<Record<FormWord, Act>>> = {
  demo: 'demo',
  price: 'quote',
  quote: 'quote',
  trial: 'trial',
  talk: 'sales',
  info: 'contact',
  check: 'contact',
  contact: 'contact',
};
const ASKING: ReadonlySet<string> = new Set<FormWord>([
  'ask',
  'inquiry',
  'contactUs',
  'contactSales',
  'register',
]);
const BETWEEN: ReadonlySet<string> = new Set(['gap', 'filler', 'number', 'ask', 'person', 'info']);
/** What makes a name one of a thing to read, where it follows the act: "demo request templates". */
const THINGS: ReadonlySet<string> = new Set<FormWord>([
  'asset',
  'comparison',
  'implementation',
  'caseStudy',
  'webinar',
  'replay',
  'watch',
  'calculator',
]);
const TRIFLES: ReadonlySet<string> = new Set([
  'gap',
  'filler',
  'number',
  'ask',
  'get',
  'register',
  'forFree',
]);
/** "Request a planning software demo": how many words that no list knows an act reaches over. */
const REACH = 2;
/** Of several acts in one name the first of these counts: "Contact us for a demo" asks for a demo. */
export const BY_WEIGHT: readonly Act[] = [
  'careers',
  'support',
  'aside',
  'newsletter',
  'demo',
  'quote',
  'trial',
  'sales',
  'contact',
];

/** The act in words that stand together, null where there is none that says what it is about. */
export function actIn(tokens: Tokens): Act | null {
  let found: Act | null = null;
  const take = (act: Act | undefined, from: number, to: number): void => {
    if (act === undefined || (found !== null && BY_WEIGHT.indexOf(found) <= BY_WEIGHT.indexOf(act)))
      return;
    if (isTitle(tokens, from) || isThing(tokens, to)) return;
    found = act;
  };
  tokens.forEach(({ role }, at) => {
    const known = role as FormWord;
    if (known === 'newsletter') take(newsletterAct(tokens), at, at);
    if (known === 'support' || known === 'careers') take(ownAct(tokens, at, WHOLE[known]), at, at);
    else take(WHOLE[known], at, at);
    const object = OBJECTS[known];
    if (object !== undefined) {
      const from = askedFrom(tokens, at);
      if (from !== null) take(object, Math.min(from, at), Math.max(from, at));
    }
    if (known === 'try' && tokens.some((token) => token.role === 'forFree')) take('trial', at, at);
    if (known === 'person') {
      const from = toldFrom(tokens, at);
      if (from !== null) take('sales', from, at);
    }
  });
  return found;
}

/** The kind of thing that words name and nothing else, null where they say more. */
export function labelled<Role extends FormWord>(
  tokens: Tokens,
  kinds: readonly Role[],
): Role | null {
  let found: Role | null = null;
  for (const { role } of tokens) {
    if (TRIFLES.has(role)) continue;
    const kind = kinds.find((one) => one === role);
    if (kind === undefined) return null;
    if (found === null || kinds.indexOf(kind) < kinds.indexOf(found)) found = kind;
  }
  return found;
}

/** The word "newsletter" alone is a form to subscribe; in a title it is a subject. */
function newsletterAct(tokens: Tokens): Act | undefined {
  const acts = tokens.some(({ role }) => role === 'register' || role === 'subscribe');
  return acts || tokens.every(({ role }) => role === 'newsletter' || loose(role))
    ? 'newsletter'
    : undefined;
}

/** A single word such as "support" is an act only where little else stands beside it. */
function ownAct(tokens: Tokens, at: number, act: Act | undefined): Act | undefined {
  if ((tokens[at]?.length ?? 0) > 1) return act;
  const others = tokens.filter(({ role }) => role === 'unknown' || role === 'stop');
  return others.length <= 1 ? act : undefined;
}

function loose(role: string): boolean {
  return TRIFLES.has(role) || role === 'unknown' || role === 'inquiry';
}

/** Where somebody asks for the thing at this place: before it over a few words, or right behind it ("Demo anfordern"). */
function askedFrom(tokens: Tokens, at: number): number | null {
  let reach = REACH;
  for (let before = at - 1; before >= 0; before--) {
    const role = tokens[before]?.role ?? 'stop';
    if (ASKING.has(role)) return before;
    if (role === 'unknown') reach--;
    if (reach < 0 || (role !== 'unknown' && !BETWEEN.has(role) && !(role in OBJECTS))) break;
  }
  for (let after = at + 1; after < tokens.length; after++) {
    const role = tokens[after]?.role ?? 'stop';
    if (role === 'ask' || role === 'inquiry' || role === 'register') return after;
    if (role !== 'gap' && role !== 'filler' && !(role in OBJECTS)) break;
  }
  return null;
}

/** Where "talk to" stands before a person. */
function toldFrom(tokens: Tokens, at: number): number | null {
  let reach = REACH;
  for (let before = at - 1; before >= 0; before--) {
    const role = tokens[before]?.role ?? 'stop';
    if (role === 'talkTo' || role === 'contact') return before;
    if (role === 'unknown') reach--;
    if (reach < 0 || (role !== 'unknown' && role !== 'gap' && role !== 'person')) return null;
  }
  return null;
}

/** After "how to" follows a title. */
function isTitle(tokens: Tokens, from: number): boolean {
  return tokens.slice(0, from).some(({ role }) => role === 'titled');
}

/** In "demo request templates" what was asked for is a word of the thing's name. */
function isThing(tokens: Tokens, to: number): boolean {
  for (const { role } of tokens.slice(to + 1)) {
    if (role === 'stop') return false;
    if (THINGS.has(role)) return true;
  }
  return false;
}
