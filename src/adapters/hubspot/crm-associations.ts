import type { HubspotApis } from './hubspot-apis.ts';
import { inBatches } from './in-batches.ts';

/** Inputs that HubSpot's association batch read takes (HubSpot docs, "Associations v4"). */
const ASSOCIATION_BATCH_SIZE = 1000;

/**
 * Ids of the records of one type that each contact, or company, is associated with, each once, `[]` where it has none: one
 * call per 1,000 of them, more only for one with more records than HubSpot lists at once. `objectType` is HubSpot's name
 * of what to look for, such as `deals` or `calls`.
 */
export async function readAssociatedIds(
  apis: HubspotApis,
  fromIds: readonly string[],
  objectType: string,
  fromType: 'contacts' | 'companies' = 'contacts',
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = [...new Set(fromIds)];
  const found = new Map(ids.map((id): [string, Set<string>] => [id, new Set()]));
  let open: readonly { readonly id: string; readonly after?: string }[] = ids.map((id) => ({ id }));
  while (open.length > 0) {
    const pages = await inBatches(open, ASSOCIATION_BATCH_SIZE, async (inputs) => {
      const { results } = await apis.associations.getPage(fromType, objectType, {
        inputs: [...inputs],
      });
      return results;
    });
    open = pages.flat().flatMap(({ _from: from, to, paging }) => {
      const fromId = textOf(from.id);
      for (const { toObjectId } of to) found.get(fromId)?.add(textOf(toObjectId));
      return paging?.next === undefined ? [] : [{ id: fromId, after: paging.next.after }];
    });
  }
  return new Map([...found].map(([fromId, associated]) => [fromId, [...associated]]));
}

/** HubSpot sends numbers where its own types promise text (hubspot §9.1). */
function textOf(id: unknown): string {
  return String(id);
}
