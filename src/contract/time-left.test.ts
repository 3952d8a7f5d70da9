import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayAndTime, dayIn, dayWords, dueText, duration } from './time-left.ts';

const berlin = (at: string, now: string) => ({
  at: Date.parse(at),
  now: Date.parse(now),
  timeZone: 'Europe/Berlin',
});

describe('dueText', () => {
  test.each([
    ['today', '2026-11-20T13:30:00Z', '2026-11-20T13:08:00Z', 'Due 14:30 (22 min)'],
    ['exactly now', '2026-11-20T13:30:00Z', '2026-11-20T13:30:00Z', 'Due 14:30 (less than 1 min)'],
    [
      'one millisecond late',
      '2026-11-20T13:30:00.000Z',
      '2026-11-20T13:30:00.001Z',
      'Was due 14:30 (less than 1 min ago)',
    ],
    [
      'five minutes late',
      '2026-11-20T13:30:00Z',
      '2026-11-20T13:35:59Z',
      'Was due 14:30 (5 min ago)',
    ],
    ['more than an hour', '2026-11-20T14:30:00Z', '2026-11-20T13:10:00Z', 'Due 15:30 (1 h 20 min)'],
    [
      'on another day',
      '2026-11-23T08:00:00Z',
      '2026-11-20T08:00:00Z',
      'Due Mon 23 Nov, 09:00 (3 days)',
    ],
    [
      'tomorrow by the local calendar although less than a day away',
      '2026-11-20T23:30:00Z',
      '2026-11-20T22:30:00Z',
      'Due Sat 21 Nov, 00:30 (1 h)',
    ],
    [
      'midnight as 00:00',
      '2026-11-20T23:00:00Z',
      '2026-11-20T23:00:00Z',
      'Due 00:00 (less than 1 min)',
    ],
    [
      'in another year',
      '2027-01-04T08:00:00Z',
      '2026-12-30T08:00:00Z',
      'Due Mon 4 Jan 2027, 09:00 (5 days)',
    ],
  ])('says a due time %s', (_name, at, now, words) => {
    expect(dueText(berlin(at, now))).toBe(words);
  });
});

describe('duration', () => {
  test.each([
    [0, 'less than 1 min'],
    [59_999, 'less than 1 min'],
    [60_000, '1 min'],
    [3_599_999, '59 min'],
    [3_600_000, '1 h'],
    [86_399_999, '23 h 59 min'],
    [86_400_000, '1 day'],
    [90_000_000, '1 day 1 h'],
    [172_800_000, '2 days'],
  ])('says %d ms as "%s"', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });

  test('changes only when a minute has passed, so a card that redraws each minute is never wrong', () => {
    fc.assert(
      fc.property(fc.nat(DAY_MS - 1), (ms) => {
        expect(duration(ms)).toBe(duration(Math.floor(ms / 60_000) * 60_000));
      }),
    );
  });
});

const DAY_MS = 86_400_000;

describe('days', () => {
  test('a date without time is the same day in every zone', () => {
    expect(dayWords('2026-11-23', '2026-11-20')).toBe('Mon 23 Nov');
  });

  test('the day of an instant depends on the zone', () => {
    const at = Date.parse('2026-11-20T23:30:00Z');
    expect(dayIn(at, 'UTC')).toBe('2026-11-20');
    expect(dayIn(at, 'Europe/Berlin')).toBe('2026-11-21');
  });

  test('an instant of today is a wall time alone', () => {
    expect(dayAndTime(berlin('2026-11-20T08:05:00Z', '2026-11-20T13:00:00Z'))).toBe('09:05');
  });
});
