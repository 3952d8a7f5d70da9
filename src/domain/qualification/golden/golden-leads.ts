import type { Verdict } from '../verdict.ts';
import type { LeadFacts } from '../../condition/lead-facts.ts';

/** The instant at which every golden lead is judged. */
export const GOLDEN_NOW = '2026-11-20T09:00:00Z';

/** A lead written by hand and what the default policy has to say of it. */
export interface GoldenLead {
  /** Requirement the lead stands for. */
  readonly covers: string;
  readonly name: string;
  readonly lead: LeadFacts;
  readonly expected: Partial<
    Pick<
      Verdict,
      | 'status'
      | 'tier'
      | 'class'
      | 'askFor'
      | 'play'
      | 'evidence'
      | 'bestTier'
      | 'worstTier'
      | 'requested'
    >
  > & {
    readonly grade?: Verdict['fit']['grade'];
    readonly fit?: number;
    readonly intent?: number;
    readonly stop?: string;
    /** The reason starts so. */
    readonly reason?: string;
    readonly missing?: readonly string[];
  };
}

const DAYS_AGO: Readonly<Record<number, string>> = Object.fromEntries(
  Array.from({ length: 61 }, (_, days) => [
    days,
    new Date(Date.parse(GOLDEN_NOW) - days * 86_400_000).toISOString(),
  ]),
);

const BUYER = {
  email: 'ada@harbor.example',
  firstname: 'Ada',
  jobtitle: 'Head of Planning',
  hs_analytics_source: 'ORGANIC_SEARCH',
};

/** Fit 100 with the buyer's role. */
const BANK = {
  name: 'Harbor Bank',
  industry: 'BANKING',
  numberofemployees: '400',
  country: 'Germany',
  type: 'PROSPECT',
};

/** Fit C whatever else is known: only the region counts. */
const POOR = {
  name: 'Corner Shop',
  industry: 'RETAIL',
  numberofemployees: '8',
  country: 'Germany',
  type: 'OTHER',
  hs_ideal_customer_profile: 'tier_3',
};

function lead(
  conversion: string | null,
  options: {
    readonly days?: number;
    readonly person?: Readonly<Record<string, string | null>>;
    readonly company?: Readonly<Record<string, string | null>> | null;
    readonly pages?: readonly (readonly [path: string, days: number])[];
    readonly events?: LeadFacts['events'];
    readonly deals?: LeadFacts['deals'];
  } = {},
): LeadFacts {
  const { days = 0, person = {}, company = BANK, pages, events, deals = [] } = options;
  const seen = pages?.map(([path, ago]) => ({
    type: 'page_view',
    occurredAt: DAYS_AGO[ago] ?? GOLDEN_NOW,
    properties: { url: `https://www.example.com${path}` },
  }));
  return {
    id: '101',
    properties: {
      ...BUYER,
      ...(conversion === null
        ? {}
        : {
            recent_conversion_event_name: conversion,
            recent_conversion_date: DAYS_AGO[days] ?? null,
          }),
      ...person,
    },
    company: company === null ? null : { id: '9', properties: company },
    deals,
    ...(seen || events ? { events: [...(seen ?? []), ...(events ?? [])] } : {}),
  };
}

const DEMO = 'Demo request: Book a demo';
const WEBINAR = 'Webinar registration: Planning without spreadsheets';

