import type { Condition } from '../../condition/condition-schema.ts';
import type { PolicyDocument, TierEntryDocument } from '../policy-document.ts';

const FIT: Condition = { field: 'decision.fitGrade', op: 'in', value: ['A', 'B'] };

/** Warn at 5 minutes, due at 30, in working time (D1, R128). */
const AT_ONCE: TierEntryDocument['sla'] = { minutes: 30, warnAfterMinutes: 5 };

/** Arrival before noon: end of that working day; later: one business day (D3, D15). */
const SAME_DAY: TierEntryDocument['sla'] = { sameDayIfBefore: '12:00', businessDays: 1 };

/** One visit to the pricing page in the last 7 days (D2). */
const ONE_PRICING_VISIT: Condition = { field: 'decision.count.pricing-week', op: 'gte', value: 1 };

/** Acts that are worth level 2 on their day, and stay worth a look for as long as they are recent (P1 line 5, D21). */
const RECENT_INTEREST: Condition = {
  any: [
    { field: 'decision.intentLevel', op: 'lte', value: 2 },
    ...[
      'pricing',
      'pricing-guide',
      'demo-page',
      'comparison',
      'calculator',
      'implementation',
      'webinar-attended',
      'event-attended',
      'trial',
      'reply',
    ].map((rule): Condition => ({ field: `decision.count.${rule}`, op: 'gte', value: 1 })),
  ],
};

/** P1 line 1: a business address, or none yet. Whoever asks to be contacted is not asked for one. */
const BUSINESS_ADDRESS: Condition = {
  any: [
    { field: 'contact.email', op: 'unknown' },
    { field: 'lead.freeEmail', op: 'eq', value: false },
  ],
};

/** Channels that bring many people who only look (R47). */
const BROAD_CHANNELS = ['paid_social', 'social_media'];

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
    // R47, P16: a broad channel needs a second action before sales gets the lead.
    id: 'second_action',
    tier: 'tier_3',
    label: 'one act from a broad channel; the next one brings it to sales',
    when: {
      all: [
        { field: 'lead.channel', op: 'in', value: BROAD_CHANNELS },
        { field: 'decision.requested', op: 'eq', value: false },
        { field: 'decision.intentLevel', op: 'gte', value: 2 },
        { field: 'decision.kinds', op: 'lt', value: 2 },
      ],
    },
    sla: { businessDays: 3 },
    cadence: 'tier-3',
    state: 'nurture',
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
    when: { all: [FIT, RECENT_INTEREST] },
    sla: SAME_DAY,
    cadence: 'tier-2',
  },
  {
    // Grid of P15: fit C, intent 1, and whoever asks. An SDR confirms, or an exception is written down (R39).
    id: 'confirm_fit',
    tier: 'tier_2',
    label: 'strong intent, fit to be confirmed',
    when: {
      all: [
        { field: 'decision.fitGrade', op: 'eq', value: 'C' },
        {
          any: [
            { field: 'decision.requested', op: 'eq', value: true },
            { field: 'decision.intentLevel', op: 'eq', value: 1 },
          ],
        },
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
        BUSINESS_ADDRESS,
        RECENT_INTEREST,
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
