import type { Caller } from './caller.ts';
import type { HttpAnswer, RawBody } from './exchange.ts';

/** A request that HubSpot signed: all that a route gets to see of it. */
export interface SignedRequest {
  readonly caller: Caller;
  readonly body: RawBody;
}

/**
 * One line of the table of routes. Only a signed route has a caller and a body: what strangers send is never read.
 *
 * `Needs` is what a host must have to serve it.
 */
export type Route<Needs> =
  | {
      readonly method: 'POST';
      readonly path: string;
      readonly access: 'signed';
      readonly answer: (needs: Needs, request: SignedRequest) => Promise<HttpAnswer>;
    }
  | {
      readonly method: 'GET';
      readonly path: string;
      readonly access: 'open';
      readonly answer: (needs: Needs) => Promise<HttpAnswer>;
    };
