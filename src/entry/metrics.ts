import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What Baton measures of itself; served at `GET /metrics` in the Prometheus text format. */
export interface Metrics {
  readonly registry: Registry;
  /** Webhook events by what became of them: `accepted`, `unreadable`. */
  readonly webhookEvents: Counter<'outcome'>;
  /** Calls to HubSpot by method, path template and status (`0` where no answer came). */
  readonly hubspotCalls: Counter<'method' | 'path' | 'status'>;
  /** Contacts by what was done with them. */
  readonly contacts: Counter<'outcome'>;
  /** Seconds from taking a batch to having written it. */
  readonly batchSeconds: Histogram;
  readonly queueDepth: Gauge<'what'>;
}

/** Creates the metrics of one process, in a registry of its own so that tests do not share it. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    webhookEvents: new Counter({
      name: 'baton_webhook_events_total',
      help: 'Webhook events received, by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    hubspotCalls: new Counter({
      name: 'baton_hubspot_calls_total',
      help: 'Calls to HubSpot, by method, path template and status',
      labelNames: ['method', 'path', 'status'],
      registers,
    }),
    contacts: new Counter({
      name: 'baton_contacts_total',
      help: 'Contacts looked at, by what was done with them',
      labelNames: ['outcome'],
      registers,
    }),
    batchSeconds: new Histogram({
      name: 'baton_batch_seconds',
      help: 'Time to hand off one batch of contacts',
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    queueDepth: new Gauge({
      name: 'baton_queue_depth',
      help: 'Rows waiting in the queue: deliveries, contacts, dead letters',
      labelNames: ['what'],
      registers,
    }),
  };
}
