/** How often a path was called with which outcome; `status` 0 is a connection cut on purpose. */
export interface RequestCount {
  readonly method: string;
  /** The path with ids replaced, e.g. `/crm/objects/2026-09/contacts/:id`. */
  readonly path: string;
  readonly status: number;
  readonly count: number;
}

/** Counts the calls to the CRM API. */
export interface RequestLog {
  note(method: string, path: string, status: number): void;
  counts(): readonly RequestCount[];
  clear(): void;
}

/** Creates an empty log. */
export function createRequestLog(): RequestLog {
  const counts = new Map<string, RequestCount>();
  return {
    note: (method, path, status) => {
      const key = `${method} ${path} ${status}`;
      const before = counts.get(key)?.count ?? 0;
      counts.set(key, { method, path, status, count: before + 1 });
    },
    counts: () => [...counts.values()],
    clear: () => {
      counts.clear();
    },
  };
}
