import { describe, expect, test } from '@jest/globals';
import { instant, toIso, type Instant } from '../instant.ts';
import type { SlaTarget } from './sla-target.ts';
import { dueAt } from './due-at.ts';
import type { Weekday, WorkingBlock, WorkingCalendar } from './working-calendar.ts';

const at = (iso: string): Instant => instant(Date.parse(iso));

const week = (
  blocks: readonly WorkingBlock[],
  days: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'],
): WorkingCalendar['hours'] => Object.fromEntries(days.map((day) => [day, blocks]));

const office = (override: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  timeZone: 'UTC',
  hours: week([['09:00', '17:00']]),
  ...override,
});

function due(target: SlaTarget, from: string, calendar: WorkingCalendar): string {
  const result = dueAt({ target, from: at(from), calendar });
  return result.ok ? toIso(result.value.dueAt).replace(':00.000Z', 'Z') : result.reason;
}

// 2026-11-16 is a Monday.
describe('dueAt in minutes', () => {
  test.each([
    { name: 'counts inside the day', from: '2026-11-16T10:00Z', expected: '2026-11-16T10:30Z' },
    // L1, Frappe: these two came out as Monday 15:30 and Tuesday 9:30 there.
    {
      name: 'starts at the next opening from a Saturday afternoon',
      from: '2026-11-14T15:00Z',
      expected: '2026-11-16T09:30Z',
    },
    {
      name: 'starts at the next opening from a Saturday evening',
      from: '2026-11-14T20:00Z',
      expected: '2026-11-16T09:30Z',
    },
    {
      name: 'goes on after the weekend where Friday ends',
      from: '2026-11-13T16:45Z',
      expected: '2026-11-16T09:15Z',
    },
    {
      name: 'waits for the opening of the same day',
      from: '2026-11-16T08:00Z',
      expected: '2026-11-16T09:30Z',
    },
    {
      name: 'is due at closing when used up at closing',
      from: '2026-11-16T16:30Z',
      expected: '2026-11-16T17:00Z',
    },
    {
      name: 'starts the next day from closing on',
      from: '2026-11-16T17:00Z',
      expected: '2026-11-17T09:30Z',
    },
    {
      name: 'carries the last minute over when one short of closing',
      from: '2026-11-16T16:31Z',
      expected: '2026-11-17T09:01Z',
    },
  ])('$name', ({ from, expected }) => {
    expect(due({ minutes: 30 }, from, office())).toBe(expected);
  });

  test.each([
    {
      name: 'skips a holiday',
      calendar: office({ holidays: ['2026-11-17'] }),
      from: '2026-11-16T16:50Z',
      expected: '2026-11-18T09:20Z',
    },
    {
      name: 'skips an absence, its start in and its end out',
      calendar: office({
        absences: [{ from: at('2026-11-16T10:10Z'), to: at('2026-11-16T14:00Z') }],
      }),
      from: '2026-11-16T10:00Z',
      expected: '2026-11-16T14:20Z',
    },
    {
      name: 'skips lunch',
      calendar: office({
        hours: week([
          ['09:00', '12:30'],
          ['13:30', '18:00'],
        ]),
      }),
      from: '2026-11-16T12:20Z',
      expected: '2026-11-16T13:50Z',
    },
    {
      name: 'uses the hours of the day it lands on',
      calendar: office({ hours: { mon: [['09:00', '17:00']], tue: [['11:00', '12:00']] } }),
      from: '2026-11-16T18:00Z',
      expected: '2026-11-17T11:30Z',
    },
    {
      name: 'runs through midnight on a night shift',
      calendar: office({ hours: { mon: [['22:00', '06:00']] } }),
      from: '2026-11-16T23:50Z',
      expected: '2026-11-17T00:20Z',
    },
    {
      name: 'stops a night shift at midnight before a holiday and resumes at midnight after it',
      calendar: office({ hours: week([['22:00', '06:00']]), holidays: ['2026-11-17'] }),
      from: '2026-11-16T23:50Z',
      expected: '2026-11-18T00:20Z',
    },
    {
      name: 'knows that a shift ending at 24:00 touches one starting at 00:00',
      calendar: office({ hours: { mon: [['20:00', '24:00']], tue: [['00:00', '04:00']] } }),
      from: '2026-11-16T23:50Z',
      expected: '2026-11-17T00:20Z',
    },
    {
      name: 'takes equal start and end as a whole day',
      calendar: office({ hours: { mon: [['09:00', '09:00']] } }),
      from: '2026-11-17T08:45Z',
      expected: '2026-11-23T09:15Z',
    },
    {
      name: 'never counts the hour that is skipped when clocks go forward',
      calendar: office({ timeZone: 'Europe/Berlin', hours: { sun: [['01:45', '04:00']] } }),
      from: '2026-03-29T00:45Z',
      expected: '2026-03-29T01:15Z',
    },
    {
      name: 'finds nothing in a block that is skipped whole',
      calendar: office({ timeZone: 'Europe/Berlin', hours: { sun: [['02:00', '03:00']] } }),
      from: '2026-03-29T00:00Z',
      expected: '2026-04-05T00:30Z',
    },
    {
      name: 'counts the repeated hour twice when clocks go back',
      calendar: office({ timeZone: 'Europe/Berlin', hours: { sun: [['02:00', '02:20']] } }),
      from: '2026-10-24T22:00Z',
      expected: '2026-10-25T01:10Z',
    },
    {
      name: 'follows a change of half an hour (Lord Howe)',
      calendar: office({ timeZone: 'Australia/Lord_Howe', hours: { sun: [['01:45', '03:00']] } }),
      from: '2026-10-03T15:15Z',
      expected: '2026-10-03T15:45Z',
    },
    {
      name: 'refuses a calendar without hours',
      calendar: office({ hours: {} }),
      from: '2026-11-16T10:00Z',
      expected: 'no-working-time',
    },
    {
      name: 'refuses when everybody is away for longer than the longest closure',
      calendar: office({
        absences: [{ from: at('2026-11-16T10:10Z'), to: at('2026-12-31T00:00Z') }],
      }),
      from: '2026-11-16T10:00Z',
      expected: 'no-working-time',
    },
    {
      name: 'bridges a closure of three weeks',
      calendar: office({
        absences: [{ from: at('2026-11-16T10:10Z'), to: at('2026-12-07T00:00Z') }],
      }),
      from: '2026-11-16T10:00Z',
      expected: '2026-12-07T09:20Z',
    },
  ])('$name', ({ calendar, from, expected }) => {
    expect(due({ minutes: 30 }, from, calendar)).toBe(expected);
  });

  test('warns in working time too, and lists the blocks it counted', () => {
    expect(
      dueAt({
        target: { minutes: 30, warnAfterMinutes: 5 },
        from: at('2026-11-16T16:58Z'),
        calendar: office(),
      }),
    ).toEqual({
      ok: true,
      value: {
        dueAt: at('2026-11-17T09:28Z'),
        warnAt: at('2026-11-17T09:03Z'),
        blocks: [
          { from: at('2026-11-16T16:58Z'), to: at('2026-11-16T17:00Z'), minutes: 2 },
          { from: at('2026-11-17T09:00Z'), to: at('2026-11-17T09:28Z'), minutes: 28 },
        ],
      },
    });
  });

  test('drops a warning that would not come before the due instant', () => {
    const result = dueAt({
      target: { minutes: 5, warnAfterMinutes: 5 },
      from: at('2026-11-16T10:00Z'),
      calendar: office(),
    });
    expect(result).toMatchObject({ ok: true, value: { warnAt: null } });
  });

  test('names a zone, a wall time or a date that cannot be read', () => {
    const from = '2026-11-16T10:00Z';
    expect(() => due({ minutes: 1 }, from, office({ timeZone: 'Mars/Olympus' }))).toThrow(
      /Mars\/Olympus/,
    );
    expect(() => due({ minutes: 1 }, from, office({ hours: { mon: [['9am', '17:00']] } }))).toThrow(
      /9am/,
    );
    expect(() => due({ minutes: 1 }, from, office({ holidays: ['Christmas'] }))).toThrow(
      /Christmas/,
    );
    expect(() => due({}, from, office())).toThrow(/minutes or businessDays/);
  });
});

