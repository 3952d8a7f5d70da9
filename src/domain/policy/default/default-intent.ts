import type { Condition } from '../../condition/condition-schema.ts';
import {
  CONVERSIONS,
  PAGE_VIEWS,
  PAGES,
  WORDS,
  type ConversionSpec,
  type PageSpec,
  type Topic,
} from './default-signals.ts';
import type { IntentRuleDocument, PolicyDocument } from '../policy-document.ts';

/**
 * Nothing is lost for a week, so that a lead decided a week later comes out the same (P15); then half is left after
 * every 14 days (D22), which makes a request fade below level 2 after about 30 days (D21).
 */
const FADING = { freshDays: 7, halfLifeDays: 14 } as const;

/** Older visits are not counted at all (D21). */
const RECENT_DAYS = 30;

/** Intent points of P15. E-mail opens count nothing and have no rule (R26). */
export const defaultIntent: PolicyDocument['intent'] = {
  source: 'rules',
  rules: [
    ...CONVERSIONS.flatMap((spec) => [conversion(spec, 'recent'), conversion(spec, 'first')]),
    {
      id: 'asked-in-words',
      label: 'asked for prices or a call in a message',
      strength: 'high',
      kind: 'contact',
      when: {
        cond: {
          field: 'lead.message',
          op: 'contains_any',
          value: ['quote', 'pricing', 'proposal', 'a demo', 'call me', 'contact me'],
        },
        dateField: 'contact.recent_conversion_date',
      },
      points: 100,
      ...FADING,
      maxCount: 1,
      say: 'what you wrote to us',
    },
    {
      id: 'webinar-question',
      label: 'asked a question at the webinar',
      strength: 'medium',
      kind: 'webinar',
      when: {
        cond: {
          all: [
            { field: 'lead.recentConversion', op: 'contains_any', value: [...WORDS.webinar] },
            { field: 'lead.message', op: 'contains_any', value: ['?'] },
          ],
        },
        dateField: 'contact.recent_conversion_date',
      },
      points: 20,
      ...FADING,
      maxCount: 1,
      say: 'the question you asked',
    },
    {
      id: 'reply',
      label: 'replied to our e-mail',
      strength: 'high',
      when: {
        cond: { field: 'lead.lastReply', op: 'neq', value: 'none' },
        dateField: 'contact.hs_sales_email_last_replied',
      },
      points: 30,
      ...FADING,
      maxCount: 1,
      say: 'your reply',
    },
    ...PAGE_VIEWS.map(lastPage),
    ...PAGE_VIEWS.map(pageView),
    {
      // No points of its own: it only counts visits of one week for the class "1 hour" (D2).
      id: 'pricing-week',
      label: 'visited the pricing page this week',
      strength: 'low',
      kind: 'pricing',
      when: {
        event: 'page_view',
        match: { url: { contains_any: [...PAGES.pricing] } },
        withinDays: 7,
      },
      points: 0,
    },
    {
      id: 'webinar-attended',
      label: 'attended a webinar',
      strength: 'medium',
      kind: 'webinar',
      when: { event: 'webinar_attended', withinDays: RECENT_DAYS },
      points: 30,
      ...FADING,
      maxCount: 1,
      say: 'the webinar you joined',
    },
    {
      id: 'trial-usage',
      label: 'works with the trial',
      strength: 'high',
      kind: 'trial',
      request: true,
      when: { event: 'trial_usage', withinDays: RECENT_DAYS },
      points: 100,
      ...FADING,
      maxCount: 1,
      say: 'the trial you started',
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
  ],
};

/**
 * A form sent. HubSpot keeps the last and the first one; both count, unless they are the same. Where the page visits of
 * a lead have been read and show the same subject, the visit counts and not the form on it, so that one act is not
 * counted twice.
 */
function conversion(spec: ConversionSpec, which: 'recent' | 'first'): IntentRuleDocument {
  const field = which === 'recent' ? 'lead.recentConversion' : 'lead.firstConversion';
  const { topic, unless = [] } = spec;
  const others = unless.flatMap((other) => [...WORDS[other]]);
  return {
    id: which === 'recent' ? topic : `${topic}-first`,
    label: spec.label,
    strength: spec.strength,
    kind: topic,
    when: {
      cond: {
        all: [
          { field, op: 'contains_any', value: [...WORDS[topic]] },
          ...(others.length === 0 ? [] : [{ field, op: 'contains_none' as const, value: others }]),
          ...notSeenOtherwise(topic),
        ],
      },
      dateField: `contact.${which}_conversion_date`,
    },
    points: spec.points,
    ...FADING,
    maxCount: 1,
    say: spec.say,
  };
}

function notSeenOtherwise(topic: Topic): readonly Condition[] {
  if (topic === 'webinar') {
    return [{ field: 'lead.eventTypes', op: 'contains_none', value: ['webinar_attended'] }];
  }
  const pages = topic in PAGES ? PAGES[topic as keyof typeof PAGES] : [];
  return pages.length === 0
    ? []
    : [{ field: 'lead.pagesSeen', op: 'contains_none', value: [...pages] }];
}

/** Without events HubSpot still knows the last page seen; a form sent on that subject counts instead of the page. */
function lastPage(spec: PageSpec): IntentRuleDocument {
  const { topic } = spec;
  return {
    id: `${topic}-last-page`,
    label: spec.label,
    strength: spec.strength,
    kind: topic,
    when: {
      cond: {
        all: [
          { field: 'lead.eventsRead', op: 'eq', value: false },
          { field: 'lead.lastPage', op: 'contains_any', value: [...PAGES[topic]] },
          { field: 'lead.recentConversion', op: 'contains_none', value: [...WORDS[topic]] },
        ],
      },
      dateField: 'contact.hs_analytics_last_timestamp',
    },
    points: spec.points,
    ...FADING,
    maxCount: 1,
  };
}

function pageView(spec: PageSpec): IntentRuleDocument {
  return {
    id: `${spec.topic}-page`,
    label: spec.label,
    strength: spec.strength,
    kind: spec.topic,
    when: {
      event: 'page_view',
      match: { url: { contains_any: [...PAGES[spec.topic]] } },
      withinDays: RECENT_DAYS,
    },
    points: spec.points,
    ...FADING,
    maxCount: spec.maxCount,
  };
}
