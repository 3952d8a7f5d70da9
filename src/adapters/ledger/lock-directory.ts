import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../application/ports/app-error.ts';

/** Another process has the directory. */
export class DirectoryLockedError extends AppError {
  readonly code = 'data-dir-in-use';
}

/**
 * Keeps a directory for this process: PGlite would spoil a database that two processes have open. A lock whose
 * process is gone, as after kill -9, is taken over.
 *
 * @returns a function that gives the directory free
 * @throws {DirectoryLockedError} naming the process that has it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const path = join(directory, 'baton.pid');
  for (;;) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const owner = Number(await readFile(path, 'utf8'));
    if (owner !== process.pid && isAlive(owner)) {
      throw new DirectoryLockedError(
        `${directory} is in use by process ${owner}; stop it, or set DATABASE_URL to share a PostgreSQL server`,
      );
    }
    await rm(path, { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
