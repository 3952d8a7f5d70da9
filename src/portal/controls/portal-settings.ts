/** Limits of the stand-in, as `POST /_portal/limits` takes them. */
export interface PortalLimits {
  /** Requests per rolling window; HubSpot gives a private app 190 (100 on Free and Starter). */
  readonly requests: number;
  /** Length of the rolling window in milliseconds. */
  readonly windowMs: number;
  /** Requests per second; null: announced in the headers, not enforced. */
  readonly perSecond: number | null;
  /** Requests per UTC day. */
  readonly daily: number;
  readonly searchPerSecond: number;
  /** How far the search index trails behind writes, in milliseconds of real time. */
  readonly searchLagMs: number;
  /** How long events wait for others to share their delivery, in milliseconds of real time. */
  readonly webhookDelayMs: number;
  /** The span over which ten retries of a delivery are spread, in milliseconds of real time. */
  readonly retryWindowMs: number;
  /** How long a webhook's receiver may take, in milliseconds of real time. */
  readonly webhookTimeoutMs: number;
}

/** HubSpot's limits for an Enterprise account (hubspot §10.1, §5.3, §8.3). */
export const DEFAULT_LIMITS: PortalLimits = {
  requests: 190,
  windowMs: 10_000,
  perSecond: null,
  daily: 1_000_000,
  searchPerSecond: 5,
  searchLagMs: 2_000,
  webhookDelayMs: 50,
  retryWindowMs: 24 * 3_600_000,
  webhookTimeoutMs: 5_000,
};

/** Trouble to make on purpose, as `POST /_portal/faults` takes it. Shares lie between 0 and 1. */
export interface PortalFaults {
  /** Share of requests answered 429. */
  readonly tooManyRequests: number;
  /** Share of requests answered 500, half of them after the work was done. */
  readonly serverError: number;
  /** Share of connections cut, half of them after the work was done. */
  readonly drop: number;
  /** Share of batch writes in which some inputs fail: 207. */
  readonly partial: number;
  /** Least and most milliseconds that an answer is held back. */
  readonly latencyMs: readonly [number, number];
  /** Share of webhook events sent twice. */
  readonly duplicateEvents: number;
  /** Whether webhook events are sent in another order. */
  readonly shuffleEvents: boolean;
  /** Seed of every random choice the portal makes. */
  readonly seed: number;
}

/** No trouble. */
export const NO_FAULTS: PortalFaults = {
  tooManyRequests: 0,
  serverError: 0,
  drop: 0,
  partial: 0,
  latencyMs: [0, 0],
  duplicateEvents: 0,
  shuffleEvents: false,
  seed: 1,
};

/** Limits and faults in force, and the seeded source of every random choice. */
export interface PortalSettings {
  limits(): PortalLimits;
  setLimits(limits: PortalLimits): void;
  faults(): PortalFaults;
  /** Also starts the random source anew from the seed. */
  setFaults(faults: PortalFaults): void;
  /** A number from 0 up to, not including, 1. */
  random(): number;
}

/** Creates settings that start with the given limits and faults. */
export function createPortalSettings(
  initial: {
    readonly limits?: Partial<PortalLimits>;
    readonly faults?: Partial<PortalFaults>;
  } = {},
): PortalSettings {
  let limits: PortalLimits = { ...DEFAULT_LIMITS, ...initial.limits };
  let faults: PortalFaults = { ...NO_FAULTS, ...initial.faults };
  let random = seededRandom(faults.seed);
  return {
    limits: () => limits,
    setLimits: (next) => {
      limits = next;
    },
    faults: () => faults,
    setFaults: (next) => {
      faults = next;
      random = seededRandom(next.seed);
    },
    random: () => random(),
  };
}

/**
 * A small random source that gives the same numbers for the same seed (mulberry32).
 *
 * @param seed - any integer
 * @returns a function whose results lie from 0 up to, not including, 1
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same items in a random order; the input stays as it is. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}
