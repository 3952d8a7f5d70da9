import type { Database } from './open-database.ts';
import type { ObjectTypeName } from './object-types.ts';

/** One association as seen from a record. */
export interface Association {
  readonly toId: string;
  readonly typeId: number;
}

/** Reads and writes association rows; each association has one row per direction. */
export interface AssociationTable {
  /** True when the row was not there before. */
  add(fromId: string, toType: ObjectTypeName, toId: string, typeId: number): boolean;
  /** Removes every association from one record to another; true when there was one. */
  remove(fromId: string, toType: ObjectTypeName, toId: string): boolean;
  of(fromId: string, toType: ObjectTypeName): readonly Association[];
  /** Everything a record is associated with. */
  allOf(fromId: string): readonly (Association & { readonly toType: ObjectTypeName })[];
}

/** Binds prepared statements for the association table. */
export function createAssociationTable(database: Database): AssociationTable {
  const add = database.prepare('INSERT OR IGNORE INTO associations VALUES (?, ?, ?, ?)');
  const remove = database.prepare(
    'DELETE FROM associations WHERE from_id = ? AND to_type = ? AND to_id = ?',
  );
  const of = database.prepare(
    'SELECT to_id, type_id FROM associations WHERE from_id = ? AND to_type = ?',
  );
  const allOf = database.prepare(
    'SELECT to_type, to_id, type_id FROM associations WHERE from_id = ?',
  );
  return {
    add: (fromId, toType, toId, typeId) =>
      add.run(Number(fromId), toType, Number(toId), typeId).changes > 0,
    remove: (fromId, toType, toId) => remove.run(Number(fromId), toType, Number(toId)).changes > 0,
    of: (fromId, toType) => of.all(Number(fromId), toType).map(toAssociation),
    allOf: (fromId) =>
      allOf
        .all(Number(fromId))
        .map((row) => ({ ...toAssociation(row), toType: row['to_type'] as ObjectTypeName })),
  };
}

function toAssociation(row: Record<string, unknown>): Association {
  return { toId: String(row['to_id']), typeId: Number(row['type_id']) };
}
