import type { RelatedRecord } from '../../domain/condition/lead-facts.ts';
import { readAssociatedIds } from './crm-associations.ts';
import { readRecords } from './crm-records.ts';
import type { HubspotApis } from './hubspot-apis.ts';

/** The deals of each contact or company, `[]` where it has none: the calls of {@link readAssociatedIds} and one per 100 deals. */
export async function readDealsOf(
  apis: HubspotApis,
  query: {
    readonly objectType: 'contacts' | 'companies';
    readonly ids: readonly string[];
    readonly properties: readonly string[];
  },
): Promise<ReadonlyMap<string, readonly RelatedRecord[]>> {
  const dealIdsOf = await readAssociatedIds(apis, query.ids, 'deals', query.objectType);
  const deals = await readRecords(apis, {
    objectType: 'deals',
    keys: [...dealIdsOf.values()].flat(),
    properties: query.properties,
  });
  return new Map(
    [...dealIdsOf].map(([id, dealIds]) => [
      id,
      dealIds.flatMap((dealId) => deals.get(dealId) ?? []),
    ]),
  );
}
