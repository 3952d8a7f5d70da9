import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Pool } from 'pg';

/** HubSpot's limits for a private app on Professional and Enterprise, and for the search API of an account. */
export const RATE_LIMITS = {
  perTenSeconds: 190,
  perSecond: 19,
  searchPerSecond: 5,
} as const;

/** Calls allowed per window; lower them where other apps share the account. */
export type RateLimits = { readonly [Window in keyof typeof RATE_LIMITS]: number };

/** Holds calls back so that HubSpot need not refuse them. */
export interface RateLimiter {
  /** Resolves when one more call may be sent, in the order of asking. */
  acquire(kind: 'search' | 'other'): Promise<void>;
}

/** What a rate limiter needs. */
export interface RateLimiterDeps {
  readonly limits?: RateLimits;
  /** Workers that share a database share its counters; absent, this process counts alone. */
  readonly pool?: Pool | undefined;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * One limiter for everything that calls HubSpot with one token.
 *
 * HubSpot's ten-second window rolls while the counter's starts with its first call, so a burst right after a quiet
 * stretch can still meet a 429; the transport waits and repeats it.
 */
export function createRateLimiter(deps: RateLimiterDeps): RateLimiter {
  const limits = deps.limits ?? RATE_LIMITS;
  const perTenSeconds = counter(deps.pool, 'ten-seconds', limits.perTenSeconds, 10);
  const perSecond = counter(deps.pool, 'second', limits.perSecond, 1);
  const searchPerSecond = counter(deps.pool, 'search-second', limits.searchPerSecond, 1);

  const acquireAll = async (counters: readonly Counter[]): Promise<void> => {
    for (const take of counters) {
      for (let waitMs = await take(); waitMs > 0; waitMs = await take()) await deps.sleep(waitMs);
    }
  };
  const searches = inOrder(() => acquireAll([searchPerSecond, perTenSeconds, perSecond]));
  const others = inOrder(() => acquireAll([perTenSeconds, perSecond]));
  return { acquire: (kind) => (kind === 'search' ? searches() : others()) };
}

/** Counts one call and answers 0, or how many milliseconds to wait before asking again. */
type Counter = () => Promise<number>;

function counter(
  pool: Pool | undefined,
  keyPrefix: string,
  points: number,
  duration: number,
): Counter {
  const options = { keyPrefix, points, duration };
  const ready =
    pool === undefined
      ? Promise.resolve(new RateLimiterMemory(options))
      : sharedLimiter(pool, options);
  // A failure is met by the first caller, in the await below, and not as an unhandled rejection before that.
  ready.catch(() => undefined);
  return async () => {
    try {
      await (await ready).consume('hubspot');
      return 0;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(refusal.msBeforeNext, 1);
      throw refusal;
    }
  };
}

/** The counters of every worker; the library's own way of making it fails when two workers start together. */
const COUNTER_TABLE = `
  SELECT pg_advisory_xact_lock(4711006);
  CREATE TABLE IF NOT EXISTS baton_rate_limit (
    key varchar(255) PRIMARY KEY,
    points integer NOT NULL DEFAULT 0,
    expire bigint
  );
`;

async function sharedLimiter(
  storeClient: Pool,
  options: { readonly keyPrefix: string; readonly points: number; readonly duration: number },
): Promise<RateLimiterPostgres> {
  await storeClient.query(COUNTER_TABLE);
  return new RateLimiterPostgres({
    ...options,
    storeClient,
    tableName: 'baton_rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
  });
}

function inOrder(act: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const mine = last.then(act);
    // The next caller waits for this one, whether it got through or not.
    last = mine.catch(() => undefined);
    return mine;
  };
}
