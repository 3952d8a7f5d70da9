import { timingSafeEqual } from 'node:crypto';
import { MINUTE } from '../../domain/instant.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import { signRequestV3, type SignedRequest } from './sign-request.ts';

/**
 * How far the timestamp of a request may lie from our clock, in either direction: HubSpot asks to refuse requests older
 * than 300,000 ms; one from the future could be replayed until its time has passed, so it is refused as well.
 */
export const SIGNATURE_TOLERANCE_MS = 5 * MINUTE;

/** Why a request is not believed to come from HubSpot. */
export type SignatureRefusal =
  | 'signature-missing'
  | 'timestamp-missing'
  | 'timestamp-malformed'
  | 'timestamp-too-old'
  | 'timestamp-in-the-future'
  | 'signature-mismatch';

/** A request together with the two headers that vouch for it. */
export interface RequestToVerify extends SignedRequest {
  /** Header `X-HubSpot-Signature-v3`. */
  readonly signature: string | undefined;
  /** Header `X-HubSpot-Request-Timestamp`. */
  readonly timestamp: string | undefined;
  /** Real time in epoch milliseconds, not business time: an attacker must not be able to move it. */
  readonly now: number;
}

/**
 * Tells whether HubSpot signed a request, in constant time with regard to the signature.
 *
 * The URI must be the configured public one plus the path and query as received, never built from the `Host` header. A
 * timestamp exactly {@link SIGNATURE_TOLERANCE_MS} away is accepted, one millisecond more is refused.
 *
 * HubSpot joins method, URI, body and timestamp without separators, so a caller must route by the same URI that it
 * verifies: nothing else ties the end of the URI to the start of the body.
 */
export function verifyRequestV3(request: RequestToVerify): Result<void, SignatureRefusal> {
  const { signature, timestamp, now } = request;
  if (signature === undefined || signature === '') return refused('signature-missing');
  if (timestamp === undefined || timestamp === '') return refused('timestamp-missing');
  if (!/^\d{1,15}$/.test(timestamp)) return refused('timestamp-malformed');
  const age = now - Number(timestamp);
  if (age > SIGNATURE_TOLERANCE_MS) return refused('timestamp-too-old');
  if (age < -SIGNATURE_TOLERANCE_MS) return refused('timestamp-in-the-future');
  const expected = Buffer.from(signRequestV3({ ...request, timestamp }));
  // The base64 text is compared, not what it decodes to: Node decodes many texts to the same bytes.
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? ok(undefined)
    : refused('signature-mismatch');
}
