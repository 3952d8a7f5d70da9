import type { Answer, OutgoingRequest } from './transport.ts';

/** What a request of our own needs: address, token and the shared transport. */
export interface HubspotCaller {
  /** Without trailing slash. */
  readonly apiUrl: string;
  readonly accessToken: string;
  readonly send: (request: OutgoingRequest) => Promise<Answer>;
}

/**
 * Sends a request for which the generated client offers nothing, or nothing light enough for a function, with the
 * limits, retries and errors of every other call.
 *
 * @param caller - who asks whom
 * @param request - what to ask
 * @param request.method - GET where nothing is sent
 * @param request.path - with its query, dated already
 * @param request.body - sent as JSON
 * @returns the parsed JSON of the answer
 */
export async function callHubspot(
  caller: HubspotCaller,
  request: { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: unknown },
): Promise<unknown> {
  const { body } = await caller.send({
    getUrl: () => `${caller.apiUrl}${request.path}`,
    getHttpMethod: () => request.method,
    getHeaders: () => ({
      authorization: `Bearer ${caller.accessToken}`,
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    }),
    getBody: () => (request.body === undefined ? undefined : JSON.stringify(request.body)),
  });
  return JSON.parse(body);
}
