import type { PolicyDocument } from '../policy-document.ts';

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

/** Countries served, in the spellings HubSpot fills in by itself. Each customer edits this list. */
const COUNTRIES = [
  'US',
  'USA',
  'United States',
  'Canada',
  'UK',
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
  'Czech Republic',
  'Australia',
  'New Zealand',
  'Singapore',
  'Japan',
];

/** Titles of people who decide or lead an initiative (R46); whole words, so that "coordinator" is no COO. */
const DECIDING_ROLES =
  '\\b(chief|ceo|cfo|coo|cto|cio|cmo|cro|founder|owner|president|partner|vp|director|head|manager|lead)\\b';

/** Fit points of P15: industry 25, size 25, role 20, region 15, technology or type of business 15. */
export const defaultFit: PolicyDocument['fit'] = {
  source: 'rules',
  rules: [
    {
      id: 'industry',
      label: 'an industry we serve',
      when: { field: 'company.industry', op: 'in', value: INDUSTRIES },
      points: 25,
    },
    {
      id: 'size',
      label: 'mid-market size (51 to 1,000 people)',
      when: { field: 'company.numberofemployees', op: 'between', value: [51, 1000] },
      points: 25,
    },
    {
      id: 'role',
      label: 'a role that decides or leads',
      when: { field: 'contact.jobtitle', op: 'matches', value: DECIDING_ROLES },
      points: 20,
    },
    {
      id: 'region',
      label: 'a region we serve',
      when: {
        any: [
          { field: 'company.country', op: 'in', value: COUNTRIES },
          { field: 'contact.country', op: 'in', value: COUNTRIES },
        ],
      },
      points: 15,
    },
    {
      id: 'business',
      label: 'the right type of business',
      when: {
        any: [
          { field: 'lead.companyType', op: 'eq', value: 'prospect' },
          { field: 'company.hs_ideal_customer_profile', op: 'in', value: ['tier_1', 'tier_2'] },
        ],
      },
      points: 15,
    },
  ],
};
