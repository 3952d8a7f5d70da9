import { describe, expect, test } from '@jest/globals';
import { aHandoff, routedTo } from '../../../testing/a-handoff.ts';
import {
  ADA,
  aPolicy,
  BEN,
  CLEO,
  FRIDAY_TEN,
  minutesLater,
  surroundings,
} from '../../../testing/surroundings.ts';
import type { Day } from '../../day.ts';
import type { Instant } from '../../instant.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Command, Refusal } from '../command.ts';
import type { HandoffEvent, Happening } from '../events.ts';
import { evolveAll } from '../evolve.ts';
import { type Handoff } from '../handoff.ts';
import { BATON, type Actor } from '../progress.ts';
import { step } from './step.ts';

const AROUND = surroundings();
const STAYS = aPolicy({ lifecycle: { onAccept: null } });

const accept: Command = { do: 'accept', acceptance: 'outreach_started', meeting: null, note: '' };
const booked: Command = { ...accept, acceptance: 'meeting_booked', meeting: '2026-11-24' as Day };
const reject: Command = { do: 'reject', reasonCode: 'wrong_icp', note: '' };
const recycle: Command = { do: 'recycle', reasonCode: 'timing', note: '', revisitOn: null };
const undo: Command = { do: 'undo' };
const passOn: Command = {
  do: 'pass_on',
  reasonCode: 'wrong_owner',
  note: 'Hers is the north.',
  routed: routedTo(BEN, AROUND, { nth: 2 }),
};
const attempt: Command = {
  do: 'log_attempt',
  channel: 'phone',
  result: 'no_answer',
  noted: false,
  nextStep: 'Call again',
  nextStepOn: null,
};

/** Who asks, when and under which policy; Ada, at once and under the usual one unless said otherwise. */
interface Asking {
  readonly by?: Actor;
  readonly at?: Instant;
  readonly policy?: Policy;
}

type When = readonly [command: Command, asking?: Asking];

function ask(handoff: Handoff, [command, asking = {}]: When): ReturnType<typeof step> {
  const { by = ADA, at = FRIDAY_TEN, policy } = asking;
  return step(handoff, command, { ...surroundings(at, policy), by, leadStatus: 'NEW' }, 'r1');
}

/** The handoff after commands that must all be allowed. */
function after(given: readonly When[], handoff = aHandoff()): Handoff {
  return given.reduce((now, when) => evolveAll(now, eventsOf(now, when)), handoff);
}

function eventsOf(handoff: Handoff, when: When): readonly HandoffEvent[] {
  const stepped = ask(handoff, when);
  if (!stepped.ok) throw new Error(stepped.reason.message);
  return stepped.value;
}

function refusalOf(handoff: Handoff, when: When): Refusal | null {
  const stepped = ask(handoff, when);
  return stepped.ok ? null : stepped.reason;
}

const held = (): Handoff => aHandoff({ routed: routedTo(null, AROUND) });

