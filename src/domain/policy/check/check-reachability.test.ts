import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { leafOf, type Condition, type FieldCondition } from '../../condition/condition-schema.ts';
import { and, not, or, FALSE, TRUE, type Truth } from '../../condition/truth.ts';
import { compileTest, fieldValue } from '../../condition/value-test.ts';
import { instant } from '../../instant.ts';
import { concreteValues } from '../../../testing/concrete-values.ts';
import {
  conditions,
  leaves,
  policyOf,
  RANDOM_FIELDS,
  type Values,
} from '../../../testing/random-policies.ts';
import { parsePolicy } from '../parse-policy.ts';

const NOW = instant(Date.UTC(2026, 10, 20, 9)); // 2026-11-20T09:00:00Z

/** Is this true of a lead of which everything is known? */
function truthOf(condition: Condition, values: Values): Truth {
  if ('all' in condition) {
    return condition.all.reduce<Truth>((truth, part) => and(truth, truthOf(part, values)), TRUE);
  }
  if ('any' in condition) {
    return condition.any.reduce<Truth>((truth, part) => or(truth, truthOf(part, values)), FALSE);
  }
  if ('not' in condition) return not(truthOf(condition.not, values));
  if ('segment' in condition) return FALSE;
  return compileTest(condition.op, condition.value)(
    fieldValue(values[leafOf(condition).field] ?? ''),
    NOW,
  );
}

/** A lead out of the values that these comparisons and some others tell apart. */
function leadFrom(some: readonly FieldCondition[], picks: readonly number[]): Values {
  return Object.fromEntries(
    Object.entries(RANDOM_FIELDS).map(([field, kind], at) => {
      const mine = some.filter((leaf) => leaf.field === field);
      const values = concreteValues(kind, mine, NOW);
      return [field, values[(picks[at] ?? 0) % values.length] ?? ''];
    }),
  );
}

/** Entries that each have a lead of their own: it satisfies the entry, and none above it. */
const soundEntries = fc
  .array(
    fc.record({
      some: fc.array(leaves, { minLength: 2, maxLength: 4 }),
      picks: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
      when: fc.oneof(conditions, fc.constant(null)),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((seeds) => {
    const kept: Condition[] = [];
    for (const { some, picks, when } of seeds) {
      const lead = leadFrom(some, picks);
      const holds = (part: Condition): Condition =>
        truthOf(part, lead) === TRUE ? part : { not: part };
      const entry: Condition = when ? holds(when) : { all: some.map(holds) };
      const isSound = truthOf(entry, lead) === TRUE;
      if (isSound && kept.every((above) => truthOf(above, lead) !== TRUE)) kept.push(entry);
    }
    return kept;
  })
  .filter(({ length }) => length > 0);

function faultsWith(whens: readonly Condition[]): readonly string[] {
  const tiers = whens.map((when) => ({ tier: 'tier_1' as const, when }));
  const parsed = parsePolicy(
    policyOf({ fit: whens.map((when) => ({ when, points: 1 })), intent: [], stop: null, tiers }),
  );
  return parsed.ok ? [] : parsed.reason.map(({ path, message }) => `${path}: ${message}`);
}

const title = (op: FieldCondition['op'], value: FieldCondition['value']): Condition => ({
  field: 'contact.jobtitle',
  op,
  value,
});
const rating = (op: FieldCondition['op'], value: FieldCondition['value']): Condition => ({
  field: 'company.rating',
  op,
  value,
});
const seen = (op: FieldCondition['op'], value: FieldCondition['value']): Condition => ({
  field: 'contact.recent_conversion_date',
  op,
  value,
});

describe('a policy', () => {
  test('is never refused for entries of which each has a lead', () => {
    fc.assert(
      fc.property(soundEntries, (whens) => {
        expect(faultsWith(whens)).toEqual([]);
      }),
      { numRuns: 1000, seed: 5 },
    );
  });

  test.each<[string, Condition[]]>([
    [
      'words of several lists',
      [
        title('contains_any', ['vp', 'director']),
        title('contains_any', ['sales', 'marketing']),
        title('contains_none', ['vp', 'sales']),
      ],
    ],
    ['a date and an age', [seen('gte', '2026-11-01'), seen('within_days', 30)]],
    ['a date far ahead and an age', [seen('gte', '2031-01-01'), seen('within_days', 30)]],
    ['fractions', [rating('gt', 3.2), rating('lt', 4.5)]],
    ['fractions between neighbours', [rating('gt', 3), rating('lt', 4)]],
    ['fractions in a range', [rating('between', [3, 4]), rating('neq', 3), rating('neq', 4)]],
    [
      'a beginning and words',
      [
        title('starts_with', 'vp'),
        title('contains_any', ['x', 'sales']),
        title('contains_none', ['x']),
      ],
    ],
    [
      'a word that is part of no other',
      [title('contains_any', ['demo']), { not: title('has_word', ['demo']) }],
    ],
    [
      'a ticked option beside another',
      [title('contains_any', ['crm']), title('neq', 'crm'), title('contains_any', ['erp'])],
    ],
    ['a pattern and words', [title('matches', '^[a-f]\\d{3}$'), title('contains_none', ['vp'])]],
    ['letters in order', [title('gt', 'm'), title('lt', 'n'), title('contains_any', ['sales'])]],
  ])('may ask for %s', (_name, all) => {
    expect(faultsWith([{ all }])).toEqual([]);
  });

  test.each<[string, Condition[]]>([
    ['more than 5 and less than 3', [rating('gt', 5), rating('lt', 3)]],
    ['one value and another', [title('eq', 'a'), title('eq', 'b')]],
    ['one of some and none of them', [title('in', ['a', 'b']), title('not_in', ['B', 'A'])]],
    [
      'words and none of them',
      [title('contains_any', ['vp']), title('contains_none', ['VP', 'x'])],
    ],
    ['a value without a word in it', [title('eq', 'vp sales'), title('contains_none', ['vp'])]],
    ['two beginnings', [title('starts_with', 'vp'), title('starts_with', 'head')]],
    [
      'a word and not a part of it',
      [title('has_word', 'book a demo'), { not: title('has_word', 'demo') }],
    ],
    ['younger and older', [seen('within_days', 7), seen('older_than_days', 30)]],
    ['before and after', [seen('lt', '2026-01-01'), seen('gt', '2026-02-01')]],
    ['more than 3.2 and at most 3.2', [rating('gt', 3.2), rating('lte', 3.2)]],
  ])('may not ask for %s', (_name, all) => {
    expect(faultsWith([{ all }]).join()).toMatch(/can never be true/);
  });

  test.each<[string, Condition, Condition]>([
    ['a wider range', rating('gte', 3), rating('gt', 3.5)],
    ['more values', title('in', ['a', 'b', 'c']), title('in', ['c', 'a'])],
    ['a longer time', seen('within_days', 30), seen('within_days', 7)],
    ['more words', title('contains_any', ['a', 'b']), title('contains_any', ['b'])],
  ])('may not have an entry below one with %s', (_name, above, below) => {
    expect(faultsWith([above, below]).join()).toMatch(/can never be reached/);
  });
});
