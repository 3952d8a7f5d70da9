import type { Instant } from '../../domain/instant.ts';
import type { Database } from './open-database.ts';

/** A HubSpot list of contacts; people know it as a segment. */
export interface ContactList {
  readonly id: string;
  readonly name: string;
  /** DYNAMIC lists follow a filter; records are added to the other two only. */
  readonly processingType: 'MANUAL' | 'SNAPSHOT' | 'DYNAMIC';
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** That a record is in a list, and since when. */
export interface ListMembership {
  readonly listId: string;
  /** Epoch milliseconds. */
  readonly addedAt: number;
}

/** Reads and writes lists and their members. */
export interface ListTable {
  find(id: string): ContactList | undefined;
  /** In id order. */
  all(): readonly ContactList[];
  save(list: ContactList): void;
  sizeOf(id: string): number;
  /** True when the record was not in the list before; a member keeps the time it joined. */
  add(listId: string, recordId: string, at: Instant): boolean;
  /** The lists a record is in, in id order. */
  membershipsOf(recordId: string): readonly ListMembership[];
  /** Takes a record out of every list. */
  forget(recordId: string): void;
}

/** Binds prepared statements for lists and memberships. */
export function createListTable(database: Database): ListTable {
  const find = database.prepare('SELECT * FROM lists WHERE id = ?');
  const all = database.prepare('SELECT * FROM lists ORDER BY id');
  const save = database.prepare('INSERT OR REPLACE INTO lists VALUES (?, ?, ?, ?)');
  const size = database.prepare('SELECT count(*) AS size FROM list_members WHERE list_id = ?');
  const add = database.prepare('INSERT OR IGNORE INTO list_members VALUES (?, ?, ?)');
  const of = database.prepare(
    'SELECT list_id, added_at FROM list_members WHERE record_id = ? ORDER BY list_id',
  );
  const forget = database.prepare('DELETE FROM list_members WHERE record_id = ?');
  return {
    find: (id) => {
      const row = /^\d{1,15}$/.test(id) ? find.get(Number(id)) : undefined;
      return row === undefined ? undefined : toList(row);
    },
    all: () => all.all().map(toList),
    save: ({ id, name, processingType, createdAt }) => {
      save.run(Number(id), name, processingType, createdAt);
    },
    sizeOf: (id) => Number(size.get(Number(id))?.['size']),
    add: (listId, recordId, at) => add.run(Number(recordId), Number(listId), at).changes > 0,
    membershipsOf: (recordId) =>
      of.all(Number(recordId)).map((row) => ({
        listId: String(row['list_id']),
        addedAt: Number(row['added_at']),
      })),
    forget: (recordId) => {
      forget.run(Number(recordId));
    },
  };
}

function toList(row: Record<string, unknown>): ContactList {
  return {
    id: String(row['id']),
    name: row['name'] as string,
    processingType: row['processing_type'] as ContactList['processingType'],
    createdAt: Number(row['created_at']),
  };
}
