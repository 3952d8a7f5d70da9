import { describe, expect, test } from '@jest/globals';
import { openDealsOf } from './derive-lead-field.ts';
import { readerOf } from './fact-table.ts';
import type { LeadFacts } from './lead-facts.ts';

const SOURCES = {
  emailDomains: { isFree: () => false, isDisposable: () => false },
  competitors: new Set<string>(),
  ownDomains: new Set<string>(),
};
const open = { id: '1', properties: { dealstage: 'presentationscheduled' } };
const lost = { id: '2', properties: { dealstage: 'closedlost' } };
const counted = (count: string | null) => ({ id: '9', properties: { hs_num_open_deals: count } });

describe('openDealsOf', () => {
  test.each<[string, Omit<LeadFacts, 'id' | 'properties'>, number | null]>([
    ['the person’s own', { deals: [open, lost], company: counted(null) }, 1],
    ['those of a colleague', { deals: [], company: counted('2') }, 2],
    ['both, each once', { deals: [open], company: counted('1') }, 1],
    ['the company’s count alone', { company: counted('0') }, 0],
    ['nothing', { company: counted(null) }, null],
    ['nothing of a company that was not looked up', {}, null],
  ])('tells %s', (...[, facts, expected]) => {
    expect(openDealsOf({ id: '1', properties: {}, ...facts })).toBe(expected);
  });

  test('is none where HubSpot counts none for the person and no company is known', () => {
    expect(openDealsOf({ id: '1', properties: { num_associated_deals: '0' } })).toBe(0);
  });
});

describe('the name of the company', () => {
  const nameOf = readerOf('company.name', SOURCES);

  test('is that of the record, else what the person entered', () => {
    const properties = { company: 'Hannover Guss GmbH' };
    const company = { id: '9', properties: { name: 'Hannover Guss' } };
    expect(nameOf({ id: '1', properties, company })).toBe('Hannover Guss');
    expect(nameOf({ id: '1', properties, company: null })).toBe('Hannover Guss GmbH');
    expect(nameOf({ id: '1', properties: { company: ' ' }, company: null })).toBeNull();
  });
});
