import { isRequest, MESSAGE_SENSES } from '../../words/acts/message-sense.ts';
import type { IntentRuleDocument, PolicyDocument } from '../policy-document.ts';

/**
 * Nothing is lost for a week, then half is left after every 14 days (D22). Without the week an act worth exactly a level
 * would be below it the day after, and P15's own examples would only hold on the day of the act.
 */
const FADING = { freshDays: 7, halfLifeDays: 14 } as const;

/** Older acts are not counted at all (D21). */
const RECENT_DAYS = 30;

const FORM = ['form_sent'];
/** Pages seen where events are read, else the last page that HubSpot knows. */
const PAGE = ['page_view', 'last_page'];

/** Acts whose subject is one of `kinds`, forms and pages alike, no older than D21. */
function about(event: readonly string[], kinds: readonly string[], days = RECENT_DAYS) {
  return {
    event: [...event],
    match: { kind: { in: [...kinds] } },
    withinDays: days,
  } satisfies IntentRuleDocument['when'];
}

/** An act that asks to be contacted: level 1 at once (P15). */
function request(
  id: string,
  label: string,
  when: IntentRuleDocument['when'],
  say: string,
): IntentRuleDocument {
  return {
    id,
    label,
    strength: 'high',
    kind: 'request',
    request: true,
    when,
    points: 100,
    ...FADING,
    maxCount: 1,
    say,
  };
}

const REQUESTS: readonly IntentRuleDocument[] = [
  request('demo', 'asked for a demo', about(FORM, ['demo']), 'the demo you asked for'),
  request(
    'contact',
    'asked to be contacted',
    about(FORM, ['contact']),
    'your request to be contacted',
  ),
  request(
    'pricing_inquiry',
    'asked about prices',
    about(FORM, ['pricing_inquiry']),
    'your question about prices',
  ),
  request(
    'asked-in-words',
    'asked in writing',
    {
      event: 'message',
      match: { sense: { in: MESSAGE_SENSES.filter(isRequest) } },
      withinDays: RECENT_DAYS,
    },
    'what you wrote to us',
  ),
];

/** Points of P15 with its caps as a number of occurrences; a page and a form on one subject share the cap. */
const COMMERCIAL: readonly IntentRuleDocument[] = [
  {
    id: 'trial-usage',
    label: 'works with the trial',
    strength: 'high',
    kind: 'trial',
    // Working with the product is strong interest; it does not ask anybody to call.
    request: false,
    when: { event: 'trial_usage', withinDays: RECENT_DAYS },
    points: 100,
    ...FADING,
    maxCount: 1,
    say: 'the trial you started',
  },
  {
    // A sign-up is not yet "real usage" (P15), so it counts like any other commercial act.
    id: 'trial',
    label: 'started a trial',
    strength: 'medium',
    when: about(FORM, ['trial']),
    points: 30,
    ...FADING,
    maxCount: 1,
    say: 'the trial you started',
  },
  {
    id: 'pricing',
    label: 'visited the pricing page',
    strength: 'high',
    when: about(PAGE, ['pricing']),
    points: 30,
    ...FADING,
    maxCount: 2,
  },
  {
    // No points of its own: it only counts visits of one week for the class "1 hour" (D2).
    id: 'pricing-week',
    label: 'visited the pricing page this week',
    strength: 'low',
    kind: 'pricing',
    when: about(PAGE, ['pricing'], 7),
    points: 0,
  },
  {
    id: 'pricing-guide',
    label: 'took a pricing guide',
    strength: 'medium',
    kind: 'pricing',
    when: about(FORM, ['pricing']),
    points: 30,
    ...FADING,
    maxCount: 1,
    say: 'the pricing guide you took',
  },
  {
    // A commercial page by the requirements' own word list, which P15 gives no points: like the pricing page.
    id: 'demo-page',
    label: 'visited the demo page',
    strength: 'high',
    when: about(PAGE, ['demo']),
    points: 30,
    ...FADING,
    maxCount: 2,
  },
  {
    // Also where people look for an address or for support: half of a pricing visit.
    id: 'contact-page',
    label: 'visited the contact page',
    strength: 'medium',
    when: about(PAGE, ['contact']),
    points: 15,
    ...FADING,
    maxCount: 2,
  },
  {
    id: 'comparison',
    label: 'looked at a comparison',
    strength: 'medium',
    when: about([...FORM, ...PAGE], ['comparison']),
    points: 30,
    ...FADING,
    maxCount: 2,
    say: 'the comparison you asked for',
  },
  {
    id: 'calculator',
    label: 'used the ROI calculator',
    strength: 'medium',
    when: about([...FORM, ...PAGE], ['calculator']),
    points: 35,
    ...FADING,
    maxCount: 2,
    say: 'the ROI calculation you made',
  },
  {
    id: 'implementation',
    label: 'looked at an implementation guide',
    strength: 'medium',
    when: about([...FORM, ...PAGE], ['implementation']),
    points: 30,
    ...FADING,
    maxCount: 2,
    say: 'the implementation guide you took',
  },
];

