import { describe, expect, test } from '@jest/globals';
import { aHandoff, routedTo } from '../../testing/a-handoff.ts';
import { ADA, BEN, FRIDAY_TEN, surroundings } from '../../testing/surroundings.ts';
import type { HandoffEvent, Happening } from './events.ts';
import { evolveAll } from './evolve.ts';
import type { Handoff } from './handoff.ts';
import { turnsGivenBack } from './turns-given-back.ts';

const AROUND = surroundings();
const rejected = {
  kind: 'rejected' as const,
  reasonCode: 'wrong_icp',
  owes: null,
  revisitOn: null,
  note: '',
};
/** It counts against the share of whoever had it. */
const recycled: Happening = { ...rejected, kind: 'recycled', reasonCode: 'timing' };
const passedOn: Happening = {
  kind: 'passed_on',
  from: ADA,
  reasonCode: 'wrong_owner',
  note: '',
  ...routedTo(BEN, AROUND, { nth: 2 }),
};

function given(happened: readonly Happening[], handoff = aHandoff()): Handoff {
  const events = happened.map((one): HandoffEvent => ({ at: FRIDAY_TEN, by: ADA, ...one }));
  return evolveAll(handoff, events);
}

describe('a turn', () => {
  const knew = aHandoff({ routed: routedTo(ADA, AROUND, { via: 'contact_owner' }) });
  const first = { nth: 1, givenBack: true };

  test.each<readonly [string, Handoff, number, readonly object[]]>([
    ['is given back for a lead that should not have come', given([rejected]), 1, [first]],
    ['is kept for a lead that is recycled', given([recycled]), 1, []],
    [
      'is given back with a reason that comes later',
      given([{ ...rejected, kind: 'reason_given' }]),
      1,
      [first],
    ],
    ['is given back for a lead that was passed on', given([passedOn]), 1, [first]],
    [
      'is given back by each who passes it on or rejects it',
      given([passedOn, rejected]),
      2,
      [first, { nth: 2, givenBack: true }],
    ],
    [
      'is told once: by the newest events',
      given([passedOn, rejected]),
      1,
      [{ nth: 2, givenBack: true }],
    ],
    [
      'is taken again with undo',
      given([rejected, { kind: 'undone' }]),
      1,
      [{ nth: 1, givenBack: false }],
    ],
    [
      'stays given back when only the second decision is undone',
      given([rejected, recycled, { kind: 'undone' }]),
      1,
      [first],
    ],
    ['is none for whoever knew the lead', given([rejected], knew), 1, []],
    [
      'is known where the first events were shed',
      { ...given([rejected]), events: given([rejected]).events.slice(-1) },
      1,
      [first],
    ],
    [
      'is given back by whoever passed it on, where it is not known how they got it',
      { ...given([passedOn]), events: given([passedOn]).events.slice(-1) },
      1,
      [first],
    ],
    [
      'is not given back before it was taken',
      given(
        [rejected, { kind: 'routed', ...routedTo(ADA, AROUND) }],
        aHandoff({ verdict: { status: 'nurture' } }),
      ),
      3,
      [],
    ],
  ])('%s', (_name, handoff, newest, expected) => {
    expect(turnsGivenBack(handoff, newest, AROUND.policy)).toEqual(expected);
  });
});
