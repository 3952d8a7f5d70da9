import { objectType } from '../store/object-types.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { ChangeSource, StoredRecord } from '../store/record-table.ts';
import { CrmRefusal, NotFoundPage, validationError } from '../wire/crm-refusal.ts';
import type { CrmCall, CrmRoute } from '../wire/crm-router.ts';
import { associateNew } from './associate-new.ts';
import { namesOfQuery, objectOf, objectTypeOf, textOf } from './read-body.ts';
import {
  presentCreated,
  presentRecord,
  presentUpdated,
  type RecordView,
} from './present-record.ts';

/** The longest page of a list (hubspot §8.2). */
const MAX_PAGE = 100;

/** Single records: read, list, create, update, archive, merge, privacy deletion. */
export function objectRoutes(store: PortalStore, app: ChangeSource): readonly CrmRoute[] {
  return [
    {
      method: 'get',
      path: '/objects/:objectType',
      handle: (call) => {
        const type = objectTypeOf(call);
        const limit = Number(call.query.get('limit') ?? 10);
        if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE)
          throw validationError(`limit must be between 1 and ${MAX_PAGE}`);
        const found = store.list({
          type: type.name,
          after: Number(call.query.get('after') ?? 0),
          limit: limit + 1,
          archived: call.query.get('archived') === 'true',
        });
        const page = found.slice(0, limit);
        const next = found[limit];
        const view = viewOf(call);
        return {
          status: 200,
          body: {
            results: page.map((record) => presentRecord(store, record, view)),
            ...(next === undefined ? {} : { paging: { next: nextPage(call, next.id) } }),
          },
        };
      },
    },
    {
      method: 'post',
      path: '/objects/:objectType',
      handle: (call) => {
        const type = objectTypeOf(call);
        const record = store.transaction(() => {
          const created = store.create(type.name, objectOf(call.body['properties'] ?? {}), app);
          return associateNew(store, created, call.body['associations']);
        });
        return {
          status: 201,
          location: `${call.origin}${call.path}/${record.id}`,
          body: presentCreated(store, record),
        };
      },
    },
    {
      method: 'post',
      path: '/objects/:objectType/merge',
      handle: (call) => {
        const type = objectTypeOf(call);
        if (type.name !== 'contacts')
          throw validationError(`The local portal merges contacts only, not ${type.name}.`);
        const survivor = store.get(type.name, textOf(call.body['primaryObjectId']));
        const loser = store.get(type.name, textOf(call.body['objectIdToMerge']));
        if (survivor === undefined || loser === undefined || survivor.id === loser.id)
          throw validationError('Both contacts of a merge must exist and differ.');
        const merged = store.merge({ survivor, loser }, app);
        return {
          status: 200,
          body: presentRecord(store, merged, { properties: [], propertiesWithHistory: [] }),
        };
      },
    },
    {
      method: 'post',
      path: '/objects/:objectType/gdpr-delete',
      handle: (call) => {
        const type = objectTypeOf(call);
        const idProperty = textOf(call.body['idProperty']);
        const id = textOf(call.body['objectId']);
        const record =
          idProperty === ''
            ? (store.get(type.name, id) ?? store.getArchived(type.name, id))
            : store.findBy(type.name, idProperty, id);
        if (record !== undefined) store.erase(record, app);
        return { status: 204 };
      },
    },
    {
      method: 'get',
      path: '/objects/:objectType/:id',
      handle: (call) => {
        const record =
          call.query.get('archived') === 'true'
            ? store.getArchived(objectTypeOf(call).name, call.params['id'] ?? '')
            : undefined;
        return {
          status: 200,
          body: presentRecord(store, record ?? recordOf(store, call), viewOf(call)),
        };
      },
    },
    {
      method: 'patch',
      path: '/objects/:objectType/:id',
      handle: (call) => {
        const record = recordOf(store, call);
        const sent = objectOf(call.body['properties'] ?? {});
        const updated = store.update(record, sent, app);
        return { status: 200, body: presentUpdated(store, updated, Object.keys(sent)) };
      },
    },
    {
      method: 'delete',
      path: '/objects/:objectType/:id',
      handle: (call) => {
        const record = store.get(objectTypeOf(call).name, call.params['id'] ?? '');
        if (record !== undefined) store.archive(record, app);
        return { status: 204 };
      },
    },
  ];
}

function viewOf(call: CrmCall): RecordView {
  return {
    properties: namesOfQuery(call.query, 'properties'),
    propertiesWithHistory: namesOfQuery(call.query, 'propertiesWithHistory'),
    associations: namesOfQuery(call.query, 'associations'),
  };
}

function recordOf(store: PortalStore, call: CrmCall): StoredRecord {
  const type = objectTypeOf(call);
  const id = call.params['id'] ?? '';
  const idProperty = call.query.get('idProperty');
  const record =
    idProperty === null || idProperty === ''
      ? store.get(type.name, id)
      : findByUnique(store, type.name, idProperty, id);
  if (record === undefined) throw new NotFoundPage();
  return record;
}

/** Finds a record by the value of a property that must be unique; 400 when it is not. */
export function findByUnique(
  store: PortalStore,
  type: StoredRecord['type'],
  name: string,
  value: string,
): StoredRecord | undefined {
  if (name !== 'hs_object_id' && store.properties.find(type, name)?.hasUniqueValue !== true)
    throw new CrmRefusal(
      400,
      `idProperty ${name} is not a unique property of ${objectType(type).singular.toUpperCase()}`,
      { category: 'VALIDATION_ERROR' },
    );
  return store.findBy(type, name, value);
}

function nextPage(call: CrmCall, after: string): { after: string; link: string } {
  const query = new URLSearchParams(call.query);
  query.set('after', after);
  return { after, link: `${call.origin}${call.path}?${query}` };
}
