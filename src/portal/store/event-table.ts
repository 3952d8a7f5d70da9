import type { Instant } from '../../domain/instant.ts';
import type { Database } from './open-database.ts';

/** Something that happened to a record, such as a page view. */
export interface EventOccurrence {
  readonly id: string;
  readonly recordId: string;
  /** HubSpot's full name, such as `e_visited_page`. */
  readonly type: string;
  /** Epoch milliseconds. */
  readonly occurredAt: number;
  readonly properties: Readonly<Record<string, string>>;
}

/** Which events to read. */
export interface EventQuery {
  readonly recordId: string;
  /** Absent: every type. */
  readonly type?: string;
  /** Epoch milliseconds, exclusive. */
  readonly after: number;
  /** Epoch milliseconds, exclusive. */
  readonly before: number;
  readonly limit: number;
  readonly offset: number;
}

/** Reads and writes events. */
export interface EventTable {
  add(event: {
    readonly recordId: string;
    readonly type: string;
    readonly occurredAt: Instant;
    readonly properties: Readonly<Record<string, string>>;
  }): void;
  /** Newest first. */
  list(query: EventQuery): readonly EventOccurrence[];
  /** Removes everything that happened to a record. */
  forget(recordId: string): void;
}

/** Binds prepared statements for the event table. */
export function createEventTable(database: Database): EventTable {
  const add = database.prepare(
    'INSERT INTO events (record_id, type, occurred_at, properties) VALUES (?, ?, ?, ?)',
  );
  const list = database.prepare(
    `SELECT * FROM events
     WHERE record_id = ? AND (? IS NULL OR type = ?) AND occurred_at > ? AND occurred_at < ?
     ORDER BY occurred_at DESC, id DESC LIMIT ? OFFSET ?`,
  );
  const forget = database.prepare('DELETE FROM events WHERE record_id = ?');
  return {
    add: ({ recordId, type, occurredAt, properties }) => {
      add.run(Number(recordId), type, occurredAt, JSON.stringify(properties));
    },
    list: ({ recordId, type = null, after, before, limit, offset }) =>
      list.all(Number(recordId), type, type, after, before, limit, offset).map((row) => ({
        id: String(row['id']),
        recordId: String(row['record_id']),
        type: row['type'] as string,
        occurredAt: Number(row['occurred_at']),
        properties: JSON.parse(row['properties'] as string) as EventOccurrence['properties'],
      })),
    forget: (recordId) => {
      forget.run(Number(recordId));
    },
  };
}
