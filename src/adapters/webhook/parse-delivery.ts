import { webhookEvent, type WebhookEvent } from '../../contract/webhook-event.ts';

/** Part of a delivery that could not be read. It holds no values from the delivery, so it may be logged. */
export interface DeliveryFault {
  /** Position of the event in the delivery; null when the delivery as a whole is unreadable. */
  readonly index: number | null;
  readonly message: string;
}

/** What a webhook body holds. */
export interface Delivery {
  readonly events: readonly WebhookEvent[];
  readonly faults: readonly DeliveryFault[];
}

/**
 * Reads the body of a webhook delivery as far as it can be read; never throws.
 *
 * One bad event does not cost the other ninety-nine, and HubSpot would only send a refused delivery again, ten times
 * over 24 hours, with the same fault in it.
 */
export function parseDelivery(body: string | Uint8Array): Delivery {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which may hold personal data.
    return unreadable('The body is not JSON');
  }
  if (!Array.isArray(raw)) return unreadable('The body is not a JSON array of events');
  const events: WebhookEvent[] = [];
  const faults: DeliveryFault[] = [];
  for (const [index, item] of raw.entries()) {
    const read = webhookEvent.safeParse(item);
    if (read.success) events.push(read.data);
    else faults.push({ index, message: read.error.issues.map(describeIssue).join('; ') });
  }
  return { events, faults };
}

function unreadable(message: string): Delivery {
  return { events: [], faults: [{ index: null, message }] };
}

function describeIssue(issue: { readonly path: readonly PropertyKey[]; readonly code: string }) {
  return `${issue.path.length === 0 ? 'event' : issue.path.map(String).join('.')}: ${issue.code}`;
}
