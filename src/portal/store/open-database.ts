import { DatabaseSync } from 'node:sqlite';

/** The portal's database handle. */
export type Database = DatabaseSync;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS records (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  type        TEXT    NOT NULL,
  properties  TEXT    NOT NULL,
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  archived_at INTEGER,
  merged_into INTEGER
);
CREATE INDEX IF NOT EXISTS records_by_type ON records (type, id);

CREATE TABLE IF NOT EXISTS unique_values (
  type      TEXT    NOT NULL,
  name      TEXT    NOT NULL,
  value     TEXT    NOT NULL,
  record_id INTEGER NOT NULL,
  PRIMARY KEY (type, name, value)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS changes (
  seq         INTEGER PRIMARY KEY AUTOINCREMENT,
  record_id   INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  source_type TEXT    NOT NULL,
  source_id   TEXT    NOT NULL,
  properties  TEXT    NOT NULL
);
CREATE INDEX IF NOT EXISTS changes_by_record ON changes (record_id);

CREATE TABLE IF NOT EXISTS associations (
  from_id   INTEGER NOT NULL,
  to_type   TEXT    NOT NULL,
  to_id     INTEGER NOT NULL,
  type_id   INTEGER NOT NULL,
  PRIMARY KEY (from_id, to_type, to_id, type_id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS property_groups (
  type          TEXT    NOT NULL,
  name          TEXT    NOT NULL,
  label         TEXT    NOT NULL,
  display_order INTEGER NOT NULL,
  archived      INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (type, name)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS properties (
  type       TEXT NOT NULL,
  name       TEXT NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (type, name)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS owners (
  id         INTEGER PRIMARY KEY,
  email      TEXT    NOT NULL,
  first_name TEXT    NOT NULL,
  last_name  TEXT    NOT NULL,
  user_id    INTEGER NOT NULL,
  teams      TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  archived   INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS lists (
  id              INTEGER PRIMARY KEY,
  name            TEXT    NOT NULL,
  processing_type TEXT    NOT NULL,
  created_at      INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS list_members (
  record_id INTEGER NOT NULL,
  list_id   INTEGER NOT NULL,
  added_at  INTEGER NOT NULL,
  PRIMARY KEY (record_id, list_id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS events (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  record_id   INTEGER NOT NULL,
  type        TEXT    NOT NULL,
  occurred_at INTEGER NOT NULL,
  properties  TEXT    NOT NULL
);
CREATE INDEX IF NOT EXISTS events_by_record ON events (record_id, occurred_at);

CREATE TABLE IF NOT EXISTS deliveries (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  body        TEXT    NOT NULL,
  attempt     INTEGER NOT NULL,
  next_at     INTEGER,
  state       TEXT    NOT NULL,
  last_status TEXT,
  created_at  INTEGER NOT NULL,
  finished_at INTEGER
);
CREATE INDEX IF NOT EXISTS deliveries_by_state ON deliveries (state, next_at);

CREATE TABLE IF NOT EXISTS portal_state (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
`;

/** The first record id; above 2^31, so that code which squeezes ids into 32 bits breaks here too. */
const FIRST_RECORD_ID = 73_000_000_001;

/** Opens (and lays out, if new) the portal's database: a file path, or `:memory:`. */
export function openDatabase(path: string): Database {
  const database = new DatabaseSync(path);
  // A stand-in may lose its last second when the machine fails, but must not be slow.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec(SCHEMA);
  database
    .prepare(
      `INSERT INTO sqlite_sequence (name, seq)
       SELECT 'records', ? WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'records')`,
    )
    .run(FIRST_RECORD_ID - 1);
  return database;
}

/** Empties every table; record ids go on from where they were, as a deleted id never returns. */
export function emptyDatabase(database: Database): void {
  for (const table of [
    'records',
    'unique_values',
    'changes',
    'associations',
    'property_groups',
    'properties',
    'owners',
    'lists',
    'list_members',
    'events',
    'deliveries',
    'portal_state',
  ])
    database.exec(`DELETE FROM ${table}`);
}
