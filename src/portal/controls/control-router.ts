import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { parse as parseDuration, toSeconds } from 'iso8601-duration';
import * as z from 'zod';
import { readInstant } from '../store/portal-clock.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { findObjectType } from '../store/object-types.ts';
import type { DeliveryTable } from '../webhooks/delivery-table.ts';
import type { WebhookSender } from '../webhooks/webhook-sender.ts';
import { DEFAULT_LIMITS, NO_FAULTS, type PortalSettings } from './portal-settings.ts';
import type { RequestLog } from './request-log.ts';

/** What the controls act on. */
export interface ControlParts {
  readonly store: PortalStore;
  readonly settings: PortalSettings;
  readonly requests: RequestLog;
  readonly deliveries: DeliveryTable;
  readonly webhooks: WebhookSender | null;
  /** Empties the portal, seeds it anew if it was seeded, and forgets counters. */
  readonly reset: () => Promise<void>;
}

const SECOND_MS = 1_000;
const share = z.number().min(0).max(1);
const whole = z.number().int().min(0);

const clockBody = z
  .object({
    advance: z.string().optional(),
    set: z.union([z.string(), z.number()]).optional(),
    frozen: z.boolean().optional(),
    reset: z.literal(true).optional(),
  })
  .strict();

const faultsBody = z
  .object({
    tooManyRequests: share,
    serverError: share,
    drop: share,
    partial: share,
    latencyMs: z.tuple([whole, whole]).refine(([least, most]) => least <= most, 'least first'),
    duplicateEvents: share,
    shuffleEvents: z.boolean(),
    seed: z.number().int(),
  })
  .partial()
  .strict();

const limitsBody = z
  .object({
    requests: whole.min(1),
    windowMs: whole.min(1),
    perSecond: whole.min(1).nullable(),
    daily: whole,
    searchPerSecond: whole.min(1),
    searchLagMs: whole,
    webhookDelayMs: whole,
    retryWindowMs: whole,
    webhookTimeoutMs: whole.min(1),
  })
  .partial()
  .strict();

const retryBody = z.object({ givenUp: z.boolean().optional() }).strict();

/** The controls under `/_portal` (design §9), for developers, tests and the pages; HubSpot has nothing like them. */
export function createControlRouter(parts: ControlParts): Router {
  const { store, settings, requests, deliveries } = parts;
  const router = express.Router();
  router.use(refuseOtherOrigins);
  // The import reads its own body.
  router.use(/^(?!\/import).*$/, express.json({ type: () => true, strict: false }));

  router.get('/clock', (_req, res) => {
    res.json(store.clock.describe());
  });
  router.post('/clock', (req, res) => {
    const body = clockBody.parse(req.body ?? {});
    if (body.reset === true) store.clock.reset();
    if (body.set !== undefined) {
      const at = readInstant(body.set);
      if (at === undefined) throw new ControlError(`set: ${body.set} is not an ISO 8601 instant`);
      store.clock.set(at);
    }
    if (body.advance !== undefined) store.clock.advance(durationMs(body.advance));
    if (body.frozen !== undefined) store.clock.freeze(body.frozen);
    res.json(store.clock.describe());
  });

  router.get('/faults', (_req, res) => {
    res.json(settings.faults());
  });
  router.post('/faults', (req, res) => {
    // What is not named stops: a body of `{}` ends all trouble.
    const { latencyMs, ...rest } = faultsBody.parse(req.body ?? {});
    settings.setFaults({
      ...NO_FAULTS,
      ...withoutUndefined(rest),
      ...(latencyMs === undefined ? {} : { latencyMs }),
    });
    res.json(settings.faults());
  });

  router.get('/limits', (_req, res) => {
    res.json(settings.limits());
  });
  router.post('/limits', (req, res) => {
    settings.setLimits({
      ...DEFAULT_LIMITS,
      ...withoutUndefined(limitsBody.parse(req.body ?? {})),
    });
    res.json(settings.limits());
  });

  router.get('/requests', (_req, res) => {
    const counts = requests.counts();
    res.json({ total: counts.reduce((sum, { count }) => sum + count, 0), requests: counts });
  });
  router.delete('/requests', (_req, res) => {
    requests.clear();
    res.status(204).end();
  });

  router.get('/deliveries', (req, res) => {
    const limit = Number(req.query['limit'] ?? 50);
    res.json({
      counts: deliveries.counts(),
      newest: deliveries.newest(Number.isInteger(limit) ? limit : 50).map((delivery) => ({
        ...delivery,
        body: undefined,
        events: delivery.body === '' ? [] : (JSON.parse(delivery.body) as unknown),
      })),
    });
  });
  router.post('/deliveries/retry', (req, res) => {
    const { givenUp = false } = retryBody.parse(req.body ?? {});
    res.json({ retried: parts.webhooks?.retryNow(givenUp) ?? 0 });
  });

  router.post('/records/:objectType/:id/restore', (req, res) => {
    const type = findObjectType(req.params.objectType);
    const record = type === undefined ? undefined : store.getArchived(type.name, req.params.id);
    if (record === undefined)
      throw new ControlError(`No archived ${req.params.objectType} has the id ${req.params.id}`);
    store.restore(record, { type: 'CRM_UI', id: 'userId:1' });
    res.status(204).end();
  });

  router.post('/reset', async (_req, res) => {
    await parts.reset();
    res.status(204).end();
  });

  return router;
}

/** Ends a control router: says in plain words what was wrong with a call. */
export function answerControlError(
  error: unknown,
  _req: Request,
  res: Response,
  next: NextFunction,
): void {
  if (res.headersSent) next(error);
  else if (error instanceof z.ZodError) res.status(400).json({ error: z.prettifyError(error) });
  else if (error instanceof ControlError) res.status(error.status).json({ error: error.message });
  else if (error instanceof SyntaxError) res.status(400).json({ error: error.message });
  else next(error);
}

/** A control used wrongly. */
export class ControlError extends Error {
  readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.name = 'ControlError';
    this.status = status;
  }
}

/** A web page from elsewhere must not steer the portal through the visitor's browser. */
function refuseOtherOrigins(req: Request, _res: Response, next: NextFunction): void {
  const { origin } = req.headers;
  if (origin !== undefined && !isLoopbackHost(new URL(origin).hostname))
    throw new ControlError(`Controls are not open to pages from ${origin}`, 403);
  next();
}

/** Whether a host name means this machine only. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}

function durationMs(text: string): number {
  const isBack = text.startsWith('-');
  try {
    return toSeconds(parseDuration(isBack ? text.slice(1) : text)) * SECOND_MS * (isBack ? -1 : 1);
  } catch {
    throw new ControlError(`advance: ${text} is not an ISO 8601 duration such as PT40M or P1D`);
  }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
