import { createHash, createHmac } from 'node:crypto';

/** A request that leaves for the app. */
export interface RequestToSign {
  /** The app's client secret. */
  readonly clientSecret: string;
  /** Upper-case HTTP method. */
  readonly method: string;
  /** The public address with its query, as the app is to see it. */
  readonly uri: string;
  /** `''` when there is none. */
  readonly body: string;
}

/**
 * What HubSpot writes plainly in the URI before it signs in version 3 (HubSpot docs, "Validating requests"). Any other escape
 * stays as it was sent.
 */
const PLAIN_WHEN_SIGNED = ":/?@!$'()*,;";

/**
 * The headers by which HubSpot vouches for a request, in versions 2 and 3 as it sends them. The portal has a signer of its
 * own, written from the documented rule alone: shared with the app, one misreading would make both sides agree.
 *
 * Version 3 is base64 of HMAC-SHA256 over method, URI, body and timestamp with the secret as key; version 2 is hex SHA-256
 * over secret, method, URI and body.
 *
 * @param request - what is signed
 * @param now - real time in epoch milliseconds
 */
export function signAsHubspot(
  request: RequestToSign,
  now: number,
): Readonly<Record<string, string>> {
  const { clientSecret, method, uri, body } = request;
  const hmac = createHmac('sha256', clientSecret).update(`${method}${plainly(uri)}${body}${now}`);
  const hash = createHash('sha256').update(`${clientSecret}${method}${uri}${body}`);
  return {
    'x-hubspot-request-timestamp': String(now),
    'x-hubspot-signature': hash.digest('hex'),
    'x-hubspot-signature-version': 'v2',
    'x-hubspot-signature-v3': hmac.digest('base64'),
  };
}

function plainly(uri: string): string {
  return uri.replaceAll(/%([0-9A-F]{2})/g, (escape, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return PLAIN_WHEN_SIGNED.includes(char) ? char : escape;
  });
}
