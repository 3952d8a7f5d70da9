import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aHandoff, routedTo } from '../../../testing/a-handoff.ts';
import { ADA, BEN, minutesLater, surroundings } from '../../../testing/surroundings.ts';
import type { PropertyValues } from '../../condition/lead-facts.ts';
import { HANDOFF } from '../../property-names.ts';
import type { CandidateTrace } from '../../routing/routing.ts';
import { evolveAll } from '../evolve.ts';
import type { HandoffEvent } from '../events.ts';
import type { Handoff } from '../handoff.ts';
import { planContact } from '../plan-contact.ts';
import { decodeHandoff, encodeHandoff } from './codec.ts';
import { SHED_ABOVE } from './shed.ts';
import { writeHandoff } from './write-handoff.ts';

function readBack(handoff: Handoff): Handoff {
  const record = decodeHandoff(encodeHandoff(handoff), {});
  if (record.kind !== 'handoff') throw new Error(JSON.stringify(record));
  return record.handoff;
}

function candidate(ownerId: string, eligible: boolean): CandidateTrace {
  const why = 'They have no room for another lead today. '.repeat(5);
  return { ownerId, pool: 'emea', eligible, why, shortfall: null, turn: eligible };
}

describe('the handoff record', () => {
  test('reads back what was written', () => {
    expect(readBack(aHandoff())).toEqual(aHandoff());
  });

  test.each([null, undefined, ''])('is none when the property is %p', (raw) => {
    expect(decodeHandoff(raw, {})).toEqual({ kind: 'none' });
  });

  test.each(['{', '[]', '"text"', '{"schema":0}', '{"schema":1}', '{"schema":2}'])(
    'is damaged when it says %s',
    (raw) => {
      expect(decodeHandoff(raw, {})).toMatchObject({
        kind: 'damaged',
        message: expect.stringContaining("property's history"),
      });
    },
  );

  test('of a newer version of Baton is left alone, and says so', () => {
    expect(decodeHandoff('{"schema":3}', {})).toMatchObject({
      message: expect.stringContaining('newer version of Baton'),
    });
  });

  test('quotes nothing that it holds of a person when it is damaged', () => {
    const damaged = encodeHandoff(aHandoff()).replace('"attempt":1', '"attempt":"Mia Sommer"');
    expect(decodeHandoff(damaged, {})).toMatchObject({
      message: expect.not.stringContaining('Mia'),
    });
    expect(decodeHandoff('{"firstname":"Mia', {})).toMatchObject({
      message: expect.not.stringContaining('Mia'),
    });
  });
});

