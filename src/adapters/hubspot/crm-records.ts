import type { CrmRecord, RecordUpdate, WriteOutcome } from '../../application/ports/crm.ts';
import type { HubspotApis } from './hubspot-apis.ts';
import { HubspotNotFoundError } from './hubspot-errors.ts';
import { inBatches } from './in-batches.ts';
import { writeBatch, type BatchAnswer } from './write-batch.ts';

/** Inputs that HubSpot's object batch endpoints take (HubSpot docs, "CRM objects"). */
export const OBJECT_BATCH_SIZE = 100;

/** Answer of a batch endpoint as the generated client types it, 2xx and 207 together. */
interface WireBatch {
  readonly results: readonly {
    readonly id: string;
    readonly properties: Readonly<Record<string, string | null>>;
    readonly objectWriteTraceId?: string;
  }[];
  readonly errors?: readonly {
    readonly category?: string;
    readonly message?: string;
    readonly context?: Readonly<Record<string, readonly string[]>>;
  }[];
}

/**
 * Reads records of one type, by id or by a unique property.
 *
 * @returns by key; records that do not exist or are archived are absent
 */
export async function readRecords(
  apis: HubspotApis,
  query: {
    readonly objectType: string;
    readonly keys: readonly string[];
    readonly properties: readonly string[];
    /** Unique property that `keys` are values of; absent: record ids. */
    readonly idProperty?: string;
  },
): Promise<ReadonlyMap<string, CrmRecord>> {
  const { objectType, idProperty } = query;
  const properties = [...query.properties, ...(idProperty === undefined ? [] : [idProperty])];
  const batches = await inBatches([...new Set(query.keys)], OBJECT_BATCH_SIZE, async (keys) => {
    try {
      const { results } = await apis.batch.read(objectType, {
        inputs: keys.map((id) => ({ id })),
        properties: [...new Set(properties)],
        propertiesWithHistory: [],
        ...(idProperty === undefined ? {} : { idProperty }),
      });
      return results;
    } catch (error) {
      if (error instanceof HubspotNotFoundError) return [];
      throw error;
    }
  });
  const records = batches.flat().map((wire): [string, CrmRecord] => {
    const record = { id: wire.id, properties: wire.properties };
    const key = idProperty === undefined ? wire.id : (record.properties[idProperty] ?? wire.id);
    return [key, record];
  });
  return new Map(records);
}

/** Updates records of one type by id. Two updates of one record become one, the later values winning. */
export async function updateRecords(
  apis: HubspotApis,
  objectType: string,
  updates: readonly RecordUpdate[],
): Promise<readonly WriteOutcome[]> {
  const merged = new Map<string, Readonly<Record<string, string>>>();
  for (const { id, properties } of updates) merged.set(id, { ...merged.get(id), ...properties });
  const inputs = [...merged].map(([key, properties]) => ({ key, properties }));
  const outcomes = await inBatches(inputs, OBJECT_BATCH_SIZE, (batch) =>
    writeBatch(batch, async (part) => {
      const answer = await apis.batch.update(objectType, {
        inputs: part.map(({ key, properties }) => ({ id: key, properties })),
      });
      return readBatchAnswer(answer, (result) => result.id);
    }),
  );
  return outcomes.flat();
}

/** Brings a batch answer into the form that outcomes are read from. Results are known by key, never by position. */
export function readBatchAnswer(
  wire: WireBatch,
  keyOf: (result: WireBatch['results'][number]) => string | undefined,
): BatchAnswer {
  return {
    results: wire.results.flatMap((result) => {
      const key = keyOf(result);
      return key === undefined ? [] : [{ key, id: result.id }];
    }),
    errors: (wire.errors ?? []).map(({ category, message, context }) => ({
      keys: [...listOf(context?.['ids']), ...listOf(context?.['objectWriteTraceId'])],
      category: category ?? 'UNKNOWN',
      message: message ?? 'no explanation',
    })),
  };
}

/** The context of an error is typed as lists, but single values are reported as well. */
function listOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value])
    .filter((item) => typeof item === 'string' || typeof item === 'number')
    .map(String);
}
