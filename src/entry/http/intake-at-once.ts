import { contactOf } from '../../adapters/queue/contact-of.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { Log } from '../../application/ports/log.ts';
import type { ContactWork } from '../../application/ports/queue.ts';
import type { WebhookEvent } from '../../contract/webhook-event.ts';
import type { UseCases } from '../use-cases.ts';
import { jsonAnswer } from './exchange.ts';
import type { WebhookIntake } from './receive-webhook.ts';

/**
 * Works a delivery while HubSpot waits, where there is no queue. HubSpot's own redelivery is the durable one, so whatever
 * was not finished is answered with 503 and comes again, up to ten times in 24 hours (design §1). What was finished
 * changes nothing the second time.
 */
export function intakeAtOnce(parts: {
  readonly useCases: Pick<UseCases, 'handOff'>;
  readonly clock: Clock;
  readonly log: Log;
}): WebhookIntake {
  const { useCases, clock, log } = parts;
  return async function workAtOnce({ events }) {
    const work = workOf(events);
    if (work.length === 0) return jsonAnswer(200, { contacts: 0 });
    const { failed } = await useCases.handOff(work, await clock.now());
    if (failed.length === 0) return jsonAnswer(200, { contacts: work.length });
    log.warn(
      { failed: failed.length, of: work.length },
      'Some contacts come again with the next delivery',
    );
    return jsonAnswer(503, { message: 'Not finished. Send the events again.' });
  };
}

/** One job per contact. An event that was sent before is a retry: it is no echo of a write that went through. */
function workOf(events: readonly WebhookEvent[]): readonly ContactWork[] {
  const byContact = new Map<string, WebhookEvent[]>();
  for (const event of events) {
    const contactId = contactOf(event);
    byContact.set(contactId, [...(byContact.get(contactId) ?? []), event]);
  }
  return [...byContact].map(([contactId, of]) => ({
    jobId: contactId,
    contactId,
    retries: Math.max(...of.map(({ attemptNumber }) => attemptNumber ?? 0)),
    events: of,
  }));
}
