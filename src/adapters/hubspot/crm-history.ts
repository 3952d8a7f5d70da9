import type { DatedValue } from '../../domain/condition/lead-facts.ts';
import type { HubspotApis } from './hubspot-apis.ts';
import { HubspotNotFoundError } from './hubspot-errors.ts';
import { inBatches } from './in-batches.ts';

/** Inputs that a batch read with history takes (hubspot §8.2). */
const HISTORY_BATCH_SIZE = 50;

/** Changes of one property, by contact; a change without a date that can be read is left out. */
export async function readHistoryOf(
  apis: HubspotApis,
  contactIds: readonly string[],
  property: string,
): Promise<ReadonlyMap<string, readonly DatedValue[]>> {
  const batches = await inBatches([...new Set(contactIds)], HISTORY_BATCH_SIZE, async (ids) => {
    try {
      const { results } = await apis.batch.read('contacts', {
        inputs: ids.map((id) => ({ id })),
        properties: [property],
        propertiesWithHistory: [property],
      });
      return results;
    } catch (error) {
      if (error instanceof HubspotNotFoundError) return [];
      throw error;
    }
  });
  return new Map(
    batches
      .flat()
      .map(({ id, propertiesWithHistory }) => [
        id,
        (propertiesWithHistory?.[property] ?? []).flatMap(toDated),
      ]),
  );
}

/** HubSpot writes null where a value was cleared, whatever its types say (hubspot §9.1). */
function toDated({
  value,
  timestamp,
}: {
  readonly value: string | null;
  readonly timestamp: Date;
}): readonly DatedValue[] {
  return Number.isNaN(timestamp.getTime())
    ? []
    : [{ value: value ?? '', at: timestamp.toISOString() }];
}
