import type { Queue } from '../../application/ports/queue.ts';
import type { UseCases } from '../use-cases.ts';
import type { Metrics } from '../metrics.ts';
import { emptyAnswer } from './exchange.ts';
import type { WebhookIntake } from './receive-webhook.ts';

/** Puts a delivery in the durable queue, one row each, and lets the worker work it later: HubSpot waits five seconds. */
export function queueIntake(parts: {
  readonly queue: Queue;
  readonly metrics: Metrics;
  readonly useCases: Pick<UseCases, 'causesOf'>;
}): WebhookIntake {
  const { queue, metrics, useCases } = parts;
  return async function intoQueue({ events, faults }) {
    if (faults.length > 0) metrics.webhookEvents.inc({ outcome: 'unreadable' }, faults.length);
    const causes = await useCases.causesOf(events);
    if (causes.length > 0) await queue.accept(causes);
    metrics.webhookEvents.inc({ outcome: 'accepted' }, events.length);
    return emptyAnswer(204);
  };
}
