import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Ledger, RoutingKnown } from '../../application/ports/ledger.ts';
import { contactId, handoffId } from '../../domain/ids.ts';
import { parseInstant } from '../../domain/instant.ts';
import { HANDOFF } from '../../domain/property-names.ts';
import { at } from '../../testing/at.ts';
import { testDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { createLedger } from './create-ledger.ts';
import { migrate } from './migrate.ts';

/** Leads of the stored portal by what became of them. */
const WAITING = '73000000441';
const ACCEPTED = '73000000442';
const GIVEN_BACK = '73000000443';
const RECYCLED = '73000000444';
const PASSED_ON = '73000000445';
const NURTURED = '73000000447';
const KNEW_THE_LEAD = '73000000448';
const LEADS = [WAITING, ACCEPTED, GIVEN_BACK, RECYCLED, PASSED_ON, NURTURED, KNEW_THE_LEAD];

describe.each(testDatabases())(
  'a store of the first tables on $kind, brought up to date',
  ({ open }) => {
    let opened: TestDatabase;
    let ledger: Ledger;
    let known: RoutingKnown;
    /** Properties as the old store had them, by contact. */
    let old: ReadonlyMap<string, Readonly<Record<string, string>>>;

    beforeAll(async () => {
      opened = await open();
      const { database } = opened;
      await migrate(database, 1);
      await database.query(
        await readFile(new URL('./fixtures/old-store.sql', import.meta.url), 'utf8'),
      );
      const rows = await database.query('SELECT contact_id, properties FROM baton_decision');
      old = new Map(
        rows.map((row) => [String(row['contact_id']), row['properties'] as Record<string, string>]),
      );
      await Promise.all([migrate(database), migrate(database)]);
      ledger = createLedger(database);
      await ledger.assign(
        {
          mode: 'live',
          handoffs: LEADS.map((lead) => ({ handoffId: handoffId(lead, 1), nth: 1 })),
          companyIds: [],
        },
        (all) => {
          known = all;
          return { entries: [], turns: [], standings: [] };
        },
      );
    });
    afterAll(async () => {
      await opened.discard();
    });

    test('has every handoff where it stood', async () => {
      const newest = await ledger.newest(LEADS.map(contactId));
      expect(LEADS.map((lead) => newest.get(contactId(lead))?.status)).toEqual([
        'awaiting_decision',
        'accepted',
        'rejected',
        'recycled',
        'awaiting_decision',
        'nurture',
        'awaiting_decision',
      ]);
      const { [HANDOFF.record]: record, ...written } = old.get(WAITING) ?? {};
      expect(newest.get(contactId(WAITING))).toEqual({
        handoffId: handoffId(WAITING, 1),
        contactId: WAITING,
        companyId: null,
        mode: 'live',
        status: 'awaiting_decision',
        ownerId: '40001001',
        checkAt: parsed(written[HANDOFF.checkAt]),
        openedAt: at('2026-11-26T09:00:00.413Z'),
        policyVersion: 'v2',
        version: 1,
        record,
        written,
      });
      expect(newest.get(contactId(ACCEPTED))?.version).toBe(2);
    });

    test('knows what is due next, and that some never is', async () => {
      const due = await ledger.due(at('2026-11-26T09:06:00Z'), 10);
      expect(due.map((entry) => entry.contactId)).toEqual([
        ACCEPTED,
        WAITING,
        '73000000446',
        KNEW_THE_LEAD,
        PASSED_ON,
      ]);
      expect(
        (await ledger.newest([contactId(GIVEN_BACK)])).get(contactId(GIVEN_BACK))?.checkAt,
      ).toBe(null);
    });

    test('has the turns that a pool gave, with the routing as it was, and the rotation', () => {
      const turns = LEADS.map((lead) => known.turns.get(`${lead}-1#1`));
      expect(turns.map((turn) => turn?.pool)).toEqual([
        ...Array.from({ length: 5 }, () => 'emea-sales'),
        undefined,
        undefined,
      ]);
      const { route } = JSON.parse(old.get(WAITING)?.[HANDOFF.record] ?? '') as {
        route: unknown;
      };
      expect(turns[0]).toMatchObject({ ownerId: '40001001', routing: route });
      expect(known.standings.get('emea-sales')?.turns).toBe(7);
      expect(known.openByOwner).toEqual(
        new Map([
          ['40001001', 2],
          ['40001002', 1],
          ['40001003', 1],
        ]),
      );
    });

    test('does not give back again what was given back', async () => {
      const giveBack = async (lead: string) => {
        const entry = (await ledger.newest([contactId(lead)])).get(contactId(lead));
        if (!entry) throw new Error(`The ledger does not know ${lead}`);
        await ledger.follow([{ entry, turns: [{ nth: 1, givenBack: true }], finished: [] }]);
        let received: unknown;
        await ledger.assign({ mode: 'live', handoffs: [], companyIds: [] }, ({ standings }) => {
          received = standings
            .get('emea-sales')
            ?.members.reduce((sum, member) => sum + member.received, 0);
          return { entries: [], turns: [], standings: [] };
        });
        return received;
      };
      const before = known.standings
        .get('emea-sales')
        ?.members.reduce((sum, member) => sum + member.received, 0);
      expect(await giveBack(GIVEN_BACK)).toBe(before);
      expect(await giveBack(RECYCLED)).toBe((before ?? 0) - 1);
    });
  },
);

function parsed(raw: string | undefined): number | null {
  const read = parseInstant(raw);
  return read.ok ? read.value : null;
}