describe('a command', () => {
  test('is told with who, when and for which request', () => {
    expect(eventsOf(aHandoff(), [accept, { by: BEN, at: minutesLater(3) }])).toEqual([
      {
        at: minutesLater(3),
        by: BEN,
        requestId: 'r1',
        kind: 'accepted',
        acceptance: 'outreach_started',
        meeting: null,
        note: '',
      },
    ]);
  });

  test.each<readonly [string, readonly When[], When, Partial<Happening>]>([
    ['accept', [], [accept], { kind: 'accepted' }],
    [
      'reject',
      [],
      [reject],
      { kind: 'rejected', reasonCode: 'wrong_icp', owes: null, revisitOn: null },
    ],
    ['reject after accepting', [[accept]], [reject], { kind: 'rejected' }],
    // 90 days from Friday are a Thursday; 30 days a Sunday, so the Monday after it.
    ['recycle', [], [recycle], { kind: 'recycled', revisitOn: '2027-02-18' as Day }],
    [
      'recycle for a pause that ends on a Sunday',
      [],
      [{ ...recycle, reasonCode: 'no_response' }],
      { revisitOn: '2026-12-21' as Day },
    ],
    [
      'recycle until a day that the rep chose',
      [[accept]],
      [{ ...recycle, revisitOn: '2026-11-21' as Day }],
      { revisitOn: '2026-11-21' as Day },
    ],
    ['pass it on', [], [passOn], { kind: 'passed_on', from: ADA, reasonCode: 'wrong_owner' }],
    ['pass it on after accepting', [[accept]], [passOn], { kind: 'passed_on' }],
    ['take a rejection back', [[reject]], [undo, { at: minutesLater(5) }], { kind: 'undone' }],
    ['take a recycling back', [[recycle]], [undo], { kind: 'undone' }],
    [
      'take an accept back that moved no stage',
      [[accept]],
      [undo, { policy: STAYS }],
      { kind: 'undone' },
    ],
    [
      'log an attempt',
      [],
      [attempt, { at: minutesLater(12) }],
      { kind: 'attempted', real: true, minutes: 12 },
    ],
    ['log the second attempt', [[attempt]], [attempt], { real: true, minutes: null }],
    ['log what bounced', [], [{ ...attempt, result: 'bounced' }], { real: false, minutes: null }],
    [
      'log who was not the one',
      [],
      [{ ...attempt, result: 'wrong_person' }],
      { real: false, minutes: null },
    ],
    [
      'log a talk with its note, and what is agreed for today',
      [[accept]],
      [{ ...attempt, result: 'connected', noted: true, nextStepOn: '2026-11-20' as Day }],
      { real: true, nextStepOn: '2026-11-20' as Day },
    ],
    ['join another entry', [], [{ do: 'join', entry: 'x', stage: 'lead' }], { kind: 'joined' }],
    [
      'close it',
      [[accept]],
      [{ do: 'close', outcome: 'won', why: 'the contact became Customer' }],
      { kind: 'closed', outcome: 'won' },
    ],
  ])('may be: %s', (_name, given, when, then) => {
    const events = eventsOf(after(given), when);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject(then);
  });

  const decided = 'decided meanwhile';
  test.each<readonly [string, readonly When[], When, Refusal['outcome'], string]>([
    ['accept twice', [[accept]], [accept], 'conflict', decided],
    ['accept what is rejected', [[reject]], [accept], 'conflict', decided],
    ['reject twice', [[reject]], [reject], 'conflict', decided],
    ['recycle what is rejected', [[reject]], [recycle], 'conflict', decided],
    ['pass on what is recycled', [[recycle]], [passOn], 'conflict', decided],
    ['log an attempt after the end', [[reject]], [attempt], 'conflict', 'has ended'],
    ['reject without a reason', [], [{ ...reject, reasonCode: '' }], 'invalid', 'needs a reason'],
    [
      'reject for a reason to recycle',
      [],
      [{ ...reject, reasonCode: 'timing' }],
      'invalid',
      '"wrong timing" is no reason to reject',
    ],
    [
      'recycle for a reason to reject',
      [],
      [{ ...recycle, reasonCode: 'wrong_icp' }],
      'invalid',
      'no reason to recycle',
    ],
    [
      'pass on for a reason to reject',
      [],
      [{ ...passOn, reasonCode: 'wrong_icp' }],
      'invalid',
      'no reason to pass a lead on',
    ],
    [
      'reject for a reason that is no longer offered',
      [],
      [{ ...reject, reasonCode: 'no_longer_used' }],
      'invalid',
      '"a reason of last year" is no reason to reject',
    ],
    [
      'reject for another reason without a note',
      [],
      [{ ...reject, reasonCode: 'other', note: '  ' }],
      'invalid',
      '"other reason" needs a note',
    ],
    [
      'recycle until today',
      [],
      [{ ...recycle, revisitOn: '2026-11-20' as Day }],
      'invalid',
      'not in the future',
    ],
    ['undo nothing', [], [undo], 'conflict', 'nothing to undo'],
    ['undo twice', [[reject], [undo]], [undo], 'conflict', 'nothing to undo'],
    [
      "undo somebody else's decision",
      [[reject]],
      [undo, { by: BEN }],
      'conflict',
      'Only the person',
    ],
    [
      'undo after five minutes',
      [[reject]],
      [undo, { at: (minutesLater(5) + 1) as Instant }],
      'conflict',
      'five minutes',
    ],
    ['undo an accept that moved the stage', [[accept]], [undo], 'conflict', 'lifecycle stage'],
    [
      'undo when something happened since',
      [[accept], [attempt]],
      [undo, { policy: STAYS }],
      'conflict',
      'moved on',
    ],
    [
      'log a talk without a note',
      [],
      [{ ...attempt, result: 'connected' }],
      'invalid',
      'write down what was said',
    ],
    [
      'plan the next step for yesterday',
      [],
      [{ ...attempt, nextStepOn: '2026-11-19' as Day }],
      'invalid',
      '2026-11-19 has passed',
    ],
  ])('may not be: %s', (_name, given, when, outcome, message) => {
    const refusal = refusalOf(after(given), when);
    expect(refusal).toMatchObject({ outcome, message: expect.stringContaining(message) });
  });

  test.each<Command>([accept, reject, recycle, passOn])(
    '$do waits for somebody to own it',
    (command) => {
      expect(refusalOf(held(), [command])?.message).toContain('Nobody owns this handoff yet');
    },
  );

  test.each<Command>([
    { do: 'route', routed: null },
    { ...passOn, routed: null },
  ])('$do without a routing is an error of ours', (command) => {
    expect(() => ask(aHandoff(), [command])).toThrow('101-1');
  });
});

