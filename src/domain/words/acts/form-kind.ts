import type { Act } from './act-in.ts';
import { readPart, type Bare, type PartReading, type Topic } from './name-part.ts';
import { subjectOf, type SubjectPlace } from './subject.ts';

/** What sending a form was. */
export const FORM_KINDS = [
  'demo',
  'contact',
  'pricing_inquiry',
  'trial',
  'webinar',
  'webinar_attended',
  'event',
  'event_attended',
  'calculator',
  'pricing',
  'comparison',
  'implementation',
  'case_study',
  'education',
  'newsletter',
  'support',
  'careers',
  'email',
  'other',
] as const;

/** One of FORM_KINDS. */
export type FormKind = (typeof FORM_KINDS)[number];

/** A conversion as HubSpot names it, taken apart. */
export interface Conversion {
  /** Title of the page, null where only a form is named. */
  readonly page: string | null;
  readonly form: string;
  readonly kind: FormKind;
  /** What the asset, webinar or event is called; null where nothing has a name of its own. */
  readonly title: string | null;
}

const SEPARATOR = /\s*:\s+|\s*：\s*/u;
const ACTS: Readonly<Record<Act, FormKind>> = {
  demo: 'demo',
  quote: 'pricing_inquiry',
  trial: 'trial',
  sales: 'contact',
  contact: 'contact',
  newsletter: 'newsletter',
  support: 'support',
  careers: 'careers',
  aside: 'other',
};
const BARE: Readonly<Record<Bare, FormKind>> = {
  demo: 'demo',
  contact: 'contact',
  price: 'pricing',
  quote: 'pricing_inquiry',
  trial: 'trial',
  email: 'email',
};
const TOPICS: Readonly<Record<Topic, FormKind>> = {
  newsletter: 'newsletter',
  webinar: 'webinar',
  replay: 'webinar_attended',
  event: 'event',
  scan: 'event_attended',
  calculator: 'calculator',
  priceList: 'pricing',
  comparison: 'comparison',
  implementation: 'implementation',
  caseStudy: 'case_study',
  asset: 'education',
  support: 'support',
  careers: 'careers',
};
const PLACES: Readonly<Partial<Record<FormKind, SubjectPlace>>> = {
  demo: 'form',
  contact: 'form',
  pricing_inquiry: 'form',
  trial: 'form',
  newsletter: 'nowhere',
  support: 'nowhere',
  careers: 'nowhere',
  email: 'nowhere',
  other: 'nowhere',
};
/** Things that are only read, so a form named after one is no request even on the page of one. */
const ONLY_READ: ReadonlySet<Topic | null> = new Set<Topic>([
  'asset',
  'caseStudy',
  'webinar',
  'replay',
]);
const REQUESTS: ReadonlySet<Act> = new Set<Act>(['demo', 'quote', 'trial', 'sales', 'contact']);
/** What may be downloaded, the telling ones. */
const ASSETS: readonly Topic[] = [
  'calculator',
  'priceList',
  'comparison',
  'implementation',
  'caseStudy',
];
/** The kinds that a page gives to a contact form: on those pages nobody asks to buy. */
const NOT_SALES: ReadonlySet<Act> = new Set<Act>(['support', 'careers', 'aside']);

/**
 * Reads what HubSpot calls a conversion, "page title: form name": the form says what was asked for, and the page only where
 * the form does not.
 *
 * @example readConversion('Book a demo: Newsletter sign-up').kind // 'newsletter'
 */
export function readConversion(name: string): Conversion {
  const parts = name.split(SEPARATOR).filter((part) => part.trim() !== '');
  const form = parts.at(-1)?.trim() ?? '';
  const page = parts.length > 1 ? name.slice(0, name.lastIndexOf(form)).replace(TAIL, '') : null;
  const formReading = readPart(form);
  const pageReading = readPart(page ?? '');
  const kind = kindOf(formReading, pageReading);
  return { page, form, kind, title: subjectOf(page, form, PLACES[kind] ?? 'anywhere') };
}

