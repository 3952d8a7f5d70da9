import type { StoredRecord } from '../store/record-table.ts';

/** Remembers what the search index has not seen yet: HubSpot's search trails writes by seconds. */
export interface SearchLag {
  /** Notes a write; `before` is the record as it was, null when it is new. */
  note(id: string, before: StoredRecord | null): void;
  /** What the index does not know at this moment. */
  stale(): ReadonlyMap<string, StoredRecord | null>;
  clear(): void;
}

/**
 * Creates an empty memory of late writes.
 *
 * @param realNow - real time in epoch milliseconds
 * @param lagMs - how long the index trails; 0 never
 */
export function createSearchLag(realNow: () => number, lagMs: () => number): SearchLag {
  const late = new Map<string, { readonly at: number; readonly before: StoredRecord | null }>();

  function dropSeen(): void {
    const limit = realNow() - lagMs();
    // Insertion order is time order, so the first that is still late ends the walk.
    for (const [id, { at }] of late) {
      if (at > limit) break;
      late.delete(id);
    }
  }

  return {
    note: (id, before) => {
      dropSeen();
      if (lagMs() > 0 && !late.has(id)) late.set(id, { at: realNow(), before });
    },
    stale: () => {
      dropSeen();
      return new Map([...late].map(([id, { before }]) => [id, before]));
    },
    clear: () => {
      late.clear();
    },
  };
}
