import { setTimeout as sleep } from 'node:timers/promises';
import type { Crm, CrmAccount, CrmPeople } from '../../application/ports/crm.ts';
import type { Log } from '../../application/ports/log.ts';
import { createAttemptReader } from './crm-attempts.ts';
import { createEventReader } from './crm-events.ts';
import { createSegmentReader } from './crm-segments.ts';
import { createHubspotAccount } from './hubspot-account.ts';
import { createHubspotApis, type HubspotCaller } from './hubspot-apis.ts';
import { createHubspotCrm } from './hubspot-crm.ts';
import { createHubspotPeople } from './hubspot-people.ts';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';
import { createTransport, type CallRecord } from './transport.ts';

/** Where HubSpot is and how to speak to it. */
export interface HubspotConnection {
  /** Without trailing slash, such as `https://api.hubapi.com`. */
  readonly apiUrl: string;
  /** Dated API version, such as `2026-09`. */
  readonly apiVersion: string;
  readonly accessToken: string;
  readonly log: Log;
  /** Told of every attempt at a call, for metrics. */
  readonly onCall?: (call: CallRecord) => void;
  /** One for all that use the same token; absent, this process counts alone. */
  readonly limiter?: RateLimiter;
  /** The rest is for tests: real time and chance unless given. */
  readonly fetch?: typeof globalThis.fetch;
  readonly sleep?: (ms: number) => Promise<void>;
  readonly elapsed?: () => number;
  readonly random?: () => number;
  readonly timeoutMs?: number;
}

/**
 * Everything Baton asks of a HubSpot portal, over one rate limit. What only an install needs is built over the same
 * `caller`, so that functions do not carry it (`createHubspotSchema`).
 */
export function connectHubspot(connection: HubspotConnection): {
  readonly crm: Crm;
  readonly people: CrmPeople;
  readonly account: CrmAccount;
  readonly caller: HubspotCaller;
} {
  const { apiUrl, accessToken, log } = connection;
  const wait = connection.sleep ?? ((ms: number) => sleep(ms));
  const elapsed = connection.elapsed ?? (() => performance.now());
  const send = createTransport({
    apiVersion: connection.apiVersion,
    fetch: connection.fetch ?? globalThis.fetch,
    limiter: connection.limiter ?? createRateLimiter({ sleep: wait }),
    sleep: wait,
    elapsed,
    random: connection.random ?? Math.random,
    log,
    timeoutMs: connection.timeoutMs,
    onCall: connection.onCall,
  });
  const caller = { apiUrl, accessToken, send };
  const apis = createHubspotApis(caller);
  const reading = { caller, apiVersion: connection.apiVersion, log, elapsed };
  return {
    crm: createHubspotCrm(apis, {
      readSegmentsOf: createSegmentReader(reading),
      readEventsOf: createEventReader(reading),
      readAttemptsOf: createAttemptReader({ apis, log, elapsed }),
    }),
    people: createHubspotPeople({ apis, log }),
    account: createHubspotAccount(caller),
    caller,
  };
}
