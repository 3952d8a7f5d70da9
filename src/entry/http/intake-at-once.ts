import type { Clock } from '../../application/ports/clock.ts';
import type { Log } from '../../application/ports/log.ts';
import type { ContactCause, ContactWork, QueuedCause } from '../../application/ports/queue.ts';
import type { UseCases } from '../use-cases.ts';
import { jsonAnswer } from './exchange.ts';
import type { WebhookIntake } from './receive-webhook.ts';

/**
 * Works a delivery while HubSpot waits, where there is no queue. HubSpot's own redelivery is the durable one, so whatever
 * was not finished is answered with 503 and comes again, up to ten times in 24 hours (design §1). What was finished
 * changes nothing the second time.
 */
export function intakeAtOnce(parts: {
  readonly useCases: Pick<UseCases, 'handOff' | 'causesOf'>;
  readonly clock: Clock;
  readonly log: Log;
}): WebhookIntake {
  const { useCases, clock, log } = parts;
  return async function workAtOnce({ events }) {
    const work = workOf(await useCases.causesOf(events));
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
function workOf(causes: readonly ContactCause[]): readonly ContactWork[] {
  const byContact = Map.groupBy(causes, ({ contactId }) => contactId);
  return [...byContact].map(([contactId, of]) => ({
    jobId: contactId,
    contactId,
    retries: Math.max(...of.map(({ cause }) => triesOf(cause))),
    causes: of.map(({ cause }) => cause),
  }));
}

function triesOf(cause: QueuedCause): number {
  return cause.kind === 'told' ? (cause.event.attemptNumber ?? 0) : 0;
}
