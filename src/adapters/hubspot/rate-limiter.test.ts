import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { testDatabases } from '../../testing/test-databases.ts';
import { createRateLimiter } from './rate-limiter.ts';

const limits = { perTenSeconds: 4, perSecond: 3, searchPerSecond: 1 };

describe('createRateLimiter', () => {
  // The counters of rate-limiter-flexible read the clock themselves; this is the one place with a fake one.
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  async function timesOf(kinds: readonly ('search' | 'other')[]): Promise<readonly number[]> {
    const sleep = (ms: number): Promise<void> => {
      jest.setSystemTime(jest.now() + ms);
      return Promise.resolve();
    };
    const limiter = createRateLimiter({ limits, sleep });
    return Promise.all(
      kinds.map(async (kind) => {
        await limiter.acquire(kind);
        return jest.now();
      }),
    );
  }

  test('lets calls through up to each limit, then makes them wait, in order', async () => {
    const times = await timesOf(['other', 'other', 'other', 'other', 'other']);
    expect(times.slice(0, 3)).toEqual([0, 0, 0]);
    expect(times[3]).toBeGreaterThanOrEqual(1000);
    expect(times[4]).toBeGreaterThanOrEqual(10_000);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('holds searches to a limit of their own', async () => {
    const times = await timesOf(['search', 'search']);
    expect(times[0]).toBe(0);
    expect(times[1]).toBeGreaterThanOrEqual(1000);
  });
});

test.each(testDatabases())(
  'two workers share one count where there is a server ($kind)',
  async ({ kind, open }) => {
    const { database, discard } = await open();
    const full = new Error('had to wait');
    const worker = () =>
      createRateLimiter({
        limits: { perTenSeconds: 2, perSecond: 10, searchPerSecond: 10 },
        pool: database.pool,
        sleep: () => Promise.reject(full),
      });
    const workers = [worker(), worker()];
    for (const one of workers) await one.acquire('other');
    const third = await Promise.allSettled(workers.map((one) => one.acquire('other')));
    const expected = kind === 'PostgreSQL' ? 'rejected' : 'fulfilled';
    expect(third.map(({ status }) => status)).toEqual([expected, expected]);
    await discard();
  },
);
