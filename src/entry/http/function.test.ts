import { describe, expect, jest, test } from '@jest/globals';
import { signRequestV3 } from '../../adapters/webhook/sign-request.ts';
import { causesOf } from '../../application/work/causes-of.ts';
import type { ContactWork } from '../../application/ports/queue.ts';
import { instant } from '../../domain/instant.ts';
import type { UseCases } from '../use-cases.ts';
import { answerFunction, type FunctionDeps } from './function.ts';
import type { FunctionContext } from './function-request.ts';

const now = 1_795_000_000_000;
const publicUrl = 'https://123.hs-sites.example/hs/serverless';
const clientSecret = 'not-a-real-secret';

const silent = { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error: jest.fn() };

function deps(useCases: Partial<UseCases> = {}, log = silent): FunctionDeps {
  return {
    publicUrl,
    clientSecret,
    realNow: () => now,
    log,
    clock: { now: () => Promise.resolve(instant(now)) },
    useCases: {
      handOff: (work) =>
        Promise.resolve({ done: work.map(({ jobId }) => jobId), failed: [], counts: {} }),
      causesOf: (events) => causesOf({ ledger: { heldAt: () => Promise.resolve([]) } }, events),
      answerCard: () => Promise.resolve({ outcome: 'ok', message: '', current: null }),
      ...useCases,
    },
  };
}

function signed(path: string, body: unknown, query: Record<string, string> = {}): FunctionContext {
  const search = new URLSearchParams(query).toString();
  const signature = signRequestV3({
    clientSecret,
    method: 'POST',
    uri: publicUrl + path + (search === '' ? '' : `?${search}`),
    body: typeof body === 'string' ? body : JSON.stringify(body),
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
    const answer = await answerFunction(
      '/webhooks',
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
      seen.map(({ contactId, retries, causes }) => [contactId, retries, causes.length]),
    ).toEqual([
      ['101', 0, 2],
      ['102', 3, 1],
    ]);
  });

  test('answers 503 when a contact was not finished, so that HubSpot sends it again', async () => {
    const failed = [{ jobId: '101', reason: 'HubSpot is busy' }];
    const answer = await answerFunction(
      '/webhooks',
      signed('/webhooks', [anEvent(101)]),
      deps({ handOff: () => Promise.resolve({ done: [], failed, counts: {} }) }),
    );
    expect(answer.statusCode).toBe(503);
  });

  test('acknowledges what it does not understand, because it would only come again', async () => {
    const handOff = jest.fn<UseCases['handOff']>();
    const answer = await answerFunction(
      '/webhooks',
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
      .fn<UseCases['answerCard']>()
      .mockResolvedValue({ outcome: 'ok', message: 'x', current: null });
    const body = { do: 'open', contactId: '101', userId: '1' };
    const answer = await answerFunction(
      '/card',
      signed('/card', body, { userId: '77', portalId: '123' }),
      deps({ answerCard }),
    );
    expect(answerCard.mock.calls).toEqual([
      [body, { userId: '77', userEmail: null, portalId: '123' }],
    ]);
    expect(answer).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"outcome":"ok","message":"x","current":null}',
    });
  });

  test('never sees a body that is no JSON; the card is told so', async () => {
    const answerCard = jest.fn<UseCases['answerCard']>();
    // HubSpot hands over as text what it could not parse.
    const answer = await answerFunction('/card', signed('/card', '{'), deps({ answerCard }));
    expect([answer.statusCode, JSON.parse(answer.body)]).toEqual([
      200,
      { outcome: 'invalid', message: 'The request body is not JSON.', current: null },
    ]);
    expect(answerCard).not.toHaveBeenCalled();
  });

  test('tells a failure without its cause, and logs the cause', async () => {
    const error = jest.fn();
    const broken = deps(
      { answerCard: () => Promise.reject(new Error('contact 101 of Ada')) },
      { ...silent, error },
    );
    const answer = await answerFunction('/card', signed('/card', { do: 'open' }), broken);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('Ada');
    expect(error.mock.calls).toHaveLength(1);
  });
});

describe('an unsigned call', () => {
  test.each([
    ['/webhooks', signed('/card', [])],
    ['/card', signed('/webhooks', [])],
  ] as const)(
    'of %s is refused, also with a signature for the other one',
    async (path, context) => {
      const handOff = jest.fn<UseCases['handOff']>();
      const answerCard = jest.fn<UseCases['answerCard']>();
      const given = await answerFunction(path, context, deps({ handOff, answerCard }));
      expect(given.statusCode).toBe(401);
      expect([handOff.mock.calls, answerCard.mock.calls]).toEqual([[], []]);
    },
  );
});
