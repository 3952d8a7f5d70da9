import { describe, expect, test } from '@jest/globals';

import { instant } from '../instant.ts';
import type { FieldCondition } from './condition-schema.ts';
import { FALSE, TRUE, UNKNOWN } from './truth.ts';
import { compileTest, fieldValue, parseNumber } from './value-test.ts';

const NOW = instant(Date.UTC(2026, 10, 20, 9)); // 2026-11-20T09:00:00Z

type Row = readonly [
  op: FieldCondition['op'],
  constant: FieldCondition['value'],
  value: string,
  truth: number,
];

const ROWS: readonly Row[] = [
  ['eq', 'Banking', 'BANKING', TRUE],
  ['eq', 250, '250.0', TRUE],
  ['eq', '0250', '250', TRUE],
  ['eq', true, 'true', TRUE],
  ['eq', '2026-11-20', '2026-11-20T00:00:00Z', TRUE],
  ['neq', 'a', 'A', FALSE],
  ['in', ['a', 'b'], 'B', TRUE],
  ['in', [1, 2], '2.0', TRUE],
  ['not_in', ['a'], 'b', TRUE],
  ['contains_any', ['demo'], 'Book a Demo', TRUE],
  ['contains_any', ['crm'], 'erp;crm', TRUE],
  ['contains_any', ['cr'], 'erp;crm', FALSE],
  ['contains_any', ['soon'], 'not now; maybe soon', TRUE],
  ['contains_none', ['demo'], 'Webinar', TRUE],
  ['starts_with', 'vp', 'VP Sales', TRUE],
  ['matches', '\\b(cto|coo)\\b', 'Acting CTO', TRUE],
  ['matches', '\\b(cto|coo)\\b', 'Coordinator', FALSE],
  ['gt', 9, '10', TRUE],
  ['gt', '9', 'abc', TRUE],
  ['gte', 10, '10', TRUE],
  ['lt', 10, '9.99', TRUE],
  ['lte', 10, '10.01', FALSE],
  ['gt', '2026-11-19', '2026-11-20', TRUE],
  ['lt', '2026-11-19', '1763500000000', TRUE],
  ['between', [51, 1000], '51', TRUE],
  ['between', [51, 1000], '1000', TRUE],
  ['between', [51, 1000], '1001', FALSE],
  ['between', ['2026-11-01', '2026-11-20'], '2026-11-20', TRUE],
  ['within_days', 7, '2026-11-13T09:00:00Z', TRUE],
  ['within_days', 7, '2026-11-13T08:59:59Z', FALSE],
  ['within_days', 7, '2026-11-20T20:00:00Z', TRUE],
  ['within_days', 7, '2026-12-20', FALSE],
  ['older_than_days', 7, '2026-11-13T09:00:00Z', FALSE],
  ['older_than_days', 7, '2026-11-13T08:59:59Z', TRUE],
  ['within_days', 7, 'soon', UNKNOWN],
  ['older_than_days', 7, 'soon', UNKNOWN],
  ['known', undefined, 'x', TRUE],
  ['unknown', undefined, 'x', FALSE],
];

describe('compileTest', () => {
  test.each(ROWS)('%s %j of "%s" gives %d', (op, constant, value, truth) => {
    expect(compileTest(op, constant)(fieldValue(value), NOW)).toBe(truth);
  });
});

describe('parseNumber', () => {
  test.each([
    ['12', 12],
    ['-1.5', -1.5],
    ['1e3', 1000],
    ['', NaN],
    ['1,000', NaN],
    ['0x10', NaN],
    ['12 people', NaN],
    ['Infinity', NaN],
  ])('reads "%s" as %d', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });
});
