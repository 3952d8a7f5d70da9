import type { Instant } from '../domain/instant.ts';

/**
 * Real time for a test that lets time pass, in epoch milliseconds: the given instant now, and running on from there.
 * The machine's date has no part in it.
 */
export function clockFrom(start: Instant): () => number {
  const begun = performance.now();
  return () => Math.floor(start + performance.now() - begun);
}
