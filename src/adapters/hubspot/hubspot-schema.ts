import type { CrmSchema, PropertyDefinition } from '../../application/ports/crm.ts';
import { OBJECT_BATCH_SIZE } from './crm-records.ts';
import type { HubspotCaller } from './hubspot-apis.ts';
import { HubspotRefusedError } from './hubspot-errors.ts';
import { inBatches } from './in-batches.ts';
import { createPropertyApis, type PropertyApis } from './property-apis.ts';
import { writeBatch } from './write-batch.ts';

type WireProperty = Awaited<ReturnType<PropertyApis['properties']['getAll']>>['results'][number];

/** HubSpot's answer to a name that is taken. */
const CONFLICT = 409;

/** Property definitions and groups over HubSpot's API. */
export function createHubspotSchema(caller: HubspotCaller): CrmSchema {
  const apis = createPropertyApis(caller);
  return {
    readProperties: async (objectType) => {
      const { results } = await apis.properties.getAll(objectType);
      return new Map(results.map((wire) => [wire.name, toDefinition(wire)]));
    },
    createGroup: async (objectType, name, label) => {
      const { results } = await apis.groups.getAll(objectType);
      if (results.some((group) => group.name === name)) return 'present';
      try {
        await apis.groups.create(objectType, { name, label });
        return 'created';
      } catch (error) {
        if (error instanceof HubspotRefusedError && error.failure.status === CONFLICT) {
          return 'present';
        }
        throw error;
      }
    },
    createProperties: async (objectType, definitions) => {
      const inputs = definitions.map((definition) => ({
        key: definition.name,
        properties: {},
        definition,
      }));
      const batches = await inBatches(inputs, OBJECT_BATCH_SIZE, (batch) =>
        writeBatch(batch, async (part) => {
          const { results, ...rest } = await apis.batch.create(objectType, {
            inputs: part.map(({ definition }) => toWire(definition)),
          });
          const errors = 'errors' in rest ? (rest.errors ?? []) : [];
          return {
            results: results.map(({ name }) => ({ key: name, id: name })),
            errors: errors.map(({ category, message, context }) => ({
              keys: context['name'] ?? [],
              category,
              message,
            })),
          };
        }),
      );
      return batches.flat();
    },
    updateProperty: async (objectType, name, change) => {
      const { options, ...rest } = change;
      await apis.properties.update(objectType, name, {
        ...rest,
        ...(options === undefined ? {} : { options: options.map(toOption) }),
      });
    },
    archiveProperties: async (objectType, names) => {
      await inBatches(names, OBJECT_BATCH_SIZE, (batch) =>
        apis.batch.archive(objectType, { inputs: batch.map((name) => ({ name })) }),
      );
    },
  };
}

function toWire(definition: PropertyDefinition) {
  const { options, ...rest } = definition;
  return {
    ...rest,
    ...(options === undefined ? {} : { options: options.map(toOption) }),
  };
}

function toOption(option: NonNullable<PropertyDefinition['options']>[number]) {
  return { ...option, hidden: false };
}

function toDefinition(wire: WireProperty): PropertyDefinition {
  return {
    name: wire.name,
    label: wire.label,
    description: wire.description,
    groupName: wire.groupName,
    // HubSpot's own properties may have further types, such as phone_number; Baton's never do, and only those are compared.
    type: wire.type as PropertyDefinition['type'],
    fieldType: wire.fieldType as PropertyDefinition['fieldType'],
    options: wire.options.map(({ label, value, displayOrder }, index) => ({
      label,
      value,
      displayOrder: displayOrder ?? index,
    })),
    hidden: wire.hidden ?? false,
    hasUniqueValue: wire.hasUniqueValue ?? false,
    externalOptions: wire.externalOptions ?? false,
    ...(wire.referencedObjectType === 'OWNER' ? { referencedObjectType: 'OWNER' } : {}),
  };
}
