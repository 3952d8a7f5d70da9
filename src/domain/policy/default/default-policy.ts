import { defaultExamples } from './default-examples.ts';
import { defaultFit } from './default-fit.ts';
import { defaultIntent } from './default-intent.ts';
import { defaultCadences, defaultPlays, defaultReasons } from './default-outreach.ts';
import { defaultDisqualify, defaultTiers } from './default-tiers.ts';
import type { PolicyDocument } from '../policy-document.ts';

/**
 * The policy a portal starts with: D1 to D30, P1, P14 to P16 and P26 of the requirements. It works without events and
 * names no person and no team; pools, calendars and roles belong to a portal and are filled in at install.
 */
export const defaultPolicy: PolicyDocument = {
  schema: 1,
  name: 'Default',
  trigger: { stages: ['marketingqualifiedlead'] },
  // Handoffs of one lead are at least 24 hours apart (D30); fresh strong intent brings a lead back (R186).
  reenter: { strength: 'high', from: ['nurture', 'rejected', 'recycled', 'closed'], minHours: 24 },
  // P3: what every handoff carries; industry and size decide the fit (R96).
  required: [
    'contact.email',
    'contact.hs_analytics_source',
    'company.name',
    'company.industry',
    'company.numberofemployees',
  ],
  fit: defaultFit,
  intent: defaultIntent,
  // D23 and D24.
  cutoffs: { fit: { A: 75, B: 50 }, intent: { '1': 60, '2': 30 } },
  disqualify: defaultDisqualify,
  tiers: defaultTiers,
  plays: defaultPlays,
  cadences: defaultCadences,
  reasons: defaultReasons,
  // D25, with the hard limit of 60 minutes of D16.
  escalation: [
    { tier: 'tier_1', atDue: true, do: 'notify_rep' },
    { tier: 'tier_1', atDue: true, do: 'notify_lead' },
    { tier: 'tier_1', afterMinutes: 45, do: 'reassign' },
    { tier: 'tier_1', afterMinutes: 60, do: 'notify_sales' },
    { tier: 'tier_2', atDue: true, do: 'notify_rep' },
    { tier: 'tier_2', atDue: true, do: 'notify_lead' },
    { tier: 'tier_2', minutesAfterDue: 120, do: 'reassign' },
    { tier: 'tier_2', businessDaysAfterDue: 1, do: 'notify_sales' },
  ],
  // D19.
  decisionDeadlines: {
    tier_1: 'end_of_day',
    tier_2: { businessDays: 2 },
    tier_3: { businessDays: 5 },
  },
  decide: { who: 'owner_or_manager' },
  publish: { needs: ['marketing', 'sales'] },
  lifecycle: { onAccept: 'salesqualifiedlead' },
  // D10.
  alerts: { rejectionWatch: 0.2, rejectionAlert: 0.3 },
  examples: defaultExamples,
};
