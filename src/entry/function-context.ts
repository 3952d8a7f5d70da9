import { verifyRequestV3, type SignatureRefusal } from '../adapters/webhook/verify-request.ts';
import { ok, refused, type Result } from '../domain/result.ts';

/** What HubSpot hands to an endpoint function (hubspot-platform §6.4): a parsed body, no raw bytes, no own address. */
export interface FunctionContext {
  readonly method: string;
  /** Already parsed; text where HubSpot could not parse it. */
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The query under the name older runtimes use; values may come as lists. */
  readonly params?: FunctionQuery;
  readonly query?: FunctionQuery;
}

/** Query names and values, decoded. */
export type FunctionQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What an endpoint function returns; `body` is JSON text. */
export interface FunctionAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Who clicked, as HubSpot vouches for it in the query that it signed; null where it names nobody. */
export interface VerifiedCaller {
  readonly userId: string | null;
  readonly userEmail: string | null;
  readonly portalId: string | null;
}

/** What `hubspot.fetch` appends to the URL (hubspot-platform §7.7), in an order nobody promises. */
const APPENDED = ['userId', 'portalId', 'userEmail', 'appId'];

/**
 * Tells whether HubSpot signed the request behind a function call, and for whom.
 *
 * The signature covers what was sent, of which a function sees only the parsed remains. So the URI is the configured
 * one, the body is serialised again, and the four appended query names are tried in each of their orders, 24 at most;
 * other names keep their place before them.
 */
export function verifyFunctionRequest(request: {
  readonly context: FunctionContext;
  /** Public URL of this function, such as `https://123.hs-sites.com/hs/serverless/card`, without a query. */
  readonly uri: string;
  readonly clientSecret: string;
  /** Real time in epoch milliseconds. */
  readonly now: number;
}): Result<VerifiedCaller, SignatureRefusal> {
  const { context, uri, clientSecret, now } = request;
  const query = queryOf(context);
  const common = {
    clientSecret,
    method: context.method.toUpperCase(),
    body: bodyText(context.body),
    signature: header(context, 'x-hubspot-signature-v3'),
    timestamp: header(context, 'x-hubspot-request-timestamp'),
    now,
  };
  let refusal: SignatureRefusal = 'signature-mismatch';
  for (const search of searches(query)) {
    const verified = verifyRequestV3({ ...common, uri: uri + search });
    if (verified.ok) {
      return ok({
        userId: query.get('userId') ?? null,
        userEmail: query.get('userEmail') ?? null,
        portalId: query.get('portalId') ?? null,
      });
    }
    refusal = verified.reason;
    // A missing or stale header does not become better in another order.
    if (refusal !== 'signature-mismatch') break;
  }
  return refused(refusal);
}

/** A JSON answer. */
export function functionAnswer(statusCode: number, body: unknown): FunctionAnswer {
  return {
    statusCode,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function queryOf(context: FunctionContext): ReadonlyMap<string, string> {
  const given = Object.entries({ ...context.params, ...context.query });
  return new Map(
    given.flatMap(([name, value]) => {
      const first = typeof value === 'string' ? value : value?.[0];
      return first === undefined ? [] : [[name, first] as const];
    }),
  );
}

function bodyText(body: unknown): string {
  if (body === undefined || body === null) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** HubSpot does not promise the case of header names. */
function header(context: FunctionContext, name: string): string | undefined {
  return Object.entries(context.headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

function* searches(query: ReadonlyMap<string, string>): Generator<string> {
  const own = [...query.keys()].filter((name) => !APPENDED.includes(name));
  const appended = APPENDED.filter((name) => query.has(name));
  for (const order of orders(appended)) {
    const pairs = [...own, ...order].map(
      (name) => `${encodeURIComponent(name)}=${encodeURIComponent(query.get(name) ?? '')}`,
    );
    yield pairs.length === 0 ? '' : `?${pairs.join('&')}`;
  }
}

function* orders(names: readonly string[]): Generator<readonly string[]> {
  if (names.length === 0) yield [];
  for (const first of names) {
    for (const rest of orders(names.filter((name) => name !== first))) yield [first, ...rest];
  }
}
