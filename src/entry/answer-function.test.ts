import { describe, expect, jest, test } from '@jest/globals';
import { signRequestV3 } from '../adapters/webhook/sign-request.ts';
import type { ContactWork } from '../application/ports/queue.ts';
import { answerCardFunction, answerWebhookFunction, type FunctionDeps } from './answer-function.ts';
import type { FunctionContext } from './function-context.ts';

const now = 1_795_000_000_000;
const publicUrl = 'https://123.hs-sites.example/hs/serverless';
const clientSecret = 'not-a-real-secret';

function deps(change: Partial<FunctionDeps> = {}): FunctionDeps {
  const silent = { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error: jest.fn() };
  return {
    publicUrl,
    clientSecret,
    realNow: () => now,
    log: silent,
    handOff: (work) =>
      Promise.resolve({ done: work.map(({ jobId }) => jobId), failed: [], counts: {} }),
    answerCard: () => Promise.resolve({ outcome: 'ok', message: '', current: null }),
    ...change,
  };
}

function signed(path: string, body: unknown, query: Record<string, string> = {}): FunctionContext {
  const search = new URLSearchParams(query).toString();
  const signature = signRequestV3({
    clientSecret,
    method: 'POST',
    uri: publicUrl + path + (search === '' ? '' : `?${search}`),
    body: JSON.stringify(body),
    timestamp: String(now),
  });
  const headers = {
    'x-hubspot-signature-v3': signature,
    'x-hubspot-request-timestamp': String(now),
  };
  return { method: 'POST', body, headers, params: query };
}

const anEvent = (objectId: number, change: object = {}): object => ({
  subscriptionType: 'object.propertyChange',
  objectId,
  occurredAt: now,
  attemptNumber: 0,
  ...change,
});

describe('the webhook function', () => {
  test('works each contact of a delivery once and acknowledges', async () => {
    const seen: ContactWork[] = [];
    const answer = await answerWebhookFunction(
      signed('/webhooks', [
        anEvent(101),
        anEvent(102, { attemptNumber: 3 }),
        anEvent(101, { propertyName: 'lifecyclestage' }),
        { broken: true },
      ]),
      deps({
        handOff: (work) => {
          seen.push(...work);
          return Promise.resolve({ done: work.map(({ jobId }) => jobId), failed: [], counts: {} });
        },
      }),
    );
    expect(answer.statusCode).toBe(200);
    expect(
      seen.map(({ contactId, retries, events }) => [contactId, retries, events.length]),
    ).toEqual([
      ['101', 0, 2],
      ['102', 3, 1],
    ]);
  });

  test('answers 503 when a contact was not finished, so that HubSpot sends it again', async () => {
    const failed = [{ jobId: '101', reason: 'HubSpot is busy' }];
    const answer = await answerWebhookFunction(
      signed('/webhooks', [anEvent(101)]),
      deps({ handOff: () => Promise.resolve({ done: [], failed, counts: {} }) }),
    );
    expect(answer.statusCode).toBe(503);
  });

  test('acknowledges what it does not understand, because it would only come again', async () => {
    const handOff = jest.fn<FunctionDeps['handOff']>();
    const answer = await answerWebhookFunction(
      signed('/webhooks', { no: 'list' }),
      deps({ handOff }),
    );
    expect(answer.statusCode).toBe(200);
    expect(handOff).not.toHaveBeenCalled();
  });
});

describe('the card function', () => {
  test('passes the body and the signed user on, and nothing else about who asks', async () => {
    const answerCard = jest
      .fn<FunctionDeps['answerCard']>()
      .mockResolvedValue({ outcome: 'ok', message: 'x', current: null });
    const body = { do: 'open', contactId: '101', userId: '1' };
    const answer = await answerCardFunction(
      signed('/card', body, { userId: '77', portalId: '123' }),
      deps({ answerCard }),
    );
    expect(answerCard.mock.calls).toEqual([[body, '77']]);
    expect(answer).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"outcome":"ok","message":"x","current":null}',
    });
  });

  test('tells a failure without its cause, and logs the cause', async () => {
    const error = jest.fn();
    const broken = deps({
      log: { ...deps().log, error },
      answerCard: () => Promise.reject(new Error('contact 101 of Ada')),
    });
    const answer = await answerCardFunction(signed('/card', { do: 'open' }), broken);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('Ada');
    expect(error.mock.calls).toHaveLength(1);
  });
});

describe('an unsigned call', () => {
  test.each([
    ['of the webhook', answerWebhookFunction, signed('/card', [])],
    ['of the card', answerCardFunction, signed('/webhooks', [])],
  ])('%s is refused, also with a signature for the other one', async (_name, answer, context) => {
    const handOff = jest.fn<FunctionDeps['handOff']>();
    const answerCard = jest.fn<FunctionDeps['answerCard']>();
    const given = await answer(context, deps({ handOff, answerCard }));
    expect(given.statusCode).toBe(401);
    expect([handOff.mock.calls, answerCard.mock.calls]).toEqual([[], []]);
  });
});
