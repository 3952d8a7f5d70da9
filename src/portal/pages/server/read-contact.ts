import { HANDOFF } from '../../../domain/property-names.ts';
import { parseInstant } from '../../../domain/instant.ts';
import type { PortalStore } from '../../store/portal-store.ts';
import type { Property } from '../../store/property-table.ts';
import type { ChangeSource, StoredRecord } from '../../store/record-table.ts';
import type {
  ContactRecord,
  Directory,
  PropertyField,
  PropertySection,
  RecordedChange,
  RelatedRecord,
} from '../page-data.ts';
import { personName } from './directory.ts';
import { contactName } from './list-contacts.ts';
import { readActivities } from './read-activities.ts';

/** Baton's property group (design §4): it stands first once it is there. */
const HANDOFF_GROUP = 'lead_handoff';

/** What a person looks for first stands first in Baton's group, as an admin would arrange it in HubSpot. */
const FIRST_IN_HANDOFF: readonly string[] = [
  HANDOFF.status,
  HANDOFF.tier,
  HANDOFF.reason,
  HANDOFF.owner,
  HANDOFF.ownerReason,
  HANDOFF.slaDueAt,
  HANDOFF.slaStatus,
  HANDOFF.nextAction,
  HANDOFF.nextActionDueAt,
];

/** Writes shown of one contact. */
const MOST_CHANGES = 30;

/** The JSON record of the decision: no person reads it on the page. */
const NOT_FOR_PEOPLE: readonly string[] = [HANDOFF.record];

/** Gathers everything on the contact page. */
export function readContact(
  store: PortalStore,
  contact: StoredRecord,
  directory: Directory,
): ContactRecord {
  const values = store.read(contact);
  return {
    id: contact.id,
    name: contactName(contact),
    email: values['email'] ?? '',
    phone: values['phone'] ?? '',
    jobTitle: values['jobtitle'] ?? '',
    stage: values['lifecyclestage'] ?? '',
    ownerId: values['hubspot_owner_id'] ?? '',
    createdAt: contact.createdAt,
    changedAt: contact.updatedAt,
    sections: readSections(store, values),
    activities: readActivities(store, contact.id, directory),
    changes: readChanges(store, contact),
    companies: related(store, contact, 'companies', 'name', [
      ['industry', 'Industry'],
      ['numberofemployees', 'Employees'],
      ['country', 'Country'],
      ['domain', 'Domain'],
    ]),
    deals: related(store, contact, 'deals', 'dealname', [
      ['dealstage', 'Stage'],
      ['amount', 'Amount'],
      ['closedate', 'Close date'],
    ]),
  };
}

/** Every visible property in its group; groups that hold nothing of interest are left out. */
function readSections(
  store: PortalStore,
  values: Readonly<Record<string, string>>,
): readonly PropertySection[] {
  const properties = store.properties
    .all('contacts')
    .filter((property) => !property.archived && !NOT_FOR_PEOPLE.includes(property.name));
  const byGroup = Map.groupBy(properties, ({ groupName }) => groupName);
  return store.properties
    .groups('contacts')
    .filter((group) => !group.archived)
    .toSorted((a, b) => rank(a.name) - rank(b.name) || a.displayOrder - b.displayOrder)
    .map((group) => ({
      name: group.name,
      label: group.label,
      fields: (byGroup.get(group.name) ?? [])
        // A hidden or unset read-only property says nothing to a person.
        .filter((property) => !property.hidden && (isEditable(property) || property.name in values))
        .toSorted((a, b) => place(a) - place(b) || a.label.localeCompare(b.label))
        .map((property) => toField(property, values[property.name] ?? '')),
    }))
    .filter((section) => section.fields.length > 0);
}

function rank(group: string): number {
  return group === HANDOFF_GROUP ? 0 : group === 'contactinformation' ? 1 : 2;
}

/** HubSpot's -1 means "after those with a place of their own". */
function place({ name, displayOrder }: Property): number {
  const first = FIRST_IN_HANDOFF.indexOf(name);
  if (first >= 0) return first - FIRST_IN_HANDOFF.length;
  return displayOrder < 0 ? Number.MAX_SAFE_INTEGER : displayOrder;
}

