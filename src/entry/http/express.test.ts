import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createMemoryQueue } from '../../testing/memory-queue.ts';
import {
  SERVER_NOW,
  signatureOf,
  startTestServer,
  type TestRequest,
  type TestServer,
} from '../../testing/test-server.ts';
import type { UseCases } from '../use-cases.ts';

const FIVE_MINUTES = 300_000;
const SILENT = { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error: jest.fn() };
const ANSWER = { outcome: 'ok', message: 'Opened.', current: null } as const;

let server: TestServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(change: Parameters<typeof startTestServer>[0] = {}): Promise<TestServer> {
  server = await startTestServer(change);
  return server;
}

const anEvent = (objectId: number): object => ({
  subscriptionType: 'object.propertyChange',
  objectId,
  propertyName: 'lifecyclestage',
  propertyValue: 'marketingqualifiedlead',
  occurredAt: SERVER_NOW,
});

const delivery = (...events: unknown[]): TestRequest => ({
  path: '/webhooks',
  body: JSON.stringify(events),
});

describe('a request that HubSpot did not sign', () => {
  const webhook = delivery(anEvent(101));
  test.each([
    { name: 'without a signature', headers: {} },
    {
      name: 'with a forged signature',
      headers: { ...signatureOf(webhook), 'x-hubspot-signature-v3': 'Zm9yZ2Vk' },
    },
    { name: 'with the signature of another body', headers: signatureOf(delivery(anEvent(102))) },
    {
      name: 'with the signature of another path',
      headers: signatureOf({ ...webhook, path: '/card' }),
    },
    { name: 'with the signature of a GET', headers: signatureOf({ ...webhook, method: 'GET' }) },
    {
      name: 'sent again after more than five minutes',
      headers: signatureOf(webhook, SERVER_NOW - FIVE_MINUTES - 1),
    },
    {
      name: 'dated more than five minutes ahead',
      headers: signatureOf(webhook, SERVER_NOW + FIVE_MINUTES + 1),
    },
  ])('$name gets 401 and reaches no queue', async ({ headers }) => {
    const { send, deliveries } = await start();
    const answer = await send({ ...webhook, headers });
    expect(answer.status).toBe(401);
    expect(deliveries).toEqual([]);
  });

  test('is told nothing; what may be set wrongly goes to the log', async () => {
    const warn = jest.fn();
    const { send } = await start({ log: { ...SILENT, warn } });
    const answer = await send({ ...webhook, headers: signatureOf({ ...webhook, path: '/card' }) });
    expect(JSON.parse(answer.body)).toEqual({
      message: 'This request does not carry a valid HubSpot signature.',
    });
    expect(warn.mock.calls).toEqual([
      [
        { path: '/webhooks', reason: 'signature-mismatch' },
        expect.stringMatching(/PUBLIC_URL.*HUBSPOT_CLIENT_SECRET/),
      ],
    ]);
  });

  test('runs no action', async () => {
    const card = jest.fn<UseCases['answerCard']>();
    const { send } = await start({ useCases: { answerCard: card } });
    expect((await send({ path: '/card', body: '{"do":"open"}' })).status).toBe(401);
    expect(card).not.toHaveBeenCalled();
  });
});

describe('a webhook delivery', () => {
  test('is one row of the queue, however many events it holds', async () => {
    const { sendSigned, deliveries } = await start();
    const hundred = Array.from({ length: 100 }, (_, n) => anEvent(n + 1));
    const answers = [
      await sendSigned(delivery(...hundred)),
      await sendSigned(delivery(anEvent(1))),
    ];
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(deliveries.map((events) => events.length)).toEqual([100, 1]);
  });

  test('is answered only when it is durable', async () => {
    const steps: string[] = [];
    let store = (): void => undefined;
    const stored = new Promise<void>((resolve) => {
      store = resolve;
    });
    let reached = (): void => undefined;
    const accepting = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const { sendSigned } = await start({
      queue: {
        ...createMemoryQueue(),
        accept: async () => {
          reached();
          await stored;
          steps.push('stored');
        },
      },
    });
    const answered = sendSigned(delivery(anEvent(101))).then(({ status }) => {
      steps.push(`answered ${status}`);
    });
    await accepting;
    store();
    await answered;
    expect(steps).toEqual(['stored', 'answered 204']);
  });

  test('that could not be stored is not acknowledged, so that HubSpot sends it again', async () => {
    const error = jest.fn();
    const { sendSigned } = await start({
      log: { ...SILENT, error },
      queue: {
        ...createMemoryQueue(),
        accept: () => Promise.reject(new Error('disk full on db-7')),
      },
    });
    const answer = await sendSigned(delivery(anEvent(101)));
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain('db-7');
    expect(error).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['of an event type nobody asked for', delivery({ ...anEvent(1), subscriptionType: 'x.y' })],
    ['without events', delivery()],
    ['of events that make no sense', delivery(null, 7, 'x', [], { objectId: 'not a number' })],
    ['that is no list', { path: '/webhooks', body: '{"objectId":1}' }],
    ['that is no JSON', { path: '/webhooks', body: '<xml/>' }],
    ['that is empty', { path: '/webhooks', body: '' }],
    ['that is no text', { path: '/webhooks', body: new Uint8Array([0xff, 0xfe, 0x00]) }],
  ])('%s is acknowledged, because it would only come again', async (_name, request) => {
    const { sendSigned } = await start();
    const answer = await sendSigned(request);
    expect([answer.status, answer.body]).toEqual([204, '']);
  });

  test('loses only the events that cannot be read, and logs no value of them', async () => {
    const warn = jest.fn();
    const { sendSigned, deliveries } = await start({
      log: { ...SILENT, warn },
    });
    await sendSigned(delivery(anEvent(101), { objectId: 'ada@acme.example' }, anEvent(103)));
    expect(deliveries.flat().map(({ objectId }) => objectId)).toEqual(['101', '103']);
    expect(JSON.stringify(warn.mock.calls)).not.toContain('ada@acme.example');
  });

  test.each([
    { name: 'of exactly 1 MB is read', bytes: 1_048_576, status: 204 },
    { name: 'of one byte more gets 413', bytes: 1_048_577, status: 413 },
  ])('$name', async ({ bytes, status }) => {
    const { sendSigned } = await start();
    const answer = await sendSigned({ path: '/webhooks', body: ' '.repeat(bytes) });
    expect(answer.status).toBe(status);
  });
});

