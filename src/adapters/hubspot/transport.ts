import * as z from 'zod';
import type { Log } from '../../application/ports/log.ts';
import { SECOND } from '../../domain/instant.ts';
import { isCreate, pathTemplate, toDatedPath } from './dated-path.ts';
import { HubspotError, HubspotUnavailableError } from './hubspot-errors.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { retryDelay } from './retry-delay.ts';
import { toHubspotError } from './to-hubspot-error.ts';

/** A batch of 100 with all its properties takes HubSpot one to three seconds; beyond this the connection is dead. */
export const CALL_TIMEOUT_MS = 15 * SECOND;

/** Failures of the network after which the request certainly did not arrive. */
const NEVER_ARRIVED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** One attempt at a call, for metrics. */
export interface CallRecord {
  readonly method: string;
  /** Path with ids replaced by `{id}`. */
  readonly template: string;
  /** HTTP status; null when no answer arrived. */
  readonly status: number | null;
  /** Time from sending to the whole answer, waits for limits and retries not included. */
  readonly ms: number;
}

/** A request as the generated client hands it over. */
export interface OutgoingRequest {
  getUrl(): string;
  getHttpMethod(): string;
  getHeaders(): Readonly<Record<string, string>>;
  getBody(): unknown;
}

/** A successful answer; header names in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** What the transport needs. Times are real, never business time. */
export interface TransportDeps {
  /** Dated API version, such as `2026-09`. */
  readonly apiVersion: string;
  readonly fetch: typeof globalThis.fetch;
  readonly limiter: RateLimiter;
  readonly sleep: (ms: number) => Promise<void>;
  /** Milliseconds on any steady scale. */
  readonly elapsed: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
  readonly timeoutMs?: number | undefined;
  readonly onCall?: ((call: CallRecord) => void) | undefined;
}

/**
 * Sends the requests of HubSpot's generated client, adding what that client lacks (design §11): dated paths, a timeout,
 * retries that respect what may be repeated, the shared rate limit, and errors with codes.
 *
 * @returns a function that resolves with an answer below 400 and rejects with a {@link HubspotError}
 */
export function createTransport(
  deps: TransportDeps,
): (request: OutgoingRequest) => Promise<Answer> {
  return async (request) => {
    const url = new URL(request.getUrl());
    url.pathname = toDatedPath(url.pathname, deps.apiVersion);
    const method = request.getHttpMethod();
    const outgoing = {
      url,
      method,
      template: pathTemplate(url.pathname),
      headers: request.getHeaders(),
      body: request.getBody(),
    };
    const kind = url.pathname.endsWith('/search') ? 'search' : 'other';
    for (let attempt = 1; ; attempt += 1) {
      await deps.limiter.acquire(kind);
      try {
        return await sendOnce(deps, outgoing);
      } catch (error) {
        const create = isCreate(method, url.pathname);
        const delay = retryDelay({ error, attempt, create, random: deps.random() });
        if (delay === null || !(error instanceof HubspotError)) throw error;
        deps.log.debug(
          { code: error.code, template: outgoing.template, attempt, delayMs: Math.round(delay) },
          'HubSpot call is repeated',
        );
        await deps.sleep(delay);
      }
    }
  };
}

interface Outgoing {
  readonly url: URL;
  readonly method: string;
  readonly template: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

async function sendOnce(deps: TransportDeps, outgoing: Outgoing): Promise<Answer> {
  const { method, template } = outgoing;
  const startedAt = deps.elapsed();
  let status: number | null = null;
  let answer: Answer;
  try {
    const response = await deps.fetch(outgoing.url, {
      method,
      headers: outgoing.headers,
      body: typeof outgoing.body === 'string' ? outgoing.body : null,
      signal: AbortSignal.timeout(deps.timeoutMs ?? CALL_TIMEOUT_MS),
    });
    status = response.status;
    const headers = Object.fromEntries(response.headers);
    answer = { status, headers, body: await response.text() };
  } catch (cause) {
    throw toUnavailable(`${method} ${template}`, status, cause);
  } finally {
    deps.onCall?.({ method, template, status, ms: deps.elapsed() - startedAt });
  }
  if (answer.status >= 400) throw toHubspotError({ call: `${method} ${template}`, ...answer });
  return answer;
}

function toUnavailable(call: string, status: number | null, cause: unknown): HubspotError {
  const code = networkCode(cause);
  return new HubspotUnavailableError(
    { call, status, detail: code, correlationId: null },
    { mayHaveArrived: !NEVER_ARRIVED.has(code), retryAfterMs: null },
    { cause },
  );
}

const thrown = z.object({
  name: z.string().optional(),
  message: z.string().optional(),
  // Node's fetch says "fetch failed" and hides the reason one level down.
  cause: z.object({ code: z.string() }).optional().catch(undefined),
});

function networkCode(cause: unknown): string {
  const read = thrown.safeParse(cause);
  if (!read.success) return 'unknown';
  if (read.data.name === 'TimeoutError') return 'no answer in time';
  return read.data.cause?.code ?? read.data.message ?? 'unknown';
}
