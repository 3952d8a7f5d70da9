import { verifyRequestV3, type SignatureRefusal } from '../../adapters/webhook/verify-request.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { Caller } from './caller.ts';
import type { HttpRequest } from './exchange.ts';

/** What a signature is checked against. */
export interface Trust {
  /**
   * Base of the URI that HubSpot signs, without a slash at its end; never taken from the request, because whoever sends
   * it chooses its host (hubspot §7).
   */
  readonly publicUrl: string;
  readonly clientSecret: string;
  /** Real time in epoch milliseconds. */
  readonly realNow: () => number;
}

/**
 * Tells whether HubSpot signed a request, and who clicked. Each target that the host thinks possible is tried until one
 * agrees with the signature.
 */
export function verifyCaller(request: HttpRequest, trust: Trust): Result<Caller, SignatureRefusal> {
  const sent = {
    clientSecret: trust.clientSecret,
    method: request.method,
    body: request.body,
    signature: request.header('x-hubspot-signature-v3'),
    timestamp: request.header('x-hubspot-request-timestamp'),
    now: trust.realNow(),
  };
  let refusal: SignatureRefusal = 'signature-mismatch';
  for (const target of request.targets) {
    const verified = verifyRequestV3({ ...sent, uri: trust.publicUrl + target });
    if (verified.ok) return ok(callerOf(request.query));
    refusal = verified.reason;
    // A missing or stale header does not become better with another target.
    if (refusal !== 'signature-mismatch') break;
  }
  return refused(refusal);
}

function callerOf(query: ReadonlyMap<string, string>): Caller {
  const named = (name: string): string | null => query.get(name) || null;
  return {
    userId: named('userId'),
    userEmail: named('userEmail'),
    portalId: named('portalId'),
  };
}
