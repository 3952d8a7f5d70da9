import { useEffect, useState } from 'react';
import { getJson } from './api.ts';

/** Data from the portal on its way to the screen. */
export interface Resource<T> {
  /** The newest data of this address; kept while newer data is on its way. */
  readonly data: T | undefined;
  /** Why it could not be read, in words. */
  readonly error: string | undefined;
}

/**
 * Reads an address, and again whenever `version` changes.
 *
 * @param path - another address drops what was read before
 * @param version - of the portal, see `Pulse`
 */
export function useResource<T>(path: string, version: string): Resource<T> {
  const [read, setRead] = useState<Resource<T> & { readonly path: string }>({
    path,
    data: undefined,
    error: undefined,
  });
  useEffect(() => {
    const abort = new AbortController();
    getJson<T>(path, abort.signal).then(
      (data) => {
        setRead({ path, data, error: undefined });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const words = error instanceof Error ? error.message : String(error);
        setRead((known) => ({
          path,
          data: known.path === path ? known.data : undefined,
          error: words,
        }));
      },
    );
    return () => {
      abort.abort();
    };
  }, [path, version]);
  return read.path === path ? read : { data: undefined, error: undefined };
}
