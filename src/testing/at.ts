import { parseInstant, type Instant } from '../domain/instant.ts';

/** The instant that an ISO 8601 text names; throws on anything else, because a test that means nothing must not pass. */
export function at(iso: string): Instant {
  const parsed = parseInstant(iso);
  if (!parsed.ok) throw new Error(`Not an instant: ${iso}`);
  return parsed.value;
}
