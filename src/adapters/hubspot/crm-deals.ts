import type { RelatedRecord } from '../../domain/condition/lead-facts.ts';
import { readRecords } from './crm-records.ts';
import type { HubspotApis } from './hubspot-apis.ts';
import { inBatches } from './in-batches.ts';

/** Inputs that HubSpot's association batch read takes (HubSpot docs, "Associations v4"). */
const ASSOCIATION_BATCH_SIZE = 1000;

/**
 * The deals of each contact, `[]` where it has none: one call per 1,000 contacts and one per 100 deals, more only for a contact with
 * more deals than HubSpot lists at once.
 */
export async function readDealsOf(
  apis: HubspotApis,
  contactIds: readonly string[],
  properties: readonly string[],
): Promise<ReadonlyMap<string, readonly RelatedRecord[]>> {
  const ids = [...new Set(contactIds)];
  const dealIdsOf = new Map(ids.map((id): [string, string[]] => [id, []]));
  let open: readonly { readonly id: string; readonly after?: string }[] = ids.map((id) => ({ id }));
  while (open.length > 0) {
    const pages = await inBatches(open, ASSOCIATION_BATCH_SIZE, async (inputs) => {
      const { results } = await apis.associations.getPage('contacts', 'deals', {
        inputs: [...inputs],
      });
      return results;
    });
    open = pages.flat().flatMap(({ _from: from, to, paging }) => {
      const contactId = textOf(from.id);
      dealIdsOf.get(contactId)?.push(...to.map(({ toObjectId }) => textOf(toObjectId)));
      return paging?.next === undefined ? [] : [{ id: contactId, after: paging.next.after }];
    });
  }
  const deals = await readRecords(apis, {
    objectType: 'deals',
    keys: [...dealIdsOf.values()].flat(),
    properties,
  });
  return new Map(
    [...dealIdsOf].map(([contactId, dealIds]) => [
      contactId,
      [...new Set(dealIds)].flatMap((id) => deals.get(id) ?? []),
    ]),
  );
}

/** HubSpot sends numbers where its own types promise text (facts/crm-wire §2). */
function textOf(id: unknown): string {
  return String(id);
}
