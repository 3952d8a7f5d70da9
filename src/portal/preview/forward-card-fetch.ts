import { randomUUID } from 'node:crypto';
import { SECOND } from '../../domain/instant.ts';
import { signAsHubspot } from '../webhooks/sign-as-hubspot.ts';
import type { CardFetchAnswer, CardFetchRequest } from './card-protocol.ts';

/** What the preview knows about the app that a card belongs to. */
export interface PreviewedApp {
  /** Where the app listens, such as `http://localhost:4500`. */
  readonly appBaseUrl: string;
  readonly clientSecret: string;
  readonly appId: number;
  /** Public addresses of the app that its cards may call: the `permittedUrls.fetch` of its metadata. */
  readonly permittedUrls: readonly string[];
}

/** The signed-in person, as HubSpot names them to the app. */
export interface CardCaller {
  readonly userId: number;
  readonly userEmail: string;
  readonly portalId: number;
}

/** What forwarding needs from outside. */
export interface ForwardParts {
  readonly fetch: typeof fetch;
  /** Real time in epoch milliseconds: signatures never follow the business clock (design §1). */
  readonly now: () => number;
}

/** Limits of `hubspot.fetch` (HubSpot docs, "Fetching data"): body and answer in bytes, times in milliseconds. */
const LIMITS = { bytes: 1024 * 1024, timeout: 15 * SECOND, longestTimeout: 120 * SECOND } as const;

const METHODS_WITH_BODY: readonly string[] = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Sends a card's `hubspot.fetch` to its app as HubSpot's proxy does: only to permitted addresses, with the caller in
 * the query, signed in versions 2 and 3, and tried once more after a failed connection or a 5xx.
 *
 * The address the card asked for is what is signed; the request itself goes to `appBaseUrl`, as HubSpot's own
 * `local.json` proxy maps a public address to a local one. Like HubSpot's development proxy, an answer of 300 to 599
 * comes back inside an envelope of category `BAD_GATEWAY` with status 200; what HubSpot's page makes of it cannot be
 * seen from outside (our reading).
 */
export async function forwardCardFetch(
  request: CardFetchRequest,
  caller: CardCaller,
  app: PreviewedApp,
  parts: ForwardParts,
): Promise<CardFetchAnswer> {
  const fault = refusal(request, app);
  if (fault !== undefined) return fault;
  const uri = withCaller(request.url, caller, app.appId);
  const body =
    request.body !== undefined && METHODS_WITH_BODY.includes(request.method)
      ? JSON.stringify(request.body)
      : '';
  if (Buffer.byteLength(body) > LIMITS.bytes)
    return envelope(413, 'VALIDATION_ERROR', 'The request is larger than the 1 MB HubSpot allows.');
  const timeout = Math.min(request.timeout ?? LIMITS.timeout, LIMITS.longestTimeout);
  const deadline = AbortSignal.timeout(timeout);
  const attempt = (): Promise<Response> =>
    parts.fetch(toApp(uri, app), {
      method: request.method,
      redirect: 'manual',
      signal: deadline,
      headers: { ...request.headers, ...signatures(request.method, uri, body, app, parts.now()) },
      ...(body !== '' && { body }),
    });
  try {
    return await readAnswer(await withOneRetry(attempt, deadline), request);
  } catch (error) {
    if (deadline.aborted)
      return envelope(504, 'GATEWAY_TIMEOUT', `The app did not answer within ${timeout} ms.`);
    return envelope(
      502,
      'BAD_GATEWAY',
      `The app could not be reached at ${app.appBaseUrl}: is it running? (${String(error)})`,
    );
  }
}

function refusal(request: CardFetchRequest, app: PreviewedApp): CardFetchAnswer | undefined {
  const names = Object.keys(request.headers);
  if (names.some((name) => name.toLowerCase() !== 'authorization'))
    return envelope(
      400,
      'VALIDATION_ERROR',
      `hubspot.fetch() lets only the Authorization header through, but got: ${names.join(', ')}.`,
    );
  if (!URL.canParse(request.url))
    return envelope(
      400,
      'VALIDATION_ERROR',
      `hubspot.fetch() needs an absolute address, but got ${request.url}.`,
    );
  if (!app.permittedUrls.some((permitted) => isUnder(request.url, permitted)))
    return envelope(
      403,
      'FORBIDDEN',
      `${request.url} is not in permittedUrls.fetch of the app (${app.permittedUrls.join(', ')}).`,
    );
  return undefined;
}

/** Same origin and a path that begins with the permitted one; a mere text prefix would let `app.com.evil` in. */
function isUnder(url: string, permitted: string): boolean {
  const asked = new URL(url);
  const base = new URL(permitted);
  const folder = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`;
  return (
    asked.origin === base.origin &&
    (asked.pathname === base.pathname || asked.pathname.startsWith(folder))
  );
}

function withCaller(url: string, caller: CardCaller, appId: number): string {
  const uri = new URL(url);
  uri.searchParams.append('userId', String(caller.userId));
  uri.searchParams.append('portalId', String(caller.portalId));
  uri.searchParams.append('userEmail', caller.userEmail);
  uri.searchParams.append('appId', String(appId));
  return uri.href;
}

function toApp(uri: string, app: PreviewedApp): string {
  const { pathname, search } = new URL(uri);
  return app.appBaseUrl.replace(/\/$/, '') + pathname + search;
}

function signatures(
  method: string,
  uri: string,
  body: string,
  app: PreviewedApp,
  now: number,
): Record<string, string> {
  return {
    ...(body !== '' && { 'content-type': 'application/json' }),
    ...signAsHubspot({ clientSecret: app.clientSecret, method, uri, body }, now),
  };
}

async function withOneRetry(
  attempt: () => Promise<Response>,
  deadline: AbortSignal,
): Promise<Response> {
  try {
    const answer = await attempt();
    if (answer.status < 500) return answer;
    await answer.body?.cancel();
  } catch (error) {
    if (deadline.aborted) throw error;
    // Not reached: HubSpot tries once more, and the second failure is the one that counts.
  }
  return attempt();
}

async function readAnswer(answer: Response, request: CardFetchRequest): Promise<CardFetchAnswer> {
  const bytes = await answer.arrayBuffer();
  if (bytes.byteLength > LIMITS.bytes)
    return envelope(502, 'BAD_GATEWAY', 'The answer is larger than the 1 MB HubSpot allows.');
  const text = new TextDecoder().decode(bytes);
  if (answer.status < 300) return { status: answer.status, body: text === '' ? null : text };
  return {
    status: 200,
    body: JSON.stringify({
      status: 'error',
      category: 'BAD_GATEWAY',
      message: 'Error returned from Request Uri',
      errors: [{ message: `Unacceptable HTTP status ${answer.status} calling ${request.url}` }],
      context: { appServerStatusCode: [String(answer.status)] },
      responseBody: jsonOrText(text),
    }),
  };
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // an app may answer an error in plain words
  }
}

/** HubSpot's error body. */
function envelope(status: number, category: string, message: string): CardFetchAnswer {
  return {
    status,
    body: JSON.stringify({ status: 'error', category, message, correlationId: randomUUID() }),
  };
}
