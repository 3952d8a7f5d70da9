import { createHmac } from 'node:crypto';

/**
 * The escapes that HubSpot decodes in the URI, and in the URI only, before it signs (HubSpot docs, "Validating
 * requests"). Anything else, such as `%20` or the lower-case `%3a`, stays as it was sent.
 */
const DECODED_IN_URI: Readonly<Record<string, string>> = {
  '%3A': ':',
  '%2F': '/',
  '%3F': '?',
  '%40': '@',
  '%21': '!',
  '%24': '$',
  '%27': "'",
  '%28': '(',
  '%29': ')',
  '%2A': '*',
  '%2C': ',',
  '%3B': ';',
};

/** What a HubSpot signature covers. */
export interface SignedRequest {
  /** Client secret of the app that the request is for. */
  readonly clientSecret: string;
  /** Upper-case HTTP method. */
  readonly method: string;
  /** Full public URI with its query as sent, such as `https://baton.example.com/card?userEmail=a%40b.com`. */
  readonly uri: string;
  /** The body exactly as sent, preferably its raw bytes; `''` when there is none. */
  readonly body: string | Uint8Array;
}

/**
 * Signs a request as HubSpot does in version 3, header `X-HubSpot-Signature-v3`.
 *
 * Base64 of HMAC-SHA256 over method + decoded URI + body + timestamp, keyed with the client secret.
 *
 * @param request - what is signed
 * @param request.timestamp - value of `X-HubSpot-Request-Timestamp`: epoch milliseconds in decimal digits
 * @example
 * signRequestV3({
 *   clientSecret: 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy',
 *   method: 'POST',
 *   uri: 'https://www.example.com/webhook_uri',
 *   body: "{'example_field':'example_value'}",
 *   timestamp: '1693657560000',
 * }); // 'K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=', from HubSpot's Python client (Apache-2.0)
 */
export function signRequestV3(request: SignedRequest & { readonly timestamp: string }): string {
  return createHmac('sha256', request.clientSecret)
    .update(request.method + decodeUri(request.uri), 'utf8')
    .update(request.body)
    .update(request.timestamp, 'utf8')
    .digest('base64');
}

function decodeUri(uri: string): string {
  return uri.replaceAll(/%[0-9A-F]{2}/g, (escape) => DECODED_IN_URI[escape] ?? escape);
}
