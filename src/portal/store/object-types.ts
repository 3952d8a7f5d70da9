/** One kind of CRM record the portal keeps. */
export interface ObjectType {
  /** The plural name of HubSpot's paths, e.g. `contacts`. */
  readonly name: ObjectTypeName;
  /** HubSpot's object type id, e.g. `0-1`. */
  readonly id: string;
  /** The singular name, as webhook subscriptions and messages use it, e.g. `contact`. */
  readonly singular: string;
  /** The property that holds the creation time. */
  readonly createdProperty: 'createdate' | 'hs_createdate';
  /** The property that holds the last change; contacts differ from all others (hubspot §8.3). */
  readonly modifiedProperty: 'lastmodifieddate' | 'hs_lastmodifieddate';
  /** What a read without `properties` returns besides the id and the two dates. */
  readonly defaultProperties: readonly string[];
  /** Properties that a free-text search looks into. */
  readonly searchable: readonly string[];
  /** Properties a record cannot be created without. */
  readonly required: readonly string[];
}

/** The plural names of the object types the portal knows. */
export type ObjectTypeName =
  | 'contacts'
  | 'companies'
  | 'deals'
  | 'tasks'
  | 'notes'
  | 'calls'
  | 'emails'
  | 'meetings'
  | 'communications'
  | 'users';

const engagement = {
  createdProperty: 'hs_createdate',
  modifiedProperty: 'hs_lastmodifieddate',
  defaultProperties: [],
  required: ['hs_timestamp'],
} as const;

/** Every object type, with the ids HubSpot gives them. */
export const OBJECT_TYPES: readonly ObjectType[] = [
  {
    name: 'contacts',
    id: '0-1',
    singular: 'contact',
    createdProperty: 'createdate',
    modifiedProperty: 'lastmodifieddate',
    defaultProperties: ['email', 'firstname', 'lastname'],
    searchable: ['firstname', 'lastname', 'email', 'phone', 'company'],
    required: [],
  },
  {
    name: 'companies',
    id: '0-2',
    singular: 'company',
    createdProperty: 'createdate',
    modifiedProperty: 'hs_lastmodifieddate',
    defaultProperties: ['domain', 'name'],
    searchable: ['name', 'domain', 'phone', 'website'],
    required: [],
  },
  {
    name: 'deals',
    id: '0-3',
    singular: 'deal',
    createdProperty: 'createdate',
    modifiedProperty: 'hs_lastmodifieddate',
    defaultProperties: ['amount', 'closedate', 'dealname', 'dealstage', 'pipeline'],
    searchable: ['dealname', 'pipeline', 'dealstage', 'description'],
    required: ['dealname'],
  },
  {
    ...engagement,
    name: 'tasks',
    id: '0-27',
    singular: 'task',
    searchable: ['hs_task_subject', 'hs_task_body'],
  },
  { ...engagement, name: 'notes', id: '0-46', singular: 'note', searchable: ['hs_note_body'] },
  {
    ...engagement,
    name: 'calls',
    id: '0-48',
    singular: 'call',
    searchable: ['hs_call_title', 'hs_call_body'],
  },
  {
    ...engagement,
    name: 'emails',
    id: '0-49',
    singular: 'email',
    searchable: ['hs_email_subject', 'hs_email_text'],
  },
  {
    ...engagement,
    name: 'meetings',
    id: '0-47',
    singular: 'meeting',
    searchable: ['hs_meeting_title', 'hs_meeting_body'],
  },
  {
    ...engagement,
    name: 'communications',
    id: '0-18',
    singular: 'communication',
    searchable: ['hs_communication_body'],
  },
  {
    ...engagement,
    name: 'users',
    id: '0-115',
    singular: 'user',
    searchable: ['hs_email', 'hs_given_name', 'hs_family_name'],
    required: [],
  },
];

const ALIASES: ReadonlyMap<string, ObjectType> = new Map(
  OBJECT_TYPES.flatMap((type) =>
    [type.name, type.singular, type.id].map((alias) => [alias, type] as const),
  ),
);

/**
 * Finds an object type by its plural or singular name in any case, or by its id: HubSpot accepts `Deal`,
 * `deals` and `0-3` alike (recorded).
 */
export function findObjectType(alias: string): ObjectType | undefined {
  return ALIASES.get(alias.toLowerCase());
}

/** The object type of that plural name. */
export function objectType(name: ObjectTypeName): ObjectType {
  const type = ALIASES.get(name);
  if (type === undefined) throw new Error(`No object type is called ${name}`);
  return type;
}
