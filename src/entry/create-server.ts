import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Log } from '../application/ports/log.ts';
import type { Queue } from '../application/ports/queue.ts';
import { parseDelivery } from '../adapters/webhook/parse-delivery.ts';
import { verifyRequestV3 } from '../adapters/webhook/verify-request.ts';
import type { Metrics } from './metrics.ts';

/** HubSpot sends at most 100 events a delivery and `hubspot.fetch` at most 1 MB (hubspot-platform §7.7, §8.1). */
const BODY_LIMIT = '1mb';

/** Who clicked, as HubSpot vouches for it in the query of a signed `hubspot.fetch` (hubspot-platform §6.6). */
export interface SignedUser {
  readonly userId: string | null;
  readonly userEmail: string | null;
  readonly portalId: string | null;
}

/** A use case behind a signed route: takes the parsed body, answers with what is sent as JSON and status 200. */
export type SignedAction = (body: unknown, user: SignedUser) => Promise<unknown>;

/** What the server is made of. */
export interface ServerDeps {
  readonly queue: Queue;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clientSecret: string;
  /** Base of the URI that HubSpot signs; never taken from the request (hubspot-platform §10). */
  readonly publicUrl: string;
  /** Real time in epoch milliseconds, for signatures. */
  readonly realNow: () => number;
  /** Proves that the dependencies answer, or throws with the one that does not. */
  readonly ready: () => Promise<void>;
  /** The signed JSON routes, by path. */
  readonly actions: Readonly<Record<string, SignedAction>>;
}

/** The HTTP surface of design §9. It translates and does nothing else. */
export function createServer(deps: ServerDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(helmet());
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  app.get('/readyz', readiness(deps));
  app.get('/metrics', metricsPage(deps));

  const signed = [express.raw({ type: () => true, limit: BODY_LIMIT }), requireSignature(deps)];
  app.post('/webhooks', ...signed, receiveWebhook(deps));
  for (const [path, action] of Object.entries(deps.actions)) {
    app.post(path, ...signed, answerAction(action));
  }
  app.use((request, response) => {
    response
      .status(404)
      .json({ message: `Nothing is served at ${request.method} ${request.path}` });
  });
  app.use(answerError(deps));
  return app;
}

/**
 * Refuses what HubSpot did not sign, before anything reads the body. The reason goes to the log and not to the
 * caller, who may be trying signatures out.
 */
function requireSignature(deps: ServerDeps): RequestHandler {
  return function signatureRequired(request, response, next) {
    const verified = verifyRequestV3({
      clientSecret: deps.clientSecret,
      method: request.method,
      uri: `${deps.publicUrl}${request.originalUrl}`,
      body: rawBody(request.body),
      signature: request.get('x-hubspot-signature-v3'),
      timestamp: request.get('x-hubspot-request-timestamp'),
      now: deps.realNow(),
    });
    if (verified.ok) {
      next();
      return;
    }
    deps.log.warn({ path: request.path, reason: verified.reason }, 'Refused an unsigned request');
    response.status(401).json({
      message:
        'This request does not carry a valid HubSpot signature. Check PUBLIC_URL and HUBSPOT_CLIENT_SECRET.',
    });
  };
}

/**
 * Answers 2xx as soon as the events are durable and works later: HubSpot waits five seconds. What cannot be read is
 * acknowledged too, because HubSpot would only send it again with the same fault (hubspot-platform §8.2, trap 10).
 */
function receiveWebhook(deps: ServerDeps): RequestHandler {
  return async function webhook(request, response) {
    const { events, faults } = parseDelivery(rawBody(request.body));
    if (faults.length > 0) {
      deps.metrics.webhookEvents.inc({ outcome: 'unreadable' }, faults.length);
      deps.log.warn(
        { faults: faults.slice(0, 5), count: faults.length },
        'Unreadable webhook events',
      );
    }
    if (events.length > 0) await deps.queue.accept(events);
    deps.metrics.webhookEvents.inc({ outcome: 'accepted' }, events.length);
    response.status(204).end();
  };
}

function answerAction(action: SignedAction): RequestHandler {
  return async function signedAction(request, response) {
    let body: unknown;
    try {
      body = JSON.parse(new TextDecoder().decode(rawBody(request.body)));
    } catch {
      response.json({
        outcome: 'invalid',
        message: 'The request body is not JSON.',
        current: null,
      });
      return;
    }
    const query = request.query as Readonly<Record<string, unknown>>;
    response.json(
      await action(body, {
        userId: text(query['userId']),
        userEmail: text(query['userEmail']),
        portalId: text(query['portalId']),
      }),
    );
  };
}

function readiness(deps: ServerDeps): RequestHandler {
  return async function ready(_request, response) {
    try {
      await deps.ready();
      response.json({ status: 'ready' });
    } catch (error) {
      deps.log.warn({ err: error }, 'Not ready');
      response.status(503).json({
        status: 'not ready',
        message: error instanceof Error ? error.message : 'A dependency does not answer.',
      });
    }
  };
}

function metricsPage(deps: ServerDeps): RequestHandler {
  return async function metrics(_request, response) {
    const depth = await deps.queue.depth();
    for (const [what, count] of Object.entries(depth)) {
      deps.metrics.queueDepth.set({ what }, count);
    }
    response.type(deps.metrics.registry.contentType);
    response.send(await deps.metrics.registry.metrics());
  };
}

function answerError(deps: ServerDeps): ErrorRequestHandler {
  return function failed(error: unknown, request, response, _next) {
    const status = statusOf(error);
    if (status >= 500) deps.log.error({ err: error, path: request.path }, 'Request failed');
    response.status(status).json({
      message:
        status === 413
          ? 'The body is larger than 1 MB. Send fewer events at a time.'
          : status < 500
            ? 'The request cannot be read.'
            : 'Something failed on our side. HubSpot will send this again.',
    });
  };
}

function statusOf(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

/** Express leaves `{}` where a request had no body at all. */
function rawBody(body: unknown): Uint8Array {
  return body instanceof Uint8Array ? body : new Uint8Array();
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
