import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Root of the repository, an absolute path. */
export const ROOT = path.join(import.meta.dirname, '..');

/** Writes a value as JSON that people can read. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
