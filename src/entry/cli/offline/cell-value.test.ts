import { describe, expect, test } from '@jest/globals';
import { cellValue } from './cell-value.ts';

describe('cellValue', () => {
  test.each([
    ['  ', 'contact.jobtitle', null],
    [' Head of Data ', 'contact.jobtitle', 'Head of Data'],
    ['Computer Software', 'company.industry', 'COMPUTER_SOFTWARE'],
    ['COMPUTER_SOFTWARE', 'company.industry', 'COMPUTER_SOFTWARE'],
    ['Computer & Network Security', 'company.industry', 'COMPUTER_NETWORK_SECURITY'],
    ['Organic search', 'contact.hs_analytics_source', 'ORGANIC_SEARCH'],
    ['Organic Social', 'contact.hs_analytics_source', 'SOCIAL_MEDIA'],
    ['Offline Sources', 'contact.hs_latest_source', 'OFFLINE'],
    ['400', 'company.numberofemployees', '400'],
    ['1,200', 'company.numberofemployees', '1200'],
    ['51-200 employees', 'company.numberofemployees', '126'],
    ['5,001 to 10,000', 'company.numberofemployees', '7501'],
    ['1000+', 'company.numberofemployees', '1001'],
    ['over 1,000', 'company.numberofemployees', '1001'],
    ['many', 'company.numberofemployees', 'many'],
    ['51-200', 'contact.numemployees', '51-200'],
    ['2026-11-20 09:30', 'contact.recent_conversion_date', '2026-11-20T09:30Z'],
    ['2026-11-20T09:30:05', 'contact.recent_conversion_date', '2026-11-20T09:30:05Z'],
    ['2026-11-20T09:30:05+01:00', 'contact.recent_conversion_date', '2026-11-20T09:30:05+01:00'],
    ['2026-11-20', 'contact.recent_conversion_date', '2026-11-20'],
  ])('"%s" in %s is %s', (cell, field, value) => {
    expect(cellValue(cell, field)).toBe(value);
  });
});