function isEditable(property: Property): boolean {
  return !property.readOnlyValue && !property.calculated;
}

function toField(property: Property, value: string): PropertyField {
  return {
    name: property.name,
    label: property.label,
    description: property.description,
    type: property.type,
    fieldType: property.fieldType,
    options: property.options
      .filter((option) => !option.hidden)
      .map((option) => ({ value: option.value, label: option.label })),
    isOwner: property.referencedObjectType === 'OWNER' || property.name === 'hubspot_owner_id',
    readOnly: !isEditable(property),
    value,
  };
}

/** What changed, who changed it and when: stages, owner and handoff, one entry per write, newest first. */
function readChanges(store: PortalStore, contact: StoredRecord): readonly RecordedChange[] {
  const told = (name: string): boolean =>
    name === 'lifecyclestage' ||
    name === 'hubspot_owner_id' ||
    (name.startsWith('handoff_') && !NOT_FOR_PEOPLE.includes(name));
  return store
    .history(contact.id)
    .map(({ at, source, values }) => ({
      at,
      by: sourceInWords(store, source),
      values: Object.entries(values)
        .filter(([name]) => told(name))
        .toSorted(([a], [b]) => importance(a) - importance(b))
        .map(([name, value]) => {
          const property = store.properties.find('contacts', name);
          return { label: property?.label ?? name, value: valueInWords(store, property, value) };
        }),
    }))
    .filter((change) => change.values.length > 0)
    .slice(0, MOST_CHANGES);
}

/** Stage and owner first, then what stands first in Baton's group, then the rest as it was written. */
function importance(name: string): number {
  const place = ['lifecyclestage', 'hubspot_owner_id', ...FIRST_IN_HANDOFF].indexOf(name);
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}

function valueInWords(store: PortalStore, property: Property | undefined, value: string): string {
  if (value === '' || property === undefined) return value;
  if (property.referencedObjectType === 'OWNER' || property.name === 'hubspot_owner_id') {
    const owner = store.owners.find(value);
    return owner === undefined ? value : personName(owner);
  }
  if (property.options.length === 0) return value;
  return value
    .split(';')
    .map((part) => property.options.find((option) => option.value === part)?.label ?? part)
    .join(', ');
}

function sourceInWords(store: PortalStore, source: ChangeSource): string {
  const userId = /^userId:(\d+)$/.exec(source.id)?.[1];
  const owner = store.owners.all().find((candidate) => String(candidate.userId) === userId);
  if (owner !== undefined) return personName(owner);
  switch (source.type) {
    case 'INTEGRATION':
      return 'an app (API)';
    case 'IMPORT':
      return 'an import';
    case 'CRM_UI':
      return 'a person';
    case 'CALCULATED':
      return 'HubSpot (calculated)';
    case 'MERGE_OBJECTS':
      return 'a merge';
  }
}

function related(
  store: PortalStore,
  contact: StoredRecord,
  type: 'companies' | 'deals',
  titleProperty: string,
  facts: readonly (readonly [name: string, label: string])[],
): readonly RelatedRecord[] {
  const ids = new Set(store.associations(contact.id, type).map(({ toId }) => toId));
  return [...store.getMany(type, [...ids]).values()].map(({ id, properties }) => ({
    id,
    title: properties[titleProperty] ?? `Without a name (${id})`,
    facts: facts.flatMap(([name, label]) => {
      const value = properties[name];
      if (value === undefined) return [];
      const option = store.properties
        .find(type, name)
        ?.options.find((candidate) => candidate.value === value);
      return [{ label, value: option?.label ?? dateAlone(value) }];
    }),
  }));
}

/** A full timestamp as its UTC date, anything else as it is. */
function dateAlone(value: string): string {
  return /^\d{4}-\d{2}-\d{2}T/.test(value) && parseInstant(value).ok ? value.slice(0, 10) : value;
}
