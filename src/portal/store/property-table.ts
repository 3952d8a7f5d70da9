import type { Database } from './open-database.ts';
import type { ObjectTypeName } from './object-types.ts';

/** One choice of an enumeration. */
export interface PropertyOption {
  readonly label: string;
  readonly value: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
  readonly description?: string;
}

/** The data types HubSpot's properties API knows. */
export type PropertyType =
  'bool' | 'date' | 'datetime' | 'enumeration' | 'number' | 'phone_number' | 'string';

/** A property definition, with the fields HubSpot answers (recorded: `ticket_create_property`). */
export interface Property {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly groupName: string;
  readonly type: PropertyType;
  readonly fieldType: string;
  readonly options: readonly PropertyOption[];
  readonly displayOrder: number;
  readonly hasUniqueValue: boolean;
  readonly hidden: boolean;
  readonly formField: boolean;
  readonly calculated: boolean;
  readonly externalOptions: boolean;
  readonly referencedObjectType?: string;
  readonly archived: boolean;
  /** True for HubSpot's own properties. */
  readonly hubspotDefined: boolean;
  readonly readOnlyValue: boolean;
  /** Epoch milliseconds; null for HubSpot's own. */
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
}

/** A property group. */
export interface PropertyGroup {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly archived: boolean;
}

/** Property definitions and groups; reads come from memory, writes go through to the database. */
export interface PropertyTable {
  /** The definition, archived or not. */
  find(type: ObjectTypeName, name: string): Property | undefined;
  all(type: ObjectTypeName): readonly Property[];
  save(type: ObjectTypeName, property: Property): void;
  findGroup(type: ObjectTypeName, name: string): PropertyGroup | undefined;
  groups(type: ObjectTypeName): readonly PropertyGroup[];
  saveGroup(type: ObjectTypeName, group: PropertyGroup): void;
  /** Reads everything anew, after a rollback or a reset. */
  reload(): void;
}

/** Binds the property tables of a database. */
export function createPropertyTable(database: Database): PropertyTable {
  const save = database.prepare('INSERT OR REPLACE INTO properties VALUES (?, ?, ?)');
  const saveGroup = database.prepare(
    'INSERT OR REPLACE INTO property_groups VALUES (?, ?, ?, ?, ?)',
  );
  let properties = new Map<string, Map<string, Property>>();
  let groups = new Map<string, Map<string, PropertyGroup>>();

  function reload(): void {
    properties = new Map();
    groups = new Map();
    for (const row of database.prepare('SELECT * FROM properties').all()) {
      const property = JSON.parse(row['definition'] as string) as Property;
      of(properties, row['type'] as string).set(property.name, property);
    }
    for (const row of database.prepare('SELECT * FROM property_groups').all())
      of(groups, row['type'] as string).set(row['name'] as string, {
        name: row['name'] as string,
        label: row['label'] as string,
        displayOrder: Number(row['display_order']),
        archived: row['archived'] === 1,
      });
  }
  reload();

  return {
    find: (type, name) => of(properties, type).get(name),
    all: (type) => [...of(properties, type).values()],
    save: (type, property) => {
      save.run(type, property.name, JSON.stringify(property));
      of(properties, type).set(property.name, property);
    },
    findGroup: (type, name) => of(groups, type).get(name),
    groups: (type) => [...of(groups, type).values()],
    saveGroup: (type, group) => {
      saveGroup.run(type, group.name, group.label, group.displayOrder, group.archived ? 1 : 0);
      of(groups, type).set(group.name, group);
    },
    reload,
  };
}

function of<T>(byType: Map<string, Map<string, T>>, type: string): Map<string, T> {
  let inner = byType.get(type);
  if (inner === undefined) {
    inner = new Map();
    byType.set(type, inner);
  }
  return inner;
}
