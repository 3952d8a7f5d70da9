import { parseDelivery, type Delivery } from '../../adapters/webhook/parse-delivery.ts';
import type { Log } from '../../application/ports/log.ts';
import type { HttpAnswer } from './exchange.ts';
import type { SignedRequest } from './route.ts';

/** Enough to recognise a fault that repeats, and few enough for one line. */
const FAULTS_LOGGED = 5;

/**
 * What a host does with a delivery, and how it answers: the one thing in which hosts differ. It answers 2xx only when
 * nothing of the delivery can be lost any more, because HubSpot does not send it again after that (design §9).
 */
export type WebhookIntake = (delivery: Delivery) => Promise<HttpAnswer>;

/**
 * Receives a webhook delivery. What cannot be read is logged and acknowledged with the rest, because HubSpot would only
 * send it again with the same fault (hubspot §5.3).
 */
export async function receiveWebhook(
  { intake, log }: { readonly intake: WebhookIntake; readonly log: Log },
  { body }: SignedRequest,
): Promise<HttpAnswer> {
  const delivery = parseDelivery(body);
  const { faults } = delivery;
  if (faults.length > 0) {
    log.warn(
      { faults: faults.slice(0, FAULTS_LOGGED), count: faults.length },
      'Unreadable webhook events',
    );
  }
  return intake(delivery);
}
