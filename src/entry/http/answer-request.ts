import type { Log } from '../../application/ports/log.ts';
import { jsonAnswer, type HttpAnswer, type HttpRequest } from './exchange.ts';
import type { Route } from './route.ts';
import { verifyCaller, type Trust } from './verify-caller.ts';

/** What every host has, whatever its routes need. */
export interface HttpHost extends Trust {
  readonly log: Log;
}

/**
 * Answers one request at one route, the same on every host. Of a request that HubSpot did not sign nothing is read; why
 * it was refused, and what may be set wrongly, goes to the log and not to the caller, who may be trying signatures out.
 *
 * Never throws: a failure is answered by {@link answerFault}.
 */
export async function answerRequest<Needs>(
  route: Route<Needs>,
  request: HttpRequest,
  host: HttpHost & NoInfer<Needs>,
): Promise<HttpAnswer> {
  try {
    if (route.access === 'open') return await route.answer(host);
    const verified = verifyCaller(request, host);
    if (verified.ok) {
      return await route.answer(host, { caller: verified.value, body: request.body });
    }
    host.log.warn(
      { path: route.path, reason: verified.reason },
      'Refused a request without a valid HubSpot signature. If HubSpot sent it, compare PUBLIC_URL (of the build profile, for functions) and HUBSPOT_CLIENT_SECRET with the app in HubSpot.',
    );
    return jsonAnswer(401, {
      message: 'This request does not carry a valid HubSpot signature.',
    });
  } catch (error) {
    return answerFault(error, route.path, host.log);
  }
}

/** Logs a failure of ours with its cause and tells it without: the cause may name people or machines. */
export function answerFault(error: unknown, path: string, log: Log): HttpAnswer {
  log.error({ err: error, path }, 'A request failed');
  return jsonAnswer(500, { message: 'Baton could not finish this. Try again in a moment.' });
}