describe('dueAt in business days', () => {
  const oneDay = { businessDays: 1 };
  const beforeNoon = { sameDayIfBefore: '12:00', businessDays: 1 };
  test.each([
    {
      name: 'is the same wall time on the next working day',
      target: oneDay,
      from: '2026-11-16T10:15Z',
      expected: '2026-11-17T10:15Z',
    },
    {
      name: 'goes over the weekend',
      target: oneDay,
      from: '2026-11-13T10:15Z',
      expected: '2026-11-16T10:15Z',
    },
    {
      name: 'is the closing when nobody works between the arrival and that wall time',
      target: oneDay,
      from: '2026-11-14T07:00Z',
      expected: '2026-11-16T17:00Z',
    },
    {
      name: 'keeps a wall time before the opening when a working day lies before it',
      target: { businessDays: 2 },
      from: '2026-11-14T07:00Z',
      expected: '2026-11-17T07:00Z',
    },
    {
      name: 'is the closing when the arrival came later in the day',
      target: oneDay,
      from: '2026-11-16T20:00Z',
      expected: '2026-11-17T17:00Z',
    },
    {
      name: 'counts three working days over holiday and weekend (D4)',
      target: { businessDays: 3 },
      from: '2026-11-12T10:00Z',
      calendar: office({ holidays: ['2026-11-16'] }),
      expected: '2026-11-18T10:00Z',
    },
    {
      name: 'ends on the same day for an arrival before noon (D3)',
      target: beforeNoon,
      from: '2026-11-16T11:59Z',
      expected: '2026-11-16T17:00Z',
    },
    {
      name: 'takes a business day for an arrival at noon (D3)',
      target: beforeNoon,
      from: '2026-11-16T12:00Z',
      expected: '2026-11-17T12:00Z',
    },
    {
      name: "reads noon on the owner's wall clock",
      target: beforeNoon,
      from: '2026-11-16T11:30Z',
      calendar: office({ timeZone: 'Europe/Berlin' }),
      expected: '2026-11-17T11:30Z',
    },
    {
      name: 'ends on the next working day for a Saturday morning',
      target: beforeNoon,
      from: '2026-11-14T10:00Z',
      expected: '2026-11-16T17:00Z',
    },
    {
      name: 'ends on the next working day once a short day is over',
      target: beforeNoon,
      from: '2026-11-16T10:00Z',
      calendar: office({ hours: { ...week([['09:00', '17:00']]), mon: [['08:00', '10:00']] } }),
      expected: '2026-11-17T17:00Z',
    },
    {
      name: 'keeps the wall time when clocks change in between',
      target: oneDay,
      from: '2026-10-23T08:00Z',
      calendar: office({ timeZone: 'Europe/Berlin' }),
      expected: '2026-10-26T09:00Z',
    },
    {
      name: 'takes the moment of the jump for a wall time that is skipped',
      target: oneDay,
      from: '2026-03-28T01:30Z',
      calendar: office({
        timeZone: 'Europe/Berlin',
        hours: week([['00:00', '24:00']], ['sat', 'sun']),
      }),
      expected: '2026-03-29T01:00Z',
    },
    {
      name: 'refuses where no working day comes',
      target: oneDay,
      from: '2026-11-16T10:00Z',
      calendar: office({ hours: {} }),
      expected: 'no-working-time',
    },
  ])('$name', ({ target, from, expected, calendar = office() }) => {
    expect(due(target, from, calendar)).toBe(expected);
  });
});
