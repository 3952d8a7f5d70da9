import type { ChangeEvent } from '../records/change-event.ts';
import { objectType } from '../store/object-types.ts';
import type { Subscription } from './subscriptions.ts';

/** One event of a delivery as HubSpot writes it: ids are numbers, `sourceId` is text (hubspot §5.2). */
export type WireEvent = Readonly<Record<string, unknown>>;

/** What every event of an app carries. */
export interface AppIdentity {
  readonly appId: number;
  readonly portalId: number;
}

/** The events that a change means to an app, one per subscription that matches. */
export function wireEvents(
  change: ChangeEvent,
  subscriptions: readonly Subscription[],
  app: AppIdentity,
  nextEventId: () => number,
): readonly WireEvent[] {
  return subscriptions
    .filter(
      (subscription) =>
        subscription.objectType === change.type &&
        subscription.event === change.kind &&
        (change.kind !== 'propertyChange' || subscription.propertyName === change.name),
    )
    .map((subscription) => ({
      eventId: nextEventId(),
      subscriptionId: subscription.id,
      portalId: app.portalId,
      appId: app.appId,
      occurredAt: change.at,
      subscriptionType: subscription.subscriptionType,
      attemptNumber: 0,
      objectId: Number(change.id),
      ...bodyOf(change),
      changeSource: change.source.type,
      sourceId: change.source.id,
      ...(subscription.subscriptionType.startsWith('object.')
        ? { objectTypeId: objectType(change.type).id, isSensitive: false }
        : {}),
    }));
}

function bodyOf(change: ChangeEvent): WireEvent {
  switch (change.kind) {
    case 'propertyChange':
      return { propertyName: change.name, propertyValue: change.value };
    case 'creation':
      return { changeFlag: 'CREATED' };
    case 'deletion':
    case 'privacyDeletion':
      return { changeFlag: 'DELETED' };
    case 'restore':
      return { changeFlag: 'RESTORED' };
    case 'merge':
      return {
        changeFlag: 'MERGED',
        primaryObjectId: Number(change.id),
        mergedObjectIds: change.mergedIds.map(Number),
        newObjectId: Number(change.id),
        numberOfPropertiesMoved: change.propertiesMoved,
      };
  }
}
