import { describe, expect, test } from '@jest/globals';
import { instant } from '../instant.ts';
import { calendarFor } from './calendar-for.ts';
import { dueFor } from './due-for.ts';
import { parseHubspotAbsences, parseHubspotCalendar } from './hubspot-calendar.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { nextOpening } from './working-time.ts';

const nineToFive = '[{"days":"MONDAY_TO_FRIDAY","startMinute":540,"endMinute":1020}]';
const user = { timeZone: 'Europe/Berlin', workingHours: nineToFive, outOfOffice: null };

describe('parseHubspotCalendar', () => {
  test('reads single days, groups of days and a day to midnight', () => {
    const workingHours = JSON.stringify([
      { days: 'MONDAY', startMinute: 540, endMinute: 750 },
      { days: 'MONDAY', startMinute: 810, endMinute: 1440 },
      { days: 'SATURDAY_SUNDAY', startMinute: 0, endMinute: 61 },
    ]);
    expect(parseHubspotCalendar({ ...user, workingHours })).toEqual({
      ok: true,
      value: {
        timeZone: 'Europe/Berlin',
        hours: {
          mon: [
            ['09:00', '12:30'],
            ['13:30', '24:00'],
          ],
          sat: [['00:00', '01:01']],
          sun: [['00:00', '01:01']],
        },
        absences: [],
      },
    });
  });

  test('adds up days that are named twice', () => {
    const workingHours = JSON.stringify([
      { days: 'EVERY_DAY', startMinute: 540, endMinute: 600 },
      { days: 'SUNDAY', startMinute: 660, endMinute: 720 },
    ]);
    const parsed = parseHubspotCalendar({ ...user, workingHours });
    expect(parsed).toMatchObject({
      value: {
        hours: {
          wed: [['09:00', '10:00']],
          sun: [
            ['09:00', '10:00'],
            ['11:00', '12:00'],
          ],
        },
      },
    });
  });

  test.each([
    { name: 'no zone', change: { timeZone: null }, reason: 'no-time-zone' },
    { name: 'a blank zone', change: { timeZone: '' }, reason: 'no-time-zone' },
    { name: 'a zone nobody knows', change: { timeZone: 'Berlin' }, reason: 'unknown-time-zone' },
    { name: 'no hours', change: { workingHours: null }, reason: 'no-working-hours' },
    { name: 'an empty list of hours', change: { workingHours: '[]' }, reason: 'no-working-hours' },
    {
      name: 'hours that are not JSON',
      change: { workingHours: '9 to 5' },
      reason: 'unreadable-working-hours',
    },
    {
      name: 'a day nobody knows',
      change: { workingHours: '[{"days":"MOONDAY","startMinute":1,"endMinute":2}]' },
      reason: 'unreadable-working-hours',
    },
    {
      name: 'a minute past midnight',
      change: { workingHours: '[{"days":"MONDAY","startMinute":1,"endMinute":1441}]' },
      reason: 'unreadable-working-hours',
    },
    {
      name: 'absences that cannot be read',
      change: { outOfOffice: '[{"startTimestamp":"soon"}]' },
      reason: 'unreadable-out-of-office',
    },
  ])('refuses $name', ({ change, reason }) => {
    expect(parseHubspotCalendar({ ...user, ...change })).toEqual({ ok: false, reason });
  });
});

describe('parseHubspotAbsences', () => {
  const from = Date.parse('2026-11-16T00:00Z');
  const to = Date.parse('2026-11-18T00:00Z');
  const range = (start: unknown, end: unknown): string =>
    JSON.stringify([{ startTimestamp: start, endTimestamp: end }]);

  test.each([
    { name: 'milliseconds', raw: range(from, to) },
    { name: 'milliseconds as text', raw: range(String(from), String(to)) },
    { name: 'seconds', raw: range(from / 1000, to / 1000) },
  ])('reads $name', ({ raw }) => {
    expect(parseHubspotAbsences(raw)).toEqual({ ok: true, value: [{ from, to }] });
  });

  test('has none where the property is unset', () => {
    expect(parseHubspotAbsences(null)).toEqual({ ok: true, value: [] });
  });

  test('refuses numbers that are neither, rather than dropping the absence', () => {
    // The sample of HubSpot's documentation has eleven digits.
    expect(parseHubspotAbsences(range(17_000_000_000, 17_000_100_000)).ok).toBe(false);
  });

  test('takes the start in and the end out', () => {
    const parsed = parseHubspotCalendar({
      ...user,
      timeZone: 'UTC',
      outOfOffice: range(from + 10 * 3_600_000, from + 11 * 3_600_000),
    });
    const calendar = parsed.ok ? parsed.value : { timeZone: 'UTC', hours: {} };
    const works = (time: string): boolean =>
      nextOpening(instant(Date.parse(`2026-11-16T${time}Z`)), calendar) ===
      Date.parse(`2026-11-16T${time}Z`);
    expect(['09:59:59.999', '10:00', '10:59:59.999', '11:00'].map(works)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('calendarFor (D28)', () => {
  const own: WorkingCalendar = { timeZone: 'Asia/Kolkata', hours: { mon: [['10:00', '18:00']] } };
  const pool: WorkingCalendar = { timeZone: 'UTC', hours: { mon: [['08:00', '12:00']] } };
  const monday = (time: string): ReturnType<typeof instant> =>
    instant(Date.parse(`2026-11-16T${time}Z`));

  test("takes the rep's own hours first, then the pool's", () => {
    expect(calendarFor({ calendar: own }, pool, 'UTC')).toEqual({
      calendar: own,
      source: 'rep',
      warning: null,
    });
    expect(calendarFor({ calendar: null }, pool, 'UTC')).toEqual({
      calendar: pool,
      source: 'pool',
      warning: null,
    });
  });

  test("assumes office hours in the account's zone last, and says so", () => {
    const { calendar, source, warning } = calendarFor({ calendar: null }, null, 'America/New_York');
    expect(source).toBe('default');
    expect(warning).toContain('Monday to Friday, 09:00 to 17:00 (America/New_York)');
    expect(nextOpening(monday('00:00'), calendar)).toBe(monday('14:00'));
  });

  test('keeps absences of a rep who borrows hours', () => {
    const absences = [{ from: monday('00:00'), to: monday('10:00') }];
    const chosen = calendarFor({ calendar: null, absences }, pool, 'UTC');
    expect(nextOpening(monday('08:00'), chosen.calendar)).toBe(monday('10:00'));
    expect(calendarFor({ calendar: null, absences }, pool, 'UTC').calendar).toBe(chosen.calendar);
  });

  test('passes over hours without working time, and says so (L2)', () => {
    const empty: WorkingCalendar = { timeZone: 'UTC', hours: {} };
    const question = { target: { minutes: 30 }, from: monday('08:00'), accountZone: 'UTC' };
    expect(dueFor({ ...question, rep: { calendar: empty }, poolCalendar: pool })).toMatchObject({
      dueAt: monday('08:30'),
      calendar: "the team's hours (UTC)",
      warning: expect.stringContaining("the rep's own hours"),
    });
    expect(dueFor({ ...question, rep: { calendar: null }, poolCalendar: empty })).toMatchObject({
      dueAt: monday('09:30'),
      calendar: 'assumed office hours (UTC)',
      warning: expect.stringContaining("the team's hours"),
    });
  });
});
