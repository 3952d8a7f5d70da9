import type * as z from 'zod';
import { UnusableInputError } from '../unusable-input-error.ts';

/**
 * Checks what a file holds; `what` names it in the error, such as `The calendar hours.json`.
 *
 * @throws {UnusableInputError} naming every fault with its path
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  what: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    ({ path, message }) => `- ${path.length > 0 ? path.join('.') : 'the whole'}: ${message}`,
  );
  throw new UnusableInputError(
    [`${what} cannot be used; mend these places:`, ...faults].join('\n'),
  );
}