const TAIL = /\s*[:：]\s*$/u;

function kindOf(form: PartReading, page: PartReading): FormKind {
  return (
    formAct(form, page) ??
    readOnly(form, page) ??
    (page.acts[0] && ACTS[page.acts[0]]) ??
    openAct(page, form, page) ??
    (page.bare === 'email' ? 'email' : null) ??
    (form.bare && BARE[form.bare]) ??
    byLabel(form, page) ??
    topicOf(form) ??
    (page.bare && BARE[page.bare]) ??
    topicOf(page) ??
    'other'
  );
}

function formAct(form: PartReading, page: PartReading): FormKind | null {
  const [act] = form.acts;
  if (act === 'contact' && page.acts[0] && NOT_SALES.has(page.acts[0])) return ACTS[page.acts[0]];
  // "Guide: réussir sa prise de rendez-vous": the act is a word of the guide's title.
  const isTitle = page.label === 'asset' && form.hasNames && act !== undefined && REQUESTS.has(act);
  if (act !== undefined && !isTitle) return ACTS[act];
  return openAct(form, form, page);
}

function readOnly(form: PartReading, page: PartReading): FormKind | null {
  const [act] = page.acts;
  return act !== undefined && REQUESTS.has(act) && ONLY_READ.has(form.label) ? topicOf(form) : null;
}

/** What was downloaded, watched or signed up for, by what the form and the page are about. */
function openAct(acting: PartReading, form: PartReading, page: PartReading): FormKind | null {
  const acts = acting.openActs;
  if (acts.size === 0) return null;
  const about = (topic: Topic): boolean =>
    form.topics.includes(topic) || page.topics.includes(topic);
  if (about('replay') && !acts.has('get')) return 'webinar_attended';
  if (acts.has('absent')) return about('event') && !about('webinar') ? 'event' : 'webinar';
  if (acts.has('attended') || acts.has('watch')) {
    if (about('webinar')) return 'webinar_attended';
    if (acts.has('attended')) return 'event_attended';
    return acts.has('register') ? 'event' : 'education';
  }
  return acts.has('register') ? registered(acting, form, page) : taken(form, page);
}

function registered(acting: PartReading, form: PartReading, page: PartReading): FormKind | null {
  const topics = [...form.topics, ...page.topics];
  const kind = (['webinar', 'scan', 'event', 'newsletter'] as const).find((topic) =>
    topics.includes(topic),
  );
  if (kind !== undefined) return TOPICS[kind];
  // "Sign up" names no thing: the page's act is what is signed up for, and a price is asked of a product.
  if (acting === form && page.acts[0]) return ACTS[page.acts[0]];
  if (form.bare === 'trial' || page.bare === 'trial' || page.bare === 'price') return 'trial';
  if (topics.includes('asset')) return 'education';
  // Signing up for something with a name is an event, with none it may be anything.
  return form.hasNames || page.hasNames ? 'event' : 'other';
}

function taken(form: PartReading, page: PartReading): FormKind {
  const [asset] = [...form.topics, ...page.topics].filter((topic) => ASSETS.includes(topic));
  if (asset !== undefined) return TOPICS[asset];
  return form.bare === 'price' ? 'pricing' : 'education';
}

/** A part that only names a kind of thing says what the other part is, unless that is a special kind of guide. */
function byLabel(form: PartReading, page: PartReading): FormKind | null {
  if (form.label !== null) return topicOf(form);
  if (page.label === null) return null;
  if (page.label === 'asset') {
    const special = form.topics.find((topic) => ASSETS.includes(topic) && topic !== 'calculator');
    return special === undefined ? 'education' : TOPICS[special];
  }
  return topicOf(page);
}

function topicOf(part: PartReading): FormKind | null {
  const [topic] = part.topics;
  return topic === undefined ? null : TOPICS[topic];
}