describe('the clock', () => {
  test.each<readonly [string, readonly When[], Partial<Handoff['clock']>]>([
    ['runs on after an accept', [[accept]], { status: 'running', dueAt: minutesLater(30) }],
    ['ends with a booked meeting', [[booked]], { status: 'not_applicable' }],
    ['ends with a rejection in time', [[reject]], { status: 'not_applicable' }],
    [
      'has missed with a rejection too late',
      [[reject, { at: minutesLater(31) }]],
      { status: 'breached' },
    ],
    [
      'is met by an attempt at the due time',
      [[attempt, { at: minutesLater(30) }]],
      { status: 'met', firstTouchAt: minutesLater(30), firstTouchMinutes: 30 },
    ],
    [
      'is met late by one after it',
      [[attempt, { at: minutesLater(31) }]],
      { status: 'met_late', firstTouchMinutes: 31 },
    ],
    [
      'is not met by what bounced',
      [[{ ...attempt, result: 'bounced' }]],
      { status: 'running', firstTouchAt: null },
    ],
    [
      'counts the first attempt only',
      [
        [attempt, { at: minutesLater(10) }],
        [attempt, { at: minutesLater(50) }],
      ],
      { status: 'met', firstTouchAt: minutesLater(10), firstTouchMinutes: 10 },
    ],
    [
      'is neither met nor late where a meeting stands in its place',
      [[booked], [attempt, { at: minutesLater(50) }]],
      { status: 'not_applicable', firstTouchAt: minutesLater(50) },
    ],
    ['starts anew for whoever it is passed on to', [[accept], [passOn]], { status: 'running' }],
    [
      'runs as before after undo',
      [[reject], [undo]],
      { status: 'running', dueAt: minutesLater(30) },
    ],
  ])('%s', (_name, given, clock) => {
    expect(after(given).clock).toMatchObject(clock);
  });

  test('keeps a miss through everything that follows, until a late touch', () => {
    const missed = aHandoff();
    const breached: Handoff = { ...missed, clock: { ...missed.clock, status: 'breached' } };
    const late = { at: minutesLater(60) };
    const adopt: Command = { do: 'adopt', ownerId: BEN };
    expect(
      after(
        [
          [accept, late],
          [reject, late],
        ],
        breached,
      ).clock.status,
    ).toBe('breached');
    expect(after([[passOn, late]], breached).clock.status).toBe('breached');
    expect(after([[adopt, late]], breached).clock.status).toBe('breached');
    expect(
      after(
        [
          [adopt, late],
          [attempt, late],
        ],
        breached,
      ).clock.status,
    ).toBe('met_late');
  });
});

