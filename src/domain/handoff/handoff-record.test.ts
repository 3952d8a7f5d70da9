import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aNewHandoff } from '../../testing/a-new-handoff.ts';
import { readRecord, SHED_ABOVE, writeRecord, type HandoffRecord } from './handoff-record.ts';
import { newRecord } from './new-handoff.ts';

function record(change: Partial<HandoffRecord> = {}): HandoffRecord {
  return { ...newRecord(aNewHandoff()), ...change };
}

const candidate = {
  pool: 'global',
  eligible: false,
  why: 'x'.repeat(200),
  shortfall: null,
  turn: false,
};

describe('the handoff record', () => {
  test('reads back what was written', () => {
    expect(readRecord(writeRecord(record()))).toEqual({ kind: 'record', record: record() });
  });

  test.each([null, undefined, ''])('is none when the property is %p', (raw) => {
    expect(readRecord(raw)).toEqual({ kind: 'none' });
  });

  test.each(['{', '[]', '{"schema":2}', '{"schema":1}'])('is damaged when it says %s', (raw) => {
    expect(readRecord(raw).kind).toBe('damaged');
  });

  test('sheds candidates who could not take the lead before anything else, and says so', () => {
    const route = newRecord(aNewHandoff()).route;
    if (!route) throw new Error('a routed handoff has a route');
    const winner = { ...candidate, ownerId: '0', eligible: true, turn: true };
    const losers = Array.from({ length: 300 }, (_, i) => ({
      ...candidate,
      ownerId: String(i + 1),
    }));
    const full = record({ route: { ...route, trace: [winner, ...losers] } });
    const written = readRecord(writeRecord(full));
    expect(written).toMatchObject({
      record: {
        route: { trace: expect.arrayContaining([winner]) },
        shed: ['280 candidates who could not take the lead'],
        facts: full.facts,
      },
    });
  });

  test('always fits, whatever it holds, and always reads back', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 400 }),
        fc.nat({ max: 400 }),
        fc.nat({ max: 300 }),
        fc.nat({ max: 70_000 }),
        (candidates, events, attempts, message) => {
          const base = newRecord(aNewHandoff());
          const json = writeRecord({
            ...base,
            facts: {
              ...base.facts,
              properties: { message: 'm'.repeat(message) },
              events: Array.from({ length: events }, () => ({
                type: 'page_view',
                occurredAt: '2026-11-20T09:00:00Z',
                properties: { url: 'u'.repeat(150) },
              })),
            },
            route: base.route && {
              ...base.route,
              trace: Array.from({ length: candidates }, (_, i) => ({
                ...candidate,
                ownerId: String(i),
              })),
            },
            earlier: Array.from({ length: attempts }, (_, attempt) => ({
              attempt,
              handoffId: `101-${attempt}`,
              status: 'recycled',
              tier: 'tier_2',
              ownerId: '1',
              decidedAt: null,
              reasonCode: 'timing',
              note: 'n'.repeat(500),
            })),
          });
          expect(json.length).toBeLessThanOrEqual(SHED_ABOVE);
          expect(readRecord(json).kind).toBe('record');
        },
      ),
      { numRuns: 60 },
    );
  });
});
