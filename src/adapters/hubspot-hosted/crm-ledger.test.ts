import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Crm, CrmFilter, CrmRecord } from '../../application/ports/crm.ts';
import type { Ledger, RoutingKnown } from '../../application/ports/ledger.ts';
import { NO_CLOCK } from '../../domain/handoff/evolve.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import { encodeHandoff } from '../../domain/handoff/record/codec.ts';
import { contactId, handoffId } from '../../domain/ids.ts';
import { HANDOFF } from '../../domain/property-names.ts';
import type { Pool } from '../../domain/routing/routing.ts';
import { at } from '../../testing/at.ts';
import { aVerdict } from '../../testing/a-verdict.ts';
import { createCrmLedger } from './crm-ledger.ts';
import { rebuiltStanding } from './rebuilt-standing.ts';

const pool: Pool = {
  label: 'emea',
  members: [
    { ownerId: '1', weight: 2, capacity: null },
    { ownerId: '2', weight: 1, capacity: null },
    { ownerId: '3', weight: 1, capacity: null },
  ],
  calendar: null,
  overflow: null,
};

function aHandoff(id: number, properties: Record<string, string>): CrmRecord {
  const minute = String(id % 60).padStart(2, '0');
  return {
    id: String(id),
    properties: {
      [HANDOFF.pool]: 'emea',
      [HANDOFF.status]: 'awaiting_decision',
      [HANDOFF.routedAt]: `2026-11-20T${String(Math.floor(id / 60) + 10)}:${minute}:00.000Z`,
      ...properties,
    },
  };
}

/** Answers searches from a list, as far as the store uses them. */
function aCrm(records: readonly CrmRecord[]): Crm {
  const holds = (
    { properties }: CrmRecord,
    { propertyName, operator, values, value }: CrmFilter,
  ): boolean => {
    const given = properties[propertyName] ?? '';
    if (values) return values.includes(given);
    const [moment, limit] = [Date.parse(given), Number(value)];
    return operator === 'LTE' ? moment <= limit : moment >= limit;
  };
  const searchContacts: Crm['searchContacts'] = async function* (filters) {
    for (const record of records) {
      if (filters.every((filter) => holds(record, filter))) yield await Promise.resolve(record);
    }
  };
  const readContacts: Crm['readContacts'] = (ids) =>
    Promise.resolve(
      new Map(records.filter(({ id }) => ids.includes(id)).map((record) => [record.id, record])),
    );
  return { searchContacts, readContacts } as Partial<Crm> as Crm;
}

describe('the rotation rebuilt from the contacts', () => {
  test('owes to whoever has less than the share of the weights', () => {
    const recent = ['1', '1', '1', '2'].map((owner, id) =>
      aHandoff(id, { [HANDOFF.owner]: owner }),
    );
    const { unit, turns, members } = rebuiltStanding('emea', pool, recent);
    expect([unit, turns]).toEqual([3n, 4]);
    expect(
      members.map(({ ownerId, received, credit, lastTurn }) => [
        ownerId,
        received,
        credit,
        lastTurn,
      ]),
    ).toEqual([
      ['1', 3, -1n, 3],
      ['2', 1, 1n, 4],
      ['3', 0, 0n, null],
    ]);
  });

  test('always adds up to zero, whoever got what', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('1', '2', '3', '9')), (owners) => {
        const recent = owners.map((owner, id) => aHandoff(id, { [HANDOFF.owner]: owner }));
        const { members } = rebuiltStanding('emea', pool, recent);
        expect(members.reduce((sum, { credit }) => sum + credit, 0n)).toBe(0n);
      }),
    );
  });
});

/** A contact that shows a handoff opened on a day of November 2026. */
function aShown(id: string, day: string, properties: Record<string, string> = {}): CrmRecord {
  const handoff: Handoff = {
    id: handoffId(id, 1),
    contactId: contactId(id),
    attempt: 1,
    state: { status: 'held_needs_data', dueAt: null },
    assignment: null,
    clock: NO_CLOCK,
    touches: 0,
    nextStep: null,
    opened: {
      at: at(`2026-11-${day}T09:00:00Z`),
      trigger: 'became Marketing Qualified Lead',
      mode: 'live',
      policyVersion: 'v3',
      verdict: aVerdict(),
      facts: { id, properties: {} },
    },
    entries: [],
    events: [],
    version: 4,
    undo: null,
    earlier: [],
    shed: [],
  };
  return {
    id,
    properties: {
      [HANDOFF.status]: 'held_needs_data',
      [HANDOFF.record]: encodeHandoff(handoff),
      [HANDOFF.routedAt]: `2026-11-${day}T10:00:00.000Z`,
      ...properties,
    },
  };
}

