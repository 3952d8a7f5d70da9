import type { PortalSettings } from '../controls/portal-settings.ts';
import { instant, toIso } from '../../domain/instant.ts';
import type { ContactList, ListMembership } from '../store/list-table.ts';
import { findObjectType } from '../store/object-types.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { CrmRefusal, validationError } from '../wire/crm-refusal.ts';
import type { CrmCall, CrmRoute } from '../wire/crm-router.ts';
import { batchAnswer, batchError } from './batch-answer.ts';
import { inputsOf, listOf, textOf } from './read-body.ts';

/** HubSpot names no limit for memberships; that of its object batches is taken. */
const BATCH_LIMIT = 100;

/**
 * Lists of contacts: one definition, members added to a static one, and the lists of many records at once (HubSpot docs,
 * "Segments").
 */
export function listRoutes(store: PortalStore, settings: PortalSettings): readonly CrmRoute[] {
  return [
    {
      method: 'post',
      path: '/lists/records/memberships/batch/read',
      handle: (call) => {
        const records = inputsOf(call, BATCH_LIMIT).map(({ objectTypeId, recordId }) => ({
          type: findObjectType(textOf(objectTypeId)),
          objectTypeId: textOf(objectTypeId),
          recordId: textOf(recordId),
        }));
        const known = records.filter(
          ({ type, recordId }) => type && store.get(type.name, recordId) !== undefined,
        );
        const missing = records
          .filter((record) => !known.includes(record))
          .map(({ recordId }) => recordId);
        return batchAnswer({
          status: 200,
          results: known.map(({ objectTypeId, recordId }) => ({
            objectTypeId,
            recordId,
            recordListMemberships: store.lists.membershipsOf(recordId).map(presentMembership),
          })),
          errors:
            missing.length === 0
              ? []
              : [
                  batchError(
                    new CrmRefusal(404, 'Could not get some records, they may be deleted.', {
                      category: 'OBJECT_NOT_FOUND',
                    }),
                    { ids: missing },
                  ),
                ],
          at: store.clock.now(),
          random: () => settings.random(),
        });
      },
    },
    {
      method: 'get',
      path: '/lists/:listId',
      handle: (call) => ({
        status: 200,
        body: { list: presentList(listOfCall(store, call), store) },
      }),
    },
    {
      method: 'put',
      path: '/lists/:listId/memberships/add',
      handle: (call) => {
        const list = listOfCall(store, call);
        if (list.processingType === 'DYNAMIC') {
          throw validationError(
            `List ${list.id} is DYNAMIC; only MANUAL and SNAPSHOT lists take records by hand.`,
          );
        }
        const ids = [...new Set(listOf(call.body).map(textOf))];
        const known = store.getMany('contacts', ids);
        const added = store.transaction(() =>
          ids.filter((id) => known.has(id) && store.lists.add(list.id, id, store.clock.now())),
        );
        const missing = ids.filter((id) => !known.has(id));
        return { status: 200, body: { recordsIdsAdded: added, recordIdsMissing: missing } };
      },
    },
  ];
}

function listOfCall(store: PortalStore, call: CrmCall): ContactList {
  const id = call.params['listId'] ?? '';
  const list = store.lists.find(id);
  if (list === undefined) {
    throw new CrmRefusal(404, `List ${id} does not exist.`, { category: 'OBJECT_NOT_FOUND' });
  }
  return list;
}

function presentList(list: ContactList, store: PortalStore): Readonly<Record<string, unknown>> {
  const createdAt = toIso(instant(list.createdAt));
  return {
    listId: list.id,
    listVersion: 1,
    name: list.name,
    objectTypeId: '0-1',
    processingType: list.processingType,
    processingStatus: 'COMPLETE',
    createdAt,
    updatedAt: createdAt,
    size: store.lists.sizeOf(list.id),
  };
}

/** In this portal nobody leaves a list, so both times are the same. */
function presentMembership(membership: ListMembership): Readonly<Record<string, unknown>> {
  const addedAt = toIso(instant(membership.addedAt));
  return {
    listId: membership.listId,
    listVersion: 1,
    firstAddedTimestamp: addedAt,
    lastAddedTimestamp: addedAt,
    isPublicList: true,
  };
}
