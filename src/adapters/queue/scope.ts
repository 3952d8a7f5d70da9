import { AsyncLocalStorage } from 'node:async_hooks';

/** SQL as far as the queue needs it; `openDatabase` of the store gives it. */
export interface QueueDatabase extends QueueSession {
  readonly embedded: boolean;
  transaction<T>(work: (session: QueueSession) => Promise<T>): Promise<T>;
}

/** One statement with values, or a script without. */
export interface QueueSession {
  query(
    text: string,
    values?: readonly unknown[],
  ): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** Everything the queue does in the database, in the transaction that surrounds the call, if any. */
export interface Scope extends QueueSession {
  transaction<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Makes a scope. Between statements, pg-boss reads its settings outside the session that a call is given. On the one connection of the embedded
 * database that would wait for itself for ever, so the transaction is found by the call, not passed along.
 */
export function createScope(database: QueueDatabase): Scope {
  const current = new AsyncLocalStorage<QueueSession>();
  return {
    query: (text, values) => (current.getStore() ?? database).query(text, values),
    transaction: (work) => database.transaction((session) => current.run(session, work)),
  };
}