function aLedger(records: readonly CrmRecord[]): Ledger {
  return createCrmLedger({
    crm: aCrm(records),
    clock: { now: () => Promise.resolve(at('2026-11-21T00:00:00Z')) },
    pools: () => Promise.resolve({ emea: pool }),
  });
}

describe('the ledger without a database', () => {
  test('tells what the contacts tell: open handoffs, the rep of a company, the rotation', async () => {
    const ledger = aLedger([
      aHandoff(1, { [HANDOFF.owner]: '1', associatedcompanyid: '9' }),
      aHandoff(2, { [HANDOFF.owner]: '2', associatedcompanyid: '9' }),
      aHandoff(3, {
        [HANDOFF.owner]: '2',
        [HANDOFF.status]: 'rejected',
        associatedcompanyid: '8',
      }),
    ]);
    const seen: RoutingKnown[] = [];
    const about = { handoffs: [{ handoffId: handoffId('5', 1), nth: 1 }], companyIds: ['9', '8'] };
    await ledger.assign({ mode: 'live', ...about }, (known) => {
      seen.push(known);
      return { entries: [], turns: [], standings: [] };
    });
    expect([...(seen[0]?.openByOwner ?? [])]).toEqual([
      ['1', 1],
      ['2', 1],
    ]);
    expect([...(seen[0]?.ownerInFlightByCompany ?? [])]).toEqual([['9', '2']]);
    expect(seen[0]?.standings.get('emea')?.turns).toBe(3);
    expect((await ledger.newest([contactId('5')])).size).toBe(0);
  });

  test('runs work at once, because nothing can hold a contact', async () => {
    const ledger = aLedger([]);
    const inside = await ledger.exclusively([contactId('5')], () =>
      ledger.exclusively([contactId('5')], () => Promise.resolve('both')),
    );
    expect(inside).toBe('both');
  });

  test('finds what is due, the longest overdue first', async () => {
    const ledger = aLedger([
      aShown('1', '18', { [HANDOFF.checkAt]: '2026-11-20T10:00:00.000Z' }),
      aShown('2', '18', { [HANDOFF.checkAt]: '2026-11-20T08:00:00.000Z' }),
      aShown('3', '18', { [HANDOFF.checkAt]: '2026-11-20T10:00:00.001Z' }),
      aShown('4', '18', { [HANDOFF.checkAt]: '2026-11-20T08:00:00.000Z', [HANDOFF.record]: '{' }),
    ]);
    const due = await ledger.due(at('2026-11-20T10:00:00Z'), 10);
    expect(due.map((entry) => entry.contactId)).toEqual(['2', '1']);
    expect(due[0]).toMatchObject({ version: 4, checkAt: at('2026-11-20T08:00:00Z') });
    expect(await ledger.due(at('2026-11-20T10:00:00Z'), 1)).toHaveLength(1);
  });

  test('finds what waits for the facts of a company', async () => {
    const ledger = aLedger([
      aShown('1', '18', { associatedcompanyid: '9' }),
      aShown('2', '18', { associatedcompanyid: '8' }),
      aHandoff(3, { associatedcompanyid: '9' }),
    ]);
    expect(await ledger.heldAt(['9'])).toEqual(['1']);
    expect(await ledger.heldAt([])).toEqual([]);
  });

  test('tells the history, oldest first, without what was opened before', async () => {
    const again = { [HANDOFF.routedAt]: '2026-11-20T09:00:00.000Z' };
    const ledger = aLedger([aShown('1', '19'), aShown('2', '18'), aShown('3', '17', again)]);
    const opened: string[] = [];
    for await (const entry of ledger.history(at('2026-11-18T09:00:00Z'))) {
      opened.push(entry.contactId);
    }
    expect(opened).toEqual(['2', '1']);
  });

  test('hands out what the contact shows', async () => {
    const shown = aShown('1', '18');
    expect(await aLedger([shown]).export(contactId('1'))).toMatchObject({
      handoffs: [{ handoffId: '1-1', record: shown.properties[HANDOFF.record] }],
      turns: [],
      requests: [],
    });
  });
});
