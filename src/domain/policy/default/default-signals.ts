import type { IntentRuleDocument } from '../policy-document.ts';

/** Words in form names and page addresses, by what they say of intent (P15). Each customer edits these lists. */
export const WORDS = {
  webinar: ['webinar', 'web seminar', 'masterclass'],
  demo: ['demo', 'product tour', 'book a call', 'book a meeting', 'consultation'],
  contact: ['contact sales', 'contact us', 'contact form', 'talk to', 'speak to', 'get in touch'],
  pricing_inquiry: [
    'pricing inquiry',
    'pricing enquiry',
    'pricing request',
    'request pricing',
    'quote',
  ],
  trial: ['trial', 'start free'],
  pricing: ['pricing', 'price list', 'prices'],
  calculator: ['calculator', 'roi '],
  comparison: [
    'comparison',
    'compare',
    ' vs ',
    'versus',
    'buyer guide',
    "buyer's guide",
    'checklist',
  ],
  implementation: ['implementation', 'onboarding guide', 'migration guide'],
  case_study: ['case study', 'customer story', 'success story'],
  education: [
    'guide',
    'ebook',
    'e-book',
    'whitepaper',
    'white paper',
    'newsletter',
    'blog',
    'handbook',
    'report',
    'template',
  ],
} as const;

/** Parts of addresses that tell what a page is about. */
export const PAGES = {
  pricing: ['/pricing', '/prices', '/plans'],
  comparison: ['/compare', '/comparison', '/vs-', '/alternatives'],
  calculator: ['/roi', 'calculator'],
  implementation: ['/implementation', '/onboarding', '/migration'],
  case_study: ['/case-stud', '/customers/', '/success-stories'],
  education: ['/blog', '/guides', '/resources', '/learn'],
} as const;

/** What a form is about. */
export type Topic = keyof typeof WORDS;

/** A form and what sending it is worth. */
export interface ConversionSpec {
  readonly topic: Topic;
  readonly label: string;
  readonly points: number;
  readonly strength: NonNullable<IntentRuleDocument['strength']>;
  /** Form names with these words belong to another rule. */
  readonly unless?: readonly Topic[];
  readonly say: string;
}

/** Requests put a lead on level 1 at once: 100 points (P15). A webinar about a demo is a webinar. */
export const CONVERSIONS: readonly ConversionSpec[] = [
  {
    topic: 'demo',
    label: 'asked for a demo',
    points: 100,
    strength: 'high',
    unless: ['webinar'],
    say: 'the demo you asked for',
  },
  {
    topic: 'contact',
    label: 'asked to be contacted',
    points: 100,
    strength: 'high',
    unless: ['webinar', 'demo'],
    say: 'your request to be contacted',
  },
  {
    topic: 'pricing_inquiry',
    label: 'asked about prices',
    points: 100,
    strength: 'high',
    unless: ['demo', 'contact'],
    say: 'your question about prices',
  },
  // A sign-up is not yet "real usage" (P15), so it counts like any other commercial act (proposed).
  {
    topic: 'trial',
    label: 'started a trial',
    points: 30,
    strength: 'medium',
    unless: ['demo', 'contact'],
    say: 'the trial you started',
  },
  {
    topic: 'pricing',
    label: 'took a pricing guide',
    points: 30,
    strength: 'medium',
    unless: ['pricing_inquiry', 'demo', 'contact', 'calculator'],
    say: 'the pricing guide you took',
  },
  {
    topic: 'calculator',
    label: 'used the ROI calculator',
    points: 35,
    strength: 'medium',
    unless: ['demo', 'contact'],
    say: 'the ROI calculation you made',
  },
  {
    topic: 'webinar',
    label: 'joined a webinar',
    points: 30,
    strength: 'medium',
    say: 'the webinar you joined',
  },
  {
    topic: 'comparison',
    label: 'took a comparison guide',
    points: 30,
    strength: 'medium',
    unless: ['demo', 'contact', 'webinar'],
    say: 'the comparison you asked for',
  },
  {
    topic: 'implementation',
    label: 'took an implementation guide',
    points: 30,
    strength: 'medium',
    unless: ['demo', 'contact', 'webinar'],
    say: 'the implementation guide you took',
  },
  {
    topic: 'case_study',
    label: 'read a case study',
    points: 15,
    strength: 'medium',
    unless: ['demo', 'contact', 'webinar'],
    say: 'the case study you took',
  },
  {
    topic: 'education',
    label: 'signed up for educational content',
    points: 3,
    strength: 'low',
    unless: [
      'demo',
      'contact',
      'pricing_inquiry',
      'trial',
      'pricing',
      'calculator',
      'webinar',
      'comparison',
      'implementation',
      'case_study',
    ],
    say: 'the guide you took',
  },
];

/** A kind of page and what a visit is worth. */
export interface PageSpec {
  readonly topic: keyof typeof PAGES;
  readonly label: string;
  readonly points: number;
  readonly strength: NonNullable<IntentRuleDocument['strength']>;
  /** Cap of P15 as a number of visits. */
  readonly maxCount: number;
}

/** Page visits of P15 with their caps. */
export const PAGE_VIEWS: readonly PageSpec[] = [
  {
    topic: 'pricing',
    label: 'visited the pricing page',
    points: 30,
    strength: 'high',
    maxCount: 2,
  },
  {
    topic: 'comparison',
    label: 'looked at the comparison page',
    points: 30,
    strength: 'medium',
    maxCount: 2,
  },
  {
    topic: 'calculator',
    label: 'looked at the ROI calculator',
    points: 35,
    strength: 'medium',
    maxCount: 1,
  },
  {
    topic: 'implementation',
    label: 'looked at the implementation guide',
    points: 30,
    strength: 'medium',
    maxCount: 1,
  },
  { topic: 'case_study', label: 'read case studies', points: 15, strength: 'medium', maxCount: 2 },
  { topic: 'education', label: 'read educational pages', points: 3, strength: 'low', maxCount: 3 },
];
