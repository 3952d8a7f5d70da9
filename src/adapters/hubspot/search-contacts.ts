import type { CrmFilter, CrmRecord } from '../../application/ports/crm.ts';
import type { HubspotApis } from './hubspot-apis.ts';

/** Results that HubSpot gives per search (HubSpot docs, "CRM search"). */
const SEARCH_PAGE_SIZE = 200;

/** Filters that HubSpot takes in one group; one of them is ours, for paging. */
const FILTERS_PER_GROUP = 6;

/**
 * Every contact that matches all filters, in ascending id order.
 *
 * Paged by id, because HubSpot stops at 10,000 results when paged by offset, and skips records that change meanwhile.
 */
export async function* searchContacts(
  apis: HubspotApis,
  filters: readonly CrmFilter[],
  properties: readonly string[],
): AsyncGenerator<CrmRecord> {
  if (filters.length >= FILTERS_PER_GROUP) {
    throw new RangeError(
      `A search takes at most ${FILTERS_PER_GROUP - 1} filters, ${filters.length} were given; split it into two searches`,
    );
  }
  let after = '0';
  for (;;) {
    const { results } = await apis.search.doSearch('contacts', {
      filterGroups: [
        {
          filters: [
            ...filters.map(toWire),
            toWire({ propertyName: 'hs_object_id', operator: 'GT', value: after }),
          ],
        },
      ],
      sorts: ['hs_object_id'],
      properties: [...properties],
      limit: SEARCH_PAGE_SIZE,
    });
    for (const { id, properties: values } of results) yield { id, properties: values };
    const last = results.at(-1);
    if (last === undefined || results.length < SEARCH_PAGE_SIZE) return;
    after = last.id;
  }
}

function toWire(filter: CrmFilter) {
  return {
    propertyName: filter.propertyName,
    operator: filter.operator,
    ...(filter.value === undefined ? {} : { value: filter.value }),
    ...(filter.values === undefined ? {} : { values: [...filter.values] }),
  };
}
