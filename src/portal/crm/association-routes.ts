import type { PortalSettings } from '../controls/portal-settings.ts';
import { defaultAssociationType, findAssociationType } from '../store/association-types.ts';
import type { ObjectType } from '../store/object-types.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { StoredRecord } from '../store/record-table.ts';
import { NotFoundPage, validationError } from '../wire/crm-refusal.ts';
import type { CrmCall, CrmRoute } from '../wire/crm-router.ts';
import { batchAnswer, type BatchError } from './batch-answer.ts';
import { inputsOf, listOf, objectOf, objectTypeOf, textOf } from './read-body.ts';

/** Most inputs of an association batch (hubspot §8.7). */
const MAX_READ = 1_000;
const MAX_WRITE = 2_000;

/** Associations: batch read, create, archive; the default association; the list of one record. */
export function associationRoutes(
  store: PortalStore,
  settings: PortalSettings,
): readonly CrmRoute[] {
  const finish = (
    status: 200 | 201,
    results: readonly unknown[],
    errors: readonly BatchError[],
  ): ReturnType<CrmRoute['handle']> =>
    batchAnswer({
      status,
      results,
      errors,
      at: store.clock.now(),
      random: () => settings.random(),
    });

  function associateDefault(call: CrmCall): ReturnType<CrmRoute['handle']> {
    const fromType = objectTypeOf(call);
    const toType = objectTypeOf(call, 'toType');
    const from = store.get(fromType.name, call.params['id'] ?? '');
    const to = store.get(toType.name, call.params['toId'] ?? '');
    if (from === undefined || to === undefined) throw new NotFoundPage();
    if (defaultAssociationType(fromType.name, toType.name) === undefined)
      throw validationError(`${fromType.name} cannot be associated with ${toType.name}.`);
    store.associate(from, to);
    return finish(200, presentBoth(from, to), []);
  }

  return [
    {
      method: 'post',
      path: '/associations/:from/:to/batch/read',
      handle: (call) => {
        const [fromType, toType] = [objectTypeOf(call, 'from'), objectTypeOf(call, 'to')];
        const results: unknown[] = [];
        const errors: BatchError[] = [];
        for (const input of inputsOf(call, MAX_READ)) {
          const id = textOf(input['id']);
          const to = targetsOf(store, id, toType);
          if (to.length > 0) results.push({ from: { id }, to });
          else errors.push(noneFound(fromType, toType, id));
        }
        return finish(200, results, errors);
      },
    },
    {
      method: 'post',
      path: '/associations/:from/:to/batch/create',
      handle: (call) => {
        const [fromType, toType] = [objectTypeOf(call, 'from'), objectTypeOf(call, 'to')];
        const results: unknown[] = [];
        const errors: BatchError[] = [];
        store.transaction(() => {
          for (const input of inputsOf(call, MAX_WRITE)) {
            const pair = pairOf(input);
            const from = store.get(fromType.name, pair.from);
            const to = store.get(toType.name, pair.to);
            if (from === undefined) errors.push(notValid(fromType, pair.from));
            else if (to === undefined) errors.push(notValid(toType, pair.to));
            else {
              for (const raw of listOf(input['types'])) {
                const type = findAssociationType(Number(objectOf(raw)['associationTypeId']));
                if (type?.from !== fromType.name || type.to !== toType.name)
                  throw validationError(
                    `No association type ${JSON.stringify(raw)} exists from ${fromType.name} to ${toType.name}.`,
                  );
                store.associate(from, to, type);
              }
              results.push(presentPair(fromType, from, toType, to));
            }
          }
        });
        return finish(201, results, errors);
      },
    },
    {
      method: 'post',
      path: '/associations/:from/:to/batch/associate/default',
      handle: (call) => {
        const [fromType, toType] = [objectTypeOf(call, 'from'), objectTypeOf(call, 'to')];
        const results: unknown[] = [];
        const errors: BatchError[] = [];
        store.transaction(() => {
          for (const input of inputsOf(call, MAX_WRITE)) {
            const pair = pairOf(input);
            const from = store.get(fromType.name, pair.from);
            const to = store.get(toType.name, pair.to);
            if (from === undefined) errors.push(notValid(fromType, pair.from));
            else if (to === undefined) errors.push(notValid(toType, pair.to));
            else {
              store.associate(from, to);
              results.push(...presentBoth(from, to));
            }
          }
        });
        return finish(200, results, errors);
      },
    },
    {
      method: 'post',
      path: '/associations/:from/:to/batch/archive',
      handle: (call) => {
        const [fromType, toType] = [objectTypeOf(call, 'from'), objectTypeOf(call, 'to')];
        store.transaction(() => {
          for (const input of inputsOf(call, MAX_WRITE)) {
            const from = store.get(fromType.name, textOf(objectOf(input['from'])['id']));
            for (const raw of listOf(input['to'])) {
              const to = store.get(toType.name, textOf(objectOf(raw)['id']));
              if (from !== undefined && to !== undefined) store.dissociate(from, to);
            }
          }
        });
        // An id that does not exist is no error here (recorded).
        return { status: 204 };
      },
    },
    {
      method: 'put',
      path: '/objects/:objectType/:id/associations/default/:toType/:toId',
      handle: associateDefault,
    },
    {
      method: 'get',
      path: '/objects/:objectType/:id/associations/:toType',
      handle: (call) => {
        const from = store.get(objectTypeOf(call).name, call.params['id'] ?? '');
        if (from === undefined) throw new NotFoundPage();
        return {
          status: 200,
          body: { results: targetsOf(store, from.id, objectTypeOf(call, 'toType')) },
        };
      },
    },
    {
      method: 'delete',
      path: '/objects/:objectType/:id/associations/:toType/:toId',
      handle: (call) => {
        const from = store.get(objectTypeOf(call).name, call.params['id'] ?? '');
        const to = store.get(objectTypeOf(call, 'toType').name, call.params['toId'] ?? '');
        if (from !== undefined && to !== undefined) store.dissociate(from, to);
        return { status: 204 };
      },
    },
  ];
}

