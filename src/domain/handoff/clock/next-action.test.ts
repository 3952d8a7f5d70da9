import { describe, expect, test } from '@jest/globals';
import { aHandoff, routedTo, type HandoffWishes } from '../../../testing/a-handoff.ts';
import { at } from '../../../testing/at.ts';
import {
  ADA,
  CLEO,
  FRIDAY_TEN,
  minutesLater,
  surroundings,
} from '../../../testing/surroundings.ts';
import type { Day } from '../../day.ts';
import { toIso } from '../../instant.ts';
import type { HandoffEvent, Happening } from '../events.ts';
import { evolveAll } from '../evolve.ts';
import type { Handoff } from '../handoff.ts';
import { checkAt } from './check-at.ts';
import { nextAction } from './next-action.ts';

const AROUND = surroundings();
const accepted: Happening = {
  kind: 'accepted',
  acceptance: 'outreach_started',
  meeting: null,
  note: '',
};
const met = (meeting: string | null): Happening => ({
  ...accepted,
  acceptance: 'meeting_booked',
  meeting: meeting as Day | null,
});
const attempted = (nextStepOn: string | null = null): Happening => ({
  kind: 'attempted',
  channel: 'phone',
  result: 'no_answer',
  real: true,
  nextStep: 'Call again',
  nextStepOn: nextStepOn as Day | null,
  minutes: 0,
});
const returned = (reasonCode: string | null, revisitOn: string | null = null): Happening => ({
  kind: 'recycled',
  reasonCode,
  owes: reasonCode === null ? 'reason' : null,
  revisitOn: revisitOn as Day | null,
  note: '',
});

function given(happened: readonly Happening[], wishes: HandoffWishes = {}): Handoff {
  const events = happened.map((one): HandoffEvent => ({ at: FRIDAY_TEN, by: ADA, ...one }));
  return evolveAll(aHandoff(wishes), events);
}

describe('the next action', () => {
  const host = { routed: routedTo(ADA, AROUND, { via: 'meeting_host' }) };
  const cleo = { routed: routedTo(CLEO, AROUND) };
  const noPhone = {
    opening: { facts: { id: '101', properties: { phone: null, email: 'mia@example.com' } } },
  };

  test.each<readonly [string, Handoff, string, string | null]>([
    [
      'is the first touch',
      given([]),
      'Call Mia, then accept, reject or recycle',
      '2026-11-20T09:30:00.000Z',
    ],
    [
      'is the first touch still after an accept',
      given([accepted]),
      'Call Mia',
      '2026-11-20T09:30:00.000Z',
    ],
    [
      'is no call to a lead without a phone',
      given([accepted], noPhone),
      'Write a personal e-mail to the lead',
      '2026-11-20T09:30:00.000Z',
    ],
    [
      'is what its owner said',
      given([attempted('2026-11-24')]),
      'Call again',
      '2026-11-24T08:00:00.000Z',
    ],
    [
      // Nine in New York, not midnight in Berlin.
      'is on a day of its owner',
      given([attempted('2026-11-24')], cleo),
      'Call again',
      '2026-11-24T14:00:00.000Z',
    ],
    [
      'is due with the cadence where its owner named no day',
      given([attempted(), attempted()]),
      'Call again',
      // Two days after Friday is a Sunday.
      '2026-11-23T08:00:00.000Z',
    ],
    [
      'is to prepare for the meeting',
      given([met('2026-11-24')]),
      'Prepare for the meeting with Mia',
      '2026-11-24T08:00:00.000Z',
    ],
    [
      'is to prepare for a meeting whose day nobody said',
      given([met(null)]),
      'Prepare for the meeting with Mia',
      '2026-11-23T09:00:00.000Z',
    ],
    [
      'is the decision too for the host of a meeting',
      given([], host),
      'Prepare for the meeting with Mia, then accept, reject or recycle',
      '2026-11-23T09:00:00.000Z',
    ],
    [
      'is what the reason asks for',
      given([returned('bad_data')]),
      'Marketing mends the data',
      '2026-11-23T09:00:00.000Z',
    ],
    [
      'waits for the day on which it comes back',
      given([returned('timing', '2027-02-18')]),
      'Goes back to nurture',
      '2027-02-18T08:00:00.000Z',
    ],
    [
      'is to give the reason that is owed',
      given([returned(null)]),
      'Say why it was recycled: choose a reject or recycle reason on the contact',
      '2026-11-23T09:00:00.000Z',
    ],
    [
      'is to fill in what is missing',
      given([], { verdict: { status: 'held_needs_data', missing: ['company.industry'] } }),
      'Fill in what is missing: industry',
      '2026-11-23T09:00:00.000Z',
    ],
    ['is none when it has ended', given([{ kind: 'closed', outcome: null, why: '' }]), '', null],
  ])('%s', (_name, handoff, text, due) => {
    const action = nextAction(handoff, AROUND);
    expect([action.text, action.dueAt && toIso(action.dueAt)]).toEqual([text, due]);
  });

  test('is to recycle when the cadence is used up', () => {
    const sixTimes = Array.from({ length: 6 }, () => attempted());
    const handoff = { ...given([accepted, ...sixTimes]), nextStep: null };
    expect(nextAction(handoff, AROUND).text).toContain('The cadence is used up');
  });

  test('is due after undo when it was due before', () => {
    const before = given([attempted(), accepted]);
    const decided: HandoffEvent = { at: minutesLater(600), by: ADA, ...returned('timing') };
    const undone: HandoffEvent = { at: minutesLater(601), by: ADA, kind: 'undone' };
    const after = evolveAll(before, [decided, undone]);
    expect(nextAction(after, AROUND)).toEqual(nextAction(before, AROUND));
  });
});

describe('Baton looks again', () => {
  test.each<readonly [string, Handoff, string, string | null]>([
    ['to warn', given([]), '2026-11-20T09:00:00.000Z', '2026-11-20T09:05:00.000Z'],
    ['when it is due', given([]), '2026-11-20T09:05:00.000Z', '2026-11-20T09:30:00.000Z'],
    ['for the next rung', given([]), '2026-11-20T09:30:00.000Z', '2026-11-20T09:45:00.000Z'],
    [
      'at the end of the day to decide',
      given([]),
      '2026-11-20T10:00:00.000Z',
      '2026-11-20T16:00:00.000Z',
    ],
    [
      'for a hollow accept',
      given([accepted]),
      '2026-11-20T10:00:00.000Z',
      '2026-11-20T10:30:00.000Z',
    ],
    [
      'the next working day when all that was planned lies behind',
      given([accepted]),
      '2026-11-20T12:00:00.000Z',
      '2026-11-23T12:00:00.000Z',
    ],
    [
      'within the hour at a hold for facts',
      given([], { verdict: { status: 'held_needs_data' } }),
      '2026-11-20T09:00:00.000Z',
      '2026-11-20T10:00:00.000Z',
    ],
    [
      'on the day on which it comes back',
      given([returned('timing', '2027-02-18')]),
      '2026-11-20T09:00:00.000Z',
      '2027-02-18T08:00:00.000Z',
    ],
    [
      'never at what has ended',
      given([{ kind: 'closed', outcome: null, why: '' }]),
      '2026-11-20T09:00:00.000Z',
      null,
    ],
  ])('%s', (_name, handoff, now, expected) => {
    const check = checkAt(handoff, surroundings(at(now)));
    expect(check && toIso(check)).toBe(expected);
  });
});
