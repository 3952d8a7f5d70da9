import { readFile, stat } from 'node:fs/promises';
import { UnusableInputError } from './unusable-input-error.ts';

/** Largest JSON document that is read whole, in bytes (100 MB). Longer lists of leads come line by line. */
export const MAX_JSON_BYTES = 100 * 1000 * 1000;

/**
 * Reads and parses a JSON file; `what` names it in the error, such as `The policy`.
 *
 * @throws {UnusableInputError} when there is no such file, it is too large, or it is no JSON
 */
export async function readJsonFile(file: string, what: string): Promise<unknown> {
  const size = await sizeOf(file, what);
  if (size > MAX_JSON_BYTES) {
    throw new UnusableInputError(
      `${what} ${file} has ${Math.ceil(size / 1_000_000)} MB; JSON is read whole up to ${MAX_JSON_BYTES / 1_000_000} MB. Write one lead per line into a .ndjson file, or use a CSV.`,
    );
  }
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnusableInputError(`${what} ${file} is not JSON: ${error.message}. Mend the file.`, {
      cause: error,
    });
  }
}

/**
 * Size of a file in bytes.
 *
 * @throws {UnusableInputError} when it cannot be read
 */
export async function sizeOf(file: string, what: string): Promise<number> {
  try {
    const found = await stat(file);
    if (!found.isDirectory()) return found.size;
  } catch (error) {
    throw new UnusableInputError(
      `${what} ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}. Check the path.`,
      { cause: error },
    );
  }
  throw new UnusableInputError(`${what} ${file} is a folder. Name a file.`);
}
