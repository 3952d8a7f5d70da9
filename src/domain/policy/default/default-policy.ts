import {
  defaultDefinition,
  defaultIcp,
  defaultQualification,
  defaultTracks,
} from './default-agreement.ts';
import { defaultExamples } from './default-examples.ts';
import { defaultFit } from './default-fit.ts';
import { defaultIntent } from './default-intent.ts';
import { defaultModels } from './default-models.ts';
import { defaultCadences, defaultPlays } from './default-outreach.ts';
import { defaultReasons } from './default-reasons.ts';
import { defaultDisqualify } from './default-stops.ts';
import { defaultTiers } from './default-tiers.ts';
import type { PolicyDocument } from '../policy-document.ts';

/** Industry, size and location decide the fit (P3, R96). */
const NEEDED_BY_SALES = [
  'company.industry',
  'company.numberofemployees',
  ['company.country', 'contact.country'],
];

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
  // P3: what every handoff carries, and what sales needs besides.
  required: {
    all: [
      'contact.email',
      'contact.firstname',
      'contact.hs_analytics_source',
      ['company.name', 'contact.company', 'company.domain'],
    ],
    tier_1: NEEDED_BY_SALES,
    tier_2: NEEDED_BY_SALES,
  },
  fit: defaultFit,
  intent: defaultIntent,
  // D23 and D24.
  cutoffs: { fit: { A: 75, B: 50 }, intent: { '1': 60, '2': 30 } },
  models: defaultModels,
  disqualify: defaultDisqualify,
  tiers: defaultTiers,
  plays: defaultPlays,
  cadences: defaultCadences,
  reasons: defaultReasons,
  tracks: defaultTracks,
  definition: defaultDefinition,
  icp: defaultIcp,
  qualification: defaultQualification,
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
