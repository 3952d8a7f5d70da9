import type { FitRuleDocument, PolicyDocument } from '../policy-document.ts';

/** Industries a B2B software company usually sells to, as HubSpot names them. Each customer edits this list (R45). */
const INDUSTRIES = [
  'COMPUTER_SOFTWARE',
  'INFORMATION_TECHNOLOGY_AND_SERVICES',
  'INTERNET',
  'COMPUTER_NETWORK_SECURITY',
  'BANKING',
  'FINANCIAL_SERVICES',
  'INSURANCE',
  'INVESTMENT_MANAGEMENT',
  'LOGISTICS_AND_SUPPLY_CHAIN',
  'TRANSPORTATION_TRUCKING_RAILROAD',
  'MACHINERY',
  'INDUSTRIAL_AUTOMATION',
  'ELECTRICAL_ELECTRONIC_MANUFACTURING',
  'AUTOMOTIVE',
  'CHEMICALS',
  'PHARMACEUTICALS',
  'MEDICAL_DEVICES',
  'TELECOMMUNICATIONS',
  'UTILITIES',
  'RENEWABLES_ENVIRONMENT',
  'CONSUMER_GOODS',
  'WHOLESALE',
  'MANAGEMENT_CONSULTING',
];

/** Countries served; every spelling that a CRM holds reads as one of these names. Each customer edits this list. */
const COUNTRIES = [
  'United States',
  'Canada',
  'United Kingdom',
  'Ireland',
  'Germany',
  'Austria',
  'Switzerland',
  'France',
  'Netherlands',
  'Belgium',
  'Luxembourg',
  'Sweden',
  'Denmark',
  'Norway',
  'Finland',
  'Spain',
  'Portugal',
  'Italy',
  'Poland',
  'Czechia',
  'Australia',
  'New Zealand',
  'Singapore',
  'Japan',
];

/**
 * Fit points of P15: industry 25, size 25, role 20, region 15, type of business 15. The size is a model's own: a company
 * of 20,000 people is no misfit, it is another motion (R57).
 *
 * @param label - of the size that fits
 * @param motions - that it covers
 */
export function fitRules(label: string, motions: readonly string[]): FitRuleDocument[] {
  return [
    {
      id: 'industry',
      label: 'an industry we serve',
      when: { field: 'lead.industry', op: 'in', value: INDUSTRIES },
      points: 25,
    },
    {
      id: 'size',
      label,
      when: { field: 'lead.motion', op: 'in', value: [...motions] },
      points: 25,
    },
    {
      // R46.
      id: 'role',
      label: 'a role that decides or leads',
      when: { field: 'lead.role', op: 'in', value: ['decides', 'leads'] },
      points: 20,
    },
    {
      id: 'region',
      label: 'a region we serve',
      when: { field: 'lead.country', op: 'in', value: COUNTRIES },
      points: 15,
    },
    {
      id: 'business',
      label: 'the right type of business',
      when: { field: 'lead.companyType', op: 'eq', value: 'prospect' },
      points: 15,
    },
    {
      // Blank in nearly every portal: it may add, and its absence keeps no grade open.
      id: 'icp_tier',
      label: 'marked as an ideal customer in HubSpot',
      when: {
        field: 'company.hs_ideal_customer_profile',
        op: 'in',
        value: ['tier_1', 'tier_2'],
      },
      points: 15,
      optional: true,
    },
  ];
}

/** The fit of the policy itself: mid-market. */
export const defaultFit: PolicyDocument['fit'] = {
  source: 'rules',
  rules: fitRules('mid-market size (51 to 1,000 people)', ['mid_market']),
};
