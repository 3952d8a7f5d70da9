import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type Response,
} from 'express';
import helmet from 'helmet';
import type { Queue } from '../../application/ports/queue.ts';
import type { Metrics } from '../metrics.ts';
import { answerFault, answerRequest, type HttpHost } from './answer-request.ts';
import { jsonAnswer, type HttpAnswer, type HttpRequest } from './exchange.ts';
import { queueIntake } from './queue-intake.ts';
import type { Route } from './route.ts';
import { appRoutes, operatorRoutes, type AppNeeds, type OperatorNeeds } from './routes.ts';

/** HubSpot sends at most 100 events a delivery and `hubspot.fetch` at most 1 MB (hubspot §4.2, §5.2). */
const BODY_LIMIT = '1mb';

/** What the server is made of. */
export interface ServerDeps extends HttpHost {
  readonly queue: Queue;
  readonly metrics: Metrics;
  readonly useCases: AppNeeds['useCases'];
  readonly ready: OperatorNeeds['ready'];
}

/** The HTTP surface of design §9 on Node: the app's routes over a durable queue, and the pages for operators. */
export function createServer(deps: ServerDeps): Express {
  const host: HttpHost & AppNeeds & OperatorNeeds = {
    ...deps,
    intake: queueIntake(deps),
    readMetrics: () => readMetrics(deps),
  };
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(helmet());
  const readBody = express.raw({ type: () => true, limit: BODY_LIMIT });
  const routes: readonly Route<AppNeeds & OperatorNeeds>[] = [...operatorRoutes, ...appRoutes];
  for (const route of routes) {
    const answer = async (request: Request, response: Response): Promise<void> => {
      send(response, await answerRequest(route, translated(request), host));
    };
    if (route.method === 'GET') app.get(route.path, answer);
    else app.post(route.path, readBody, answer);
  }
  app.use((request, response) => {
    const message = `Nothing is served at ${request.method} ${request.path}`;
    send(response, jsonAnswer(404, { message }));
  });
  app.use(answerUnreadable(deps));
  return app;
}

/** The raw bytes and the URL as sent: what HubSpot signed is still there. */
function translated(request: Request): HttpRequest {
  const body: unknown = request.body;
  const query = Object.entries(request.query).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return {
    method: request.method,
    targets: [request.originalUrl],
    query: new Map(query),
    header: (name) => request.get(name),
    // Express leaves `{}` where a request had no body at all.
    body: body instanceof Uint8Array ? body : '',
  };
}

function send(response: Response, { status, contentType, body }: HttpAnswer): void {
  response.status(status);
  if (contentType === null) response.end();
  else response.set('content-type', contentType).send(body);
}

async function readMetrics({
  queue,
  metrics,
}: ServerDeps): ReturnType<OperatorNeeds['readMetrics']> {
  for (const [what, count] of Object.entries(await queue.depth())) {
    metrics.queueDepth.set({ what }, count);
  }
  return { contentType: metrics.registry.contentType, text: await metrics.registry.metrics() };
}

/** Express itself could not read the request, and says why by a status; anything else is a failure of ours. */
function answerUnreadable({ log }: ServerDeps): ErrorRequestHandler {
  return function unreadable(error: unknown, request, response, _next) {
    const status = (error as { status?: unknown } | null)?.status;
    if (typeof status !== 'number' || status < 400 || status >= 500) {
      send(response, answerFault(error, request.path, log));
      return;
    }
    const message =
      status === 413
        ? 'The body is larger than 1 MB. Send fewer events at a time.'
        : 'The request cannot be read.';
    send(response, jsonAnswer(status, { message }));
  };
}
