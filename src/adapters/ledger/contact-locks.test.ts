import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../application/ports/ledger.ts';
import { contactId } from '../../domain/ids.ts';
import { SECOND } from '../../domain/instant.ts';
import { testDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { createLedger } from './create-ledger.ts';
import { openDatabase, type Database } from './open-database.ts';

const LEAD = contactId('101');

/** Opened by one piece of work for another, so that neither waits for time. */
function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return {
    passed: promise,
    open: () => {
      resolve(undefined);
    },
  };
}

/** Holds contacts until it is told to finish; resolves once they are held. */
async function hold(
  ledger: Ledger,
  contacts: readonly string[],
  atEnd: () => unknown = () => null,
) {
  const inside = gate();
  const finish = gate();
  const held = ledger.exclusively(contacts.map(contactId), async () => {
    inside.open();
    await finish.passed;
    return atEnd();
  });
  await Promise.race([inside.passed, held]);
  return { held, finish: finish.open };
}

describe.each(testDatabases())('exclusively on $kind', ({ open }) => {
  let opened: TestDatabase;
  let ledger: Ledger;

  beforeAll(async () => {
    opened = await open();
    ledger = createLedger(opened.database);
  });
  afterAll(async () => {
    await opened.discard();
  });

  /** Gives whoever need not wait the time to be done. */
  const chance = async (): Promise<void> => {
    for (let n = 0; n < 10; n++) await opened.database.query('SELECT 1', []);
  };

  test('runs work on overlapping contacts one after the other, in the order they came', async () => {
    const seen: string[] = [];
    const first = await hold(ledger, ['1', '2'], () => seen.push('first'));
    const second = ledger.exclusively([contactId('3'), contactId('2')], async () => {
      await opened.database.query('SELECT 1', []);
      seen.push('second');
    });
    const third = ledger.exclusively([contactId('2')], () => Promise.resolve(seen.push('third')));
    await chance();
    expect(seen).toEqual([]);
    first.finish();
    await Promise.all([first.held, second, third]);
    expect(seen).toEqual(['first', 'second', 'third']);
  });

  test('runs work on other contacts side by side, also within the database', async () => {
    const first = await hold(ledger, ['1', '2']);
    const rows = await ledger.exclusively([contactId('3')], () =>
      opened.database.transaction((session) => session.query('SELECT 7 AS seven', [])),
    );
    expect(rows).toEqual([{ seven: 7 }]);
    first.finish();
    await first.held;
  });

  test('runs work on no contact at once', async () => {
    expect(await ledger.exclusively([], () => Promise.resolve('done'))).toBe('done');
  });

  test('frees the contacts when the work fails', async () => {
    const failing = ledger.exclusively([LEAD], () => Promise.reject(new Error('HubSpot is down')));
    await expect(failing).rejects.toThrow('HubSpot is down');
    expect(await ledger.exclusively([LEAD], () => Promise.resolve('free'))).toBe('free');
  });

  test('gives up on a contact that is held for too long, and who came later still waits', async () => {
    const rings: (() => void)[] = [];
    const alarm = (_ms: number, ring: () => void) => {
      rings.push(ring);
      return () => undefined;
    };
    const impatient = createLedger(opened.database, { limitMs: 20 * SECOND, alarm });
    const seen: string[] = [];
    const holder = await hold(impatient, ['101'], () => seen.push('holder'));
    const late = impatient.exclusively([LEAD], () => Promise.resolve(seen.push('late')));
    const later = impatient.exclusively([LEAD], () => Promise.resolve(seen.push('later')));
    rings.at(-2)?.();
    await expect(late).rejects.toMatchObject({ code: 'contacts-busy' });
    await chance();
    expect(seen).toEqual([]);
    holder.finish();
    await Promise.all([holder.held, later]);
    expect(seen).toEqual(['holder', 'later']);
  });
});

const servers = testDatabases().filter(({ kind }) => kind === 'PostgreSQL');
for (const { open } of servers) {
  describe('exclusively in two processes on one server', () => {
    let opened: TestDatabase;
    let elsewhere: Database;
    let ledger: Ledger;
    let other: Ledger;

    beforeAll(async () => {
      opened = await open({ timersRing: true });
      elsewhere = await openDatabase({
        dataDir: '',
        databaseUrl: opened.database.pool?.options.connectionString,
      });
      ledger = createLedger(opened.database);
      other = createLedger(elsewhere);
    });
    afterAll(async () => {
      await elsewhere.close();
      await opened.discard();
    });

    test('runs work on overlapping contacts one after the other, on others side by side', async () => {
      const seen: string[] = [];
      const first = await hold(ledger, ['1', '2'], () => seen.push('first'));
      const second = other.exclusively([contactId('3'), contactId('2')], () =>
        Promise.resolve(seen.push('second')),
      );
      await other.exclusively([contactId('4')], () => Promise.resolve(seen.push('beside')));
      expect(seen).toEqual(['beside']);
      first.finish();
      await Promise.all([first.held, second]);
      expect(seen).toEqual(['beside', 'first', 'second']);
    });

    test('never waits in a circle, and the work always gets the connections it needs', async () => {
      let running = 0;
      const works = Array.from({ length: 60 }, (_, n) => {
        const [ours, database] = n % 2 ? [ledger, opened.database] : [other, elsewhere];
        const set = [n % 5, (n * 3) % 7, (n * 5) % 11, 'all'];
        return ours.exclusively(
          (n % 3 ? set : set.toReversed()).map((id) => contactId(String(id))),
          async () => {
            running += 1;
            expect(running).toBe(1);
            await database.transaction((session) => session.query('SELECT 1', []));
            running -= 1;
          },
        );
      });
      expect(await Promise.all(works)).toHaveLength(60);
    });

    test('gives up on a contact that the other holds for too long', async () => {
      const alarm = () => () => undefined;
      const impatient = createLedger(elsewhere, { limitMs: 20, alarm });
      const holder = await hold(ledger, ['101']);
      await expect(
        impatient.exclusively([LEAD], () => Promise.resolve('mine')),
      ).rejects.toMatchObject({ code: 'contacts-busy' });
      holder.finish();
      await holder.held;
      expect(await other.exclusively([LEAD], () => Promise.resolve('mine'))).toBe('mine');
    });

    test('frees the contacts of one that died, who hears of it when the work is done', async () => {
      const holder = await hold(ledger, ['101'], () => 'done');
      const waiting = other.exclusively([LEAD], () => Promise.resolve('mine'));
      await opened.database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_locks
         WHERE locktype = 'advisory' AND objsubid = 2 AND granted`,
      );
      expect(await waiting).toBe('mine');
      holder.finish();
      await expect(holder.held).rejects.toThrow('broke while leads were being changed');
      expect(await ledger.exclusively([LEAD], () => Promise.resolve('again'))).toBe('again');
    });
  });
}