describe('a record that has grown too long', () => {
  test('sheds candidates who could not take the lead before anything else, and says so', () => {
    const around = surroundings();
    const routed = routedTo(ADA, around);
    const winner = candidate(ADA, true);
    const losers = Array.from({ length: 300 }, (_, n) => candidate(String(30_000 + n), false));
    const trace = [winner, ...losers];
    const full = aHandoff({ routed: { ...routed, assignment: { ...routed.assignment, trace } } });
    const kept = readBack(full);
    expect(kept.assignment?.trace).toEqual([winner, ...losers.slice(0, 20)]);
    expect(kept.shed).toEqual(['280 candidates who could not take the lead']);
    expect(kept.opened).toEqual(full.opened);
  });

  test('sheds in the order of the design, and says each', () => {
    const full = aHandoff({
      opening: {
        facts: {
          id: '101',
          properties: { message: 'm'.repeat(59_000) },
          events: [{ type: 'page_view', occurredAt: '2026-11-20T09:00:00Z', properties: {} }],
        },
      },
    });
    const earlier = Array.from({ length: 3 }, (_, n) => anAttempt(n + 1, 'n'.repeat(500)));
    expect(readBack({ ...full, earlier }).shed).toEqual([
      '1 events the lead caused',
      'the notes of 3 earlier attempts',
      'the facts seen when it was decided',
    ]);
  });

  test('always fits, reads back, counts on and keeps where it stands', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 400 }),
        fc.nat({ max: 400 }),
        fc.nat({ max: 300 }),
        fc.constantFrom(0, 1_000, 65_000),
        fc.nat({ max: 200 }),
        // What JSON has to escape takes up to six characters each.
        fc.constantFrom('w', '"', '\u0001'),
        (candidates, leadEvents, attempts, length, events, letter) => {
          const full = grown({ candidates, leadEvents, attempts, length, events, letter });
          const text = encodeHandoff(full);
          expect(text.length).toBeLessThanOrEqual(SHED_ABOVE);
          const kept = readBack(full);
          expect(kept.version).toBe(full.version);
          expect(kept.entries).toEqual(full.entries);
          expect(kept.clock).toEqual(full.clock);
          expect(kept.touches).toBe(full.touches);
          expect(kept.state.status).toBe(full.state.status);
          expect(kept.events.at(-1)?.requestId).toBe(full.events.at(-1)?.requestId);
          // Read back and written again it is the same: nothing is worn away.
          expect(readBack(kept)).toEqual(kept);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('is not taken for an edit by hand, and leaves what people wrote on the contact', () => {
    const around = surroundings(minutesLater(5));
    const full = grown({ candidates: 0, leadEvents: 0, attempts: 0, length: 65_000, events: 20 });
    const contact: PropertyValues = {
      lifecyclestage: 'marketingqualifiedlead',
      hs_v2_date_entered_marketingqualifiedlead: '2026-11-20T09:00:00.000Z',
      hubspot_owner_id: ADA,
    };
    const shown = { ...contact, ...writeHandoff(null, full, contact, around) };
    const kept = readBack(full);
    expect(planContact(shown, kept, { ...around, causes: ['told'] }).kind).not.toBe('command');
    expect(writeHandoff(kept, kept, shown, around)).not.toHaveProperty(HANDOFF.decisionNote);
  });
});

/** A lead with everything about it that can be long, rejected with a long note in the end. */
function grown(size: {
  readonly candidates: number;
  readonly leadEvents: number;
  readonly attempts: number;
  readonly length: number;
  readonly events: number;
  readonly letter?: string;
}): Handoff {
  const around = surroundings();
  const routed = routedTo(ADA, around);
  const long = (size.letter ?? 'w').repeat(size.length);
  const trace = Array.from({ length: size.candidates }, (_, n) =>
    candidate(String(30_000 + n), false),
  );
  const handoff = aHandoff({
    verdict: { offer: long, reason: long, campaign: long },
    routed: { ...routed, assignment: { ...routed.assignment, trace } },
    opening: {
      facts: {
        id: '101',
        properties: { firstname: long, message: long },
        company: { id: '501', properties: { name: long } },
        events: Array.from({ length: size.leadEvents }, () => ({
          type: 'page_view',
          occurredAt: '2026-11-20T09:00:00Z',
          properties: { url: `https://example.com/${'u'.repeat(150)}` },
        })),
      },
    },
  });
  const base = { at: minutesLater(1), by: ADA };
  const events = Array.from({ length: size.events }, (_, n): HandoffEvent => {
    const requestId = `0f8fad5b-d9cb-469f-a165-70867728${n}`;
    return n % 2 === 0
      ? { ...base, requestId, kind: 'amended', note: long }
      : {
          ...base,
          requestId,
          kind: 'passed_on',
          from: ADA,
          reasonCode: 'wrong_owner',
          note: long,
          ...routedTo(BEN, around),
        };
  });
  const ended: HandoffEvent = {
    ...base,
    requestId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    kind: 'rejected',
    reasonCode: 'a_reason_with_a_rather_long_code',
    owes: null,
    revisitOn: null,
    note: long,
  };
  return {
    ...evolveAll(handoff, [...events, ended]),
    earlier: Array.from({ length: size.attempts }, (_, n) => anAttempt(n + 1, long.slice(0, 500))),
  };
}

function anAttempt(attempt: number, note: string): Handoff['earlier'][number] {
  return {
    attempt,
    handoffId: `101-${attempt}`,
    status: 'recycled',
    tier: 'tier_2',
    ownerId: ADA,
    decidedAt: null,
    reasonCode: 'timing',
    note,
  };
}
