import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verifyRequestV3 } from '../../adapters/webhook/verify-request.ts';
import { signAsHubspot, type RequestToSign } from './sign-as-hubspot.ts';

const NOW = 1_795_132_800_000;

function v3(request: Partial<RequestToSign>, now = NOW): string | undefined {
  const whole = { clientSecret: 'secret-1', method: 'POST', uri: '', body: '', ...request };
  return signAsHubspot(whole, now)['x-hubspot-signature-v3'];
}

describe('signAsHubspot', () => {
  test('gives the signature that HubSpot publishes', () => {
    // HubSpot/hubspot-api-python, tests/spec/utils/test_signature.py at a2a528a, Copyright HubSpot, Apache License 2.0.
    const request = {
      clientSecret: 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy',
      uri: 'https://www.example.com/webhook_uri',
      body: "{'example_field':'example_value'}",
    };
    expect(v3(request, 1_693_657_560_000)).toBe('K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=');
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
      name: 'an escaped query',
      uri: 'https://baton.example.com/card?userEmail=a%40b.com&q=x%20y%26z',
      body: '{}',
      expected: 'fBXiWjRRNP1L/DFNGgaDWCvz0ZOhBuh31Kq7oSo1a2I=',
    },
  ])('agrees with openssl on $name', ({ uri, body, expected }) => {
    expect(v3({ uri, body })).toBe(expected);
  });

  test.each(['%3A', '%2F', '%3F', '%40', '%21', '%24', '%27', '%28', '%29', '%2A', '%2C', '%3B'])(
    'signs %s in the URI plainly, and leaves it alone in the body',
    (escape) => {
      const plain = decodeURIComponent(escape);
      expect(v3({ uri: `/?a=${escape}` })).toBe(v3({ uri: `/?a=${plain}` }));
      expect(v3({ body: escape })).not.toBe(v3({ body: plain }));
    },
  );

  test.each([
    ['%20', ' '],
    ['%26', '&'],
    ['%3D', '='],
    ['%25', '%'],
    ['%3a', ':'],
    ['%2540', '@'],
  ])('signs %s in the URI as it was sent', (escape, plain) => {
    expect(v3({ uri: `/?a=${escape}` })).not.toBe(v3({ uri: `/?a=${plain}` }));
  });

  test('gives version 2 beside it, which has no time', () => {
    // printf 'secret-1POSThttps://baton.example.com/card{}' | sha256sum
    const uri = 'https://baton.example.com/card';
    const signed = signAsHubspot({ clientSecret: 'secret-1', method: 'POST', uri, body: '{}' }, 7);
    expect(signed).toMatchObject({
      'x-hubspot-request-timestamp': '7',
      'x-hubspot-signature-version': 'v2',
      'x-hubspot-signature': 'da23745d8bdc345f4b82cb239c952589ee592f7e36e618a0b745ae7a67e884de',
    });
  });

  test('is believed by the app, whose verifier shares nothing with it', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.json(), (uri, body) => {
        const request = { clientSecret: 'secret-1', method: 'POST', uri, body };
        const headers = signAsHubspot(request, NOW);
        const verified = verifyRequestV3({
          ...request,
          signature: headers['x-hubspot-signature-v3'],
          timestamp: headers['x-hubspot-request-timestamp'],
          now: NOW,
        });
        expect(verified.ok).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
