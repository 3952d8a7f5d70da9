import type { PortalLimits } from '../controls/portal-settings.ts';

/** Whether a call may pass, with the headers and, if not, the body HubSpot answers. */
export interface RateVerdict {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal?: Readonly<Record<string, unknown>>;
}

/** Counts calls in real time. */
export interface RateLimiter {
  /**
   * Counts one call. Search calls count against their own limit and the daily one only, and carry only the two daily
   * headers (recorded); a refused call counts nowhere.
   */
  take(call: { readonly isSearch: boolean; readonly correlationId: string }): RateVerdict;
  clear(): void;
}

const DAY_MS = 86_400_000;
const NAME = 'x-hubspot-ratelimit';

/**
 * Creates a limiter with rolling windows.
 *
 * @param now - real time in epoch milliseconds
 * @param limits - read anew for each call
 */
export function createRateLimiter(now: () => number, limits: () => PortalLimits): RateLimiter {
  const calls = createWindow();
  const searches = createWindow();
  let day = -1;
  let today = 0;

  return {
    take: ({ isSearch, correlationId }) => {
      const at = now();
      const limit = limits();
      if (Math.floor(at / DAY_MS) !== day) {
        day = Math.floor(at / DAY_MS);
        today = 0;
      }
      const inWindow = calls.countSince(at - limit.windowMs);
      const inSecond = calls.countSince(at - 1_000);
      const searchesInSecond = searches.countSince(at - 1_000);
      const policy = policyBroken();
      if (policy === undefined) {
        today += 1;
        (isSearch ? searches : calls).add(at, isSearch ? 1_000 : Math.max(limit.windowMs, 1_000));
      }
      const left = policy === undefined ? 1 : 0;
      const daily = {
        [`${NAME}-daily`]: String(limit.daily),
        [`${NAME}-daily-remaining`]: String(Math.max(0, limit.daily - today)),
      };
      const perSecond = limit.perSecond ?? Math.ceil(limit.requests / 10);
      const headers = isSearch
        ? daily
        : {
            ...daily,
            [`${NAME}-interval-milliseconds`]: String(limit.windowMs),
            [`${NAME}-max`]: String(limit.requests),
            [`${NAME}-remaining`]: String(Math.max(0, limit.requests - inWindow - left)),
            [`${NAME}-secondly`]: String(perSecond),
            [`${NAME}-secondly-remaining`]: String(Math.max(0, perSecond - inSecond - left)),
          };
      return policy === undefined
        ? { headers }
        : { headers, refusal: refusalBody(policy, limit, correlationId) };

      function policyBroken(): Policy | undefined {
        if (today >= limit.daily) return 'DAILY';
        if (isSearch) return searchesInSecond >= limit.searchPerSecond ? 'SEARCH' : undefined;
        if (inWindow >= limit.requests) return 'TEN_SECONDLY_ROLLING';
        if (limit.perSecond !== null && inSecond >= limit.perSecond) return 'SECONDLY';
        return undefined;
      }
    },
    clear: () => {
      calls.clear();
      searches.clear();
      today = 0;
    },
  };
}

/** The limits HubSpot names in a 429; a search's has no policy name. */
export type Policy = 'DAILY' | 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'SEARCH';

/** The body of a 429 (public reports; none was recorded together with its request). */
export function refusalBody(
  policy: Policy,
  limits: PortalLimits,
  correlationId: string,
): Readonly<Record<string, unknown>> {
  const body = (words: string): Record<string, unknown> => ({
    status: 'error',
    message: `You have reached your ${words} limit.`,
    errorType: 'RATE_LIMIT',
  });
  switch (policy) {
    case 'TEN_SECONDLY_ROLLING':
      return {
        ...body('ten_secondly_rolling'),
        correlationId,
        policyName: policy,
        groupName: `publicapi:private_app-api-calls-ten-secondly:${limits.requests}:${limits.windowMs}`,
      };
    case 'SECONDLY':
      return { ...body('secondly'), correlationId, policyName: policy };
    case 'DAILY':
      return { ...body('daily'), correlationId, policyName: policy, requestId: correlationId };
    case 'SEARCH':
      return body('secondly');
  }
}

interface Window {
  countSince(limit: number): number;
  add(at: number, keepMs: number): void;
  clear(): void;
}

function createWindow(): Window {
  let times: number[] = [];
  return {
    // The window is open at its start: a call exactly one window ago no longer counts.
    countSince: (limit) => times.length - firstAfter(times, limit),
    add: (at, keepMs) => {
      const gone = firstAfter(times, at - keepMs);
      if (gone > 1_000) times = times.slice(gone);
      times.push(at);
    },
    clear: () => {
      times = [];
    },
  };
}

function firstAfter(times: readonly number[], limit: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
