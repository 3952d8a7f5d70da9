import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Crm, CrmFilter, CrmRecord } from '../../application/ports/crm.ts';
import type { DecisionContext } from '../../application/ports/decision-store.ts';
import { instant } from '../../domain/instant.ts';
import type { Pool } from '../../domain/routing/routing.ts';
import { createCrmDecisionStore, rebuiltStanding } from './crm-decision-store.ts';

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
      handoff_pool: 'emea',
      handoff_status: 'awaiting_decision',
      handoff_routed_at: `2026-11-20T${String(Math.floor(id / 60) + 10)}:${minute}:00.000Z`,
      ...properties,
    },
  };
}

/** Answers searches from a list, as far as the store uses them. */
function aCrm(records: readonly CrmRecord[]): Crm {
  const holds = (
    { properties }: CrmRecord,
    { propertyName, values, value }: CrmFilter,
  ): boolean => {
    const given = properties[propertyName] ?? '';
    return values ? values.includes(given) : Date.parse(given) >= Number(value);
  };
  const searchContacts: Crm['searchContacts'] = async function* (filters) {
    for (const record of records) {
      if (filters.every((filter) => holds(record, filter))) yield await Promise.resolve(record);
    }
  };
  return { searchContacts } as Partial<Crm> as Crm;
}

describe('the rotation rebuilt from the contacts', () => {
  test('owes to whoever has less than the share of the weights', () => {
    const recent = ['1', '1', '1', '2'].map((owner, id) => aHandoff(id, { handoff_owner: owner }));
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
        const recent = owners.map((owner, id) => aHandoff(id, { handoff_owner: owner }));
        const { members } = rebuiltStanding('emea', pool, recent);
        expect(members.reduce((sum, { credit }) => sum + credit, 0n)).toBe(0n);
      }),
    );
  });
});

describe('the decision store without a database', () => {
  test('tells what the contacts tell: open handoffs, the rep of a company, the rotation', async () => {
    const records = [
      aHandoff(1, { handoff_owner: '1', associatedcompanyid: '9' }),
      aHandoff(2, { handoff_owner: '2', associatedcompanyid: '9' }),
      aHandoff(3, { handoff_owner: '2', handoff_status: 'rejected', associatedcompanyid: '8' }),
    ];
    const store = createCrmDecisionStore({
      crm: aCrm(records),
      clock: { now: () => Promise.resolve(instant(Date.parse('2026-11-21T00:00:00Z'))) },
      pools: () => Promise.resolve({ emea: pool }),
    });
    const seen: DecisionContext[] = [];
    await store.decideOnce({ handoffIds: ['5-1'], companyIds: ['9', '8'] }, (stored) => {
      seen.push(stored);
      return { decisions: [], standings: [] };
    });
    expect([...(seen[0]?.openByOwner ?? [])]).toEqual([
      ['1', 1],
      ['2', 1],
    ]);
    expect([...(seen[0]?.ownerInFlightByCompany ?? [])]).toEqual([['9', '2']]);
    expect(seen[0]?.standings.get('emea')?.turns).toBe(3);
    expect((await store.latest(['5'])).size).toBe(0);
  });
});
