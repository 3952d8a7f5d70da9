import type { ObjectType } from '../store/object-types.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { Property, PropertyOption, PropertyType } from '../store/property-table.ts';
import { CrmRefusal, validationError } from '../wire/crm-refusal.ts';
import { listOf, objectOf, textOf } from './read-body.ts';

/** Field types that each data type may have (hubspot §8.4). */
const FIELD_TYPES: Readonly<Record<PropertyType, readonly string[]>> = {
  bool: ['booleancheckbox', 'calculation_equation'],
  date: ['date'],
  datetime: ['date'],
  enumeration: ['booleancheckbox', 'checkbox', 'radio', 'select', 'calculation_equation'],
  number: ['number', 'calculation_equation'],
  phone_number: ['phonenumber'],
  string: ['file', 'html', 'phonenumber', 'text', 'textarea', 'calculation_equation'],
};

/** Most properties with unique values on one object type (hubspot §8.4). */
const MAX_UNIQUE = 10;

/** Makes a custom property from a request's fields; 400 for a definition HubSpot would not take, 409 for a taken name. */
export function defineProperty(
  store: PortalStore,
  type: ObjectType,
  sent: Readonly<Record<string, unknown>>,
): Property {
  const name = textOf(sent['name']);
  const label = textOf(sent['label']);
  const groupName = textOf(sent['groupName']);
  const fieldType = textOf(sent['fieldType']);
  const dataType = textOf(sent['type']);
  const missing = Object.entries({ name, label, groupName, fieldType, type: dataType })
    .filter(([, value]) => value === '')
    .map(([field]) => field);
  if (missing.length > 0)
    throw validationError(`Invalid property definition: ${missing.join(', ')} must be set.`);
  if (!/^[a-z][a-z0-9_]{0,99}$/.test(name))
    throw validationError(
      `Property name ${name} must start with a letter and hold only lower-case letters, digits and underscores.`,
    );
  if (!isPropertyType(dataType))
    throw validationError(
      `Property type ${dataType} is not one of ${Object.keys(FIELD_TYPES).join(', ')}.`,
    );
  if (!FIELD_TYPES[dataType].includes(fieldType))
    throw validationError(
      `Field type ${fieldType} does not go with type ${dataType}; use one of ${FIELD_TYPES[dataType].join(', ')}.`,
    );
  if (store.properties.findGroup(type.name, groupName)?.archived !== false)
    throw validationError(`Property group ${groupName} does not exist on ${type.name}.`);
  const present = store.properties.find(type.name, name);
  if (present?.archived === false)
    throw new CrmRefusal(409, `A property named '${name}' already exists.`, {
      category: 'OBJECT_ALREADY_EXISTS',
    });
  const hasUniqueValue = sent['hasUniqueValue'] === true;
  const unique = store.properties.all(type.name).filter((property) => property.hasUniqueValue);
  if (hasUniqueValue && unique.length >= MAX_UNIQUE)
    throw validationError(
      `At most ${MAX_UNIQUE} properties of ${type.name} may have unique values.`,
    );
  const options = optionsOf(sent['options']);
  if (
    dataType === 'bool' &&
    options
      .map(({ value }) => value)
      .sort()
      .join() !== 'false,true'
  )
    throw validationError('A bool property needs the two options true and false.');
  const referencedObjectType = textOf(sent['referencedObjectType']);
  const now = store.clock.now();
  const property: Property = {
    name,
    label,
    description: textOf(sent['description']),
    groupName,
    type: dataType,
    fieldType,
    options,
    displayOrder: Number(sent['displayOrder'] ?? -1),
    hasUniqueValue,
    hidden: sent['hidden'] === true,
    formField: sent['formField'] === true,
    calculated: false,
    externalOptions: sent['externalOptions'] === true,
    ...(referencedObjectType === '' ? {} : { referencedObjectType }),
    archived: false,
    hubspotDefined: false,
    readOnlyValue: false,
    createdAt: now,
    updatedAt: now,
  };
  store.properties.save(type.name, property);
  return property;
}

/** Changes a property's label, description, group, options, order or visibility; its uniqueness is fixed. */
export function changeProperty(
  store: PortalStore,
  type: ObjectType,
  property: Property,
  sent: Readonly<Record<string, unknown>>,
): Property {
  const groupName = textOf(sent['groupName']);
  if (groupName !== '' && store.properties.findGroup(type.name, groupName)?.archived !== false)
    throw validationError(`Property group ${groupName} does not exist on ${type.name}.`);
  const changed: Property = {
    ...property,
    label: textOf(sent['label']) || property.label,
    description: 'description' in sent ? textOf(sent['description']) : property.description,
    groupName: groupName || property.groupName,
    options: 'options' in sent ? optionsOf(sent['options']) : property.options,
    displayOrder: Number(sent['displayOrder'] ?? property.displayOrder),
    hidden: typeof sent['hidden'] === 'boolean' ? sent['hidden'] : property.hidden,
    formField: typeof sent['formField'] === 'boolean' ? sent['formField'] : property.formField,
    updatedAt: store.clock.now(),
  };
  store.properties.save(type.name, changed);
  return changed;
}

function isPropertyType(text: string): text is PropertyType {
  return Object.hasOwn(FIELD_TYPES, text);
}

function optionsOf(raw: unknown): readonly PropertyOption[] {
  const options = listOf(raw).map((item, i) => {
    const { label, value, displayOrder, hidden, description } = objectOf(item);
    const option: PropertyOption = {
      label: textOf(label),
      value: textOf(value),
      displayOrder: Number(displayOrder ?? i),
      hidden: hidden === true,
      ...(typeof description === 'string' ? { description } : {}),
    };
    if (option.label === '' || option.value === '')
      throw validationError('Every option needs a label and a value.');
    return option;
  });
  const values = options.map(({ value }) => value);
  const twice = values.find((value, i) => values.indexOf(value) !== i);
  if (twice !== undefined) throw validationError(`Option value ${twice} is given twice.`);
  return options;
}
