import { createAssociationWriter } from '../records/associate-records.ts';
import type { ChangeEvent } from '../records/change-event.ts';
import { readableValues } from '../records/derived-values.ts';
import { mergeContacts } from '../records/merge-contacts.ts';
import type { SentValues } from '../records/property-values.ts';
import { createRecordWriter } from '../records/record-writer.ts';
import { createSearchLag } from '../records/search-lag.ts';
import { searchRecords, type SearchQuery } from '../records/search-records.ts';
import { createAssociationTable, type Association } from './association-table.ts';
import { defaultAssociationType, type AssociationType } from './association-types.ts';
import { createEventTable, type EventTable } from './event-table.ts';
import { createListTable, type ListTable } from './list-table.ts';
import type { ObjectTypeName } from './object-types.ts';
import { emptyDatabase, type Database } from './open-database.ts';
import { createOwnerTable, type OwnerTable } from './owner-table.ts';
import { createPortalClock, type PortalClock } from './portal-clock.ts';
import { createPropertyTable, type PropertyTable } from './property-table.ts';
import {
  createRecordTable,
  type ChangeSet,
  type ChangeSource,
  type StoredRecord,
} from './record-table.ts';

/** Everything the portal knows, and the only way to change it. All methods are synchronous. */
export interface PortalStore {
  readonly portalId: number;
  readonly clock: PortalClock;
  readonly properties: PropertyTable;
  readonly owners: OwnerTable;
  readonly lists: ListTable;
  /** What happened to records, such as page views. */
  readonly occurrences: EventTable;
  /** Runs all or nothing; events are told after the commit. A call inside another joins it. */
  transaction<T>(work: () => T): T;
  /** A live record; the id of a merged contact leads to its survivor. */
  get(type: ObjectTypeName, id: string): StoredRecord | undefined;
  /** Live records by the id asked for. */
  getMany(type: ObjectTypeName, ids: readonly string[]): ReadonlyMap<string, StoredRecord>;
  /** A live record by the value of a unique property. */
  findBy(type: ObjectTypeName, name: string, value: string): StoredRecord | undefined;
  getArchived(type: ObjectTypeName, id: string): StoredRecord | undefined;
  list(query: {
    readonly type: ObjectTypeName;
    readonly after?: number;
    readonly limit: number;
    readonly archived?: boolean;
  }): readonly StoredRecord[];
  count(type: ObjectTypeName): number;
  /** Values as a reader sees them at the portal's present time. */
  read(record: StoredRecord): Readonly<Record<string, string>>;
  /** Every write to a record, newest first. */
  history(id: string): readonly ChangeSet[];
  /** Ids that match; with `trailing` as HubSpot's search answers, seconds behind; else exactly. */
  search(query: SearchQuery, options?: { readonly trailing: boolean }): readonly string[];
  create(type: ObjectTypeName, sent: SentValues, source: ChangeSource): StoredRecord;
  update(record: StoredRecord, sent: SentValues, source: ChangeSource): StoredRecord;
  archive(record: StoredRecord, source: ChangeSource): void;
  restore(record: StoredRecord, source: ChangeSource): void;
  erase(record: StoredRecord, source: ChangeSource): void;
  merge(
    pair: { readonly survivor: StoredRecord; readonly loser: StoredRecord },
    source: ChangeSource,
  ): StoredRecord;
  associations(fromId: string, to: ObjectTypeName): readonly Association[];
  /** Without a type: the unlabelled one. Throws when the two types cannot be associated. */
  associate(from: StoredRecord, to: StoredRecord, type?: AssociationType): void;
  dissociate(from: StoredRecord, to: StoredRecord): void;
  /** Hears of every committed change, in order, per transaction. */
  onEvents(listener: (events: readonly ChangeEvent[]) => void): void;
  /** Lets the search index catch up with everything written so far. */
  catchUpSearch(): void;
  /** Empties everything, the clock included. */
  empty(): void;
}

/** What the store needs from outside. */
export interface PortalStoreOptions {
  readonly database: Database;
  readonly portalId: number;
  /** Real time in epoch milliseconds. */
  readonly now: () => number;
  readonly searchLagMs: () => number;
}

