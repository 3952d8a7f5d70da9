import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  Followed,
  Ledger,
  LedgerEntry,
  LedgerRequest,
  RoutingKnown,
  Turn,
} from '../../application/ports/ledger.ts';
import { contactId, handoffId, ownerId, poolId } from '../../domain/ids.ts';
import { instant } from '../../domain/instant.ts';
import type { PoolStanding } from '../../domain/routing/routing.ts';
import { standingNow } from '../../domain/routing/standing.ts';
import { takeTurn } from '../../domain/routing/take-turn.ts';
import { at } from '../../testing/at.ts';
import { testDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { createLedger } from './create-ledger.ts';
import { migrate } from './migrate.ts';

const ANNA = ownerId('5');
const LEAD = contactId('101');
const FIRST = handoffId('101', 1);
const OPENED = at('2026-11-20T09:00:00Z');

function anEntry(override: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    handoffId: FIRST,
    contactId: LEAD,
    companyId: '9',
    mode: 'live',
    status: 'awaiting_decision',
    ownerId: ANNA,
    checkAt: at('2026-11-20T09:05:00Z'),
    openedAt: OPENED,
    policyVersion: 'v1',
    version: 2,
    record: '{"schema":2,"note":"asked for a demo — \\"Zoë\\""}',
    written: { tier: 'tier_1', reason: 'asked for a demo — "Zoë"' },
    ...override,
  };
}

/** The n-th lead's first handoff. */
function entryOf(contact: string, override: Partial<LedgerEntry> = {}): LedgerEntry {
  return anEntry({ contactId: contactId(contact), handoffId: handoffId(contact, 1), ...override });
}

function aTurn(override: Partial<Turn> = {}): Turn {
  const routing = { via: 'pool', trace: [{ ownerId: '5', shortfall: 0.5 }] };
  return { handoffId: FIRST, nth: 1, pool: poolId('global'), ownerId: ANNA, routing, ...override };
}

function aRequest(override: Partial<LedgerRequest> = {}): LedgerRequest {
  return {
    handoffId: FIRST,
    requestId: 'r1',
    by: ANNA,
    activity: { type: 'calls', contactId: LEAD, properties: { hs_call_title: 'First call' } },
    message: null,
    ...override,
  };
}

function followed(override: Partial<Followed> = {}): Followed {
  return { entry: anEntry(), turns: [], finished: [], ...override };
}

