import type { PortalStore } from '../store/portal-store.ts';
import type { Property } from '../store/property-table.ts';

/** Where the values of one CSV column go. */
export interface ImportColumn {
  readonly header: string;
  /** null: the column is not a value of the contact (record id) or has no name, and is skipped. */
  readonly property: Property | null;
  /** True when the column made a new custom property. */
  readonly isNew: boolean;
}

/** The group that new custom properties from imports are put into. */
export const IMPORT_GROUP = { name: 'imported_columns', label: 'Imported columns' } as const;

const MAX_NAME_LENGTH = 80;

/** Column headers of HubSpot's export that name the record itself. */
const RECORD_ID_HEADERS = new Set(['record id', 'record_id', 'hs_object_id', 'contact id']);

/**
 * Matches headers with properties: by internal name, then by label without case; any other header becomes a custom text
 * property in the group "Imported columns". Two headers that lead to the same property are a fault of the file.
 */
export function matchColumns(
  store: PortalStore,
  headers: readonly string[],
): readonly ImportColumn[] {
  const taken = new Map<string, string>();
  return headers.map((raw) => {
    const header = raw.trim();
    const column = matchColumn(store, header);
    if (column.property !== null) {
      const other = taken.get(column.property.name);
      if (other !== undefined)
        throw new Error(
          `Columns "${other}" and "${header}" both hold ${column.property.label} (${column.property.name}); remove or rename one`,
        );
      taken.set(column.property.name, header);
    }
    return column;
  });
}

function matchColumn(store: PortalStore, header: string): ImportColumn {
  const skipped = { header, property: null, isNew: false };
  if (header === '' || RECORD_ID_HEADERS.has(header.toLowerCase())) return skipped;
  const live = store.properties.all('contacts').filter(({ archived }) => !archived);
  const known =
    live.find(({ name }) => name === header.toLowerCase()) ??
    live.find(({ label, hidden }) => !hidden && label.toLowerCase() === header.toLowerCase());
  if (known !== undefined) return { header, property: known, isNew: false };
  const name = propertyName(header);
  const present = store.properties.find('contacts', name);
  if (present?.archived === false) return { header, property: present, isNew: false };
  return { header, property: addCustomProperty(store, name, header), isNew: true };
}

/** A HubSpot name for a header: lower case, letters, digits and underscores, starting with a letter. */
export function propertyName(header: string): string {
  const plain = header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, MAX_NAME_LENGTH);
  if (plain === '') return 'column';
  return /^[a-z]/.test(plain) ? plain : `column_${plain}`;
}

function addCustomProperty(store: PortalStore, name: string, label: string): Property {
  if (store.properties.findGroup('contacts', IMPORT_GROUP.name) === undefined)
    store.properties.saveGroup('contacts', { ...IMPORT_GROUP, displayOrder: 99, archived: false });
  const now = store.clock.now();
  const property: Property = {
    name,
    label,
    description: 'Made by an import: no property had this name or label.',
    groupName: IMPORT_GROUP.name,
    type: 'string',
    fieldType: 'text',
    options: [],
    displayOrder: -1,
    hasUniqueValue: false,
    hidden: false,
    formField: false,
    calculated: false,
    externalOptions: false,
    archived: false,
    hubspotDefined: false,
    readOnlyValue: false,
    createdAt: now,
    updatedAt: now,
  };
  store.properties.save('contacts', property);
  return property;
}
