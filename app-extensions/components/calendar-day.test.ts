import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromInputDay, toInputDay } from './calendar-day.ts';

describe('days of a DateInput', () => {
  test('count months from 0', () => {
    expect(toInputDay('2026-01-05')).toEqual({ year: 2026, month: 0, date: 5 });
    expect(fromInputDay({ year: 2026, month: 11, date: 24 })).toBe('2026-12-24');
  });

  test('come back as they went', () => {
    const days = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(fromInputDay(toInputDay(day))).toBe(day);
      }),
    );
  });
});
