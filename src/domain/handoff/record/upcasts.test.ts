import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { at } from '../../../testing/at.ts';
import { surroundings } from '../../../testing/surroundings.ts';
import type { PropertyValues } from '../../condition/lead-facts.ts';
import { HANDOFF } from '../../property-names.ts';
import { checkAt } from '../clock/check-at.ts';
import { describeEvent } from '../describe.ts';
import { HANDOFF_STATUSES, isLive, type HandoffStatus } from '../handoff-status.ts';
import type { Handoff } from '../handoff.ts';
import { planContact } from '../plan-contact.ts';
import { decodeHandoff, encodeHandoff } from './codec.ts';

/** Contacts as the first version of Baton left them, with the record as text; the leads are made up. */
const FIXTURES = JSON.parse(
  readFileSync(new URL('./fixtures/schema-1.json', import.meta.url), 'utf8'),
) as Readonly<Record<'accepted' | 'recycled' | 'nurture', Readonly<Record<string, unknown>>>>;

/** One of those contacts, as it would be in another state. */
function contactOf(
  fixture: keyof typeof FIXTURES,
  change: PropertyValues & { readonly [HANDOFF.status]?: HandoffStatus } = {},
): PropertyValues {
  const { [HANDOFF.record]: record, ...properties } = FIXTURES[fixture];
  const status = change[HANDOFF.status] ?? properties[HANDOFF.status];
  return {
    ...(properties as PropertyValues),
    ...change,
    [HANDOFF.record]: JSON.stringify({ ...(record as object), status }),
  };
}

function broughtUp(contact: PropertyValues): Handoff {
  const record = decodeHandoff(contact[HANDOFF.record], contact);
  if (record.kind !== 'handoff') throw new Error(JSON.stringify(record));
  return record.handoff;
}

describe('a record of the first version', () => {
  test('keeps owner, due time, decision, entries and verdict', () => {
    const handoff = broughtUp(contactOf('accepted'));
    expect(handoff).toMatchObject({
      id: '73000000442-1',
      contactId: '73000000442',
      attempt: 1,
      entries: ['marketingqualifiedlead@2026-11-26T09:00:00.169Z'],
      state: {
        status: 'accepted',
        owner: '40001002',
        acceptance: 'outreach_started',
        at: at('2026-11-26T09:00:00.668Z'),
        by: '40001002',
      },
      assignment: { ownerId: '40001002', pool: 'emea-sales', via: 'pool', stage: 'ae', nth: 1 },
      clock: { dueAt: at('2026-11-26T09:30:00.413Z'), firstTouchAt: null },
      touches: 0,
      opened: { mode: 'live', policyVersion: 'v2', verdict: { tier: 'tier_1', play: 'demo' } },
    });
  });

  test('keeps why and until when it was recycled', () => {
    expect(broughtUp(contactOf('recycled')).state).toMatchObject({
      status: 'recycled',
      reasonCode: 'timing',
      owes: null,
      revisitOn: '2027-02-24',
      by: '40001004',
    });
  });

  test('keeps touches and what its owner said comes next', () => {
    const contact = contactOf('accepted', {
      [HANDOFF.touches]: '2',
      [HANDOFF.firstTouchAt]: '2026-11-26T09:12:00.000Z',
      [HANDOFF.firstTouchMinutes]: '11',
      [HANDOFF.slaStatus]: 'met',
      [HANDOFF.nextAction]: 'Send the offer',
      [HANDOFF.nextActionDueAt]: '2026-11-30T08:00:00.000Z',
    });
    expect(broughtUp(contact)).toMatchObject({
      touches: 2,
      clock: {
        status: 'met',
        firstTouchAt: at('2026-11-26T09:12:00.000Z'),
        firstTouchMinutes: 11,
      },
      nextStep: { text: 'Send the offer', on: '2026-11-30' },
    });
  });

  test('keeps when the meeting is, which is no next step of its owner', () => {
    const contact = contactOf('accepted', {
      [HANDOFF.acceptance]: 'meeting_booked',
      [HANDOFF.touches]: '1',
      [HANDOFF.nextAction]: 'Prepare for the meeting with Ada',
      [HANDOFF.nextActionDueAt]: '2026-11-30T08:30:00.000Z',
    });
    expect(broughtUp(contact)).toMatchObject({
      state: { acceptance: 'meeting_booked', meeting: at('2026-11-30T08:30:00.000Z') },
      nextStep: null,
    });
  });

  test('knows who passed it on, and that it was on hold', () => {
    const change = { at: '2026-11-26T09:00:00.000Z', by: 'baton', why: '' };
    const record = FIXTURES.accepted[HANDOFF.record] as object;
    const changes = ['held_no_owner', 'awaiting_decision, owner 1', 'passed on to owner 2'];
    const { events } = broughtUp({
      ...contactOf('accepted'),
      [HANDOFF.record]: JSON.stringify({
        ...record,
        changes: changes.map((what) => ({ ...change, what })),
      }),
    });
    expect(events).toMatchObject([
      { status: 'held_no_owner' },
      { status: 'awaiting_decision' },
      { what: 'Passed on', from: '1' },
    ]);
  });

  test('keeps how sales had accepted it when it is closed', () => {
    const change = { [HANDOFF.status]: 'closed', [HANDOFF.outcome]: 'opportunity' } as const;
    expect(broughtUp(contactOf('accepted', change)).state).toMatchObject({
      status: 'closed',
      outcome: 'opportunity',
      accepted: { acceptance: 'outreach_started', by: '40001002' },
    });
  });

  test('tells its history in words, without the ids and codes of the old one', () => {
    const names = {
      owner: () => 'Ada Adams',
      reason: () => null,
      channel: (channel: string) => channel,
      result: (result: string) => result,
    };
    const told = (fixture: keyof typeof FIXTURES): readonly string[] =>
      broughtUp(contactOf(fixture)).events.map((event) => {
        const { what, why, by } = describeEvent(event, names);
        return `${by}: ${what} (${why})`;
      });
    expect(told('accepted')).toEqual([
      'Baton: Waiting for the rep to decide (It was your turn in EMEA Sales.)',
      'Ada Adams: Accepted by sales (sales will work it)',
    ]);
    expect(told('recycled')).toEqual([
      'Baton: Waiting for the rep to decide (It was your turn in EMEA Sales.)',
      'Ada Adams: Recycled: not now (wrong timing)',
    ]);
    expect(told('nurture')).toEqual([
      'Baton: In nurture (Keep in nurture until an SDR reviews it)',
    ]);
  });

  test.each(HANDOFF_STATUSES)('can be read when it is %s, and is no edit by hand', (status) => {
    const contact = contactOf(
      status === 'rejected' || status === 'recycled'
        ? 'recycled'
        : status === 'nurture' || status === 'disqualified' || status.startsWith('held_')
          ? 'nurture'
          : 'accepted',
      { [HANDOFF.status]: status },
    );
    const handoff = broughtUp(contact);
    const around = surroundings(at('2026-11-26T09:10:00.000Z'));
    const shown = { ...contact, lifecyclestage: 'marketingqualifiedlead' };
    const owned = { ...shown, hubspot_owner_id: contact[HANDOFF.owner] || null };
    expect(handoff.state.status).toBe(status);
    expect(handoff.version).toBe(handoff.events.length);
    expect(planContact(owned, handoff, { ...around, causes: ['told'] }).kind).not.toBe('command');
    expect(checkAt(handoff, around) !== null || !isLive(status)).toBe(true);
    // From now on it is a record of this version.
    expect(decodeHandoff(encodeHandoff(handoff), {})).toEqual({ kind: 'handoff', handoff });
  });
});