describe('an owner whom a person set', () => {
  const adopt: Command = { do: 'adopt', ownerId: CLEO };

  test('gets a due time in their own hours while the touch is owed', () => {
    // Four in the morning in New York: thirty minutes after nine there.
    const adopted = after([[accept], [adopt]]);
    expect(adopted.state).toMatchObject({ status: 'accepted', owner: CLEO });
    expect(adopted.clock.dueAt).toBe(Date.parse('2026-11-20T14:30:00.000Z'));
    expect(adopted.assignment).toMatchObject({ nth: 2, via: 'by_hand', at: FRIDAY_TEN });
  });

  test('starts nothing again once the touch was made', () => {
    const touched = after([[attempt, { at: minutesLater(10) }]]);
    const adopted = after([[adopt, { at: minutesLater(20) }]], touched);
    expect(adopted.clock).toEqual(touched.clock);
    expect(adopted.assignment).toMatchObject({ ownerId: CLEO, at: FRIDAY_TEN });
  });

  test('owes no touch where a meeting is booked', () => {
    expect(after([[booked], [adopt]]).clock.status).toBe('not_applicable');
  });

  test('is due at no time left from before where the verdict knows none', () => {
    const before = after([[reject]], aHandoff());
    const unclocked = { ...before.opened, verdict: { ...before.opened.verdict, sla: null } };
    const adopted = after([[adopt]], { ...before, opened: unclocked });
    expect(adopted.clock).toMatchObject({ status: 'not_applicable', dueAt: null });
  });

  test('has a lead from then on that waited for one', () => {
    expect(after([[adopt]], held()).state).toEqual({ status: 'awaiting_decision', owner: CLEO });
  });
});

describe('routing a lead on hold', () => {
  const nobody: Command = { do: 'route', routed: routedTo(null, AROUND, { nth: 2 }) };

  test('gives it to whom it found', () => {
    const found: Command = { do: 'route', routed: routedTo(BEN, AROUND, { nth: 2 }) };
    expect(after([[found, { by: BATON }]], held())).toMatchObject({
      state: { status: 'awaiting_decision', owner: BEN },
      clock: { status: 'running' },
    });
  });

  test('changes nothing where Baton finds nobody again', () => {
    expect(eventsOf(held(), [nobody, { by: BATON }])).toEqual([]);
  });

  test('answers a person who asked for it', () => {
    expect(eventsOf(held(), [nobody])).toMatchObject([{ kind: 'routed' }]);
  });

  test('leaves nobody with the lead that was passed on where nobody else can take it', () => {
    const passed = after([[{ ...passOn, routed: routedTo(null, AROUND, { nth: 2 }) }]]);
    expect(passed).toMatchObject({
      state: { status: 'held_no_owner', dueAt: minutesLater(60) },
      clock: { status: 'not_applicable', dueAt: null },
    });
  });
});

describe('a hold that is judged again', () => {
  const held = aHandoff({ verdict: { status: 'held_needs_data', missing: ['company.name'] } });
  const { verdict, facts } = held.opened;
  const release: Extract<Command, { do: 'release' }> = {
    do: 'release',
    verdict,
    facts,
    policyVersion: 'v2',
    routed: null,
  };
  const byBaton: Asking = { by: BATON };

  test('stays as it is on the same gaps', () => {
    expect(eventsOf(held, [release, byBaton])).toEqual([]);
  });

  test('is held for something else, and keeps what it rests on now', () => {
    const missing = ['contact.email'];
    const other = after([[{ ...release, verdict: { ...verdict, missing } }, byBaton]], held);
    expect(other.state.status).toBe('held_needs_data');
    expect(other.opened).toMatchObject({ policyVersion: 'v2', verdict: { missing } });
  });

  test('goes to sales as soon as nothing is missing', () => {
    const full = { ...verdict, status: 'awaiting_decision', missing: [] } as const;
    const routed = routedTo(BEN, AROUND);
    const released = after([[{ ...release, verdict: full, routed }, byBaton]], held);
    expect(released.state).toEqual({ status: 'awaiting_decision', owner: BEN });
    expect(released.events.map(({ kind }) => kind)).toEqual(['opened', 'released', 'routed']);
  });

  test('ends where it turns out to be disqualified', () => {
    const stopped = { ...verdict, status: 'disqualified', missing: [] } as const;
    const ended = after([[{ ...release, verdict: stopped }, byBaton]], held);
    expect(ended.state).toEqual({ status: 'disqualified' });
  });
});
