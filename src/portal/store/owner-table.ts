import type { Database } from './open-database.ts';

/** A HubSpot owner. Owner id, user id and the id of the user record are three different ids. */
export interface Owner {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly userId: number;
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly primary: boolean;
  }[];
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly archived: boolean;
}

/** Reads and writes owners. */
export interface OwnerTable {
  find(id: string): Owner | undefined;
  /** In id order. */
  all(): readonly Owner[];
  save(owner: Owner): void;
}

/** Binds prepared statements for the owner table. */
export function createOwnerTable(database: Database): OwnerTable {
  const save = database.prepare('INSERT OR REPLACE INTO owners VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const find = database.prepare('SELECT * FROM owners WHERE id = ?');
  const all = database.prepare('SELECT * FROM owners ORDER BY id');
  return {
    find: (id) => {
      const row = /^\d{1,15}$/.test(id) ? find.get(Number(id)) : undefined;
      return row === undefined ? undefined : toOwner(row);
    },
    all: () => all.all().map(toOwner),
    save: (owner) => {
      save.run(
        Number(owner.id),
        owner.email,
        owner.firstName,
        owner.lastName,
        owner.userId,
        JSON.stringify(owner.teams),
        owner.createdAt,
        owner.updatedAt,
        owner.archived ? 1 : 0,
      );
    },
  };
}

function toOwner(row: Record<string, unknown>): Owner {
  return {
    id: String(row['id']),
    email: row['email'] as string,
    firstName: row['first_name'] as string,
    lastName: row['last_name'] as string,
    userId: Number(row['user_id']),
    teams: JSON.parse(row['teams'] as string) as Owner['teams'],
    createdAt: Number(row['created_at']),
    updatedAt: Number(row['updated_at']),
    archived: row['archived'] === 1,
  };
}
