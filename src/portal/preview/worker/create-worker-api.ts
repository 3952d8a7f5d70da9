import { createContext, useContext, useSyncExternalStore, type Context } from 'react';
import type { CardFetchRequest, HostApi, PropertyValues } from '../card-protocol.ts';
import { NO_APP_FUNCTIONS, type CardApi, type PageLocation } from './create-card-api.ts';

/** What the worker's scope needs for a card to run in it. */
export interface WorkerRuntimeApi {
  /** To be set on the worker's global scope. */
  readonly globals: Readonly<Record<string, unknown>>;
  /** Holds the card's context and actions for the SDK's hooks. */
  readonly CardApiContext: Context<CardApi | null>;
  /** Moves the app's own page to another place; the page's router draws it. */
  readonly navigate: (to: PageLocation) => void;
}

interface FetchOptions {
  readonly method?: string;
  readonly timeout?: number;
  readonly body?: object;
  readonly headers?: Headers | Record<string, string>;
}

/**
 * Recreates the globals beside `extend_V2` that `@hubspot/ui-extensions` 0.17.0 looks up on `self`.
 *
 * @param host - gives the page's side; asked at call time, since a bundle is evaluated before the page is known
 */
export function createWorkerApi(host: () => HostApi): WorkerRuntimeApi {
  const CardApiContext = createContext<CardApi | null>(null);
  const useCardApi = (): CardApi => {
    const api = useContext(CardApiContext);
    if (api === null) throw new Error('The hooks of the SDK work only while the card is drawn.');
    return api;
  };
  const page = createPageLocation();
  const globals = {
    logger: Object.fromEntries(
      ['debug', 'info', 'warn', 'error'].map((level) => [
        level,
        (message: string | number) => {
          host().log(level, String(message));
        },
      ]),
    ),
    serverless: () => Promise.reject(new Error(NO_APP_FUNCTIONS)),
    hsFetch: (url: string | URL, options: FetchOptions = {}) => cardFetch(host(), url, options),
    hsWorkerAPI: {
      useExtensionContext: () => useCardApi().context,
      useExtensionActions: () => useCardApi().actions,
      useExtensionApi: useCardApi,
      useAppPageLocation: () => useSyncExternalStore(page.subscribe, page.current),
      fetchCrmProperties: (names: string[], onUpdate: (values: PropertyValues) => void) =>
        watchProperties(host(), names, onUpdate),
      fetchAssociations: async (request: Parameters<HostApi['readAssociations']>[0]) =>
        jsonAnswer(await host().readAssociations(plain(request))),
      fetchCrmSearch: () => Promise.resolve(jsonAnswer({ error: notOffered('CRM search') })),
      formatCrmProperties: (request: { properties: PropertyValues }) =>
        Promise.resolve(jsonAnswer({ data: request.properties })),
      fetchHubSpotApi: () => Promise.reject(new Error(notOffered('The HubSpot API'))),
    },
  };
  return { globals, CardApiContext, navigate: page.go };
}

/** `hubspot.fetch`: the page sends it through the portal, which signs it; the card gets a real `Response`. */
async function cardFetch(
  host: HostApi,
  url: string | URL,
  options: FetchOptions,
): Promise<Response> {
  const request: CardFetchRequest = {
    url: String(url),
    method: (options.method ?? 'GET').toUpperCase(),
    headers:
      options.headers instanceof Headers
        ? Object.fromEntries(options.headers.entries())
        : (options.headers ?? {}),
    ...(options.body !== undefined && { body: plain(options.body) }),
    ...(options.timeout !== undefined && { timeout: options.timeout }),
  };
  const answer = await host.fetch(request);
  return new Response(answer.body, {
    status: answer.status,
    headers: { 'content-type': 'application/json' },
  });
}

async function watchProperties(
  host: HostApi,
  names: readonly string[],
  onUpdate: (values: PropertyValues) => void,
): Promise<unknown> {
  const answer = await host.readProperties(names);
  if ('error' in answer) return jsonAnswer(answer);
  const subscription = await host.subscribeToEdits(names, onUpdate);
  return jsonAnswer({
    data: answer.data,
    cleanup: () => {
      host.unsubscribeFromEdits(subscription);
    },
  });
}

/** The SDK asks only for `json()`; a real `Response` could not carry the `cleanup` function. */
function jsonAnswer(value: { data: unknown; cleanup?: () => void } | { error: string }): unknown {
  return { ok: true, status: 200, json: () => Promise.resolve(value) };
}

function createPageLocation(): {
  current: () => PageLocation;
  go: (to: PageLocation) => void;
  subscribe: (listener: () => void) => () => void;
} {
  let location: PageLocation = { path: '/', params: {} };
  const listeners = new Set<() => void>();
  return {
    current: () => location,
    go: (to) => {
      location = to;
      listeners.forEach((listener) => {
        listener();
      });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Only JSON crosses to the page. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function notOffered(what: string): string {
  return `${what} is not offered in the local preview: let the card ask its app with hubspot.fetch().`;
}