const MID_FUNNEL: readonly IntentRuleDocument[] = [
  {
    id: 'webinar-attended',
    label: 'attended a webinar',
    strength: 'medium',
    kind: 'webinar',
    when: {
      event: ['webinar_attended', ...FORM],
      match: { kind: { in: ['webinar_attended'] } },
      withinDays: RECENT_DAYS,
    },
    points: 30,
    ...FADING,
    maxCount: 1,
    say: 'the webinar you joined',
  },
  {
    // Registered is not attended: worth what any mid-funnel act is.
    id: 'webinar',
    label: 'registered for a webinar',
    strength: 'medium',
    when: about(FORM, ['webinar']),
    points: 15,
    ...FADING,
    maxCount: 2,
    say: 'the webinar you registered for',
  },
  {
    id: 'question',
    label: 'asked a question',
    strength: 'medium',
    when: { event: 'message', match: { sense: { eq: 'question' } }, withinDays: RECENT_DAYS },
    points: 20,
    ...FADING,
    maxCount: 1,
    say: 'the question you asked',
  },
  {
    id: 'event-attended',
    label: 'met us at an event',
    strength: 'medium',
    kind: 'event',
    when: about(FORM, ['event_attended']),
    points: 30,
    ...FADING,
    maxCount: 1,
    say: 'our meeting at the event',
  },
  {
    id: 'event',
    label: 'registered for an event or was scanned there',
    strength: 'medium',
    when: about(FORM, ['event']),
    points: 15,
    ...FADING,
    maxCount: 2,
    say: 'the event you registered for',
  },
  {
    id: 'reply',
    label: 'replied to our e-mail',
    strength: 'high',
    when: { event: 'reply', withinDays: RECENT_DAYS },
    points: 30,
    ...FADING,
    maxCount: 1,
    request: false,
    say: 'your reply',
  },
  {
    id: 'incoming-email',
    label: 'wrote us an e-mail',
    strength: 'medium',
    when: about(FORM, ['email']),
    points: 30,
    ...FADING,
    maxCount: 1,
    say: 'your e-mail',
  },
  {
    id: 'case_study',
    label: 'read about customers, product or integrations',
    strength: 'medium',
    when: about([...FORM, ...PAGE], ['case_study', 'product', 'integrations']),
    points: 15,
    ...FADING,
    maxCount: 2,
    say: 'the case study you took',
  },
];

const EARLY: readonly IntentRuleDocument[] = [
  {
    id: 'education',
    label: 'took educational content',
    strength: 'low',
    when: about([...FORM, ...PAGE], ['education', 'newsletter']),
    points: 3,
    ...FADING,
    maxCount: 3,
    say: 'what you downloaded',
  },
  {
    id: 'email-click',
    label: 'clicked in our e-mails',
    strength: 'low',
    when: { event: 'email_click', withinDays: RECENT_DAYS },
    points: 2,
    ...FADING,
    maxCount: 3,
  },
];

/** One rule per act, with its forms and pages together. E-mail opens count nothing and have no rule (R26). */
export const INTENT_RULES: readonly IntentRuleDocument[] = [
  ...REQUESTS,
  ...COMMERCIAL,
  ...MID_FUNNEL,
  ...EARLY,
];

/** Intent points of P15. */
export const defaultIntent: PolicyDocument['intent'] = {
  source: 'rules',
  rules: [...INTENT_RULES],
};
