import { DAY, instant, parseInstant, toIso } from '../../instant.ts';
import type { PolicyDocument, TierEntryDocument } from '../policy-document.ts';

type Example = NonNullable<PolicyDocument['examples']>[number];

/** The day on which the examples happen; each is looked at then and, where it says so, a week later. */
const DAY_ONE = '2026-11-02T09:00:00Z';

const BANK = {
  id: '900',
  properties: {
    name: 'Harbor Bank',
    industry: 'BANKING',
    numberofemployees: '400',
    country: 'Germany',
    type: 'PROSPECT',
  },
};

const PERSON = {
  email: 'a.buyer@harbor-bank.example',
  firstname: 'Ada',
  hs_analytics_source: 'ORGANIC_SEARCH',
};

/** The sources' own examples as P15 lists them, on the day and a week later. */
export const defaultExamples: Example[] = [
  ...bothDays('a demo request from a mid-market bank', sent('Demo request: Book a demo'), 'tier_1'),
  ...bothDays('two visits to the pricing page', seen(['/pricing', '/pricing']), 'tier_1'),
  ...bothDays(
    'pricing, comparison and case study',
    seen(['/pricing', '/compare/us', '/case-studies/bank']),
    'tier_1',
  ),
  ...bothDays('a webinar attended', sent('Webinar attended: Planning'), 'tier_2'),
  ...bothDays('a webinar registered for', sent('Webinar registration: Planning'), 'tier_3'),
  ...bothDays('a comparison guide alone', sent('Comparison guide: Us compared'), 'tier_2'),
  ...bothDays('an ROI calculation alone', sent('ROI calculator: Your savings'), 'tier_2'),
  ...bothDays(
    'five blog articles',
    seen(['/blog/1', '/blog/2', '/blog/3', '/blog/4', '/blog/5']),
    'tier_3',
  ),
  ...bothDays(
    'a newsletter subscribed to on the contact page',
    sent('Contact us: Newsletter sign-up'),
    'tier_3',
  ),
  {
    name: 'a demo request from somebody whose company is not known',
    lead: {
      id: '1',
      properties: { ...PERSON, ...conversion('Demo request: Book a demo') },
      company: null,
    },
    tier: 'tier_1',
    now: DAY_ONE,
  },
  {
    name: 'a demo request from a shop of eight people',
    lead: {
      id: '1',
      properties: { ...PERSON, ...conversion('Demo request: Book a demo') },
      company: {
        id: '901',
        properties: {
          name: 'Corner Shop',
          industry: 'RETAIL',
          numberofemployees: '8',
          country: 'Germany',
          type: 'OTHER',
        },
      },
    },
    tier: 'tier_2',
    now: DAY_ONE,
  },
  {
    name: 'a guide taken by a customer',
    lead: {
      id: '1',
      properties: { ...PERSON, ...conversion('Guide download: Planning handbook') },
      company: { ...BANK, properties: { ...BANK.properties, lifecyclestage: 'customer' } },
    },
    tier: null,
    now: DAY_ONE,
  },
];

function bothDays(
  name: string,
  lead: Example['lead'],
  tier: TierEntryDocument['tier'],
): readonly Example[] {
  const first = parseInstant(DAY_ONE);
  const later = first.ok ? toIso(instant(first.value + 7 * DAY)) : DAY_ONE;
  return [
    { name, lead, tier, now: DAY_ONE },
    { name: `${name}, a week later`, lead, tier, now: later },
  ];
}

function sent(form: string): Example['lead'] {
  return { id: '1', properties: { ...PERSON, ...conversion(form) }, company: BANK };
}

function conversion(form: string): Readonly<Record<string, string>> {
  return { recent_conversion_event_name: form, recent_conversion_date: DAY_ONE };
}

function seen(paths: readonly string[]): Example['lead'] {
  return {
    id: '1',
    properties: PERSON,
    company: BANK,
    events: paths.map((path) => ({
      type: 'page_view',
      occurredAt: DAY_ONE,
      properties: { url: `https://www.example.com${path}` },
    })),
  };
}
