import type { Condition } from '../../condition/condition-schema.ts';
import type { PolicyDocument, TierEntryDocument } from '../policy-document.ts';

const FIT: Condition = { field: 'decision.fitGrade', op: 'in', value: ['A', 'B'] };

/** Warn at 5 minutes, due at 30, in working time (D1, R128). */
const AT_ONCE: TierEntryDocument['sla'] = { minutes: 30, warnAfterMinutes: 5 };

/** Arrival before noon: end of that working day; later: one business day (D3, D15). */
const SAME_DAY: TierEntryDocument['sla'] = { sameDayIfBefore: '12:00', businessDays: 1 };

/**
 * One visit to the pricing page in the last 7 days (D2): counted where events are read, else HubSpot's last page seen.
 */
const ONE_PRICING_VISIT: Condition = {
  any: [
    { field: 'decision.count.pricing-week', op: 'gte', value: 1 },
    {
      all: [
        { field: 'decision.count.pricing-last-page', op: 'gte', value: 1 },
        { field: 'contact.hs_analytics_last_timestamp', op: 'within_days', value: 7 },
      ],
    },
  ],
};

/** The grid of P15 with its overrides; the first entry that holds wins. */
export const defaultTiers: PolicyDocument['tiers'] = [
  {
    // R106. A lead of unknown fit that asks is called at once, with a qualification step (P15, design §2.7).
    id: 'requested',
    tier: 'tier_1',
    label: 'asked to be contacted',
    when: {
      all: [
        { field: 'decision.requested', op: 'eq', value: true },
        { field: 'decision.fitGrade', op: 'in', value: ['A', 'B', 'unknown'] },
      ],
    },
    sla: AT_ONCE,
    cadence: 'tier-1',
  },
  {
    // R52; a target account on the pricing page counts too (D2).
    id: 'target_account',
    tier: 'tier_1',
    label: 'target account with several signals',
    when: {
      all: [
        { field: 'lead.targetAccount', op: 'eq', value: true },
        { field: 'decision.intentLevel', op: 'lte', value: 2 },
        { any: [{ field: 'decision.kinds', op: 'gte', value: 2 }, ONE_PRICING_VISIT] },
      ],
    },
    sla: AT_ONCE,
    cadence: 'tier-1',
  },
  {
    // Grid of P15: fit A or B, intent 1. Repeated pricing visits reach level 1 by themselves (R106).
    id: 'high_intent',
    tier: 'tier_1',
    label: 'good fit and strong intent',
    when: { all: [FIT, { field: 'decision.intentLevel', op: 'eq', value: 1 }] },
    sla: AT_ONCE,
    cadence: 'tier-1',
  },
  {
    // D2, R131: the visit is single and the company no target account, or an entry above would have held.
    id: 'one_hour',
    tier: 'tier_1',
    label: 'good fit on the pricing page',
    when: { all: [FIT, ONE_PRICING_VISIT] },
    sla: { minutes: 60 },
    cadence: 'tier-1',
  },
  {
    // Grid of P15: fit A or B, intent 2 (R107).
    id: 'review',
    tier: 'tier_2',
    label: 'good fit and real interest',
    when: { all: [FIT, { field: 'decision.intentLevel', op: 'eq', value: 2 }] },
    sla: SAME_DAY,
    cadence: 'tier-2',
  },
  {
    // Grid of P15: fit C, intent 1. An SDR confirms, or an exception is written down (R39).
    id: 'confirm_fit',
    tier: 'tier_2',
    label: 'strong intent, fit to be confirmed',
    when: {
      all: [
        { field: 'decision.fitGrade', op: 'eq', value: 'C' },
        { field: 'decision.intentLevel', op: 'eq', value: 1 },
      ],
    },
    sla: SAME_DAY,
    cadence: 'tier-2',
  },
  {
    // Grid of P15: fit unknown, intent 1 or 2, with a qualification step (R96).
    id: 'qualify',
    tier: 'tier_2',
    label: 'real interest, fit not known yet',
    when: {
      all: [
        { field: 'decision.fitGrade', op: 'eq', value: 'unknown' },
        { field: 'decision.intentLevel', op: 'lte', value: 2 },
      ],
    },
    sla: SAME_DAY,
    cadence: 'tier-2',
  },
  {
    // R74, R108, D4: nurture at once, SDR review within 3 business days.
    id: 'early',
    tier: 'tier_3',
    label: 'early interest',
    when: { all: [] },
    sla: { businessDays: 3 },
    cadence: 'tier-3',
    state: 'nurture',
  },
];

/** Stops before routing (P1 lines 4, 6, 7 and 8; P16). */
export const defaultDisqualify: PolicyDocument['disqualify'] = [
  {
    id: 'customer',
    label: 'already a customer',
    when: { field: 'lead.customer', op: 'eq', value: true },
    reasonCode: 'customer',
  },
  {
    id: 'competitor',
    label: 'works for a competitor',
    when: { field: 'lead.competitor', op: 'eq', value: true },
    reasonCode: 'wrong_icp',
  },
  {
    id: 'partner',
    label: 'a partner, reseller or supplier',
    when: { field: 'lead.companyType', op: 'in', value: ['partner', 'reseller', 'vendor'] },
    reasonCode: 'out_of_segment',
  },
  {
    id: 'excluded_role',
    label: 'a student, applicant or intern',
    when: {
      field: 'contact.jobtitle',
      op: 'matches',
      value: '\\b(student|intern|trainee|applicant|job seeker)\\b',
    },
    reasonCode: 'wrong_icp',
  },
  {
    id: 'throwaway_address',
    label: 'a throw-away e-mail address',
    when: { field: 'lead.disposableEmail', op: 'eq', value: true },
    reasonCode: 'bad_data',
  },
  {
    id: 'not_permitted',
    label: 'opted out of e-mail and has not asked to be contacted',
    when: {
      all: [
        { field: 'lead.optedOut', op: 'eq', value: true },
        {
          field: 'lead.recentConversion',
          op: 'contains_none',
          value: ['demo', 'contact', 'talk to', 'pricing', 'quote'],
        },
      ],
    },
    reasonCode: 'bad_data',
  },
];
