import { describe, expect, test } from '@jest/globals';
import { aHandoff, routedTo } from '../../../testing/a-handoff.ts';
import { ADA, BEN, FRIDAY_TEN, minutesLater, surroundings } from '../../../testing/surroundings.ts';
import type { Day } from '../../day.ts';
import type { HandEdit } from '../command.ts';
import type { Happening } from '../events.ts';
import { evolveAll } from '../evolve.ts';
import { HANDOFF_STATUSES, type HandoffStatus } from '../handoff-status.ts';
import { type Handoff } from '../handoff.ts';
import { SOMEBODY } from '../progress.ts';
import { step } from './step.ts';

const AROUND = surroundings();
const accepted = {
  kind: 'accepted',
  acceptance: 'outreach_started',
  meeting: null,
  note: '',
} as const;
const rejected = {
  kind: 'rejected',
  reasonCode: 'wrong_icp',
  owes: null,
  revisitOn: null,
  note: 'small',
} as const;
const owing = { ...rejected, reasonCode: null, owes: 'reason', note: '' } as const;
const recycled = {
  kind: 'recycled',
  reasonCode: 'timing',
  owes: null,
  revisitOn: '2027-02-18' as Day,
  note: '',
} as const;

function given(happened: readonly Happening[], handoff = aHandoff()): Handoff {
  return evolveAll(
    handoff,
    happened.map((one) => ({ at: FRIDAY_TEN, by: ADA, ...one })),
  );
}

/** The handoff after somebody edited its contact, whose owner is Ada unless the edit says otherwise. */
function edited(handoff: Handoff, edit: Partial<HandEdit>): Handoff {
  const command = { do: 'edit', edit: { status: null, contactOwner: ADA, ...edit } } as const;
  const context = { ...surroundings(minutesLater(10)), by: SOMEBODY, leadStatus: null } as const;
  const stepped = step(handoff, command, context);
  if (!stepped.ok) throw new Error(stepped.reason.message);
  return evolveAll(handoff, stepped.value);
}

const nobody = (): Handoff => aHandoff({ routed: routedTo(null, AROUND) });

describe('a state that was set by hand', () => {
  test.each(HANDOFF_STATUSES)('is taken: %s', (status: HandoffStatus) => {
    for (const before of [aHandoff(), given([accepted]), given([rejected]), given([recycled])]) {
      expect(edited(before, { status }).state.status).toBe(status);
    }
  });

  test.each<readonly [string, Handoff, Partial<HandEdit>, object]>([
    [
      'an accept is that of the kind which was entered',
      aHandoff(),
      { status: 'accepted', acceptance: 'in_discovery', note: 'Met at the fair.' },
      { status: 'accepted', owner: ADA, acceptance: 'in_discovery', note: 'Met at the fair.' },
    ],
    [
      'an accept of a lead that another owner got at the same time is theirs',
      aHandoff(),
      { status: 'accepted', contactOwner: BEN },
      { status: 'accepted', owner: BEN },
    ],
    [
      'an accept of a lead that nobody had is that of the contact owner',
      nobody(),
      { status: 'accepted', contactOwner: BEN },
      { status: 'accepted', owner: BEN, acceptance: 'outreach_started', by: SOMEBODY },
    ],
    [
      'an accept without anybody waits for an owner',
      nobody(),
      { status: 'accepted', contactOwner: null },
      { status: 'held_no_owner', dueAt: minutesLater(70) },
    ],
    [
      'a rejection keeps reason and note',
      aHandoff(),
      { status: 'rejected', reasonCode: 'wrong_icp', note: 'A school.' },
      {
        status: 'rejected',
        reasonCode: 'wrong_icp',
        revisitOn: null,
        note: 'A school.',
      },
    ],
    [
      'a rejection for a reason to recycle still owes one',
      aHandoff(),
      { status: 'rejected', reasonCode: 'timing' },
      { status: 'rejected', reasonCode: null },
    ],
    [
      'a rejection for another reason without a note still owes it',
      aHandoff(),
      { status: 'rejected', reasonCode: 'other' },
      { status: 'rejected', reasonCode: 'other', owes: 'note' },
    ],
    [
      'a recycling comes back after the pause of its reason',
      given([accepted]),
      { status: 'recycled', reasonCode: 'timing' },
      { status: 'recycled', revisitOn: '2027-02-18' },
    ],
    [
      'a recycling comes back on the day that was entered, also where it has passed',
      aHandoff(),
      { status: 'recycled', reasonCode: 'timing', revisitOn: '2026-11-01' as Day },
      { status: 'recycled', revisitOn: '2026-11-01' },
    ],
    [
      'a lead that is taken up again is before the rep who had it',
      given([rejected]),
      { status: 'awaiting_decision' },
      { status: 'awaiting_decision', owner: ADA },
    ],
    [
      'a lead that is put back to nurture is due for its review',
      given([accepted], aHandoff({ verdict: { sla: { businessDays: 3 } } })),
      { status: 'nurture' },
      { status: 'nurture', dueAt: Date.parse('2026-11-25T09:10:00.000Z') },
    ],
    [
      'a lead that is closed keeps how sales had accepted it',
      given([accepted]),
      { status: 'closed' },
      { status: 'closed', outcome: null, accepted: { acceptance: 'outreach_started', by: ADA } },
    ],
  ])('%s', (_name, before, made, state) => {
    expect(edited(before, made).state).toMatchObject(state);
  });

  test('gives whoever takes it up again a fresh due time', () => {
    const { clock } = edited(given([rejected]), { status: 'awaiting_decision' });
    expect(clock).toMatchObject({ status: 'running', dueAt: minutesLater(40) });
  });
});