/** Opens the portal's store on a database. */
export function createPortalStore(options: PortalStoreOptions): PortalStore {
  const { database, portalId } = options;
  const records = createRecordTable(database);
  const properties = createPropertyTable(database);
  const owners = createOwnerTable(database);
  const lists = createListTable(database);
  const occurrences = createEventTable(database);
  const associations = createAssociationTable(database);
  const clock = createPortalClock(database, options.now);
  const lag = createSearchLag(options.now, options.searchLagMs);
  const listeners: ((events: readonly ChangeEvent[]) => void)[] = [];
  let pending: ChangeEvent[] | undefined;

  const emit = (event: ChangeEvent): void => {
    pending?.push(event);
  };
  const writer = createRecordWriter({
    records,
    properties,
    owners,
    clock,
    portalId,
    emit,
    beforeWrite: (id, _type, before) => {
      lag.note(id, before);
    },
  });
  const associationWriter = createAssociationWriter({ records, associations, writer, clock });

  function transaction<T>(work: () => T): T {
    if (pending !== undefined) return work();
    const events: ChangeEvent[] = [];
    pending = events;
    database.exec('BEGIN IMMEDIATE');
    let result: T;
    try {
      result = work();
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      properties.reload();
      throw error;
    } finally {
      pending = undefined;
    }
    if (events.length > 0) for (const listener of listeners) listener(events);
    return result;
  }

  function live(record: StoredRecord | undefined, type: ObjectTypeName): StoredRecord | undefined {
    if (record?.type !== type) return undefined;
    if (record.mergedInto !== null) return live(records.find(record.mergedInto), type);
    return record.archivedAt === null ? record : undefined;
  }

  return {
    portalId,
    clock,
    properties,
    owners,
    lists,
    occurrences,
    transaction,
    get: (type, id) => live(records.find(id), type),
    getMany: (type, ids) => {
      const found = new Map<string, StoredRecord>();
      for (const [id, record] of records.findMany(ids)) {
        const alive = live(record, type);
        if (alive !== undefined) found.set(id, alive);
      }
      return found;
    },
    findBy: (type, name, value) => {
      if (name === 'hs_object_id') return live(records.find(value), type);
      const id = records.idByUniqueValue(type, name, value);
      return id === undefined ? undefined : live(records.find(id), type);
    },
    getArchived: (type, id) => {
      const record = records.find(id);
      return record?.type === type && record.archivedAt !== null ? record : undefined;
    },
    list: ({ type, after = 0, limit, archived = false }) =>
      records.list({ type, after, limit, archived }),
    count: (type) => records.count(type),
    read: (record) => readableValues(record, clock.now()),
    history: (id) => records.changesOf(id),
    search: (query, { trailing } = { trailing: false }) =>
      searchRecords(query, {
        records,
        properties,
        associations,
        now: clock.now(),
        stale: trailing ? lag.stale() : new Map(),
      }),
    create: (type, sent, source) => transaction(() => writer.create(type, sent, source)),
    update: (record, sent, source) =>
      transaction(() => {
        const updated = writer.update(record, sent, source);
        if (record.type === 'deals') associationWriter.recountOpenDeals(updated);
        return updated;
      }),
    archive: (record, source) => {
      transaction(() => {
        writer.archive(record, source);
        if (record.type === 'deals') associationWriter.recountOpenDeals(record);
      });
    },
    restore: (record, source) => {
      transaction(() => {
        writer.restore(record, source);
      });
    },
    erase: (record, source) => {
      transaction(() => {
        for (const { toId, toType } of associations.allOf(record.id)) {
          const to = records.find(toId);
          associations.remove(record.id, toType, toId);
          if (to !== undefined) associations.remove(toId, record.type, record.id);
        }
        lists.forget(record.id);
        occurrences.forget(record.id);
        writer.erase(record, source);
      });
    },
    merge: (pair, source) =>
      transaction(() =>
        mergeContacts({ records, associations, writer, associationWriter, emit }, pair, source),
      ),
    associations: (fromId, to) => associations.of(fromId, to),
    associate: (from, to, type = defaultAssociationType(from.type, to.type)) => {
      if (type === undefined)
        throw new Error(`${from.type} cannot be associated with ${to.type} in the local portal`);
      transaction(() => {
        associationWriter.associate(from, to, type);
      });
    },
    dissociate: (from, to) => {
      transaction(() => {
        associationWriter.dissociate(from, to);
      });
    },
    onEvents: (listener) => {
      listeners.push(listener);
    },
    catchUpSearch: () => {
      lag.clear();
    },
    empty: () => {
      emptyDatabase(database);
      properties.reload();
      lag.clear();
      clock.reset();
    },
  };
}
