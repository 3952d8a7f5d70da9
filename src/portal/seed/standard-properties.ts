import { objectType, OBJECT_TYPES, type ObjectTypeName } from '../store/object-types.ts';
import type { Property, PropertyTable, PropertyType } from '../store/property-table.ts';
import type { PropertySpec } from './property-spec.ts';
import { STANDARD_GROUPS, standardSpecs } from './standard-property-specs.ts';

/** Adds the standard groups and property definitions that the portal knows to an empty property table. */
export function addStandardProperties(properties: PropertyTable): void {
  for (const { name: type } of OBJECT_TYPES) {
    STANDARD_GROUPS[type].forEach(([name, label], displayOrder) => {
      properties.saveGroup(type, { name, label, displayOrder, archived: false });
    });
    for (const spec of standardSpecs(type)) properties.save(type, toProperty(type, spec));
  }
}

const FIELD_TYPES: Readonly<Record<PropertyType, string>> = {
  bool: 'booleancheckbox',
  date: 'date',
  datetime: 'date',
  enumeration: 'select',
  number: 'number',
  phone_number: 'phonenumber',
  string: 'text',
};

function toProperty(type: ObjectTypeName, spec: PropertySpec): Property {
  const options = spec.options ?? (spec.type === 'bool' ? { true: 'Yes', false: 'No' } : {});
  return {
    name: spec.name,
    label: spec.label,
    description: spec.description ?? '',
    groupName:
      spec.group ?? STANDARD_GROUPS[type][0]?.[0] ?? `${objectType(type).singular}information`,
    type: spec.type ?? 'string',
    fieldType: spec.fieldType ?? FIELD_TYPES[spec.type ?? 'string'],
    options: Object.entries(options).map(([value, label], displayOrder) => ({
      label,
      value,
      displayOrder,
      hidden: false,
    })),
    displayOrder: -1,
    hasUniqueValue: spec.unique === true,
    hidden: spec.hidden === true,
    formField: false,
    calculated: spec.readOnly === true,
    externalOptions: spec.owner === true,
    ...(spec.owner === true ? { referencedObjectType: 'OWNER' } : {}),
    archived: false,
    hubspotDefined: true,
    readOnlyValue: spec.readOnly === true,
    createdAt: null,
    updatedAt: null,
  };
}
