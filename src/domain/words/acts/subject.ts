import type { FormWord } from './lexicon/form-words.ts';
import type { Token } from './lexicon/lexicon.ts';
import { formTokens, readSegment, segmentsOf } from './name-part.ts';
import { tokenText } from './token-text.ts';

type Tokens = readonly Token<FormWord>[];
type Roles = ReadonlySet<string>;

/**
 * Where the subject of a form may stand: beside a request the page's title is a slogan, so only what takes the place of the
 * form's name counts; some forms have none at all, since what stands beside them is the page they happen to be on.
 */
export type SubjectPlace = 'anywhere' | 'form' | 'nowhere';

/** Technical names are not said aloud. */
const TECHNICAL = /[#_@=<>]|\S\/\S/u;
const PART = /\s*:\s+|\s*：\s*/u;
const FORM_NAME =
  /(?:^|[^\p{L}])(?:form|forms|formular|formulär|formulaire|formulario|formulário|modulo|formulier|formularz)(?:$|[^\p{L}])|フォーム/iu;
const ACTS: Roles = new Set<FormWord>(['get', 'register', 'watch', 'attended', 'absent']);
const MEETINGS: Roles = new Set<FormWord>(['webinar', 'replay', 'scan']);
const LEADING: Roles = new Set<string>([...ACTS, ...MEETINGS, 'caseStudy']);
const TRAILING: Roles = new Set<string>([...ACTS, ...MEETINGS]);
/** Kinds of assets whose kind is name enough: "Pricing guide". */
const KIND_NAMES: Roles = new Set<FormWord>([
  'priceList',
  'comparison',
  'implementation',
  'calculator',
]);
const OWN: Roles = new Set<string>(['unknown', 'nothing', 'titled']);
const JOINING: Roles = new Set<FormWord>(['gap', 'stop', 'titled']);

interface Name {
  readonly text: string;
  /** Whether it has a word that no list knows, so that it names one thing and not a kind of thing. */
  readonly own: boolean;
}

/** What an asset, webinar or event is called, without the act and the site; null where nothing has a name. */
export function subjectOf(page: string | null, form: string, place: SubjectPlace): string | null {
  if (place === 'nowhere' || (place === 'form' && page === null)) return null;
  const ofForm = nameIn(form);
  if (ofForm?.own || page === null) return ofForm?.text ?? null;
  if (place === 'form') return null;
  const ofPage = nameOfPage(page);
  return (ofPage?.own ? ofPage : (ofForm ?? ofPage))?.text ?? null;
}

/** A page's title may itself hold colons: "Webinar: Planning: the next ten years". */
function nameOfPage(page: string): Name | null {
  const parts = page.split(PART);
  const names = parts.map(nameIn);
  const first = names.findIndex((name) => name?.own);
  if (first === -1) return names.find((name) => name !== null) ?? null;
  const last = names.findLastIndex((name) => name?.own);
  const text = names
    .slice(first, last + 1)
    .flatMap((name) => (name === null ? [] : [name.text]))
    .join(': ');
  // One word alone is as likely the site's name.
  return parts.length === 1 && !/\s/u.test(text) ? null : { text, own: true };
}

/** The longest stretch that is a name: a site's name is shorter than the title before or after it. */
function nameIn(part: string): Name | null {
  const names = segmentsOf(part).flatMap((segment) => nameOf(segment) ?? []);
  const [name] = names.toSorted(
    (a, b) => Number(b.own) - Number(a.own) || b.text.length - a.text.length,
  );
  return name ?? null;
}

function nameOf(segment: string): Name | null {
  if (TECHNICAL.test(segment) || FORM_NAME.test(segment)) return null;
  const { acts, bare } = readSegment(segment);
  if (acts.length > 0 || bare !== null) return null;
  const { words, text } = tokenText(segment);
  const tokens = formTokens(words);
  const from = leadingAct(tokens);
  const to = trailingAct(tokens, from);
  const name = tokens.slice(from, to);
  if (!name.some(({ role }) => OWN.has(role) || (role === 'person' && name.length > 1))) {
    const kind =
      name.some(({ role }) => KIND_NAMES.has(role)) && endOf(name) - startOf(name, 0) > 1;
    return kind ? { text: text(startOf(name, 0), endOf(name)), own: false } : named(name, text);
  }
  return { text: text(startOf(name, 0), endOf(name)), own: true };
}

/** Names that are made of known words only: "10 steps to go live", "Demo Day". */
function named(name: Tokens, text: (from: number, to: number) => string): Name | null {
  const event = name.some(({ role, length }) => role === 'event' && length > 1);
  return event ? { text: text(startOf(name, 0), endOf(name)), own: true } : null;
}

/** How many tokens at the start say what was done: "Register for", "Webinar". */
function leadingAct(tokens: Tokens): number {
  const [first, second] = tokens;
  if (first === undefined) return 0;
  const askedThing =
    first.role === 'ask' && second?.role === 'gap' && tokens.at(-1)?.role === 'asset';
  let at = 0;
  if (askedThing) at = 1;
  else while (LEADING.has(tokens[at]?.role ?? '') && tokens[at + 1]?.role !== 'stop') at++;
  if (at === 0) return 0;
  while (tokens[at]?.role === 'gap' || tokens[at]?.role === 'filler') at++;
  return at;
}

/** Where what was done begins again at the end: "… webinar registration". */
function trailingAct(tokens: Tokens, from: number): number {
  if (tokens.some(({ role }) => role === 'titled')) return tokens.length;
  let to = tokens.length;
  while (
    to > from &&
    TRAILING.has(tokens[to - 1]?.role ?? '') &&
    !JOINING.has(tokens[to - 2]?.role ?? '')
  ) {
    to--;
  }
  return to;
}

function startOf(tokens: Tokens, index: number): number {
  return tokens[index]?.at ?? 0;
}

function endOf(tokens: Tokens): number {
  const last = tokens.at(-1);
  return last === undefined ? 0 : last.at + last.length;
}
