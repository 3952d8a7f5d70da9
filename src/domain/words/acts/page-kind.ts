import type { Act } from './act-in.ts';
import { CONTAINERS, type Container } from './lexicon/page-words.ts';
import { readSegment, type Bare, type Topic } from './name-part.ts';
import { wordsIn } from '../words-in.ts';

/** What a page is about, by its address. */
export const PAGE_KINDS = [
  'pricing',
  'comparison',
  'calculator',
  'implementation',
  'demo',
  'contact',
  'case_study',
  'product',
  'integrations',
  'education',
  'careers',
  'account',
  'company',
  'other',
] as const;

/** One of PAGE_KINDS. */
export type PageKind = (typeof PAGE_KINDS)[number];

const ACTS: Readonly<Record<Act, PageKind>> = {
  demo: 'demo',
  quote: 'pricing',
  trial: 'other',
  sales: 'contact',
  contact: 'contact',
  newsletter: 'education',
  support: 'other',
  careers: 'careers',
  aside: 'other',
};
const BARE: Readonly<Record<Bare, PageKind>> = {
  demo: 'demo',
  contact: 'contact',
  price: 'pricing',
  quote: 'pricing',
  trial: 'other',
  email: 'other',
};
const TOPICS: Readonly<Record<Topic, PageKind>> = {
  newsletter: 'education',
  webinar: 'education',
  replay: 'education',
  event: 'education',
  scan: 'other',
  calculator: 'calculator',
  priceList: 'pricing',
  comparison: 'comparison',
  implementation: 'implementation',
  caseStudy: 'case_study',
  asset: 'education',
  support: 'other',
  careers: 'careers',
};
const CONTAINED: Readonly<Record<Container, PageKind>> = {
  account: 'account',
  app: 'account',
  read: 'education',
  library: 'education',
  manual: 'other',
  careers: 'careers',
  company: 'company',
  stories: 'case_study',
  product: 'product',
  integrations: 'integrations',
  comparison: 'comparison',
  pricing: 'pricing',
  calculator: 'calculator',
  implementation: 'implementation',
};
/** Rooms that decide what is in them, whatever a page in them is called: an article about prices is an article. */
const CLOSED: ReadonlySet<Container> = new Set<Container>([
  'app',
  'read',
  'library',
  'manual',
  'careers',
  'company',
  'stories',
]);
/** Further on these are the end of something else: "/demo/thank-you", "/features/sso". */
const ONLY_FIRST: ReadonlySet<Container> = new Set<Container>(['app', 'manual']);
/** Rooms in which pages have titles. */
const TITLED: ReadonlySet<PageKind> = new Set<PageKind>(['case_study', 'education']);
const COUNTRIES = new Set(['global', 'intl', 'international', 'www', 'web']);
/** A language or a country before the path, but no "vs" and no room of two letters. */
const LANGUAGE = /^(?!(?:vs|hc|kb|qa)$)[a-z]{2}(?:[-_][a-z]{2,4})?$/i;
const ADDRESS = /^(?:[a-z][a-z+.-]*:)?\/\/[^/?#]*/i;
const HOST = /^[^/?#\s]+\.[^/?#\s]+(?=[/?#]|$)/;
const ENDING = /\.(?:html?|php|aspx?|jsp|shtml|cfm)$/i;
const NUMBERED = /^(?:page|seite|p|category|tag|author|\d+)$/i;

/**
 * What the page at an address is about, by whole words of its path; never by the host, the query or the fragment.
 *
 * @example pageKind('https://acme.com/de/preise') // 'pricing'
 */
export function pageKind(url: string): PageKind {
  const path = segmentsOf(url);
  const rooms = path.map(containerOf);
  if (rooms.includes('account')) return 'account';
  const [first] = rooms;
  if (first === 'library' && rooms[1] === 'stories') return 'case_study';
  if (first === 'company' && rooms[1] === 'careers') return 'careers';
  if (first !== undefined && first !== null && CLOSED.has(first)) return CONTAINED[first];
  // Under a product or an integration every word is a name, unless it is the whole of a room's.
  const names = first === 'product' || first === 'integrations';
  for (let at = path.length - 1; at >= 0; at--) {
    const room = rooms[at];
    if (room !== undefined && room !== null && !ONLY_FIRST.has(room)) return CONTAINED[room];
    const kind = names ? null : kindOf(path[at] ?? '');
    if (kind !== null) return kind;
  }
  return 'other';
}

/**
 * What a story, a guide or an article is called, by the last segment of its address.
 *
 * @example pageTitle('https://acme.com/customers/acme-bank') // 'Acme Bank'
 */
export function pageTitle(url: string): string | null {
  if (!TITLED.has(pageKind(url))) return null;
  const path = segmentsOf(url);
  const last = path.at(-1);
  if (last === undefined || path.length < 2 || isRoom(last)) return null;
  if (path.some((segment) => NUMBERED.test(segment)) && NUMBERED.test(last)) return null;
  const words = last.split(/[-_+\s]+/u).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || null;
}

function segmentsOf(url: string): readonly string[] {
  const path = url
    .trim()
    .replace(ADDRESS, '')
    .replace(HOST, '')
    .replace(/[?#].*$/s, '');
  const segments: string[] = [];
  for (const part of path.split('/')) {
    const segment = decoded(part).replace(ENDING, '').trim();
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  while (segments.length > 0 && isPrefix(segments[0] ?? '')) segments.shift();
  return segments;
}

function isPrefix(segment: string): boolean {
  return LANGUAGE.test(segment) || COUNTRIES.has(segment.toLowerCase());
}

function decoded(part: string): string {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function containerOf(segment: string): Container | null {
  return CONTAINERS.get(wordsIn(segment).join(' ')) ?? null;
}

/** The list of the stories, and no story. */
function isRoom(segment: string): boolean {
  const room = containerOf(segment);
  return room === 'stories' || room === 'read' || room === 'library';
}

/** A segment that is no room: an act, or the name of a thing at the end of which its kind stands. */
function kindOf(segment: string): PageKind | null {
  const { acts, bare, label, openActs, topics } = readSegment(segment);
  if (acts[0] !== undefined) return ACTS[acts[0]];
  if (openActs.has('watch')) return 'education';
  if (bare !== null) return BARE[bare];
  if (label !== null) return TOPICS[label];
  const [topic] = topics;
  if (topic === undefined) return null;
  return topic === 'careers' || topic === 'support' || topic === 'event' ? null : TOPICS[topic];
}
