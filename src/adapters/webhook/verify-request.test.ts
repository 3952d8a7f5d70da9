import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { signRequestV3 } from './sign-request.ts';
import { SIGNATURE_TOLERANCE_MS, verifyRequestV3, type RequestToVerify } from './verify-request.ts';

const NOW = Date.UTC(2026, 10, 20, 9, 0);

/**
 * The vector of HubSpot/hubspot-api-python, tests/spec/utils/test_signature.py at a2a528a, Copyright HubSpot,
 * Apache License 2.0. The only vector HubSpot publishes for version 3.
 */
const PUBLISHED = {
  clientSecret: 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy',
  method: 'POST',
  uri: 'https://www.example.com/webhook_uri',
  body: "{'example_field':'example_value'}",
  timestamp: '1693657560000',
  signature: 'K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=',
};

function signed(override: Partial<Parameters<typeof signRequestV3>[0]> = {}): RequestToVerify {
  const request = {
    clientSecret: 'secret-1',
    method: 'POST',
    uri: 'https://baton.example.com/card?userId=7&userEmail=ann%40example.com',
    body: '{"do":"open","contactId":"101"}',
    timestamp: String(NOW),
    ...override,
  };
  return { ...request, signature: signRequestV3(request), now: NOW };
}

describe('signRequestV3', () => {
  test('gives the signature that HubSpot publishes', () => {
    expect(signRequestV3(PUBLISHED)).toBe(PUBLISHED.signature);
  });

  // Computed once with `openssl dgst -sha256 -hmac`, independently of this code.
  test.each([
    {
      name: 'a UTF-8 body',
      uri: 'https://baton.example.com/webhooks',
      body: '{"name":"Zoë Müller"}',
      expected: 'PYiliC7kgZptgFlrygR6izJt5AxeGbpJ9vrY0wOym1A=',
    },
    {
      name: 'an encoded query, signed decoded',
      uri: 'https://baton.example.com/card?userEmail=a%40b.com&q=x%20y%26z',
      body: '{}',
      expected: 'fBXiWjRRNP1L/DFNGgaDWCvz0ZOhBuh31Kq7oSo1a2I=',
    },
  ])('agrees with openssl on $name', ({ uri, body, expected }) => {
    const request = { clientSecret: 'secret-1', method: 'POST', uri, timestamp: '1795132800000' };
    expect(signRequestV3({ ...request, body })).toBe(expected);
    expect(signRequestV3({ ...request, body: Buffer.from(body) })).toBe(expected);
  });

  test.each([
    ['%3A', ':'],
    ['%2F', '/'],
    ['%3F', '?'],
    ['%40', '@'],
    ['%21', '!'],
    ['%24', '$'],
    ['%27', "'"],
    ['%28', '('],
    ['%29', ')'],
    ['%2A', '*'],
    ['%2C', ','],
    ['%3B', ';'],
  ])('signs %s in the URI as %s, and leaves it alone in the body', (escape, plain) => {
    const at = (uri: string, body = ''): string =>
      signRequestV3({ clientSecret: 's', method: 'GET', uri, body, timestamp: '1' });
    expect(at(`https://x.example/?a=${escape}`)).toBe(at(`https://x.example/?a=${plain}`));
    expect(at('https://x.example/', escape)).not.toBe(at('https://x.example/', plain));
  });

  test.each(['%20', '%26', '%3D', '%25', '%3a'])('signs %s in the URI as it was sent', (escape) => {
    const at = (uri: string): string =>
      signRequestV3({ clientSecret: 's', method: 'GET', uri, body: '', timestamp: '1' });
    expect(at(`https://x.example/?a=${escape}`)).not.toBe(
      at(`https://x.example/?a=${decodeURIComponent(escape)}`),
    );
  });

  test('decodes once only', () => {
    const at = (uri: string): string =>
      signRequestV3({ clientSecret: 's', method: 'GET', uri, body: '', timestamp: '1' });
    expect(at('https://x.example/?a=%2540')).not.toBe(at('https://x.example/?a=@'));
  });
});

describe('verifyRequestV3', () => {
  test('accepts what HubSpot publishes, at its own time', () => {
    expect(verifyRequestV3({ ...PUBLISHED, now: Number(PUBLISHED.timestamp) }).ok).toBe(true);
  });

  test.each([
    { name: 'exactly at the age limit', offset: SIGNATURE_TOLERANCE_MS, expected: 'accepted' },
    { name: 'past the limit', offset: SIGNATURE_TOLERANCE_MS + 1, expected: 'timestamp-too-old' },
    { name: 'exactly as far ahead', offset: -SIGNATURE_TOLERANCE_MS, expected: 'accepted' },
    {
      name: 'further ahead',
      offset: -SIGNATURE_TOLERANCE_MS - 1,
      expected: 'timestamp-in-the-future',
    },
  ])('a request $name: $expected', ({ offset, expected }) => {
    const result = verifyRequestV3({ ...signed(), now: NOW + offset });
    expect(result.ok ? 'accepted' : result.reason).toBe(expected);
  });

  test.each([
    { given: { signature: undefined }, reason: 'signature-missing' },
    { given: { signature: '' }, reason: 'signature-missing' },
    { given: { timestamp: undefined }, reason: 'timestamp-missing' },
    { given: { timestamp: '2026-11-20' }, reason: 'timestamp-malformed' },
    { given: { timestamp: `+${String(NOW)}` }, reason: 'timestamp-malformed' },
    { given: { timestamp: '1e12' }, reason: 'timestamp-malformed' },
    { given: { signature: 'x' }, reason: 'signature-mismatch' },
    { given: { signature: 'é'.repeat(22) }, reason: 'signature-mismatch' },
    { given: { clientSecret: 'secret-2' }, reason: 'signature-mismatch' },
  ])('refuses $given with $reason', ({ given, reason }) => {
    expect(verifyRequestV3({ ...signed(), ...given })).toEqual({ ok: false, reason });
  });

  test('refuses a signature that decodes to the right bytes but is written differently', () => {
    const request = signed();
    expect(verifyRequestV3({ ...request, signature: `${String(request.signature)} ` }).ok).toBe(
      false,
    );
  });

  test('accepts none of 10,000 mutations', () => {
    const mutation = fc.record({
      field: fc.constantFrom('method', 'uri', 'body', 'timestamp', 'signature'),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      kind: fc.constantFrom('replace', 'insert', 'remove'),
      char: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
    });
    let mutated = 0;
    fc.assert(
      fc.property(mutation, fc.json(), ({ field, at, kind, char }, body) => {
        const request = signed({ body });
        const value = String(request[field as keyof RequestToVerify]);
        const index = Math.floor(at * value.length);
        const changed =
          value.slice(0, index) +
          (kind === 'remove' ? '' : char) +
          value.slice(kind === 'insert' ? index : index + 1);
        fc.pre(changed !== value);
        mutated += 1;
        expect(verifyRequestV3({ ...request, [field]: changed }).ok).toBe(false);
      }),
      { numRuns: 10_000 },
    );
    expect(mutated).toBe(10_000);
  });
});
