import { shuffled, type PortalSettings } from '../controls/portal-settings.ts';
import type { ChangeEvent } from '../records/change-event.ts';
import type { Delivery, DeliveryTable } from './delivery-table.ts';
import { signAsHubspot } from './sign-as-hubspot.ts';
import type { Subscription } from './subscriptions.ts';
import { wireEvents, type WireEvent } from './webhook-body.ts';

/** Most events of a delivery, and retries after a failed one (hubspot §5). */
const MAX_EVENTS = 100;
const MAX_RETRIES = 10;

/** What sending webhooks needs. */
export interface WebhookSenderOptions {
  readonly deliveries: DeliveryTable;
  readonly target: string;
  readonly clientSecret: string;
  readonly appId: number;
  readonly portalId: number;
  readonly subscriptions: readonly Subscription[];
  readonly maxConcurrent: number;
  readonly settings: PortalSettings;
  /** Real time in epoch milliseconds: waiting, retries and signatures use it. */
  readonly now: () => number;
}

/** Sends what happens in the portal to the app. */
export interface WebhookSender {
  /** Takes events; they leave together a moment later. */
  accept(changes: readonly ChangeEvent[]): void;
  /** Tries every pending delivery now, and with `givenUp` those given up too; how many. */
  retryNow(givenUp: boolean): number;
  /** Resolves when nothing is waiting to be sent or on its way; retries still to come do not count. */
  settled(): Promise<void>;
  /** Ends all sending; what is pending stays in the table. */
  stop(): Promise<void>;
}

/**
 * Starts sending to one target: up to 100 events a delivery, several at once, in no promised order. A delivery that
 * is not answered 2xx in time is retried up to ten times, at random times that spread over `retryWindowMs` of real
 * time, each wait about twice the one before.
 */
export function startWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const { deliveries, settings, now } = options;
  const waiting: WireEvent[] = [];
  const underway = new Set<Promise<void>>();
  const sending = new Set<number>();
  const abort = new AbortController();
  let idle: (() => void)[] = [];
  let flushTimer: NodeJS.Timeout | undefined;
  let retryTimer: NodeJS.Timeout | undefined;
  let eventId = 0;
  let stopped = false;

  function flush(): void {
    flushTimer = undefined;
    const faults = settings.faults();
    const doubled = waiting
      .splice(0)
      .flatMap((event) => (settings.random() < faults.duplicateEvents ? [event, event] : [event]));
    const events = faults.shuffleEvents ? shuffled(doubled, () => settings.random()) : doubled;
    const at = now();
    for (let i = 0; i < events.length; i += MAX_EVENTS)
      deliveries.add(JSON.stringify(events.slice(i, i + MAX_EVENTS)), at);
    pump();
  }

  function pump(): void {
    if (stopped) return;
    const room = options.maxConcurrent - sending.size;
    if (room > 0)
      for (const delivery of deliveries
        .due(now(), options.maxConcurrent + room)
        .filter(({ id }) => !sending.has(id))
        .slice(0, room))
        launch(delivery);
    armRetry();
    tellIdle();
  }

  function launch(delivery: Delivery): void {
    sending.add(delivery.id);
    const work = attempt(delivery).finally(() => {
      sending.delete(delivery.id);
      underway.delete(work);
      pump();
    });
    underway.add(work);
  }

  async function attempt(delivery: Delivery): Promise<void> {
    const events = JSON.parse(delivery.body) as WireEvent[];
    const body = JSON.stringify(
      events.map((event) => ({ ...event, attemptNumber: delivery.attempt })),
    );
    const outcome = await post(body);
    if (stopped && !outcome.ok) return;
    const tried = { ...delivery, attempt: delivery.attempt + 1, lastStatus: outcome.status };
    if (outcome.ok) deliveries.save({ ...tried, state: 'sent', nextAt: null, finishedAt: now() });
    else if (delivery.attempt >= MAX_RETRIES)
      deliveries.save({ ...tried, state: 'given_up', nextAt: null, finishedAt: now() });
    else deliveries.save({ ...tried, nextAt: now() + waitBefore(delivery.attempt + 1) });
  }

  async function post(body: string): Promise<{ ok: boolean; status: string }> {
    const request = {
      clientSecret: options.clientSecret,
      method: 'POST',
      uri: options.target,
      body,
    };
    const timeout = AbortSignal.timeout(settings.limits().webhookTimeoutMs);
    try {
      const response = await fetch(options.target, {
        method: 'POST',
        headers: {
          'content-type': 'application/json;charset=utf-8',
          ...signAsHubspot(request, now()),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([timeout, abort.signal]),
      });
      await response.arrayBuffer();
      return { ok: response.ok, status: String(response.status) };
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      return { ok: false, status: cause instanceof Error ? cause.message : String(cause) };
    }
  }

  /** The n-th wait lies between half and all of its share; the shares double and add up to the window. */
  function waitBefore(retry: number): number {
    const share = 2 ** (retry - 1) / (2 ** MAX_RETRIES - 1);
    return settings.limits().retryWindowMs * share * (0.5 + settings.random() / 2);
  }

  function armRetry(): void {
    clearTimeout(retryTimer);
    const next = sending.size >= options.maxConcurrent ? undefined : nextAfterSending();
    if (next === undefined || stopped) return;
    // setTimeout holds at most 2^31 - 1 ms; a day is well below.
    retryTimer = setTimeout(pump, Math.max(1, next - now()));
    retryTimer.unref();
  }

  function nextAfterSending(): number | undefined {
    const first = deliveries
      .due(Number.MAX_SAFE_INTEGER, sending.size + 1)
      .find(({ id }) => !sending.has(id));
    return first?.nextAt ?? undefined;
  }

  function tellIdle(): void {
    const dueNow = deliveries.due(now(), 1).length > 0;
    if (flushTimer !== undefined || sending.size > 0 || (dueNow && !stopped)) return;
    const listeners = idle;
    idle = [];
    for (const listener of listeners) listener();
  }

  pump();
  return {
    accept: (changes) => {
      if (stopped) return;
      for (const change of changes)
        waiting.push(
          ...wireEvents(change, options.subscriptions, options, () => {
            eventId += 1;
            return eventId;
          }),
        );
      if (waiting.length > 0) flushTimer ??= setTimeout(flush, settings.limits().webhookDelayMs);
    },
    retryNow: (givenUp) => {
      const count = deliveries.makeDue(now(), givenUp);
      pump();
      return count;
    },
    settled: () =>
      new Promise((resolve) => {
        idle.push(resolve);
        tellIdle();
      }),
    stop: async () => {
      if (flushTimer !== undefined) {
        clearTimeout(flushTimer);
        flush();
      }
      stopped = true;
      clearTimeout(retryTimer);
      abort.abort();
      await Promise.all(underway);
      tellIdle();
    },
  };
}
