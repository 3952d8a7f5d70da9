import { instant, toIso } from '../../domain/instant.ts';
import { findObjectType, objectType } from '../store/object-types.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { StoredRecord } from '../store/record-table.ts';

/** Which parts of a record an answer shows. */
export interface RecordView {
  /** Empty: HubSpot's default selection for the type. */
  readonly properties: readonly string[];
  readonly propertiesWithHistory: readonly string[];
  /** Object types whose associations are listed. */
  readonly associations?: readonly string[];
}

/** A record as the objects API writes it. */
export interface WireRecord {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
  readonly [more: string]: unknown;
}

/** Set by HubSpot and told in every answer to a write (recorded for contacts and companies). */
const TOLD_AFTER_WRITE = [
  'createdate',
  'hs_createdate',
  'hs_lastmodifieddate',
  'lastmodifieddate',
  'hs_object_id',
  'hs_object_source',
  'hs_object_source_id',
  'hs_object_source_label',
  'hs_pipeline',
  'hs_is_contact',
  'hs_is_unworked',
  'lifecyclestage',
] as const;

/**
 * A record for a read: its id, its two dates and what was asked for, sorted by name. A known property without a value is
 * null; a name the portal does not know is left out (unconfirmed at HubSpot).
 */
export function presentRecord(
  store: PortalStore,
  record: StoredRecord,
  view: RecordView,
): WireRecord {
  const type = objectType(record.type);
  const values = store.read(record);
  const asked = view.properties.length > 0 ? view.properties : type.defaultProperties;
  const names = new Set<string>([
    type.createdProperty,
    type.modifiedProperty,
    'hs_object_id',
    ...[...asked, ...view.propertiesWithHistory]
      .map((name) => name.toLowerCase())
      .filter((name) => store.properties.find(record.type, name)?.archived === false),
  ]);
  const properties: Record<string, string | null> = {};
  for (const name of [...names].sort()) properties[name] = values[name] ?? null;
  return {
    ...frame(record, properties),
    ...(view.propertiesWithHistory.length > 0
      ? { propertiesWithHistory: historyOf(store, record, view.propertiesWithHistory) }
      : {}),
    ...associationsOf(store, record, view.associations ?? []),
  };
}

/** A record for the answer to its creation: everything that is set, but for the stage stamps (recorded). */
export function presentCreated(store: PortalStore, record: StoredRecord): WireRecord {
  const set = Object.entries(store.read(record)).filter(
    ([name]) => !/^hs_(v2_|lifecyclestage_)/.test(name),
  );
  return frame(record, sorted(set));
}

/** A record for the answer to an update: what was written and what HubSpot set, not the rest (recorded). */
export function presentUpdated(
  store: PortalStore,
  record: StoredRecord,
  written: readonly string[],
): WireRecord {
  const values = store.read(record);
  const names = new Set([...TOLD_AFTER_WRITE, ...written.map((name) => name.toLowerCase())]);
  const told = [...names]
    .map((name): readonly [string, string | null] => [name, values[name] ?? null])
    .filter(([name, value]) => value !== null || written.includes(name));
  return frame(record, sorted(told));
}

function sorted(
  entries: readonly (readonly [string, string | null])[],
): Record<string, string | null> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function frame(record: StoredRecord, properties: Record<string, string | null>): WireRecord {
  return {
    id: record.id,
    properties,
    createdAt: toIso(instant(record.createdAt)),
    updatedAt: toIso(instant(record.updatedAt)),
    archived: record.archivedAt !== null,
    ...(record.archivedAt === null ? {} : { archivedAt: toIso(instant(record.archivedAt)) }),
  };
}

function historyOf(
  store: PortalStore,
  record: StoredRecord,
  names: readonly string[],
): Record<string, unknown[]> {
  const history: Record<string, unknown[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (const { at, source, values } of store.history(record.id))
    for (const name of names) {
      const value = values[name];
      if (value === undefined) continue;
      const userId = /^userId:(\d+)$/.exec(source.id)?.[1];
      history[name]?.push({
        value,
        timestamp: toIso(instant(at)),
        sourceType: source.type,
        sourceId: source.id,
        ...(userId === undefined ? {} : { updatedByUserId: Number(userId) }),
      });
    }
  return history;
}

function associationsOf(
  store: PortalStore,
  record: StoredRecord,
  wanted: readonly string[],
): { associations?: Record<string, unknown> } {
  const found: Record<string, unknown> = {};
  for (const alias of wanted) {
    const to = findObjectType(alias);
    if (to === undefined) continue;
    const ids = [...new Set(store.associations(record.id, to.name).map(({ toId }) => toId))];
    if (ids.length > 0)
      found[to.name] = {
        results: ids.map((id) => ({
          id,
          type: `${objectType(record.type).singular}_to_${to.singular}`,
        })),
      };
  }
  return Object.keys(found).length === 0 ? {} : { associations: found };
}
