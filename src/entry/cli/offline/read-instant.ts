import { InvalidArgumentError } from 'commander';
import { parseInstant, type Instant } from '../../../domain/instant.ts';

const ZONED = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/i;

/**
 * Reads an instant that means the same on every machine: ISO 8601 with `Z` or an offset, or a date alone, which is
 * UTC midnight. Null for anything else.
 */
export function readInstant(text: string): Instant | null {
  const parsed = ZONED.test(text) ? parseInstant(text) : null;
  return parsed?.ok ? parsed.value : null;
}

/**
 * Reads an instant given as an option.
 *
 * @throws {InvalidArgumentError} with the remedy, which commander prints
 */
export function instantOption(text: string): Instant {
  const at = readInstant(text);
  if (at !== null) return at;
  throw new InvalidArgumentError(
    'Write an instant with its zone, such as 2026-11-20T09:00:00Z or 2026-11-20T10:00+01:00.',
  );
}
