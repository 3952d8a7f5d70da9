import type { KeyedActivity, NewActivity, WriteOutcome } from '../../application/ports/crm.ts';
import { parseInstant } from '../../domain/instant.ts';
import { OBJECT_BATCH_SIZE, readBatchAnswer } from './crm-records.ts';
import type { HubspotApis } from './hubspot-apis.ts';
import { inBatches } from './in-batches.ts';
import { writeBatch } from './write-batch.ts';

/** HubSpot's own associations from an activity to a contact (HubSpot docs, "Associations"). */
const TO_CONTACT: Readonly<Record<NewActivity['type'], number>> = {
  calls: 194,
  communications: 81,
  emails: 198,
  meetings: 200,
  notes: 202,
};

/**
 * Creates activities with their contacts, one call per type and hundred. Of two with one key the later is made.
 *
 * HubSpot keeps no key on an activity, so after a lost connection or a 5xx nobody knows whether it is there: those are
 * `retryable`, and the caller looks at the contact's attempts before it tries again.
 */
export async function createActivities(
  apis: HubspotApis,
  activities: readonly KeyedActivity[],
): Promise<readonly WriteOutcome[]> {
  const distinct = [...new Map(activities.map((each) => [each.key, each])).values()];
  const byType = Map.groupBy(distinct, ({ type }) => type);
  const outcomes = await Promise.all(
    [...byType].map(([type, ofType]) =>
      inBatches(ofType, OBJECT_BATCH_SIZE, (batch) => createBatch(apis, type, batch)),
    ),
  );
  return outcomes.flat(2);
}

function createBatch(
  apis: HubspotApis,
  type: NewActivity['type'],
  batch: readonly KeyedActivity[],
): Promise<readonly WriteOutcome[]> {
  return writeBatch(batch, async (part) => {
    const answer = await apis.batch.create(type, {
      // Without a trace id HubSpot makes a batch all-or-nothing (HubSpot docs, "Batch create").
      inputs: part.map((each) => ({ ...toWire(each), objectWriteTraceId: each.key })),
    });
    const unclaimed = new Set(part);
    return readBatchAnswer(answer, ({ properties, objectWriteTraceId }) => {
      // Nobody has recorded an answer with trace ids, so one without is read by what was written.
      const made = [...unclaimed].find((each) =>
        objectWriteTraceId === undefined
          ? looksLike(each, properties)
          : each.key === objectWriteTraceId,
      );
      if (made !== undefined) unclaimed.delete(made);
      return made?.key;
    });
  });
}

function toWire({ type, contactId, properties }: NewActivity) {
  return {
    properties: { ...properties },
    associations: [
      {
        to: { id: contactId },
        types: [
          { associationCategory: 'HUBSPOT_DEFINED' as const, associationTypeId: TO_CONTACT[type] },
        ],
      },
    ],
  };
}

/** HubSpot gives texts back as they were sent and times in a form of its own; HTML it may clean. */
function looksLike(
  { properties }: NewActivity,
  made: Readonly<Record<string, string | null>>,
): boolean {
  return Object.entries(properties).every(([name, sent]) => {
    const got = made[name];
    if (got === undefined || got === sent || sent.includes('<')) return true;
    const [sentAt, gotAt] = [parseInstant(sent), parseInstant(got)];
    return sentAt.ok && gotAt.ok && sentAt.value === gotAt.value;
  });
}
