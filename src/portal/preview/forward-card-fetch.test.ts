import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { signRequestV3 } from '../../adapters/webhook/sign-request.ts';
import type { CardFetchAnswer, CardFetchRequest } from './card-protocol.ts';
import { forwardCardFetch } from './forward-card-fetch.ts';

const CALLER = { userId: 71, userEmail: 'lena@example.com', portalId: 145 };
const PUBLIC = 'https://baton.example.com';
const NOW = 1_795_203_000_000;

interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: Server;
let received: Received[];
let answers: { readonly status: number; readonly body: string }[];

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', url = '', headers } = request;
      received.push({ method, url, headers, body });
      const answer = answers.shift() ?? { status: 200, body: '{"outcome":"done"}' };
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  received = [];
  answers = [];
});

function app(appBaseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`) {
  return { appBaseUrl, clientSecret: 'shhh', appId: 9, permittedUrls: [PUBLIC] };
}

function forward(
  request: Partial<CardFetchRequest> = {},
  target = app(),
): Promise<CardFetchAnswer> {
  const asked = { url: `${PUBLIC}/card`, method: 'POST', headers: {}, ...request };
  return forwardCardFetch(asked, CALLER, target, { fetch, now: () => NOW });
}

describe('forwardCardFetch', () => {
  test('appends who clicked and signs the public address in versions 2 and 3', async () => {
    const answer = await forward({ body: { do: 'open' } });

    expect(answer).toEqual({ status: 200, body: '{"outcome":"done"}' });
    const query = 'userId=71&portalId=145&userEmail=lena%40example.com&appId=9';
    const [request] = received;
    expect(request).toMatchObject({ method: 'POST', url: `/card?${query}`, body: '{"do":"open"}' });
    const signed = {
      clientSecret: 'shhh',
      method: 'POST',
      uri: `${PUBLIC}/card?${query}`,
      body: '{"do":"open"}',
    };
    expect(request?.headers).toMatchObject({
      'x-hubspot-request-timestamp': String(NOW),
      'x-hubspot-signature-version': 'v2',
      'x-hubspot-signature': expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      'x-hubspot-signature-v3': signRequestV3({ ...signed, timestamp: String(NOW) }),
    });
  });

  test('keeps a query that the card wrote itself', async () => {
    await forward({ method: 'GET', url: `${PUBLIC}/card?a=1` });

    expect(received[0]?.url).toMatch(/^\/card\?a=1&userId=71&/);
  });

  test.each([
    { name: 'another origin', url: 'https://evil.example.com/card' },
    { name: 'an origin that only begins alike', url: 'https://baton.example.com.evil.org/card' },
  ])('refuses $name without sending anything', async ({ url }) => {
    const answer = await forward({ url });

    expect(answer.status).toBe(403);
    expect(answer.body).toContain('permittedUrls.fetch');
    expect(received).toEqual([]);
  });

  test('refuses a relative address', async () => {
    expect(await forward({ url: '/card' })).toMatchObject({ status: 400 });
  });

  test('lets the Authorization header through and refuses every other one', async () => {
    expect(await forward({ headers: { Authorization: 'Bearer x' } })).toMatchObject({
      status: 200,
    });
    expect(received[0]?.headers.authorization).toBe('Bearer x');

    expect(await forward({ headers: { 'X-Other': '1' } })).toMatchObject({ status: 400 });
  });

  test('tries once more after a 5xx, and gives the second answer', async () => {
    answers = [{ status: 503, body: '' }];

    expect(await forward()).toEqual({ status: 200, body: '{"outcome":"done"}' });
    expect(received).toHaveLength(2);
  });

  test('does not try a third time', async () => {
    answers = [
      { status: 500, body: '{}' },
      { status: 500, body: '{}' },
    ];
    await forward();

    expect(received).toHaveLength(2);
  });

  test('wraps an answer of 300 to 599 into an envelope with status 200', async () => {
    answers = [{ status: 401, body: '{"message":"no"}' }];
    const answer = await forward();

    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body ?? '')).toMatchObject({
      status: 'error',
      category: 'BAD_GATEWAY',
      context: { appServerStatusCode: ['401'] },
      responseBody: { message: 'no' },
    });
  });

  test('says that the app cannot be reached when nothing listens', async () => {
    const answer = await forward({}, app('http://127.0.0.1:9'));

    expect(answer.status).toBe(502);
    expect(answer.body).toContain('is it running?');
  });

  test('gives up after the timeout of the card', async () => {
    const never: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => {
          reject(new DOMException('timed out', 'TimeoutError'));
        });
      });
    const asked = { url: `${PUBLIC}/card`, method: 'GET', headers: {}, timeout: 5 };
    const answer = await forwardCardFetch(asked, CALLER, app(), { fetch: never, now: () => NOW });

    expect(answer.status).toBe(504);
  });

  test('refuses a body over 1 MB', async () => {
    expect(await forward({ body: { text: 'x'.repeat(1024 * 1024) } })).toMatchObject({
      status: 413,
    });
    expect(received).toEqual([]);
  });

  test('passes an answer without a body on as null', async () => {
    answers = [{ status: 204, body: '' }];

    expect(await forward()).toEqual({ status: 204, body: null });
  });
});
