import type { PortalSettings } from '../controls/portal-settings.ts';
import type { ObjectType } from '../store/object-types.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { Property, PropertyGroup } from '../store/property-table.ts';
import { CrmRefusal, validationError } from '../wire/crm-refusal.ts';
import type { CrmCall, CrmRoute } from '../wire/crm-router.ts';
import { batchAnswer, batchError, type BatchError } from './batch-answer.ts';
import { presentGroup, presentProperty } from './present-property.ts';
import { changeProperty, defineProperty } from './define-property.ts';
import { inputsOf, objectOf, objectTypeOf, textOf } from './read-body.ts';

/** Most inputs of a batch of properties. */
const MAX_INPUTS = 100;

/** Property definitions and groups, single and in batches. */
export function propertyRoutes(store: PortalStore, settings: PortalSettings): readonly CrmRoute[] {
  const { properties } = store;
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

  function propertyOf(type: ObjectType, name: string, archived = false): Property {
    const property = properties.find(type.name, name);
    if (property?.archived !== archived) throw noSuch('property', name, type);
    return property;
  }

  function groupOf(type: ObjectType, name: string): PropertyGroup {
    const group = properties.findGroup(type.name, name);
    if (group?.archived !== false) throw noSuch('property group', name, type);
    return group;
  }

  function archive(type: ObjectType, property: Property): void {
    if (property.hubspotDefined)
      throw validationError(`Property ${property.name} is HubSpot's own and cannot be archived.`);
    properties.save(type.name, { ...property, archived: true, updatedAt: store.clock.now() });
  }

  return [
    {
      method: 'get',
      path: '/properties/:objectType',
      handle: (call) => {
        const archived = isArchivedWanted(call);
        const found = properties
          .all(objectTypeOf(call).name)
          .filter((property) => property.archived === archived);
        return { status: 200, body: { results: found.map(presentProperty) } };
      },
    },
    {
      method: 'post',
      path: '/properties/:objectType',
      handle: (call) => {
        const property = store.transaction(() =>
          defineProperty(store, objectTypeOf(call), call.body),
        );
        return {
          status: 201,
          location: `${call.origin}${call.path}/${property.name}`,
          body: presentProperty(property),
        };
      },
    },
    {
      method: 'get',
      path: '/properties/:objectType/groups',
      handle: (call) => ({
        status: 200,
        body: {
          results: properties
            .groups(objectTypeOf(call).name)
            .filter(({ archived }) => !archived)
            .map(presentGroup),
        },
      }),
    },
    {
      method: 'post',
      path: '/properties/:objectType/groups',
      handle: (call) => {
        const type = objectTypeOf(call);
        const name = textOf(call.body['name']);
        const label = textOf(call.body['label']);
        if (!/^[a-z][a-z0-9_]*$/.test(name) || label === '')
          throw validationError('A property group needs a name in lower case and a label.');
        if (properties.findGroup(type.name, name)?.archived === false)
          throw alreadyThere(`A property group named '${name}' already exists.`);
        const group: PropertyGroup = {
          name,
          label,
          displayOrder: Number(call.body['displayOrder'] ?? -1),
          archived: false,
        };
        properties.saveGroup(type.name, group);
        return {
          status: 201,
          location: `${call.origin}${call.path}/${name}`,
          body: presentGroup(group),
        };
      },
    },
    {
      method: 'get',
      path: '/properties/:objectType/groups/:name',
      handle: (call) => ({
        status: 200,
        body: presentGroup(groupOf(objectTypeOf(call), call.params['name'] ?? '')),
      }),
    },
    {
      method: 'patch',
      path: '/properties/:objectType/groups/:name',
      handle: (call) => {
        const type = objectTypeOf(call);
        const group = groupOf(type, call.params['name'] ?? '');
        const label = textOf(call.body['label']);
        const changed: PropertyGroup = {
          ...group,
          label: label === '' ? group.label : label,
          displayOrder: Number(call.body['displayOrder'] ?? group.displayOrder),
        };
        properties.saveGroup(type.name, changed);
        return { status: 200, body: presentGroup(changed) };
      },
    },
    {
      method: 'delete',
      path: '/properties/:objectType/groups/:name',
      handle: (call) => {
        const type = objectTypeOf(call);
        const group = groupOf(type, call.params['name'] ?? '');
        const used = properties
          .all(type.name)
          .some(({ groupName, archived }) => groupName === group.name && !archived);
        if (used) throw validationError(`Property group ${group.name} still has properties.`);
        properties.saveGroup(type.name, { ...group, archived: true });
        return { status: 204 };
      },
    },
    {
      method: 'post',
      path: '/properties/:objectType/batch/read',
      handle: (call) => {
        const type = objectTypeOf(call);
        const archived = call.body['archived'] === true;
        const names = inputsOf(call, MAX_INPUTS).map((input) => textOf(input['name']));
        const found = names.map((name) => properties.find(type.name, name));
        const missing = names.filter((_, i) => found[i]?.archived !== archived);
        return finish(
          200,
          found
            .filter((property) => property?.archived === archived)
            .flatMap((property) => (property === undefined ? [] : [presentProperty(property)])),
          missing.map((name) => batchError(noSuch('property', name, type), { name: [name] })),
        );
      },
    },
    {
      method: 'post',
      path: '/properties/:objectType/batch/create',
      handle: (call) => {
        const type = objectTypeOf(call);
        const results: unknown[] = [];
        const errors: BatchError[] = [];
        store.transaction(() => {
          for (const input of inputsOf(call, MAX_INPUTS))
            try {
              results.push(presentProperty(defineProperty(store, type, input)));
            } catch (error) {
              if (!(error instanceof CrmRefusal)) throw error;
              errors.push(batchError(error, { name: [textOf(input['name'])] }));
            }
        });
        return finish(201, results, errors);
      },
    },
    {
      method: 'post',
      path: '/properties/:objectType/batch/archive',
      handle: (call) => {
        const type = objectTypeOf(call);
        store.transaction(() => {
          for (const input of inputsOf(call, MAX_INPUTS)) {
            const property = properties.find(type.name, textOf(input['name']));
            if (property !== undefined) archive(type, property);
          }
        });
        return { status: 204 };
      },
    },
    {
      method: 'get',
      path: '/properties/:objectType/:name',
      handle: (call) => ({
        status: 200,
        body: presentProperty(
          propertyOf(objectTypeOf(call), call.params['name'] ?? '', isArchivedWanted(call)),
        ),
      }),
    },
    {
      method: 'patch',
      path: '/properties/:objectType/:name',
      handle: (call) => {
        const type = objectTypeOf(call);
        const property = propertyOf(type, call.params['name'] ?? '');
        return {
          status: 200,
          body: presentProperty(changeProperty(store, type, property, objectOf(call.body))),
        };
      },
    },
    {
      method: 'delete',
      path: '/properties/:objectType/:name',
      handle: (call) => {
        const type = objectTypeOf(call);
        archive(type, propertyOf(type, call.params['name'] ?? ''));
        return { status: 204 };
      },
    },
  ];
}

function isArchivedWanted(call: CrmCall): boolean {
  return call.query.get('archived') === 'true';
}

function noSuch(what: string, name: string, type: ObjectType): CrmRefusal {
  return new CrmRefusal(404, `There is no ${what} named "${name}" on ${type.name}.`, {
    category: 'OBJECT_NOT_FOUND',
  });
}

function alreadyThere(message: string): CrmRefusal {
  return new CrmRefusal(409, message, { category: 'OBJECT_ALREADY_EXISTS' });
}
