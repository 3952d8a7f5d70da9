import type { HttpRequest } from './exchange.ts';

/** What HubSpot hands to an endpoint function (hubspot §3.3): a parsed body, no raw bytes, no own address. */
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
type FunctionQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What `hubspot.fetch` appends to the URL (hubspot §4.2), in an order nobody promises. */
const APPENDED = ['userId', 'portalId', 'userEmail', 'appId'];

/**
 * The request behind a function call, as far as it can be known. The signature covers what was sent, of which a function
 * sees only the parsed remains. So the body is serialised again, and the four appended query names are possible in each
 * of their orders, 24 at most; other names keep their place before them.
 *
 * @param path - where the function stands below the public URL, such as `/card`
 * @param context - the call
 */
export function readFunctionRequest(path: string, context: FunctionContext): HttpRequest {
  const query = queryOf(context);
  const headers = new Map(
    // HubSpot does not promise the case of header names.
    Object.entries(context.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    method: context.method.toUpperCase(),
    targets: searches(query).map((search) => path + search),
    query,
    header: (name) => headers.get(name),
    body: bodyText(context.body),
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

function searches(query: ReadonlyMap<string, string>): readonly string[] {
  const own = [...query.keys()].filter((name) => !APPENDED.includes(name));
  const appended = APPENDED.filter((name) => query.has(name));
  return [...orders(appended)].map((order) => {
    const pairs = [...own, ...order].map(
      (name) => `${encodeURIComponent(name)}=${encodeURIComponent(query.get(name) ?? '')}`,
    );
    return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
  });
}

function* orders(names: readonly string[]): Generator<readonly string[]> {
  if (names.length === 0) yield [];
  for (const first of names) {
    for (const rest of orders(names.filter((name) => name !== first))) yield [first, ...rest];
  }
}
