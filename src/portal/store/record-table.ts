import type { Database } from './open-database.ts';
import type { ObjectTypeName } from './object-types.ts';

/** A record as the portal keeps it. An unset property is absent from `properties`. */
export interface StoredRecord {
  readonly id: string;
  readonly type: ObjectTypeName;
  readonly properties: Readonly<Record<string, string>>;
  /** Epoch milliseconds of the portal's clock. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly archivedAt: number | null;
  /** The survivor of a merge this record lost, else null. */
  readonly mergedInto: string | null;
}

/** Who changed something, in HubSpot's words; `id` is an app id, `userId:<id>` or an import's name. */
export interface ChangeSource {
  readonly type: 'INTEGRATION' | 'CRM_UI' | 'IMPORT' | 'CALCULATED' | 'MERGE_OBJECTS';
  readonly id: string;
}

/** Values set by one write to one record; `''` means cleared. */
export interface ChangeSet {
  readonly at: number;
  readonly source: ChangeSource;
  readonly values: Readonly<Record<string, string>>;
}

/** Reads and writes the rows of records, their unique values and their history. */
export interface RecordTable {
  insert(record: Omit<StoredRecord, 'id' | 'archivedAt' | 'mergedInto'>): StoredRecord;
  save(record: StoredRecord): void;
  /** The record, archived or not. */
  find(id: string): StoredRecord | undefined;
  findMany(ids: readonly string[]): ReadonlyMap<string, StoredRecord>;
  /** Live or archived records of a type in id order, those with an id of at least `after`. */
  list(query: {
    readonly type: ObjectTypeName;
    readonly after: number;
    readonly limit: number;
    readonly archived: boolean;
  }): readonly StoredRecord[];
  /** Of every live record of a type: its id and the values of `names`, in id order. */
  scan(type: ObjectTypeName, names: readonly string[]): readonly ScannedRecord[];
  count(type: ObjectTypeName): number;
  idByUniqueValue(type: ObjectTypeName, name: string, value: string): string | undefined;
  setUniqueValue(type: ObjectTypeName, name: string, value: string, id: string): void;
  dropUniqueValue(type: ObjectTypeName, name: string, value: string): void;
  appendChange(id: string, change: ChangeSet): void;
  /** Newest first. */
  changesOf(id: string): readonly ChangeSet[];
  /** Forgets a record and its history without a trace. */
  erase(id: string): void;
}

/** A record reduced to the values a search looks at. */
export interface ScannedRecord {
  readonly id: string;
  readonly values: Readonly<Record<string, string | null>>;
}

interface Row {
  readonly id: number;
  readonly type: string;
  readonly properties: string;
  readonly created_at: number;
  readonly updated_at: number;
  readonly archived_at: number | null;
  readonly merged_into: number | null;
}

