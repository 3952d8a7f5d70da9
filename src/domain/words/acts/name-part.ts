import { readingsOf } from '../words-in.ts';
import { DUTCH, GERMAN } from './lexicon/forms-germanic.ts';
import { ENGLISH } from './lexicon/forms-english.ts';
import { FRENCH, ITALIAN, PORTUGUESE, SPANISH } from './lexicon/forms-romance.ts';
import { OTHERS } from './lexicon/forms-others.ts';
import { tokenizer, type Token } from './lexicon/lexicon.ts';
import type { FormWord } from './lexicon/form-words.ts';
import { actIn, BY_WEIGHT, labelled, type Act } from './act-in.ts';

/** What a stretch of a name is about, where it names a thing and no act. */
export type Topic = Extract<
  FormWord,
  | 'newsletter'
  | 'webinar'
  | 'replay'
  | 'event'
  | 'scan'
  | 'calculator'
  | 'priceList'
  | 'comparison'
  | 'implementation'
  | 'caseStudy'
  | 'asset'
  | 'support'
  | 'careers'
>;

/** An act that says nothing without its object: "download", "register". */
export type OpenAct = Extract<FormWord, 'get' | 'register' | 'watch' | 'attended' | 'absent'>;

/** What one part of a conversion's name says, or the last segment of an address. */
export interface PartReading {
  /** Acts that say what they are about, strongest first: "request a demo". */
  readonly acts: readonly Act[];
  readonly openActs: ReadonlySet<OpenAct>;
  /** A segment that is nothing but the name of a thing that can be asked for: "Demo", "Kontakt". */
  readonly bare: Bare | null;
  /** A segment that is nothing but the name of a kind of thing: "Webinar", "Case study". */
  readonly label: Topic | null;
  /** Whether it has words that no list knows, as titles and names have. */
  readonly hasNames: boolean;
  /** All topics that are named, the most telling first. */
  readonly topics: readonly Topic[];
}

/** What a name that is no sentence asks for. */
export type Bare = 'demo' | 'contact' | 'price' | 'quote' | 'trial' | 'email';

/** The phrases of all languages; where two languages use a word differently the earlier one counts. */
export const formTokens = tokenizer<FormWord>(
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  PORTUGUESE,
  ITALIAN,
  DUTCH,
  OTHERS,
);

/** What separates a title from the site's name, or a form from its campaign. */
const SEPARATORS = /\s+[-–—/]+\s+|\s*[|·•»()[\]{}:：–—]+\s*/u;

/** Of several topics in one name the first of these tells what the thing is: a webinar about a calculator is a webinar. */
const TOPICS: readonly Topic[] = [
  'careers',
  'support',
  'newsletter',
  'replay',
  'webinar',
  'scan',
  'event',
  'calculator',
  'priceList',
  'comparison',
  'implementation',
  'caseStudy',
  'asset',
];
const OPEN_ACTS: readonly OpenAct[] = ['get', 'register', 'watch', 'attended', 'absent'];

/** The stretches of a name between its separators. */
export function segmentsOf(part: string): readonly string[] {
  return part.split(SEPARATORS).filter((segment) => segment.trim() !== '');
}

/** Reads one part of a name. */
export function readPart(part: string): PartReading {
  return joined(segmentsOf(part).map(readSegment));
}

/** Reads words that stand together. */
export function readSegment(segment: string): PartReading {
  const [written, apart] = readingsOf(segment);
  const first = readWords(written ?? []);
  return apart === undefined || saysSomething(first) ? first : readWords(apart);
}

function readWords(words: readonly string[]): PartReading {
  const tokens = formTokens(words);
  const has = (role: FormWord): boolean => tokens.some((token) => token.role === role);
  const act = actIn(tokens);
  const opens = OPEN_ACTS.filter(has);
  const topics = TOPICS.filter(has);
  if (opens.length === 0 && topics.length > 0 && has('ask')) opens.push(openActOf(topics));
  return {
    acts: act === null ? [] : [act],
    openActs: new Set(opens),
    bare: act === null && opens.length === 0 ? bareIn(tokens) : null,
    label: labelled(tokens, TOPICS),
    topics,
    hasNames: tokens.some(({ role }) => role === 'unknown' || role === 'nothing'),
  };
}

/** What it is to ask for a thing: "Get the guide" asks a machine, "Book the webinar" is a registration. */
function openActOf(topics: readonly Topic[]): OpenAct {
  const meets = topics.includes('webinar') || topics.includes('event');
  return meets && !topics.includes('asset') ? 'register' : 'get';
}

/** How many words that no list knows may stand before a noun: "Acme demo" is a demo, "demo Acme" need not be. */
const NAMES_BEFORE: Readonly<Partial<Record<FormWord, number>>> = {
  demo: 2,
  quote: 1,
  talk: 0,
  trial: 0,
  contact: 0,
  price: 1,
  inquiry: 1,
  email: 0,
};

function bareIn(tokens: readonly Token<FormWord>[]): Bare | null {
  const core = tokens.filter(({ role }) => !['filler', 'gap', 'number'].includes(role));
  const noun = core.at(-1)?.role;
  if (noun === undefined || noun === 'unknown' || noun === 'number') return null;
  const names = NAMES_BEFORE[noun];
  if (names === undefined || core.length - 1 > names) return null;
  if (core.slice(0, -1).some(({ role }) => role !== 'unknown')) return null;
  return noun === 'talk' || noun === 'inquiry' ? 'contact' : (noun as Bare);
}

function saysSomething(part: PartReading): boolean {
  return (
    part.acts.length > 0 || part.openActs.size > 0 || part.bare !== null || part.topics.length > 0
  );
}

function joined(parts: readonly PartReading[]): PartReading {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const acts = parts.flatMap((part) => part.acts);
  const topics = parts.flatMap((part) => part.topics);
  return {
    acts: BY_WEIGHT.filter((act) => acts.includes(act)),
    openActs: new Set(parts.flatMap((part) => [...part.openActs])),
    bare: parts.find((part) => part.bare !== null)?.bare ?? null,
    label: parts.find((part) => part.label !== null)?.label ?? null,
    topics: TOPICS.filter((topic) => topics.includes(topic)),
    hasNames: parts.some((part) => part.hasNames),
  };
}