describe('a decision that was corrected by hand', () => {
  test.each<readonly [string, Happening, Partial<HandEdit>, string, object]>([
    [
      'gets the reason that it still owed',
      owing,
      { reasonCode: 'wrong_icp' },
      'reason_given',
      { reasonCode: 'wrong_icp', by: SOMEBODY },
    ],
    [
      'gets another reason',
      rejected,
      { reasonCode: 'duplicate' },
      'amended',
      { reasonCode: 'duplicate', by: ADA, at: FRIDAY_TEN, note: 'small' },
    ],
    [
      'gets another day',
      recycled,
      { revisitOn: '2027-01-04' as Day },
      'amended',
      { revisitOn: '2027-01-04', reasonCode: 'timing' },
    ],
    ['gets a note', rejected, { note: 'A school.' }, 'amended', { note: 'A school.' }],
    [
      'keeps a note that came with a reason which is none',
      owing,
      { reasonCode: 'no_such_reason', note: 'A school.' },
      'amended',
      { reasonCode: null, note: 'A school.' },
    ],
    [
      'is another kind of acceptance',
      accepted,
      { acceptance: 'in_discovery' },
      'amended',
      { status: 'accepted', acceptance: 'in_discovery' },
    ],
  ])('%s', (_name, happened, made, kind, state) => {
    const after = edited(given([happened]), made);
    expect(after.events.at(-1)?.kind).toBe(kind);
    expect(after.state).toMatchObject(state);
  });

  test.each<readonly [string, readonly Happening[], Partial<HandEdit>]>([
    ['a reason that is none', [rejected], { reasonCode: 'no_such_reason' }],
    ['what it says already', [rejected], { note: 'small' }],
    ['anything of a decision before there is one', [], { note: 'hello', reasonCode: 'timing' }],
  ])('stays as it is for %s', (_name, happened, made) => {
    const before = given(happened);
    expect(edited(before, made)).toEqual(before);
  });

  test('stops the clock where the meeting is entered afterwards, and starts it where there was none', () => {
    const met = edited(given([accepted]), { acceptance: 'meeting_booked' });
    expect(met.clock.status).toBe('not_applicable');
    expect(edited(met, { acceptance: 'outreach_started' }).clock.status).toBe('running');
  });
});
