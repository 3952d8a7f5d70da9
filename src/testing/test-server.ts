import { Agent, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { signRequestV3 } from '../adapters/webhook/sign-request.ts';
import { causesOf } from '../application/work/causes-of.ts';
import type { Queue } from '../application/ports/queue.ts';
import type { WebhookEvent } from '../contract/webhook-event.ts';
import { createServer, type ServerDeps } from '../entry/http/express.ts';
import { createMetrics } from '../entry/metrics.ts';
import { createMemoryQueue } from './memory-queue.ts';

/** Secret that the test server expects signatures to be made with. */
export const SERVER_SECRET = 'server-secret';
/** Real time of the test server, in epoch milliseconds; it stands still. */
export const SERVER_NOW = Date.UTC(2026, 10, 20, 9);

const PUBLIC_URL = 'https://baton.example.com';

/** One request as it goes over the wire. */
export interface TestRequest {
  /** Default POST. */
  readonly method?: string;
  /** Path with query, sent as it is. */
  readonly path: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The HTTP surface on a free port of this machine, in front of a queue that only remembers. */
export interface TestServer {
  /** Deliveries that were put in the queue. */
  readonly deliveries: readonly (readonly WebhookEvent[])[];
  /** Sends a request just as given. */
  readonly send: (request: TestRequest) => Promise<TestAnswer>;
  /** Signs a request as HubSpot does, then sends it. */
  readonly sendSigned: (request: TestRequest) => Promise<TestAnswer>;
  readonly close: () => Promise<void>;
}

/** Starts a server whose parts are harmless stand-ins, apart from those given. */
export async function startTestServer({
  useCases,
  ...change
}: Partial<Omit<ServerDeps, 'useCases'>> & {
  readonly useCases?: Partial<ServerDeps['useCases']>;
} = {}): Promise<TestServer> {
  const deliveries: (readonly WebhookEvent[])[] = [];
  const memory = createMemoryQueue();
  const queue: Queue = {
    ...memory,
    accept: (causes) => {
      deliveries.push(causes.flatMap(({ cause }) => (cause.kind === 'told' ? [cause.event] : [])));
      return memory.accept(causes);
    },
  };
  const app = createServer({
    queue,
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    metrics: createMetrics(),
    clientSecret: SERVER_SECRET,
    publicUrl: PUBLIC_URL,
    realNow: () => SERVER_NOW,
    ready: () => Promise.resolve(),
    useCases: {
      answerCard: () => Promise.resolve({ outcome: 'ok', message: '', current: null }),
      causesOf: (events) => causesOf({ ledger: { heldAt: () => Promise.resolve([]) } }, events),
      ...useCases,
    },
    ...change,
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const send = async ({ method = 'POST', path, body = '', headers = {} }: TestRequest) => {
    const outgoing = request({ host: '127.0.0.1', port, agent, method, path, headers });
    outgoing.end(body);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve);
      outgoing.once('error', reject);
    });
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: await text(response),
    };
  };
  return {
    deliveries,
    send,
    sendSigned: (one) => send({ ...one, headers: { ...signatureOf(one), ...one.headers } }),
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * The two headers by which HubSpot vouches for a request.
 *
 * @param request - what is signed
 * @param at - epoch milliseconds, the server's own time unless given
 */
export function signatureOf(
  request: TestRequest,
  at: number = SERVER_NOW,
): Readonly<Record<string, string>> {
  const timestamp = String(at);
  const signature = signRequestV3({
    clientSecret: SERVER_SECRET,
    method: request.method ?? 'POST',
    uri: PUBLIC_URL + request.path,
    body: request.body ?? '',
    timestamp,
  });
  return { 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': timestamp };
}

function ignore(): void {
  // Nobody reads the log of a test.
}