describe('a signed action', () => {
  test('gets the body and the person whom HubSpot names in the query', async () => {
    const card = jest.fn<UseCases['answerCard']>().mockResolvedValue(ANSWER);
    const { sendSigned } = await start({ useCases: { answerCard: card } });
    const answer = await sendSigned({
      path: '/card?userId=77&userEmail=ada%40acme.example&portalId=42&appId=9',
      body: '{"do":"open","userId":"1"}',
    });
    expect([answer.status, answer.body]).toEqual([200, JSON.stringify(ANSWER)]);
    expect(card.mock.calls).toEqual([
      [
        { do: 'open', userId: '1' },
        { userId: '77', userEmail: 'ada@acme.example', portalId: '42' },
      ],
    ]);
  });

  test('never sees a body that is no JSON; the card is told so', async () => {
    const card = jest.fn<UseCases['answerCard']>();
    const { sendSigned } = await start({ useCases: { answerCard: card } });
    const answer = await sendSigned({ path: '/card', body: '{' });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      200,
      { outcome: 'invalid', message: 'The request body is not JSON.', current: null },
    ]);
    expect(card).not.toHaveBeenCalled();
  });

  test.each([
    ['that fails', new Error('contact of Ada')],
    // Whatever status a library gives its error: whoever called us has not asked wrongly.
    ['that fails with a status of its own', Object.assign(new Error('Ada'), { status: 404 })],
  ])('%s gets 500 without the cause', async (_name, cause) => {
    const error = jest.fn();
    const { sendSigned } = await start({
      log: { ...SILENT, error },
      useCases: { answerCard: () => Promise.reject(cause) },
    });
    const answer = await sendSigned({ path: '/card', body: '{}' });
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain('Ada');
    expect(error).toHaveBeenCalledTimes(1);
  });
});

describe('the pages for operators', () => {
  test('need no signature', async () => {
    const { send } = await start();
    const get = (path: string) => send({ method: 'GET', path });
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    const metrics = await get('/metrics');
    expect(metrics.status).toBe(200);
    expect(metrics.headers['content-type']).toContain('text/plain');
    expect(metrics.body).toContain('baton_queue_depth{what="dead"} 0');
  });

  test('say 503 and why while a dependency does not answer, but stay alive', async () => {
    const { send } = await start({
      ready: () => Promise.reject(new Error('No policy is published. Run "baton install" first.')),
    });
    const ready = await send({ method: 'GET', path: '/readyz' });
    expect([ready.status, JSON.parse(ready.body)]).toEqual([
      503,
      { status: 'not ready', message: 'No policy is published. Run "baton install" first.' },
    ]);
    expect((await send({ method: 'GET', path: '/healthz' })).status).toBe(200);
  });

  test('count what became of webhook events', async () => {
    const { send, sendSigned } = await start();
    await sendSigned(delivery(anEvent(101), anEvent(102), null));
    const { body } = await send({ method: 'GET', path: '/metrics' });
    expect(body).toContain('baton_webhook_events_total{outcome="accepted"} 2');
    expect(body).toContain('baton_webhook_events_total{outcome="unreadable"} 1');
  });
});

test.each([
  { method: 'GET', path: '/webhooks' },
  { method: 'POST', path: '/nothing/here' },
  { method: 'GET', path: '/' },
])('$method $path gets a 404 in JSON that names it', async ({ method, path }) => {
  const { send } = await start();
  const answer = await send({ method, path });
  expect([answer.status, JSON.parse(answer.body)]).toEqual([
    404,
    { message: `Nothing is served at ${method} ${path}` },
  ]);
});

test('a path that cannot be decoded gets 400, not a failure of ours', async () => {
  const { send } = await start();
  const answer = await send({ path: '/card/%E0%A4%A' });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});
