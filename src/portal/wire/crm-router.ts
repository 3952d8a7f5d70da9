import { randomUUID } from 'node:crypto';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import type { PortalSettings } from '../controls/portal-settings.ts';
import type { RequestLog } from '../controls/request-log.ts';
import { readCrmPath, type CrmPath } from './crm-path.ts';
import { CrmRefusal, NotFoundPage, validationError } from './crm-refusal.ts';
import { createRateLimiter, refusalBody, type RateLimiter } from './rate-limiter.ts';
import { requireScopes, type GrantedScopes } from './require-scopes.ts';
import { sendAnswer, sendRefusal, type Answer } from './send-answer.ts';

/** A call to the CRM or events API as its handler sees it. */
export interface CrmCall {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed JSON body, `{}` without one. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Address of the portal, e.g. `http://127.0.0.1:4400`. */
  readonly origin: string;
  /** The path as it was called, without the query. */
  readonly path: string;
}

/** One endpoint: its path without version, and without `/crm` or `/events` before it, and its handler. */
export interface CrmRoute {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly handle: (call: CrmCall) => Answer;
}

/** What the gate before the handlers needs. */
export interface CrmRouterOptions {
  readonly routes: readonly CrmRoute[];
  readonly token: string;
  readonly scopes: GrantedScopes;
  readonly settings: PortalSettings;
  readonly requests: RequestLog;
  /** Real time in epoch milliseconds. */
  readonly now: () => number;
}

/** Largest body taken: 100 records with a property at its full 65,536 characters, and room to spare. */
const MAX_BODY = '12mb';

/**
 * Builds the CRM API: who may call, how often, with what trouble, and then the endpoint. In order: token, path, scope,
 * rate limit, made-up faults, body, handler.
 */
export function createCrmRouter(options: CrmRouterOptions): {
  readonly router: Router;
  readonly limiter: RateLimiter;
} {
  const limiter = createRateLimiter(options.now, () => options.settings.limits());
  const router = express.Router();
  const endpoints = express.Router();
  const readBody = express.json({ limit: MAX_BODY, type: () => true });

  router.use((req: Request, res: Response, next: NextFunction) => {
    const called = `${req.baseUrl}${req.path}`;
    const path = readCrmPath(called);
    const call: GateState = { correlationId: randomUUID(), path, template: req.path };
    res.locals['gate'] = call;
    res.setHeader('x-hubspot-correlation-id', call.correlationId);
    res.on('close', () => {
      options.requests.note(
        req.method,
        call.path?.original(call.template) ?? called,
        res.writableFinished ? res.statusCode : 0,
      );
    });
    admit(options, limiter, req, res, call).then((admitted) => {
      if (admitted) next();
    }, next);
  });
  router.use(readBody);
  router.use((req: Request, res: Response, next: NextFunction) => {
    const { path } = gateOf(res);
    // Express keeps what was called in `originalUrl`.
    req.url = `${path?.route ?? req.path}${searchOf(req)}`;
    next();
  });
  for (const route of options.routes)
    endpoints[route.method](route.path, (req: Request, res: Response) => {
      const gate = gateOf(res);
      gate.template = templateOf(route.path, req.params as Record<string, string>);
      const answer = route.handle(callOf(req));
      if (gate.trouble === 'drop') req.socket.destroy();
      else if (gate.trouble === 'serverError') sendAnswer(res, serverError(gate.correlationId));
      else sendAnswer(res, answer);
    });
  router.use(endpoints);
  router.use((_req: Request, res: Response) => {
    sendRefusal(res, new NotFoundPage(), gateOf(res).correlationId);
  });
  router.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) next(error);
    else if (error instanceof CrmRefusal || error instanceof NotFoundPage)
      sendRefusal(res, error, gateOf(res).correlationId);
    else if (isBodyError(error))
      sendRefusal(
        res,
        error.status === 413
          ? new CrmRefusal(413, 'The request body is too large.', { category: 'VALIDATION_ERROR' })
          : validationError(`Invalid input JSON: ${error.message}`),
        gateOf(res).correlationId,
      );
    else next(error);
  });
  return { router, limiter };
}

interface GateState {
  readonly correlationId: string;
  readonly path: CrmPath | undefined;
  /** The route's template, for counting. */
  template: string;
  /** Trouble to make after the work is done. */
  trouble?: 'drop' | 'serverError';
}

async function admit(
  options: CrmRouterOptions,
  limiter: RateLimiter,
  req: Request,
  res: Response,
  gate: GateState,
): Promise<boolean> {
  const { settings } = options;
  const route = gate.path?.route ?? req.path;
  const isSearch = route.endsWith('/search');
  gate.template = templateOf(route, {});
  if (req.headers.authorization !== `Bearer ${options.token}`) throw unauthorized();
  if (!route.startsWith('/properties/')) requireScopes(options.scopes, req.method, route);
  const verdict = limiter.take({ isSearch, correlationId: gate.correlationId });
  for (const [name, value] of Object.entries(verdict.headers)) res.setHeader(name, value);
  if (verdict.refusal !== undefined) {
    sendAnswer(res, { status: 429, body: verdict.refusal });
    return false;
  }
  requireScopes(options.scopes, req.method, route);

  const faults = settings.faults();
  const [least, most] = faults.latencyMs;
  if (most > 0) await delay(least + settings.random() * (most - least));
  if (settings.random() < faults.tooManyRequests) {
    const policy = isSearch ? 'SEARCH' : 'TEN_SECONDLY_ROLLING';
    sendAnswer(res, {
      status: 429,
      body: refusalBody(policy, settings.limits(), gate.correlationId),
    });
    return false;
  }
  const afterwards = settings.random() < 0.5;
  if (settings.random() < faults.drop) {
    if (!afterwards) {
      req.socket.destroy();
      return false;
    }
    gate.trouble = 'drop';
  } else if (settings.random() < faults.serverError) {
    if (!afterwards) {
      sendAnswer(res, serverError(gate.correlationId));
      return false;
    }
    gate.trouble = 'serverError';
  }
  return true;
}

function unauthorized(): CrmRefusal {
  return new CrmRefusal(
    401,
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
    { category: 'INVALID_AUTHENTICATION' },
  );
}

function serverError(correlationId: string): Answer {
  return { status: 500, body: { status: 'error', message: 'internal error', correlationId } };
}

function callOf(req: Request): CrmCall {
  const body: unknown = req.body ?? {};
  if (typeof body !== 'object' || body === null)
    throw validationError('Invalid input JSON: an object or an array was expected');
  return {
    params: req.params as Record<string, string>,
    query: new URLSearchParams(searchOf(req)),
    body: body as Record<string, unknown>,
    origin: `http://${req.headers.host ?? '127.0.0.1'}`,
    path: new URL(req.originalUrl, 'http://portal').pathname,
  };
}

/** `/objects/:objectType/:id` for contacts becomes `/objects/contacts/:id`; raw ids in a path are hidden. */
function templateOf(route: string, params: Readonly<Record<string, string>>): string {
  return route
    .split('/')
    .map((part) => {
      if (/^:(objectType|from|to|toType)$/.test(part)) return params[part.slice(1)] ?? part;
      return /^\d+$/.test(part) || part.includes('@') ? ':id' : part;
    })
    .join('/');
}

function searchOf(req: Request): string {
  const start = req.originalUrl.indexOf('?');
  return start === -1 ? '' : req.originalUrl.slice(start);
}

function gateOf(res: Response): GateState {
  return res.locals['gate'] as GateState;
}

function isBodyError(error: unknown): error is Error & { readonly status: number } {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
