import { instant, MINUTE } from '../src/domain/instant.ts';
import type { SlaTarget } from '../src/domain/sla/sla-target.ts';
import { routeInOrder } from '../src/domain/routing/route-in-order.ts';
import type { LeadToRoute, RoutingContext } from '../src/domain/routing/routing.ts';
import { dueAt } from '../src/domain/sla/due-at.ts';
import type { WorkingCalendar } from '../src/domain/sla/working-calendar.ts';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];
const MONDAY = Date.parse('2026-11-16T10:00:00Z');
const DUE_TIMES = 100_000;
const LEADS = 10_000;
const REPS = 12;

const CLASSES: readonly { readonly name: string; readonly sla: SlaTarget }[] = [
  { name: '30 minutes, warned after 5 (D1)', sla: { minutes: 30, warnAfterMinutes: 5 } },
  {
    name: 'same day before noon, else 1 day (D3)',
    sla: { sameDayIfBefore: '12:00', businessDays: 1 },
  },
  { name: '3 business days (D4)', sla: { businessDays: 3 } },
];

/** Microseconds for a due time in four zones, and for routing a burst of 10,000 leads over 12 reps. */
export function benchSla(): void {
  console.log('| SLA class | µs per due time | µs per lead routed in a burst |');
  console.log('| --- | ---: | ---: |');
  for (const { name, sla } of CLASSES) {
    console.log(`| ${name} | ${dueTime(sla).toFixed(1)} | ${routing(sla).toFixed(0)} |`);
  }
}

function dueTime(target: SlaTarget): number {
  const calendars = ZONES.map(calendarIn);
  return microseconds(DUE_TIMES, () => {
    for (let index = 0; index < DUE_TIMES; index += 1) {
      const calendar = calendars[index % calendars.length];
      if (calendar) dueAt({ target, from: instant(MONDAY + index * MINUTE), calendar });
    }
  });
}

function routing(sla: SlaTarget): number {
  const owners = Array.from({ length: REPS }, (_, index) => String(index + 1));
  const context: RoutingContext = {
    policy: {
      pools: {
        team: {
          label: 'Team',
          members: owners.map((ownerId, index) => ({
            ownerId,
            weight: 1 + (index % 4),
            capacity: null,
          })),
          calendar: null,
          overflow: null,
        },
      },
      keepContactOwner: false,
      keepAccountOwner: false,
      fallback: null,
    },
    calendars: {},
    reps: new Map(
      owners.map((ownerId, index) => {
        const calendar = calendarIn(ZONES[index % ZONES.length] ?? 'UTC');
        return [ownerId, { ownerId, name: `Rep ${ownerId}`, active: true, calendar }];
      }),
    ),
    accountZone: 'UTC',
    now: instant(MONDAY),
  };
  const leads = Array.from({ length: LEADS }, (_, index): LeadToRoute => {
    const nobody = { meetingHost: null, contactOwner: null, sameCompanyRep: null };
    const known = { ...nobody, companyOwner: null, dealOwner: null };
    return { id: String(index), companyId: null, sla, pool: 'team', rule: null, ...known };
  });
  return microseconds(LEADS, () => {
    routeInOrder(leads, { standings: new Map(), open: new Map() }, context);
  });
}

function calendarIn(timeZone: string): WorkingCalendar {
  const blocks = [
    ['09:00', '12:30'],
    ['13:30', '18:00'],
  ] as const;
  const days = ['mon', 'tue', 'wed', 'thu', 'fri'];
  return { timeZone, hours: Object.fromEntries(days.map((day) => [day, blocks])) };
}

/** The second of two runs counts; the first warms up. */
function microseconds(count: number, run: () => void): number {
  run();
  const start = performance.now();
  run();
  return ((performance.now() - start) / count) * 1000;
}

if (import.meta.main) benchSla();
