import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAY, HOUR, MINUTE, instant, type Instant } from '../instant.ts';
import { afterMinutes, dueAt } from './due-at.ts';
import type { Weekday, WorkingCalendar } from './working-calendar.ts';
import { endOfWorkingDay, nextOpening, workingMinutesBetween } from './working-time.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Pacific/Apia',
] as const;
const DAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const formats = new Map<string, Intl.DateTimeFormat>();
const quarters = new Map<string, readonly [date: string, minute: number]>();

/** The wall clock as the platform prints it, asked once for each quarter of an hour (zones change on quarters). */
function wallClock(timeZone: string, minuteStart: number): { date: string; minute: number } {
  const quarter = Math.floor(minuteStart / (15 * MINUTE)) * 15 * MINUTE;
  const key = `${timeZone} ${quarter}`;
  let known = quarters.get(key);
  if (!known) {
    let format = formats.get(timeZone);
    if (!format) {
      format = new Intl.DateTimeFormat('sv-SE', {
        timeZone,
        dateStyle: 'short',
        timeStyle: 'short',
      });
      formats.set(timeZone, format);
    }
    const [date = '', time = ''] = format.format(quarter).split(' ');
    const [hour = '', minute = ''] = time.split(':');
    known = [date, Number(hour) * 60 + Number(minute)];
    quarters.set(key, known);
  }
  return { date: known[0], minute: known[1] + (minuteStart - quarter) / MINUTE };
}

const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** Design §8 word for word, for one instant; the oracle knows nothing of stretches, spans or caches. */
function worksAt(calendar: WorkingCalendar, t: number): boolean {
  const { date, minute } = wallClock(calendar.timeZone, t);
  if (calendar.holidays?.includes(date)) return false;
  if (calendar.absences?.some((absence) => absence.from <= t && t < absence.to)) return false;
  const weekday = new Date(`${date}T00:00Z`).getUTCDay();
  const inBlocks = (day: number, wall: number): boolean =>
    (calendar.hours[DAYS[(day + 7) % 7] ?? 'sun'] ?? []).some(([start, end]) => {
      const opens = minuteOf(start);
      const closes = minuteOf(end) <= opens ? minuteOf(end) + 24 * 60 : minuteOf(end);
      return opens <= wall && wall < closes;
    });
  return inBlocks(weekday, minute) || inBlocks(weekday - 1, minute + 24 * 60);
}

function oracleDue(calendar: WorkingCalendar, from: Instant, minutes: number): Instant | null {
  let left = minutes;
  for (let t: number = from; t < from + 20 * DAY; t += MINUTE) {
    if (worksAt(calendar, t)) left -= 1;
    if (left === 0) return instant(t + MINUTE);
  }
  return null;
}

/** Instants near the clock changes of 2026 as often as anywhere else. */
const aMinute = fc
  .oneof(
    fc.constantFrom(
      '2026-03-29T01:00Z',
      '2026-10-25T01:00Z',
      '2026-03-08T07:00Z',
      '2026-11-01T06:00Z',
      '2026-04-04T15:00Z',
      '2026-10-03T15:30Z',
      '2026-02-15T02:00Z',
      '2026-09-26T14:00Z',
    ),
    fc.constantFrom('2026-01-05T00:00Z', '2026-06-15T00:00Z', '2027-12-27T00:00Z'),
  )
  .chain((near) =>
    fc
      .integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 })
      .map((minutes) => instant(Date.parse(near) + minutes * MINUTE)),
  );

const aWallTime = (max: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.nat(max),
      fc.nat(Math.floor(max / 30)).map((half) => half * 30),
    )
    .map(
      (minute) =>
        `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    );

const aCalendar = (from: Instant): fc.Arbitrary<WorkingCalendar> =>
  fc.record({
    timeZone: fc.constantFrom(...ZONES),
    hours: fc.dictionary(
      fc.constantFrom(...DAYS),
      fc.array(fc.tuple(aWallTime(1439), aWallTime(1440)), { maxLength: 3 }),
      { minKeys: 1, maxKeys: 7 },
    ),
    holidays: fc.array(
      fc
        .integer({ min: -1, max: 5 })
        .map((day) => new Date(from + day * DAY).toISOString().slice(0, 10)),
      { maxLength: 3 },
    ),
    absences: fc.array(
      fc
        .tuple(fc.integer({ min: -600, max: 4000 }), fc.integer({ min: 0, max: 3000 }))
        .map(([start, length]) => ({
          from: instant(from + start * MINUTE),
          to: instant(from + (start + length) * MINUTE),
        })),
      { maxLength: 3 },
    ),
  });

const aCase = aMinute.chain((from) =>
  fc.record({
    from: fc.constant(from),
    calendar: aCalendar(from),
    minutes: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 3000 })),
  }),
);

describe('against counting minute by minute', () => {
  test('due instants are the same for any calendar, zone and arrival', () => {
    fc.assert(
      fc.property(aCase, ({ from, calendar, minutes }) => {
        const expected = oracleDue(calendar, from, minutes);
        // Beyond its horizon the oracle does not know.
        fc.pre(expected !== null);
        expect(dueAt({ target: { minutes }, from, calendar })).toMatchObject({
          ok: true,
          value: { dueAt: expected },
        });
      }),
      { numRuns: 400 },
    );
  });

  test('working minutes and working instants are the same', () => {
    fc.assert(
      fc.property(aCase, fc.integer({ min: 0, max: 5000 }), ({ from, calendar }, length) => {
        let counted = 0;
        for (let t: number = from; t < from + length * MINUTE; t += MINUTE) {
          if (worksAt(calendar, t)) counted += 1;
        }
        expect(workingMinutesBetween(from, instant(from + length * MINUTE), calendar)).toBe(
          counted,
        );
        expect(nextOpening(from, calendar) === from).toBe(worksAt(calendar, from));
      }),
      { numRuns: 150 },
    );
  });

  test('the end of a working day is the last working minute of its date', () => {
    fc.assert(
      fc.property(aCase, ({ from, calendar }) => {
        let opening: number = from;
        while (opening < from + 8 * DAY && !worksAt(calendar, opening)) opening += MINUTE;
        fc.pre(opening < from + 8 * DAY);
        const { date } = wallClock(calendar.timeZone, opening);
        let closing = opening;
        for (let t = opening; t < opening + 26 * HOUR; t += MINUTE) {
          if (worksAt(calendar, t) && wallClock(calendar.timeZone, t).date === date) {
            closing = t + MINUTE;
          }
        }
        expect(endOfWorkingDay(from, calendar)).toBe(closing);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the laws of working time', () => {
  test('the working time from arrival to due is exactly the target, to the millisecond', () => {
    fc.assert(
      fc.property(aCase, fc.nat(59_999), ({ from, calendar, minutes }, ms) => {
        const arrival = instant(from + ms);
        const result = dueAt({ target: { minutes }, from: arrival, calendar });
        fc.pre(result.ok);
        expect(workingMinutesBetween(arrival, result.value.dueAt, calendar)).toBe(minutes);
        expect(result.value.blocks.reduce((sum, block) => sum + block.minutes, 0)).toBeCloseTo(
          minutes,
          6,
        );
      }),
    );
  });

  test('more minutes are never due earlier, and counting on from a due instant adds up', () => {
    fc.assert(
      fc.property(aCase, fc.integer({ min: 1, max: 500 }), ({ from, calendar, minutes }, more) => {
        const first = afterMinutes(minutes, from, calendar);
        fc.pre(first !== null);
        expect(afterMinutes(more, first, calendar)).toBe(
          afterMinutes(minutes + more, from, calendar),
        );
      }),
    );
  });
});
