import { DAY, HOUR, instant, toIso, type Instant } from '../../domain/instant.ts';
import {
  conversionsOf,
  SITE,
  type Conversion,
  type ConversionKind,
} from './conversion-catalogue.ts';
import type { SeedCompany } from './seed-companies.ts';
import { FIRST_NAMES, LAST_NAMES } from './seed-people.ts';

/** What kind of person a seeded contact is. */
export interface LeadPlan {
  readonly stage: 'subscriber' | 'lead' | 'marketingqualifiedlead' | 'customer';
  /** Days since the newest conversion. */
  readonly ageDays: number;
  /** Days since the contact became an MQL, for old ones. */
  readonly mqlAgeDays?: number;
  readonly conversion: ConversionKind | null;
  readonly earlier?: ConversionKind;
  readonly company: 'prospect' | 'customer' | 'competitor' | 'no_industry' | 'none';
  readonly person: 'buyer' | 'user' | 'student' | 'free_mail';
  readonly isOwned: boolean;
}

/** How many contacts the seed has, and how many of them became MQLs weeks ago. */
const COUNT = 300;
const OLD_MQLS = 25;

const MIX: readonly Omit<LeadPlan, 'ageDays' | 'isOwned'>[] = [
  plan('lead', 'demo', 'prospect', 'buyer', 'case_study'),
  plan('lead', 'webinar', 'prospect', 'user'),
  plan('subscriber', 'newsletter', 'none', 'free_mail'),
  plan('lead', 'pricing', 'prospect', 'buyer', 'comparison'),
  plan('lead', 'comparison', 'no_industry', 'buyer'),
  plan('lead', 'guide', 'prospect', 'user'),
  plan('lead', 'contact_sales', 'prospect', 'buyer'),
  plan('lead', 'calculator', 'prospect', 'buyer', 'webinar'),
  plan('lead', 'guide', 'none', 'student'),
  plan('lead', 'case_study', 'prospect', 'user', 'guide'),
  plan('customer', 'webinar', 'customer', 'user'),
  plan('lead', 'demo', 'none', 'free_mail'),
  plan('lead', 'trial', 'prospect', 'user'),
  plan('subscriber', 'newsletter', 'prospect', 'user'),
  plan('lead', 'comparison', 'competitor', 'buyer'),
  plan('lead', 'demo', 'customer', 'buyer'),
  plan('lead', null, 'prospect', 'user'),
  plan('lead', 'webinar', 'no_industry', 'user', 'newsletter'),
  plan('lead', 'pricing', 'prospect', 'user'),
  plan('lead', 'contact_sales', 'none', 'buyer'),
];

/** The three hundred contacts in short: old MQLs first, then the mix, newest conversions first within it. */
export const LEAD_PLANS: readonly LeadPlan[] = Array.from({ length: COUNT }, (_, i): LeadPlan => {
  const base = MIX[i % MIX.length];
  if (base === undefined) throw new Error('The mix is empty');
  if (i < OLD_MQLS)
    return {
      ...base,
      stage: 'marketingqualifiedlead',
      ageDays: 25 + i * 3,
      mqlAgeDays: 24 + i * 3,
      isOwned: i % 3 === 0,
    };
  return {
    ...base,
    ageDays: Math.floor(((i - OLD_MQLS) / MIX.length) ** 1.6),
    isOwned: base.stage === 'customer' || i % 6 === 0,
  };
});

const TITLES: Readonly<Record<'buyer' | 'user', readonly string[]>> = {
  buyer: [
    'Chief Financial Officer',
    'VP Operations',
    'Head of Supply Chain',
    'Director of Finance',
    'Chief Operating Officer',
    'Head of Planning',
    'Procurement Director',
  ],
  user: [
    'Demand Planner',
    'Financial Analyst',
    'Supply Chain Manager',
    'Operations Manager',
    'Business Analyst',
    'Controller',
  ],
};

const MESSAGES: Partial<Record<ConversionKind, readonly string[]>> = {
  demo: [
    'We plan demand for 14 sites in spreadsheets and would like to see how you handle promotions.',
    'Could you show us the budgeting module? We have to decide this quarter.',
    'Looking for a replacement of our planning tool before the contract ends in March.',
  ],
  contact_sales: [
    'Please call me about licences for 40 planners.',
    'We need a quote and a security questionnaire answered.',
  ],
  pricing: ['What does it cost for 25 users with the forecasting add-on?'],
};

const SOURCES: readonly (readonly [source: string, data1: string, data2: string])[] = [
  ['ORGANIC_SEARCH', 'Unknown keywords (SSL)', 'google'],
  ['PAID_SEARCH', 'planning software', 'q4-planning'],
  ['EMAIL_MARKETING', 'November newsletter', 'newsletter-2026-11'],
  ['SOCIAL_MEDIA', 'LinkedIn', 'forecasting-series'],
  ['REFERRALS', 'softwareguide.example', '/planning-tools'],
  ['DIRECT_TRAFFIC', 'fernline.example', ''],
  ['PAID_SOCIAL', 'LinkedIn', 'mid-market-finance'],
  ['OFFLINE', 'IMPORT', 'trade-fair-hanover'],
];

