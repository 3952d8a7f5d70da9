import { describe, expect, test } from '@jest/globals';
import { aHandoff, routedTo } from '../../../testing/a-handoff.ts';
import {
  ADA,
  aPolicy,
  BEN,
  FRIDAY_TEN,
  minutesLater,
  surroundings,
} from '../../../testing/surroundings.ts';
import type { PropertyValues } from '../../condition/lead-facts.ts';
import { HANDOFF } from '../../property-names.ts';
import type { HandoffEvent, Happening } from '../events.ts';
import { evolveAll } from '../evolve.ts';
import type { Handoff } from '../handoff.ts';
import { HANDOFF_PROPERTIES } from './handoff-properties.ts';
import { writeHandoff } from './write-handoff.ts';

const AROUND = surroundings();
const accepted: Happening = {
  kind: 'accepted',
  acceptance: 'meeting_booked',
  meeting: null,
  note: 'See you.',
};
const rejected: Happening = {
  kind: 'rejected',
  reasonCode: 'wrong_icp',
  owes: null,
  revisitOn: null,
  note: 'A school.',
};

function then(handoff: Handoff, ...happened: readonly Happening[]): Handoff {
  const events = happened.map((one): HandoffEvent => ({ at: FRIDAY_TEN, by: ADA, ...one }));
  return evolveAll(handoff, events);
}

/** A contact as it is after a handoff was written on it. */
function showing(handoff: Handoff, contact: PropertyValues = {}): PropertyValues {
  return { ...contact, ...writeHandoff(null, handoff, contact, AROUND) };
}

describe('what a new attempt writes', () => {
  test('is everything about it in one update', () => {
    const written = writeHandoff(null, aHandoff(), {}, AROUND);
    expect(written).toMatchObject({
      [HANDOFF.id]: '101-1',
      [HANDOFF.status]: 'awaiting_decision',
      [HANDOFF.owner]: ADA,
      [HANDOFF.pool]: 'emea',
      [HANDOFF.ownerReason]: 'It was your turn in EMEA.',
      [HANDOFF.slaDueAt]: '2026-11-20T09:30:00.000Z',
      [HANDOFF.slaStatus]: 'running',
      [HANDOFF.nextAction]: 'Call Mia, then accept, reject or recycle',
      [HANDOFF.checkAt]: '2026-11-20T09:05:00.000Z',
      [HANDOFF.touches]: '0',
      [HANDOFF.tier]: 'tier_1',
      hubspot_owner_id: ADA,
    });
  });

  test('clears what the attempt before left', () => {
    const before = showing(then(aHandoff(), rejected));
    expect(writeHandoff(null, aHandoff({ attempt: 2 }), before, AROUND)).toMatchObject({
      [HANDOFF.reasonCode]: '',
      [HANDOFF.decisionNote]: '',
      [HANDOFF.decidedAt]: '',
      [HANDOFF.outcome]: '',
    });
  });

  test('is the verdict alone while it only observes', () => {
    const observed = aHandoff({ opening: { mode: 'observe' } });
    const written = writeHandoff(null, observed, {}, AROUND);
    expect(Object.keys(written)).toEqual(expect.arrayContaining([HANDOFF.tier, HANDOFF.record]));
    for (const name of [HANDOFF.status, HANDOFF.owner, HANDOFF.checkAt, 'hubspot_owner_id']) {
      expect(written).not.toHaveProperty(name);
    }
  });

  test('says of a disqualified lead why and when', () => {
    const disqualified = { rule: 'free', reasonCode: 'wrong_icp', label: 'a private address' };
    const stopped = aHandoff({ verdict: { status: 'disqualified', disqualified } });
    expect(writeHandoff(null, stopped, {}, AROUND)).toMatchObject({
      [HANDOFF.reasonCode]: 'wrong_icp',
      [HANDOFF.outcome]: 'disqualified',
      [HANDOFF.decidedAt]: '2026-11-20T09:00:00.000Z',
    });
  });
});

describe('what a change writes', () => {
  test('is only what differs from what the contact shows', () => {
    const before = aHandoff();
    const after = then(before, accepted);
    const written = writeHandoff(before, after, showing(before), AROUND);
    expect(Object.keys(written).sort()).toEqual(
      [
        HANDOFF.acceptance,
        HANDOFF.checkAt,
        HANDOFF.decidedAt,
        HANDOFF.decidedBy,
        HANDOFF.decisionNote,
        HANDOFF.nextAction,
        HANDOFF.nextActionDueAt,
        HANDOFF.outcome,
        HANDOFF.record,
        HANDOFF.slaStatus,
        HANDOFF.status,
        'lifecyclestage',
      ].sort(),
    );
  });

  test('is nothing where nothing changed, in whichever form HubSpot shows it', () => {
    const handoff = aHandoff();
    const shown = { ...showing(handoff), [HANDOFF.slaDueAt]: String(minutesLater(30)) };
    expect(writeHandoff(handoff, handoff, shown, AROUND)).toEqual({});
  });

  test('leaves the reason that a person began to enter while it is owed', () => {
    const before = aHandoff();
    const owing = then(before, { ...rejected, reasonCode: null });
    const contact = { ...showing(before), [HANDOFF.reasonCode]: 'other' };
    expect(writeHandoff(before, owing, contact, AROUND)).not.toHaveProperty(HANDOFF.reasonCode);
  });

  test('takes the owner off a contact whose lead was passed on to nobody', () => {
    const before = aHandoff();
    const routed = routedTo(null, AROUND, { nth: 2 });
    const passed = { kind: 'passed_on', from: ADA, reasonCode: 'wrong_owner', note: '' } as const;
    const after = then(before, { ...passed, ...routed });
    expect(writeHandoff(before, after, showing(before), AROUND)).toMatchObject({
      hubspot_owner_id: '',
      [HANDOFF.owner]: '',
    });
    const others = { ...showing(before), hubspot_owner_id: BEN };
    expect(writeHandoff(before, after, others, AROUND)).not.toHaveProperty('hubspot_owner_id');
  });

  test("moves HubSpot's own stage and status with the decision, and the status back with undo", () => {
    const lifecycle = { onAccept: 'opportunity', leadStatus: { rejected: 'UNQUALIFIED' } };
    const around = surroundings(FRIDAY_TEN, aPolicy({ lifecycle }));
    const before = aHandoff();
    const contact = { ...showing(before), hs_lead_status: 'NEW' };
    const decided = then(before, { ...rejected, leadStatusBefore: 'NEW' });
    expect(writeHandoff(before, decided, contact, around)).toMatchObject({
      hs_lead_status: 'UNQUALIFIED',
    });
    const undone = then(decided, { kind: 'undone' });
    expect(writeHandoff(decided, undone, contact, around)).toMatchObject({ hs_lead_status: 'NEW' });
    expect(writeHandoff(before, then(before, accepted), contact, around)).toMatchObject({
      lifecyclestage: 'opportunity',
    });
  });
});

test('every property has a name of its own, a label and a description', () => {
  const names = HANDOFF_PROPERTIES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect([...names].sort()).toEqual(Object.values(HANDOFF).sort());
  for (const { label, description } of HANDOFF_PROPERTIES) {
    expect(label).not.toBe('');
    expect(description).not.toBe('');
  }
});
