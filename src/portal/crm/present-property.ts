import { instant, toIso } from '../../domain/instant.ts';
import type { Property, PropertyGroup } from '../store/property-table.ts';

/** A property definition with the fields HubSpot answers (recorded). */
export function presentProperty(property: Property): Readonly<Record<string, unknown>> {
  const { hubspotDefined, readOnlyValue, createdAt, updatedAt, ...definition } = property;
  return {
    ...definition,
    ...(hubspotDefined ? { hubspotDefined } : {}),
    ...(createdAt === null ? {} : { createdAt: toIso(instant(createdAt)) }),
    ...(updatedAt === null ? {} : { updatedAt: toIso(instant(updatedAt)) }),
    modificationMetadata: {
      archivable: !hubspotDefined,
      readOnlyDefinition: hubspotDefined,
      readOnlyValue,
    },
    dataSensitivity: 'non_sensitive',
  };
}

/** A property group as HubSpot answers it. */
export function presentGroup(group: PropertyGroup): Readonly<Record<string, unknown>> {
  return { ...group };
}
