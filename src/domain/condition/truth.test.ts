import { describe, expect, test } from '@jest/globals';

import { and, FALSE, not, or, TRUE, UNKNOWN, type Truth } from './truth.ts';

const ALL: readonly Truth[] = [FALSE, UNKNOWN, TRUE];

describe('Kleene logic', () => {
  test('negates true and false and leaves unknown as it is', () => {
    expect(ALL.map(not)).toEqual([TRUE, UNKNOWN, FALSE]);
  });

  test('has the table of and', () => {
    expect(ALL.map((a) => ALL.map((b) => and(a, b)))).toEqual([
      [FALSE, FALSE, FALSE],
      [FALSE, UNKNOWN, UNKNOWN],
      [FALSE, UNKNOWN, TRUE],
    ]);
  });

  test('has the table of or', () => {
    expect(ALL.map((a) => ALL.map((b) => or(a, b)))).toEqual([
      [FALSE, UNKNOWN, TRUE],
      [UNKNOWN, UNKNOWN, TRUE],
      [TRUE, TRUE, TRUE],
    ]);
  });
});