/** Forty-odd leads, each for a requirement; reviewed line by line against requirements.md. */
export const GOLDEN_LEADS: readonly GoldenLead[] = [
  {
    covers: 'R106',
    name: 'a demo request with good fit',
    lead: lead(DEMO),
    expected: {
      tier: 'tier_1',
      class: 'requested',
      status: 'awaiting_decision',
      grade: 'A',
      fit: 100,
      intent: 100,
      requested: true,
      play: 'demo',
      evidence: 'properties',
      askFor: null,
      reason: 'Asked for a demo within the hour. Fit: ',
    },
  },
  {
    covers: 'R106',
    name: 'a contact form',
    lead: lead('Contact sales: Talk to sales', { days: 1 }),
    expected: { tier: 'tier_1', class: 'requested', reason: 'Asked to be contacted 1 day ago.' },
  },
  {
    covers: 'R106',
    name: 'a pricing inquiry',
    lead: lead('Pricing inquiry: Pricing', { days: 2 }),
    expected: { tier: 'tier_1', class: 'requested', reason: 'Asked about prices 2 days ago.' },
  },
  {
    covers: 'D1',
    name: 'words in a message that ask for a quote',
    lead: lead('Guide download: The handbook', {
      person: { message: 'Please send us a quote for 40 seats.' },
    }),
    expected: { tier: 'tier_1', class: 'requested', intent: 100 },
  },
  {
    covers: 'R106',
    name: 'two visits to the pricing page',
    lead: lead(null, {
      pages: [
        ['/pricing', 0],
        ['/pricing', 2],
      ],
    }),
    expected: {
      tier: 'tier_1',
      class: 'high_intent',
      intent: 60,
      evidence: 'events',
      play: 'pricing',
      reason: 'Visited the pricing page twice in the last 2 days.',
    },
  },
  {
    covers: 'P15',
    name: 'two visits to the pricing page, a week later',
    lead: lead(null, {
      pages: [
        ['/pricing', 7],
        ['/pricing', 7],
      ],
    }),
    expected: { tier: 'tier_1', class: 'high_intent', intent: 60 },
  },
  {
    covers: 'R36',
    name: 'pricing, comparison and case study',
    lead: lead(null, {
      pages: [
        ['/pricing', 1],
        ['/compare', 1],
        ['/case-studies/bank', 1],
      ],
    }),
    expected: { tier: 'tier_1', class: 'high_intent', intent: 75 },
  },
  {
    covers: 'R54',
    name: 'five blog articles',
    lead: lead(null, {
      pages: [
        ['/blog/1', 0],
        ['/blog/2', 1],
        ['/blog/3', 2],
        ['/blog/4', 3],
        ['/blog/5', 4],
      ],
    }),
    expected: {
      tier: 'tier_3',
      class: 'early',
      status: 'nurture',
      intent: 9,
      reason: 'Read educational pages 5 times in the last 4 days.',
    },
  },
  {
    covers: 'D2',
    name: 'one visit to the pricing page this week',
    lead: lead(null, { pages: [['/pricing', 3]] }),
    expected: { tier: 'tier_1', class: 'one_hour', intent: 30 },
  },
  {
    covers: 'D2',
    name: 'one visit to the pricing page exactly seven days ago',
    lead: lead(null, { pages: [['/pricing', 7]] }),
    expected: { tier: 'tier_1', class: 'one_hour' },
  },
  {
    covers: 'D2',
    name: 'one visit to the pricing page eight days ago has faded below level 2',
    lead: lead(null, { pages: [['/pricing', 8]] }),
    expected: { tier: 'tier_3', intent: 29 },
  },
  {
    covers: 'D2',
    name: 'one pricing visit at a target account',
    lead: lead(null, {
      pages: [['/pricing', 1]],
      company: { ...BANK, hs_is_target_account: 'true' },
    }),
    expected: { tier: 'tier_1', class: 'target_account' },
  },
  {
    covers: 'R52',
    name: 'a target account with two kinds of signal and poor fit',
    lead: lead(WEBINAR, {
      days: 1,
      company: { ...POOR, hs_is_target_account: 'true' },
      pages: [['/case-studies/x', 1]],
    }),
    expected: { tier: 'tier_1', class: 'target_account', grade: 'C', intent: 45 },
  },
  {
    covers: 'R52',
    name: 'a target account with one kind of signal',
    lead: lead(WEBINAR, { company: { ...BANK, hs_is_target_account: 'true' } }),
    expected: { tier: 'tier_2', class: 'review' },
  },
  {
    covers: 'R107',
    name: 'a webinar with good fit',
    lead: lead(WEBINAR),
    expected: {
      tier: 'tier_2',
      class: 'review',
      intent: 30,
      play: 'webinar',
      status: 'awaiting_decision',
    },
  },
  {
    covers: 'R107',
    name: 'a comparison guide with good fit',
    lead: lead('Comparison guide: Us compared'),
    expected: { tier: 'tier_2', class: 'review', intent: 30, play: 'comparison' },
  },
  {
    covers: 'R107',
    name: 'an ROI calculation with good fit',
    lead: lead('ROI calculator: Calculate your savings'),
    expected: { tier: 'tier_2', class: 'review', intent: 35, play: 'calculator' },
  },
  {
    covers: 'R107',
    name: 'a calculation seen as form and as page is one act',
    lead: lead('ROI calculator: Calculate your savings', { pages: [['/roi-calculator', 0]] }),
    expected: { tier: 'tier_2', class: 'review', intent: 35 },
  },
  {
    covers: 'R88',
    name: 'a webinar with a question',
    lead: lead(WEBINAR, { person: { message: 'Does it work for two currencies?' } }),
    expected: { tier: 'tier_2', intent: 50 },
  },
  {
    covers: 'R27',
    name: 'a trial that is really used',
    lead: lead(null, { events: [{ type: 'trial_usage', occurredAt: GOLDEN_NOW, properties: {} }] }),
    expected: { tier: 'tier_1', class: 'requested', intent: 100 },
  },
  {
    covers: 'R91',
    name: 'a reply to our e-mail',
    lead: lead(null, { person: { hs_sales_email_last_replied: DAYS_AGO[1] ?? null } }),
    expected: { tier: 'tier_2', intent: 30, reason: 'Replied to our e-mail 1 day ago.' },
  },
  {
    covers: 'R157',
    name: 'a case study alone',
    lead: lead('Case study download: A bank'),
    expected: { tier: 'tier_3', intent: 15, play: 'case_study', status: 'nurture' },
  },
  {
    covers: 'R4',
    name: 'a newsletter',
    lead: lead('Newsletter sign-up: Blog'),
    expected: { tier: 'tier_3', intent: 3, status: 'nurture', play: 'general' },
  },
  {
    covers: 'R26',
    name: 'opened e-mails only',
    lead: lead(null, {
      person: { hs_email_last_open_date: GOLDEN_NOW },
      events: [{ type: 'email_open', occurredAt: GOLDEN_NOW, properties: {} }],
    }),
    expected: { tier: 'tier_3', intent: 0, reason: 'No buying signal on record.' },
  },
  {
    covers: 'D22',
    name: 'a webinar one half-life after its fresh week',
    lead: lead(WEBINAR, { days: 21 }),
    expected: { tier: 'tier_3', intent: 15 },
  },
  {
    covers: 'D21',
    name: 'a demo request that was left for five weeks no longer asks',
    lead: lead(DEMO, { days: 36 }),
    expected: { tier: 'tier_3', requested: false, intent: 24 },
  },
  {
    covers: 'D21',
    name: 'a demo request of three weeks ago still asks',
    lead: lead(DEMO, { days: 21 }),
    expected: { tier: 'tier_1', requested: true, intent: 50 },
  },
  {
    covers: 'P15 grid',
    name: 'fit B with level 1',
    lead: lead(null, {
      pages: [
        ['/pricing', 0],
        ['/pricing', 1],
      ],
      person: { jobtitle: 'Analyst' },
      company: { ...BANK, country: 'Chile' },
    }),
    expected: { tier: 'tier_1', grade: 'B', fit: 65, class: 'high_intent' },
  },
  {
    covers: 'P15 grid',
    name: 'fit C with level 1: an SDR confirms',
    lead: lead(null, {
      company: POOR,
      pages: [
        ['/pricing', 0],
        ['/pricing', 1],
      ],
    }),
    expected: { tier: 'tier_2', class: 'confirm_fit', grade: 'C', fit: 35 },
  },
  {
    covers: 'P15 grid',
    name: 'fit C that asks for a demo',
    lead: lead(DEMO, { company: POOR }),
    expected: {
      tier: 'tier_2',
      class: 'confirm_fit',
      requested: true,
      status: 'awaiting_decision',
    },
  },
  {
    covers: 'P15 grid',
    name: 'fit C with level 2',
    lead: lead(WEBINAR, { company: POOR }),
    expected: { tier: 'tier_3', status: 'nurture' },
  },
  {
    covers: 'R96',
    name: 'unknown fit that asks for a demo is called at once',
    lead: lead(DEMO, { company: null, person: { jobtitle: null } }),
    expected: {
      tier: 'tier_1',
      class: 'requested',
      grade: 'unknown',
      status: 'awaiting_decision',
      missing: ['company.name', 'company.industry', 'company.numberofemployees'],
    },
  },
  {
    covers: 'R96',
    name: 'unknown fit with a webinar goes through qualification',
    lead: lead(WEBINAR, { company: null }),
    expected: { tier: 'tier_2', class: 'qualify', grade: 'unknown', status: 'awaiting_decision' },
  },
  {
    covers: 'R74',
    name: 'unknown fit with early interest is nurtured, not disqualified',
    lead: lead('Newsletter sign-up: Blog', { company: null }),
    expected: { tier: 'tier_3', status: 'nurture' },
  },
  {
    covers: 'R96',
    name: 'only the industry is unknown and could still lift the lead',
    lead: lead(WEBINAR, {
      person: { jobtitle: 'Analyst' },
      company: { ...BANK, industry: null, type: 'OTHER', hs_ideal_customer_profile: 'tier_3' },
    }),
    expected: {
      tier: 'tier_2',
      class: 'qualify',
      grade: 'unknown',
      fit: 40,
      bestTier: 'tier_2',
      worstTier: 'tier_3',
      askFor: 'company.industry',
      missing: ['company.industry'],
    },
  },
  {
    covers: 'R73',
    name: 'a customer',
    lead: lead(DEMO, { company: { ...BANK, lifecyclestage: 'customer' } }),
    expected: {
      tier: null,
      status: 'disqualified',
      stop: 'customer',
      intent: 100,
      play: null,
      reason: 'Disqualified: already a customer. Asked for a demo',
    },
  },
  {
    covers: 'R73',
    name: 'a customer by a won deal',
    lead: lead(DEMO, { deals: [{ id: '1', properties: { dealstage: 'closedwon' } }] }),
    expected: { tier: null, stop: 'customer' },
  },
  {
    covers: 'R73',
    name: 'a partner',
    lead: lead(DEMO, { company: { ...BANK, type: 'PARTNER' } }),
    expected: { tier: null, stop: 'partner' },
  },
  {
    covers: 'P1.4',
    name: 'a student',
    lead: lead(DEMO, { person: { jobtitle: 'Student' } }),
    expected: { tier: null, stop: 'excluded_role' },
  },
  {
    covers: 'P1.1',
    name: 'a throw-away address',
    lead: lead(DEMO, { person: { email: 'x@mailinator.com' } }),
    expected: { tier: null, stop: 'throwaway_address' },
  },
  {
    covers: 'P1.8',
    name: 'opted out without a request',
    lead: lead(WEBINAR, { person: { hs_email_optout: 'true' } }),
    expected: { tier: null, stop: 'not_permitted' },
  },
  {
    covers: 'P1.8',
    name: 'opted out of e-mail, but asks for a demo',
    lead: lead(DEMO, { person: { hs_email_optout: 'true' } }),
    expected: { tier: 'tier_1', class: 'requested' },
  },
  {
    covers: 'R39',
    name: 'poor fit with a documented exception',
    lead: lead(WEBINAR, {
      company: POOR,
      person: {
        handoff_fit_override: 'icp_exception',
        handoff_fit_override_reason: 'Owner of a chain of 40 shops.',
      },
    }),
    expected: {
      tier: 'tier_2',
      class: 'review',
      grade: 'B',
      fit: 35,
      reason:
        'Joined a webinar within the hour. ICP exception: Owner of a chain of 40 shops. Fit: ',
    },
  },
  {
    covers: 'R39',
    name: 'an exception without a reason does not count',
    lead: lead(WEBINAR, { company: POOR, person: { handoff_fit_override: 'icp_exception' } }),
    expected: { tier: 'tier_3', grade: 'C', missing: ['contact.handoff_fit_override_reason'] },
  },
  {
    covers: 'R39',
    name: 'an exception overrules a rule about fit',
    lead: lead(DEMO, {
      company: { ...BANK, type: 'RESELLER' },
      person: {
        handoff_fit_override: 'icp_exception',
        handoff_fit_override_reason: 'Buys for own use',
      },
    }),
    expected: { tier: 'tier_1', class: 'requested' },
  },
  {
    covers: 'R39',
    name: 'an exception does not overrule that somebody is a customer',
    lead: lead(DEMO, {
      company: { ...BANK, lifecyclestage: 'customer' },
      person: {
        handoff_fit_override: 'icp_exception',
        handoff_fit_override_reason: 'Other division',
      },
    }),
    expected: { tier: null, stop: 'customer' },
  },
  {
    covers: 'R39',
    name: 'not our ICP, with a reason',
    lead: lead(DEMO, {
      person: {
        handoff_fit_override: 'not_icp',
        handoff_fit_override_reason: 'A holding without staff',
      },
    }),
    expected: {
      tier: null,
      stop: 'not_icp',
      reason: 'Disqualified: not our ICP: A holding without staff.',
    },
  },
  {
    covers: 'P16',
    name: 'the source is missing and nobody asked: held for data',
    lead: lead(WEBINAR, { person: { hs_analytics_source: null } }),
    expected: {
      tier: 'tier_2',
      status: 'held_needs_data',
      missing: ['contact.hs_analytics_source'],
    },
  },
  {
    covers: 'design §2.7',
    name: 'the source is missing, but the lead asks: never held',
    lead: lead(DEMO, { person: { hs_analytics_source: null } }),
    expected: {
      tier: 'tier_1',
      status: 'awaiting_decision',
      missing: ['contact.hs_analytics_source'],
    },
  },
  {
    covers: 'P16',
    name: 'no way to reach the person',
    lead: lead(WEBINAR, { person: { email: null } }),
    expected: { status: 'held_needs_data', missing: ['contact.email'] },
  },
  {
    covers: 'R47',
    name: 'nothing at all is known',
    lead: { id: '1', properties: {} },
    expected: { tier: 'tier_3', status: 'nurture', grade: 'unknown', intent: 0 },
  },
  {
    covers: 'R53',
    name: 'the last page seen stands in for events',
    lead: lead(null, {
      person: {
        hs_analytics_last_url: 'https://www.example.com/pricing',
        hs_analytics_last_timestamp: DAYS_AGO[1] ?? null,
      },
    }),
    expected: { tier: 'tier_1', class: 'one_hour', evidence: 'properties', intent: 30 },
  },
];
