import type { Queue } from '../../application/ports/queue.ts';
import type { Metrics } from '../metrics.ts';
import { emptyAnswer } from './exchange.ts';
import type { WebhookIntake } from './receive-webhook.ts';

/** Puts a delivery in the durable queue, one row each, and lets the worker work it later: HubSpot waits five seconds. */
export function queueIntake(parts: {
  readonly queue: Queue;
  readonly metrics: Metrics;
}): WebhookIntake {
  const { queue, metrics } = parts;
  return async function intoQueue({ events, faults }) {
    if (faults.length > 0) metrics.webhookEvents.inc({ outcome: 'unreadable' }, faults.length);
    if (events.length > 0) await queue.accept(events);
    metrics.webhookEvents.inc({ outcome: 'accepted' }, events.length);
    return emptyAnswer(204);
  };
}