/** A pool of two after one handoff, which owner 5 got. */
const AFTER_ONE: PoolStanding = takeTurn(
  standingNow('global', undefined, [
    { ownerId: '5', weight: 1, present: true },
    { ownerId: '6', weight: 1, present: true },
  ]),
  new Set(['5']),
).standing;

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe.each(testDatabases())('the ledger on $kind', ({ open }) => {
  let opened: TestDatabase;
  let ledger: Ledger;

  beforeAll(async () => {
    opened = await open();
    await migrate(opened.database);
    ledger = createLedger(opened.database);
  });
  afterEach(async () => {
    await opened.database.query(
      'TRUNCATE baton_handoff, baton_turn, baton_request, baton_standing RESTART IDENTITY',
    );
  });
  afterAll(async () => {
    await opened.discard();
  });

  const assign = (
    given: Partial<ReturnType<Parameters<Ledger['assign']>[1]>>,
    about: Partial<Parameters<Ledger['assign']>[0]> = {},
  ) =>
    ledger.assign({ mode: 'live', handoffs: [], companyIds: [], ...about }, () => ({
      entries: [],
      turns: [],
      standings: [],
      ...given,
    }));

  async function known(about: Partial<Parameters<Ledger['assign']>[0]> = {}) {
    const seen: RoutingKnown[] = [];
    await ledger.assign(
      { mode: 'live', handoffs: [{ handoffId: FIRST, nth: 1 }], companyIds: ['9'], ...about },
      (all) => {
        seen.push(all);
        return { entries: [], turns: [], standings: [] };
      },
    );
    const [all] = seen;
    if (!all) throw new Error('The ledger resolved without routing');
    return all;
  }

  describe('assign', () => {
    test('tells what is known: entries, turns, the rotation, who is busy, whose company it is', async () => {
      await assign({
        entries: [anEntry(), entryOf('102')],
        turns: [aTurn(), aTurn({ nth: 2, pool: null })],
        standings: [AFTER_ONE],
      });
      const all = await known();
      expect(all).toEqual({
        entries: new Map([[FIRST, anEntry()]]),
        turns: new Map([['101-1#1', aTurn()]]),
        standings: new Map([['global', AFTER_ONE]]),
        openByOwner: new Map([['5', 2]]),
        ownerInFlightByCompany: new Map([['9', '5']]),
      });
    });

    test.each([
      { status: 'awaiting_decision', open: 1, inFlight: '5' },
      { status: 'accepted', open: 0, inFlight: '5' },
      { status: 'rejected', open: 0, inFlight: undefined },
    ] as const)('$status counts $open as open', async ({ status, open: expected, inFlight }) => {
      await assign({ entries: [anEntry({ status })] });
      const all = await known();
      expect(all.openByOwner.get('5') ?? 0).toBe(expected);
      expect(all.ownerInFlightByCompany.get('9')).toBe(inFlight);
    });

    test('takes a turn once under its key, whatever a second run says', async () => {
      await assign({ entries: [anEntry()], turns: [aTurn()] });
      await assign({
        entries: [anEntry({ ownerId: ownerId('6') })],
        turns: [aTurn({ ownerId: ownerId('6') })],
      });
      const all = await known();
      expect(all.turns.get('101-1#1')?.ownerId).toBe('5');
      expect(all.entries.get(FIRST)?.ownerId).toBe('5');
    });

    test('stores nothing when routing fails', async () => {
      const failing = ledger.assign({ mode: 'live', handoffs: [], companyIds: [] }, () => {
        throw new Error('bad policy');
      });
      await expect(failing).rejects.toThrow('bad policy');
      expect((await known()).entries.size).toBe(0);
    });

    test('lets concurrent callers count every turn', async () => {
      await Promise.all(
        Array.from({ length: 20 }, () =>
          ledger.assign({ mode: 'live', handoffs: [], companyIds: [] }, ({ standings }) => {
            const { standing } = takeTurn(
              standings.get('global') ?? AFTER_ONE,
              new Set(['5', '6']),
            );
            return { entries: [], turns: [], standings: [standing] };
          }),
        ),
      );
      expect((await known()).standings.get('global')?.turns).toBe(21);
    });

    test('keeps a rotation, open handoffs and companies for each mode', async () => {
      const observed = entryOf('102', { mode: 'observe', ownerId: ownerId('6') });
      await assign({ entries: [observed], standings: [AFTER_ONE] }, { mode: 'observe' });
      expect(await known()).toMatchObject({
        standings: new Map(),
        openByOwner: new Map(),
        ownerInFlightByCompany: new Map(),
      });
      expect(await known({ mode: 'observe' })).toMatchObject({
        standings: new Map([['global', AFTER_ONE]]),
        openByOwner: new Map([['6', 1]]),
        ownerInFlightByCompany: new Map([['9', '6']]),
      });
    });
  });

  describe('requests', () => {
    test('are told by id, finished or not, and all that are not finished', async () => {
      await ledger.begin([aRequest(), aRequest({ requestId: 'r2' })]);
      await ledger.begin([aRequest({ by: 'baton' })]);
      expect(await ledger.requests([{ handoffId: FIRST, requestId: 'r1' }])).toEqual([
        aRequest(),
        aRequest({ requestId: 'r2' }),
      ]);
      const done = aRequest({ message: 'Logged.' });
      await ledger.follow([followed({ finished: [done] })]);
      expect(await ledger.requests([{ handoffId: FIRST }])).toEqual([
        aRequest({ requestId: 'r2' }),
      ]);
      expect(await ledger.requests([{ handoffId: FIRST, requestId: 'r1' }])).toEqual([
        { ...done, activity: null },
        aRequest({ requestId: 'r2' }),
      ]);
    });

    test('are told the same however often they are finished', async () => {
      const message = (said: string) => [followed({ finished: [aRequest({ message: said })] })];
      await ledger.follow(message('Accepted.'));
      await ledger.follow(message('Accepted again.'));
      const told = await ledger.requests([{ handoffId: FIRST, requestId: 'r1' }]);
      expect(told.map((request) => request.message)).toEqual(['Accepted.']);
    });
  });

  describe('follow', () => {
    test('stores entries, new or known', async () => {
      const later = anEntry({
        status: 'recycled',
        ownerId: null,
        checkAt: null,
        version: 3,
        record: '{}',
        written: { status: 'recycled' },
      });
      await ledger.follow([followed(), followed({ entry: entryOf('102') })]);
      await ledger.follow([followed({ entry: later })]);
      expect(await ledger.newest([LEAD, contactId('102'), contactId('103')])).toEqual(
        new Map([
          [LEAD, later],
          [contactId('102'), entryOf('102')],
        ]),
      );
    });

    test('never goes back to an earlier version', async () => {
      await ledger.follow([followed({ entry: anEntry({ version: 5, status: 'accepted' }) })]);
      await ledger.follow([followed({ entry: anEntry({ version: 4 }) })]);
      expect((await ledger.newest([LEAD])).get(LEAD)?.status).toBe('accepted');
    });

    test('gives a turn back once and takes it again once', async () => {
      await assign({ turns: [aTurn()], standings: [AFTER_ONE] });
      const received = async () =>
        (await known()).standings.get('global')?.members.map((member) => member.received);
      const flip = (givenBack: boolean) =>
        ledger.follow([followed({ turns: [{ nth: 1, givenBack }] })]);
      await flip(true);
      await flip(true);
      expect(await received()).toEqual([0, 0]);
      await flip(false);
      await flip(false);
      expect((await known()).standings.get('global')).toEqual(AFTER_ONE);
    });

    test('gives back nothing where no rotation gave it', async () => {
      await assign({ turns: [aTurn({ pool: null })], standings: [AFTER_ONE] });
      await ledger.follow([
        followed({
          turns: [
            { nth: 1, givenBack: true },
            { nth: 7, givenBack: true },
          ],
        }),
      ]);
      expect((await known()).standings.get('global')).toEqual(AFTER_ONE);
    });
  });

  describe('what is read from it', () => {
    test('live handoffs that are due, the longest overdue first', async () => {
      await assign({
        entries: [
          entryOf('1', { checkAt: at('2026-11-20T10:00:00Z') }),
          entryOf('2', { checkAt: at('2026-11-20T08:00:00Z') }),
          entryOf('3', { checkAt: instant(at('2026-11-20T10:00:00Z') + 1) }),
          entryOf('4', { checkAt: null }),
          entryOf('5', { checkAt: at('2026-11-20T09:00:00Z') }),
          entryOf('6', { checkAt: at('2026-11-20T07:00:00Z'), mode: 'observe' }),
        ],
      });
      const due = async (limit: number) =>
        (await ledger.due(at('2026-11-20T10:00:00Z'), limit)).map((entry) => entry.contactId);
      expect(await due(10)).toEqual(['2', '5', '1']);
      expect(await due(2)).toEqual(['2', '5']);
    });

    test('live holds for facts at a company', async () => {
      const held = { status: 'held_needs_data', ownerId: null } as const;
      await assign({
        entries: [
          entryOf('1', held),
          entryOf('2', { ...held, companyId: '8' }),
          entryOf('3', { ...held, mode: 'observe' }),
          entryOf('4'),
        ],
      });
      expect(await ledger.heldAt(['9'])).toEqual(['1']);
      expect(await ledger.heldAt([])).toEqual([]);
    });

    test('the history from an instant on, whole, however long and however many at one instant', async () => {
      const entries = Array.from({ length: 1_203 }, (_, n) =>
        entryOf(String(n), { openedAt: instant(OPENED + Math.floor(n / 400)) }),
      );
      await assign({ entries: entries.toReversed() });
      const history = await collect(ledger.history(instant(OPENED + 1)));
      expect(history).toHaveLength(803);
      expect(history.map(({ openedAt }) => openedAt)).toEqual(
        history.map(({ openedAt }) => openedAt).toSorted((a, b) => a - b),
      );
      expect(new Set(history.map(({ contactId: of }) => of)).size).toBe(803);
      expect(history.find(({ contactId: of }) => of === '400')).toEqual(entries[400]);
    });

    test('the newest attempt of a contact', async () => {
      await assign({ entries: [anEntry(), anEntry({ handoffId: handoffId('101', 2) })] });
      await ledger.follow([followed({ entry: anEntry({ version: 8 }) })]);
      expect((await ledger.newest([LEAD])).get(LEAD)?.handoffId).toBe('101-2');
    });
  });

  describe('privacy', () => {
    const observed = aTurn({ handoffId: handoffId('101', 1, 'observe') });
    const everything = async () => {
      await assign({
        entries: [anEntry(), entryOf('1019')],
        turns: [aTurn(), observed, aTurn({ handoffId: handoffId('1019', 1) })],
        standings: [AFTER_ONE],
      });
      await ledger.begin([aRequest(), aRequest({ handoffId: handoffId('1019', 1) })]);
    };

    test('everything about a contact can be handed out', async () => {
      await everything();
      expect(JSON.parse(JSON.stringify(await ledger.export(LEAD)))).toEqual({
        handoffs: [anEntry()],
        turns: [
          { ...aTurn(), givenBack: false },
          { ...observed, givenBack: false },
        ],
        requests: [aRequest()],
      });
    });

    test('everything about a contact is forgotten, nothing of others, and the rotation keeps its sums', async () => {
      await everything();
      await ledger.forget([LEAD]);
      expect(await ledger.export(LEAD)).toEqual({ handoffs: [], turns: [], requests: [] });
      expect(await ledger.export(contactId('1019'))).toMatchObject({
        handoffs: [{}],
        turns: [{}],
        requests: [{}],
      });
      expect((await known()).standings.get('global')).toEqual(AFTER_ONE);
    });
  });
});