const COUNTRIES = ['Germany', 'United States', 'Australia', 'France', 'Canada', 'Singapore'];
const FREE_DOMAINS = ['gmail.com', 'yahoo.com'];

/** The property values of one seeded contact. */
export function contactProperties(job: {
  readonly plan: LeadPlan;
  readonly i: number;
  readonly company: SeedCompany | undefined;
  readonly random: () => number;
  readonly convertedAt: Instant;
}): Record<string, string> {
  const { plan: lead, i, company, random, convertedAt } = job;
  // Each time round the mix, a kind takes its next form.
  const round = Math.floor(i / MIX.length);
  const firstname = at(FIRST_NAMES, i * 7);
  const lastname = at(LAST_NAMES, i * 11 + Math.floor(i / FIRST_NAMES.length));
  const conversion =
    lead.conversion === null ? undefined : at(conversionsOf(lead.conversion), i + round);
  const earlier =
    lead.earlier === undefined ? undefined : at(conversionsOf(lead.earlier), i + round);
  const views = 1 + Math.floor(random() * (lead.person === 'buyer' ? 30 : 9));
  const country = company?.country ?? at(COUNTRIES, i);
  return {
    firstname,
    lastname,
    email: emailOf(lead, company, `${firstname}.${lastname}`.toLowerCase(), i),
    country,
    ...titleOf(lead, i),
    ...(company === undefined ? {} : { company: company.name, hs_timezone: company.timeZone }),
    ...(i % 4 === 0 ? { phone: `+1 555 01${String(i % 100).padStart(2, '0')}` } : {}),
    ...(lead.person === 'buyer' ? { hs_buying_role: 'DECISION_MAKER' } : {}),
    ...analyticsOf(
      at(SOURCES, Math.floor(random() * SOURCES.length)),
      views,
      conversion,
      convertedAt,
      i,
    ),
    ...conversionOf(conversion, earlier, convertedAt),
    ...messageOf(lead.conversion, i),
    ...(i % 3 === 0
      ? { hs_email_last_open_date: toIso(instant(convertedAt - (i % 9) * DAY)) }
      : {}),
  };
}

function plan(
  stage: LeadPlan['stage'],
  conversion: ConversionKind | null,
  company: LeadPlan['company'],
  person: LeadPlan['person'],
  earlier?: ConversionKind,
): Omit<LeadPlan, 'ageDays' | 'isOwned'> {
  return {
    stage,
    conversion,
    company,
    person,
    ...(earlier === undefined ? {} : { earlier }),
  };
}

/** Free-mail addresses carry hyphens, which these providers give to nobody; all others end in `.example`. */
function emailOf(
  lead: LeadPlan,
  company: SeedCompany | undefined,
  name: string,
  i: number,
): string {
  if (lead.person === 'free_mail') return `${name}.fernline-demo-${i}@${at(FREE_DOMAINS, i)}`;
  if (lead.person === 'student') return `${name}.${i}@students.university.example`;
  return `${name}.${i}@${company?.domain ?? 'independent.example'}`;
}

function titleOf(lead: LeadPlan, i: number): Record<string, string> {
  if (lead.person === 'student') return { jobtitle: 'Student' };
  if (lead.person === 'free_mail') return {};
  return { jobtitle: at(TITLES[lead.person], i) };
}

function analyticsOf(
  [source, data1, data2]: readonly [string, string, string],
  views: number,
  conversion: Conversion | undefined,
  seenAt: Instant,
  i: number,
): Record<string, string> {
  const last = conversion === undefined ? '/' : conversion.path;
  return {
    hs_analytics_source: source,
    hs_analytics_source_data_1: data1,
    hs_analytics_source_data_2: data2,
    hs_latest_source: source,
    hs_latest_source_timestamp: toIso(seenAt),
    hs_analytics_first_url: `${SITE}${i % 2 === 0 ? '/blog/planning-basics' : '/'}`,
    hs_analytics_last_url: `${SITE}${i % 5 === 0 ? '/pricing' : last}`,
    hs_analytics_first_timestamp: toIso(instant(seenAt - (10 + (i % 40)) * DAY)),
    hs_analytics_last_timestamp: toIso(seenAt),
    hs_analytics_num_page_views: String(views),
    hs_analytics_num_visits: String(Math.max(1, Math.ceil(views / 4))),
  };
}

function conversionOf(
  recent: Conversion | undefined,
  earlier: Conversion | undefined,
  at: Instant,
): Record<string, string> {
  if (recent === undefined) return {};
  return {
    recent_conversion_event_name: recent.name,
    recent_conversion_date: toIso(at),
    first_conversion_event_name: (earlier ?? recent).name,
    first_conversion_date: toIso(earlier === undefined ? at : instant(at - 9 * DAY - 3 * HOUR)),
    num_conversion_events: earlier === undefined ? '1' : '2',
    num_unique_conversion_events: earlier === undefined ? '1' : '2',
  };
}

function messageOf(kind: ConversionKind | null, i: number): Record<string, string> {
  const messages = kind === null ? undefined : MESSAGES[kind];
  return messages === undefined ? {} : { message: at(messages, i) };
}

function at<T>(list: readonly T[], i: number): T {
  const item = list[i % list.length];
  if (item === undefined) throw new Error('The list is empty');
  return item;
}
