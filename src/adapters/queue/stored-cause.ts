import type { ContactCause } from '../../application/ports/queue.ts';
import { contactOf } from '../../application/work/contact-of.ts';
import type { WebhookEvent } from '../../contract/webhook-event.ts';

/** What rows of the queue hold: a cause, or the bare event that stood in its place before causes were kept. */
export type StoredCause = ContactCause | WebhookEvent;

/** Name under which old MQLs stood in line then, as if HubSpot had told of them. */
const OLD_BACKLOG = 'baton.backlog';

/**
 * Reads what stands in a row of the queue, also one that waits since before causes were kept: an update must lose
 * nothing of what was acknowledged.
 */
export function storedCause(stored: StoredCause): ContactCause {
  if ('cause' in stored) return stored;
  return {
    contactId: contactOf(stored),
    cause:
      stored.subscriptionType === OLD_BACKLOG
        ? { kind: 'backlog', at: stored.occurredAt }
        : { kind: 'told', event: stored },
  };
}