/** Ids are numbers here, unlike everywhere else, and the label of a plain association is null (recorded). */
function targetsOf(store: PortalStore, fromId: string, toType: ObjectType): readonly unknown[] {
  const types = new Map<string, unknown[]>();
  if (!/^\d{1,15}$/.test(fromId)) return [];
  for (const { toId, typeId } of store.associations(fromId, toType.name)) {
    const list = types.get(toId) ?? [];
    list.push({
      category: 'HUBSPOT_DEFINED',
      typeId,
      label: findAssociationType(typeId)?.label ?? null,
    });
    types.set(toId, list);
  }
  return [...types].map(([toId, associationTypes]) => ({
    toObjectId: Number(toId),
    associationTypes,
  }));
}

function pairOf(input: Readonly<Record<string, unknown>>): { from: string; to: string } {
  return {
    from: textOf(objectOf(input['from'])['id']),
    to: textOf(objectOf(input['to'])['id']),
  };
}

function presentPair(
  fromType: ObjectType,
  from: StoredRecord,
  toType: ObjectType,
  to: StoredRecord,
): unknown {
  return {
    fromObjectTypeId: fromType.id,
    fromObjectId: Number(from.id),
    toObjectTypeId: toType.id,
    toObjectId: Number(to.id),
    labels: [],
  };
}

/** The default association answers with both directions (our reading). */
function presentBoth(from: StoredRecord, to: StoredRecord): readonly unknown[] {
  return [
    [from, to],
    [to, from],
  ].flatMap(([one, other]) => {
    if (one === undefined || other === undefined) return [];
    const type = defaultAssociationType(one.type, other.type);
    return [
      {
        from: { id: one.id },
        to: { id: other.id },
        associationSpec: {
          associationCategory: 'HUBSPOT_DEFINED',
          associationTypeId: type?.id ?? 0,
        },
      },
    ];
  });
}

function notValid(type: ObjectType, id: string): BatchError {
  return {
    status: 'error',
    category: 'VALIDATION_ERROR',
    message: `${type.singular.toUpperCase()}=${id} is not valid`,
  };
}

/** A record without associations is an error of a 207, not an empty list (public reports). */
function noneFound(from: ObjectType, to: ObjectType, id: string): BatchError {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${to.singular} is associated with ${from.singular} ${id}.`,
    context: {
      fromObjectId: [id],
      fromObjectType: [from.singular],
      toObjectType: [to.singular],
    },
  };
}
