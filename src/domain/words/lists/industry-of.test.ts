import { expect, test } from '@jest/globals';
import { industryOf } from './industry-of.ts';
import { INDUSTRY_VALUES } from './industry-values.ts';

test.each(INDUSTRY_VALUES)('%s is read as itself', (value) => {
  expect(industryOf(value)).toBe(value);
});

test.each([
  ['Computer Software', 'COMPUTER_SOFTWARE'],
  ['Logistics and Supply Chain', 'LOGISTICS_AND_SUPPLY_CHAIN'],
  ['Maschinenbau', 'MACHINERY'],
  ['Sondermaschinenbau', 'MACHINERY'],
  ['Chemische Industrie', 'CHEMICALS'],
  ['Großhandel', 'WHOLESALE'],
  ['Elektrogroßhandel', 'WHOLESALE'],
  ['Commerce de gros', 'WHOLESALE'],
  ['Industria química', 'CHEMICALS'],
  ['Farmacêutica', 'PHARMACEUTICALS'],
  ['Verzekeringen', 'INSURANCE'],
  ['Spedition und Logistik', 'LOGISTICS_AND_SUPPLY_CHAIN'],
  ['Énergies renouvelables', 'RENEWABLES_ENVIRONMENT'],
  ['卸売業', 'WHOLESALE'],
  ['Einzelhandel', 'RETAIL'],
  ['Law firm', 'LAW_PRACTICE'],
  ['Retail and Banking', null],
  ['Zibbelwerk', null],
  ['', null],
  ['Dogs', null],
])('%s is %s', (text, industry) => {
  expect(industryOf(text)).toBe(industry);
});