/** Binds prepared statements for the record tables. */
export function createRecordTable(database: Database): RecordTable {
  const insert = database.prepare(
    'INSERT INTO records (type, properties, created_at, updated_at) VALUES (?, ?, ?, ?)',
  );
  const save = database.prepare(
    'UPDATE records SET properties = ?, updated_at = ?, archived_at = ?, merged_into = ? WHERE id = ?',
  );
  const find = database.prepare('SELECT * FROM records WHERE id = ?');
  const findMany = database.prepare(
    'SELECT * FROM records WHERE id IN (SELECT value FROM json_each(?))',
  );
  const list = database.prepare(
    'SELECT * FROM records WHERE type = ? AND id >= ? AND (archived_at IS NOT NULL) = ? ORDER BY id LIMIT ?',
  );
  const count = database.prepare(
    'SELECT count(*) AS n FROM records WHERE type = ? AND archived_at IS NULL',
  );
  const idByUnique = database.prepare(
    'SELECT record_id AS id FROM unique_values WHERE type = ? AND name = ? AND value = ?',
  );
  const setUnique = database.prepare('INSERT OR REPLACE INTO unique_values VALUES (?, ?, ?, ?)');
  const dropUnique = database.prepare(
    'DELETE FROM unique_values WHERE type = ? AND name = ? AND value = ?',
  );
  const append = database.prepare(
    'INSERT INTO changes (record_id, at, source_type, source_id, properties) VALUES (?, ?, ?, ?, ?)',
  );
  const changes = database.prepare('SELECT * FROM changes WHERE record_id = ? ORDER BY seq DESC');
  const eraseRecord = database.prepare('DELETE FROM records WHERE id = ?');
  const eraseChanges = database.prepare('DELETE FROM changes WHERE record_id = ?');

  return {
    insert: (record) => {
      const { lastInsertRowid } = insert.run(
        record.type,
        JSON.stringify(record.properties),
        record.createdAt,
        record.updatedAt,
      );
      return { ...record, id: String(lastInsertRowid), archivedAt: null, mergedInto: null };
    },
    save: (record) => {
      save.run(
        JSON.stringify(record.properties),
        record.updatedAt,
        record.archivedAt,
        record.mergedInto === null ? null : Number(record.mergedInto),
        Number(record.id),
      );
    },
    find: (id) => {
      if (!isRecordId(id)) return undefined;
      const row = find.get(Number(id)) as Row | undefined;
      return row === undefined ? undefined : toRecord(row);
    },
    findMany: (ids) => {
      const rows = findMany.all(JSON.stringify(ids.filter(isRecordId).map(Number)));
      return new Map(
        (rows as unknown as Row[]).map((row) => {
          const record = toRecord(row);
          return [record.id, record];
        }),
      );
    },
    list: ({ type, after, limit, archived }) =>
      (list.all(type, after, archived ? 1 : 0, limit) as unknown as Row[]).map(toRecord),
    scan: (type, names) => {
      const columns = names.map((name, i) => `, properties ->> '$."${plainName(name)}"' AS c${i}`);
      const rows = database
        .prepare(
          `SELECT id${columns.join('')} FROM records WHERE type = ? AND archived_at IS NULL ORDER BY id`,
        )
        .all(type) as unknown as Record<string, string | number | null>[];
      return rows.map((row) => ({
        id: String(row['id']),
        values: Object.fromEntries(
          names.map((name, i) => [name, (row[`c${i}`] ?? null) as string | null]),
        ),
      }));
    },
    count: (type) => (count.get(type) as { n: number }).n,
    idByUniqueValue: (type, name, value) => {
      const row = idByUnique.get(type, name, value.toLowerCase()) as { id: number } | undefined;
      return row === undefined ? undefined : String(row.id);
    },
    setUniqueValue: (type, name, value, id) => {
      setUnique.run(type, name, value.toLowerCase(), Number(id));
    },
    dropUniqueValue: (type, name, value) => {
      dropUnique.run(type, name, value.toLowerCase());
    },
    appendChange: (id, { at, source, values }) => {
      append.run(Number(id), at, source.type, source.id, JSON.stringify(values));
    },
    changesOf: (id) =>
      changes.all(Number(id)).map((row) => ({
        at: Number(row['at']),
        source: {
          type: row['source_type'] as ChangeSource['type'],
          id: row['source_id'] as string,
        },
        values: JSON.parse(row['properties'] as string) as Record<string, string>,
      })),
    erase: (id) => {
      eraseRecord.run(Number(id));
      eraseChanges.run(Number(id));
    },
  };
}

function toRecord(row: Row): StoredRecord {
  return {
    id: String(row.id),
    type: row.type as ObjectTypeName,
    properties: JSON.parse(row.properties) as Record<string, string>,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    archivedAt: row.archived_at,
    mergedInto: row.merged_into === null ? null : String(row.merged_into),
  };
}

function isRecordId(id: string): boolean {
  return /^\d{1,15}$/.test(id);
}

/** The name goes into SQL text as a JSON path; HubSpot's own names need no other characters. */
function plainName(name: string): string {
  if (!/^\w{1,200}$/.test(name)) throw new Error(`Not a property name: ${name}`);
  return name;
}
