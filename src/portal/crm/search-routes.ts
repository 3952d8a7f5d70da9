import { SEARCH_OPERATORS, type SearchFilter } from '../records/search-records.ts';
import type { ObjectType } from '../store/object-types.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { validationError } from '../wire/crm-refusal.ts';
import type { CrmCall, CrmRoute } from '../wire/crm-router.ts';
import { presentRecord } from './present-record.ts';
import { listOf, namesOf, objectOf, objectTypeOf, textOf } from './read-body.ts';

/** HubSpot's limits on a search (hubspot §8.3). */
const MAX_GROUPS = 5;
const MAX_FILTERS_PER_GROUP = 6;
const MAX_FILTERS = 18;
const MAX_PAGE = 200;
const DEFAULT_PAGE = 10;
const MAX_QUERY_LENGTH = 3_000;
const MAX_RESULTS = 10_000;

/** Search, with its limits and an index that trails behind writes. */
export function searchRoutes(store: PortalStore): readonly CrmRoute[] {
  return [
    {
      method: 'post',
      path: '/objects/:objectType/search',
      handle: (call) => {
        const type = objectTypeOf(call);
        const { limit, after } = pageOf(call);
        const text = textOf(call.body['query']);
        if (text.length > MAX_QUERY_LENGTH)
          throw validationError(`query must have at most ${MAX_QUERY_LENGTH} characters`);
        const ids = store.search(
          { type: type.name, groups: groupsOf(store, type, call), text, sort: sortOf(call) },
          { trailing: true },
        );
        const page = ids.slice(after, after + limit);
        const records = store.getMany(type.name, page);
        const view = { properties: namesOf(call.body['properties']), propertiesWithHistory: [] };
        return {
          status: 200,
          body: {
            total: ids.length,
            results: page.flatMap((id) => {
              const record = records.get(id);
              return record === undefined ? [] : [presentRecord(store, record, view)];
            }),
            ...(after + limit < ids.length
              ? { paging: { next: { after: String(after + limit) } } }
              : {}),
          },
        };
      },
    },
  ];
}

function pageOf(call: CrmCall): { limit: number; after: number } {
  const rawLimit = call.body['limit'] ?? DEFAULT_PAGE;
  const limit = Number(rawLimit);
  if (!Number.isInteger(limit) || limit < 0 || limit > MAX_PAGE)
    throw validationError(`limit must be between 0 and ${MAX_PAGE}, not ${textOf(rawLimit)}`);
  const rawAfter = call.body['after'];
  const after = rawAfter === undefined || rawAfter === '' ? 0 : Number(rawAfter);
  if (!Number.isInteger(after) || after < 0)
    throw validationError(`after must be the text of an earlier answer, not ${textOf(rawAfter)}`);
  if (after + limit > MAX_RESULTS)
    throw validationError(
      `A search answers at most ${MAX_RESULTS} results; narrow it down, for instance by hs_object_id.`,
    );
  return { limit, after };
}

function groupsOf(
  store: PortalStore,
  type: ObjectType,
  call: CrmCall,
): readonly (readonly SearchFilter[])[] {
  const loose = listOf(call.body['filters']);
  const groups = [
    ...listOf(call.body['filterGroups']).map((group) => listOf(objectOf(group)['filters'])),
    ...(loose.length > 0 ? [loose] : []),
  ];
  if (groups.length > MAX_GROUPS)
    throw validationError(`A search takes at most ${MAX_GROUPS} filter groups.`);
  if (groups.some((group) => group.length > MAX_FILTERS_PER_GROUP))
    throw validationError(`A filter group takes at most ${MAX_FILTERS_PER_GROUP} filters.`);
  if (groups.flat().length > MAX_FILTERS)
    throw validationError(`A search takes at most ${MAX_FILTERS} filters in total.`);
  return groups.map((group) => group.map((raw) => filterOf(store, type, objectOf(raw))));
}

function filterOf(
  store: PortalStore,
  type: ObjectType,
  raw: Readonly<Record<string, unknown>>,
): SearchFilter {
  const propertyName = textOf(raw['propertyName']).toLowerCase();
  const operator = SEARCH_OPERATORS.find((known) => known === raw['operator']);
  if (operator === undefined)
    throw validationError(
      `${textOf(raw['operator'])} is not a search operator; use one of ${SEARCH_OPERATORS.join(', ')}.`,
    );
  const isAssociation = propertyName.startsWith('associations.');
  if (!isAssociation && store.properties.find(type.name, propertyName)?.archived !== false)
    throw validationError(`Property "${propertyName}" does not exist`);
  const values = namesOf(raw['values']);
  const isList = operator === 'IN' || operator === 'NOT_IN';
  if (isList && values.length === 0) throw validationError(`operator ${operator} requires values`);
  const needsValue = !isList && !operator.endsWith('HAS_PROPERTY');
  const value = textOf(raw['value']);
  if (needsValue && value === '') throw validationError(`operator ${operator} requires a value`);
  return { propertyName, operator, value, highValue: textOf(raw['highValue']), values };
}

function sortOf(call: CrmCall): { name: string; descending: boolean } | undefined {
  const sorts = listOf(call.body['sorts']);
  if (sorts.length > 1) throw validationError('A search takes at most one sort.');
  const [sort] = sorts;
  if (sort === undefined) return undefined;
  if (typeof sort === 'string')
    return { name: sort.replace(/^-/, ''), descending: sort.startsWith('-') };
  const { propertyName, direction } = objectOf(sort);
  return { name: textOf(propertyName), descending: direction === 'DESCENDING' };
}
