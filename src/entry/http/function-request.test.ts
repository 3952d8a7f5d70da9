import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { signRequestV3 } from '../../adapters/webhook/sign-request.ts';
import { readFunctionRequest, type FunctionContext } from './function-request.ts';
import { verifyCaller } from './verify-caller.ts';

const clientSecret = 'not-a-real-secret';
const publicUrl = 'https://123.hs-sites.example/hs/serverless';
const now = 1_795_000_000_000;
const names = ['userId', 'portalId', 'userEmail', 'appId'];
const values: Readonly<Record<string, string>> = {
  userId: '77',
  portalId: '123',
  userEmail: 'rita+leads@example.com',
  appId: '9',
};
const body = { do: 'open', contactId: '101', text: 'Grüße 👋 <b>' };

/** A call as HubSpot makes it: signed as sent, handed over parsed. */
function aCall(order: readonly string[], change: Partial<FunctionContext> = {}): FunctionContext {
  const search = order.map((name) => `${name}=${encodeURIComponent(values[name] ?? '')}`).join('&');
  const signature = signRequestV3({
    clientSecret,
    method: 'POST',
    uri: `${publicUrl}/card${search === '' ? '' : `?${search}`}`,
    body: JSON.stringify(body),
    timestamp: String(now),
  });
  return {
    method: 'POST',
    body,
    headers: { 'X-HubSpot-Signature-v3': signature, 'X-HubSpot-Request-Timestamp': String(now) },
    // The order in which HubSpot hands the names over says nothing about the order it signed.
    params: Object.fromEntries(order.toSorted().map((name) => [name, [values[name] ?? '']])),
    ...change,
  };
}

const verify = (context: FunctionContext, at = now): ReturnType<typeof verifyCaller> =>
  verifyCaller(readFunctionRequest('/card', context), {
    publicUrl,
    clientSecret,
    realNow: () => at,
  });

describe('the request behind a function call', () => {
  test('accepts the four appended names in whatever order they were signed, and says who clicked', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(names), (order) => {
        const has = (name: string): string | null =>
          order.includes(name) ? (values[name] ?? null) : null;
        expect(verify(aCall(order))).toEqual({
          ok: true,
          value: {
            userId: has('userId'),
            userEmail: has('userEmail'),
            portalId: has('portalId'),
          },
        });
      }),
    );
  });

  test('reads the query from either name and the headers in any case', () => {
    const call = aCall(names);
    const headers = Object.fromEntries(
      Object.entries(call.headers).map(([key, value]) => [key.toLowerCase(), value]),
    );
    const { params, ...rest } = call;
    expect(verify({ ...rest, headers, query: params ?? {} }).ok).toBe(true);
  });

  test.each([
    ['another user', aCall(names, { params: { ...values, userId: '78' } })],
    ['another body', aCall(names, { body: { ...body, contactId: '102' } })],
    ['another method', aCall(names, { method: 'GET' })],
    ['a name more', aCall(names, { params: { ...values, admin: 'true' } })],
    ['a name less', aCall(names, { params: { userId: '77' } })],
  ])('refuses %s than was signed', (_name, context) => {
    expect(verify(context)).toEqual({ ok: false, reason: 'signature-mismatch' });
  });

  test.each([
    ['no signature', aCall(names, { headers: {} }), now, 'signature-missing'],
    ['a replay after five minutes', aCall(names), now + 300_001, 'timestamp-too-old'],
    ['a request from the future', aCall(names), now - 300_001, 'timestamp-in-the-future'],
  ])('refuses %s', (_name, context, at, reason) => {
    expect(verify(context, at)).toEqual({ ok: false, reason });
  });

  test('accepts no random change of a signed call', () => {
    const call = aCall(names);
    const mutation = fc.record(
      {
        method: fc.constantFrom('GET', 'PUT', 'PATCH'),
        body: fc.jsonValue().filter((value) => JSON.stringify(value) !== JSON.stringify(body)),
        params: fc.dictionary(fc.constantFrom(...names), fc.string()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(mutation, (change) => {
        fc.pre(Object.keys(change).length > 0);
        expect(verify({ ...call, ...change }).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
