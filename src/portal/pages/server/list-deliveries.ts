import * as z from 'zod';
import type { Delivery, DeliveryTable } from '../../webhooks/delivery-table.ts';
import type { DeliveredEvent, DeliveryPage, DeliveryRow } from '../page-data.ts';

/** Deliveries shown at once. */
const MOST = 100;

const text = z.union([z.string(), z.number(), z.boolean(), z.null()]).optional();
const eventsOfBody = z.array(
  z.object({
    subscriptionType: z.string(),
    objectId: text,
    propertyName: text,
    propertyValue: text,
    changeSource: text,
  }),
);

/** The newest webhook deliveries with what is inside them. */
export function listDeliveries(deliveries: Pick<DeliveryTable, 'newest' | 'counts'>): DeliveryPage {
  return { rows: deliveries.newest(MOST).map(toRow), counts: deliveries.counts() };
}

function toRow(delivery: Delivery): DeliveryRow {
  return {
    id: delivery.id,
    state: delivery.state,
    attempts: delivery.attempt,
    lastStatus: delivery.lastStatus ?? '',
    createdAt: delivery.createdAt,
    finishedAt: delivery.finishedAt,
    nextAt: delivery.nextAt,
    events: delivery.body === '' ? [] : eventsOfBody.parse(JSON.parse(delivery.body)).map(toEvent),
  };
}

function toEvent(event: z.infer<typeof eventsOfBody>[number]): DeliveredEvent {
  return {
    subscriptionType: event.subscriptionType,
    objectId: String(event.objectId ?? ''),
    propertyName: String(event.propertyName ?? ''),
    propertyValue: String(event.propertyValue ?? ''),
    changeSource: String(event.changeSource ?? ''),
  };
}
