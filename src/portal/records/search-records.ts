import { parseInstant, type Instant } from '../../domain/instant.ts';
import type { AssociationTable } from '../store/association-table.ts';
import { findObjectType, objectType, type ObjectTypeName } from '../store/object-types.ts';
import type { PropertyTable } from '../store/property-table.ts';
import type { RecordTable, ScannedRecord, StoredRecord } from '../store/record-table.ts';
import { OVERDUE_VALUES, overdueValues } from './derived-values.ts';

/** The operators of a search filter. */
export const SEARCH_OPERATORS = [
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'IN',
  'NOT_IN',
  'HAS_PROPERTY',
  'NOT_HAS_PROPERTY',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
] as const;

/** One filter of a search; values are text. */
export interface SearchFilter {
  readonly propertyName: string;
  readonly operator: (typeof SEARCH_OPERATORS)[number];
  readonly value?: string | undefined;
  readonly highValue?: string | undefined;
  readonly values?: readonly string[] | undefined;
}

/** A search: groups are joined by OR, the filters of a group by AND. */
export interface SearchQuery {
  readonly type: ObjectTypeName;
  readonly groups: readonly (readonly SearchFilter[])[];
  readonly text?: string | undefined;
  readonly sort?: { readonly name: string; readonly descending: boolean } | undefined;
}

/** What searching reads. */
export interface SearchParts {
  readonly records: RecordTable;
  readonly properties: PropertyTable;
  readonly associations: AssociationTable;
  readonly now: Instant;
  /** Records the index does not know the present state of, as it saw them last; null: not yet seen. */
  readonly stale: ReadonlyMap<string, StoredRecord | null>;
}

/** Ids of the records that match, sorted as asked or else by id. */
export function searchRecords(query: SearchQuery, parts: SearchParts): readonly string[] {
  const type = objectType(query.type);
  const words = (query.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const names = new Set(query.groups.flat().map(({ propertyName }) => propertyName));
  if (words.length > 0) for (const name of type.searchable) names.add(name);
  if (query.sort !== undefined) names.add(query.sort.name);
  const needed = [...names].filter((name) => !name.startsWith('associations.'));
  const found = indexed(query.type, needed, parts).filter(
    (record) =>
      holdsText(record, words, type.searchable) &&
      (query.groups.length === 0 ||
        query.groups.some((group) => group.every((filter) => holds(record, filter, query, parts)))),
  );
  if (query.sort !== undefined) {
    const { name, descending } = query.sort;
    found.sort(
      (a, b) =>
        compareValues(a.values[name] ?? '', b.values[name] ?? '') * (descending ? -1 : 1) ||
        Number(a.id) - Number(b.id),
    );
  }
  return found.map(({ id }) => id);
}

/** The records as the index knows them: it trails behind writes. */
function indexed(type: ObjectTypeName, names: readonly string[], parts: SearchParts): Scanned[] {
  const overdue = type === 'tasks' && OVERDUE_VALUES.names.some((name) => names.includes(name));
  const columns = overdue ? [...new Set([...names, ...OVERDUE_VALUES.from])] : names;
  const present = parts.records.scan(type, columns);
  const known: Scanned[] = present.filter(({ id }) => !parts.stale.has(id));
  for (const before of parts.stale.values())
    if (before !== null && before.type === type && before.archivedAt === null)
      known.push({
        id: before.id,
        values: Object.fromEntries(columns.map((name) => [name, before.properties[name] ?? null])),
      });
  known.sort((a, b) => Number(a.id) - Number(b.id));
  return overdue
    ? known.map(({ id, values }) => ({
        id,
        values: { ...values, ...overdueValues(values, parts.now) },
      }))
    : known;
}

type Scanned = ScannedRecord;

function holdsText(
  record: Scanned,
  words: readonly string[],
  searchable: readonly string[],
): boolean {
  if (words.length === 0) return true;
  const text = searchable
    .map((name) => record.values[name] ?? '')
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

function holds(
  record: Scanned,
  filter: SearchFilter,
  query: SearchQuery,
  parts: SearchParts,
): boolean {
  if (filter.propertyName.startsWith('associations.')) {
    const to = findObjectType(filter.propertyName.slice('associations.'.length));
    if (to === undefined) return false;
    const ids = parts.associations.of(record.id, to.name).map(({ toId }) => toId);
    return filter.operator === 'IN'
      ? (filter.values ?? []).some((id) => ids.includes(id))
      : ids.includes(filter.value ?? '');
  }
  const property = parts.properties.find(query.type, filter.propertyName);
  const isMultiple = property?.fieldType === 'checkbox';
  return matches(record.values[filter.propertyName] ?? null, filter, isMultiple);
}

/** Whether a value satisfies a filter; every operator but the NOT ones is false on an unset value. */
export function matches(
  value: string | null,
  filter: Omit<SearchFilter, 'propertyName'>,
  isMultiple = false,
): boolean {
  const wanted = filter.value ?? '';
  if (value === null || value === '')
    return ['NOT_HAS_PROPERTY', 'NEQ', 'NOT_IN', 'NOT_CONTAINS_TOKEN'].includes(filter.operator);
  const parts = isMultiple ? value.split(';') : [value];
  const equals = (other: string): boolean => parts.some((part) => compareValues(part, other) === 0);
  switch (filter.operator) {
    case 'HAS_PROPERTY':
      return true;
    case 'NOT_HAS_PROPERTY':
      return false;
    case 'EQ':
      return equals(wanted);
    case 'NEQ':
      return !equals(wanted);
    case 'IN':
      return (filter.values ?? []).some(equals);
    case 'NOT_IN':
      return !(filter.values ?? []).some(equals);
    case 'LT':
      return compareValues(value, wanted) < 0;
    case 'LTE':
      return compareValues(value, wanted) <= 0;
    case 'GT':
      return compareValues(value, wanted) > 0;
    case 'GTE':
      return compareValues(value, wanted) >= 0;
    case 'BETWEEN':
      return compareValues(value, wanted) >= 0 && compareValues(value, filter.highValue ?? '') <= 0;
    case 'CONTAINS_TOKEN':
      return containsToken(value, wanted);
    case 'NOT_CONTAINS_TOKEN':
      return !containsToken(value, wanted);
  }
}

/** Numbers as numbers, dates (ISO or epoch milliseconds) as instants, the rest as text without case. */
function compareValues(a: string, b: string): number {
  const numberA = orderable(a);
  const numberB = orderable(b);
  if (numberA !== undefined && numberB !== undefined) return numberA - numberB;
  const textA = a.toLowerCase();
  const textB = b.toLowerCase();
  return textA < textB ? -1 : textA > textB ? 1 : 0;
}

function orderable(text: string): number | undefined {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const at = parseInstant(text);
  return at.ok ? at.value : undefined;
}

/** Words are runs of letters and digits; `*` stands for any run of characters within a word. */
function containsToken(value: string, wanted: string): boolean {
  const words = value.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return wanted
    .toLowerCase()
    .split(/[^\p{L}\p{N}*]+/u)
    .filter((token) => token !== '' && token !== '*')
    .every((token) => {
      const pieces = token.split('*').map((piece) => piece.replaceAll(/[^\p{L}\p{N}]/gu, ''));
      const pattern = new RegExp(`^${pieces.join('.*')}$`, 'u');
      return words.some((word) => pattern.test(word));
    });
}
