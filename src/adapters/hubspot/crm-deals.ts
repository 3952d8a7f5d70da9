import type { RelatedRecord } from '../../domain/condition/lead-facts.ts';
import { readAssociatedIds } from './crm-associations.ts';
import { readRecords } from './crm-records.ts';
import type { HubspotApis } from './hubspot-apis.ts';

/** The deals of each contact, `[]` where it has none: the calls of {@link readAssociatedIds} and one per 100 deals. */
export async function readDealsOf(
  apis: HubspotApis,
  contactIds: readonly string[],
  properties: readonly string[],
): Promise<ReadonlyMap<string, readonly RelatedRecord[]>> {
  const dealIdsOf = await readAssociatedIds(apis, contactIds, 'deals');
  const deals = await readRecords(apis, {
    objectType: 'deals',
    keys: [...dealIdsOf.values()].flat(),
    properties,
  });
  return new Map(
    [...dealIdsOf].map(([contactId, dealIds]) => [
      contactId,
      dealIds.flatMap((id) => deals.get(id) ?? []),
    ]),
  );
}
