import type { ContactCause } from '../application/ports/queue.ts';
import { contactOf } from '../application/work/contact-of.ts';
import type { WebhookEvent } from '../contract/webhook-event.ts';

/** What an event of a contact puts in line. */
export function told(event: WebhookEvent): ContactCause {
  return { contactId: contactOf(event), cause: { kind: 'told', event } };
}
