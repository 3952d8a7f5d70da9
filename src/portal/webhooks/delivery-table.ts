import type { Database } from '../store/open-database.ts';

/** A webhook delivery: up to 100 events that go to the app in one request. */
export interface Delivery {
  readonly id: number;
  /** The JSON text of the events. */
  readonly body: string;
  /** Attempts made so far. */
  readonly attempt: number;
  /** Real time of the next attempt in epoch milliseconds; null when it is over. */
  readonly nextAt: number | null;
  readonly state: 'pending' | 'sent' | 'given_up';
  /** Status of the newest attempt, or what went wrong with it. */
  readonly lastStatus: string | null;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}

/** Keeps deliveries across restarts. */
export interface DeliveryTable {
  add(body: string, at: number): Delivery;
  save(delivery: Delivery): void;
  /** Pending ones whose time has come, oldest first. */
  due(at: number, limit: number): readonly Delivery[];
  /** When the next pending one is due. */
  nextAt(): number | undefined;
  /** Newest first. */
  newest(limit: number): readonly Delivery[];
  counts(): Readonly<Record<Delivery['state'], number>>;
  /** Makes every pending delivery due, and with `givenUp` those given up too; how many. */
  makeDue(at: number, givenUp: boolean): number;
}

/** Finished deliveries kept for the pages; older ones are forgotten, but still counted. */
const KEPT = 1_000;

/** Binds prepared statements for the delivery table. */
export function createDeliveryTable(database: Database): DeliveryTable {
  const add = database.prepare(
    "INSERT INTO deliveries (body, attempt, next_at, state, created_at) VALUES (?, 0, ?, 'pending', ?)",
  );
  const save = database.prepare(
    'UPDATE deliveries SET body = ?, attempt = ?, next_at = ?, state = ?, last_status = ?, finished_at = ? WHERE id = ?',
  );
  const shorten = database.prepare(
    "UPDATE deliveries SET body = '' WHERE state = 'sent' AND id = ?",
  );
  const due = database.prepare(
    "SELECT * FROM deliveries WHERE state = 'pending' AND next_at <= ? ORDER BY next_at, id LIMIT ?",
  );
  const next = database.prepare(
    "SELECT min(next_at) AS at FROM deliveries WHERE state = 'pending'",
  );
  const newest = database.prepare('SELECT * FROM deliveries ORDER BY id DESC LIMIT ?');
  const counts = database.prepare('SELECT state, count(*) AS n FROM deliveries GROUP BY state');
  const makeDue = database.prepare(
    "UPDATE deliveries SET next_at = ?, state = 'pending', finished_at = NULL WHERE state = 'pending' OR (? AND state = 'given_up')",
  );
  return {
    add: (body, at) => {
      const id = Number(add.run(body, at, at).lastInsertRowid);
      return {
        id,
        body,
        attempt: 0,
        nextAt: at,
        state: 'pending',
        lastStatus: null,
        createdAt: at,
        finishedAt: null,
      };
    },
    save: (d) => {
      save.run(d.body, d.attempt, d.nextAt, d.state, d.lastStatus, d.finishedAt, d.id);
      shorten.run(d.id - KEPT);
    },
    due: (at, limit) => due.all(at, limit).map(toDelivery),
    nextAt: () => {
      const at = next.get()?.['at'];
      return typeof at === 'number' ? at : undefined;
    },
    newest: (limit) => newest.all(limit).map(toDelivery),
    counts: () => {
      const found: Record<Delivery['state'], number> = { pending: 0, sent: 0, given_up: 0 };
      for (const row of counts.all()) found[row['state'] as Delivery['state']] = Number(row['n']);
      return found;
    },
    makeDue: (at, givenUp) => Number(makeDue.run(at, givenUp ? 1 : 0).changes),
  };
}

function toDelivery(row: Record<string, unknown>): Delivery {
  return {
    id: Number(row['id']),
    body: row['body'] as string,
    attempt: Number(row['attempt']),
    nextAt: row['next_at'] as number | null,
    state: row['state'] as Delivery['state'],
    lastStatus: row['last_status'] as string | null,
    createdAt: Number(row['created_at']),
    finishedAt: row['finished_at'] as number | null,
  };
}
