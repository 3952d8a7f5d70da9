import type { WebhookEvent } from '../../contract/webhook-event.ts';

/**
 * The contact that an event makes Baton look at. After a merge that is the survivor: a new record where HubSpot made one, else
 * the primary (HubSpot docs, "Webhooks", merge events). The event itself keeps all its ids.
 */
export function contactOf(event: WebhookEvent): string {
  return event.newObjectId ?? event.primaryObjectId ?? event.objectId;
}
