import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';

/** A folder that is removed when the tests of the file are done. */
export interface TemporaryFiles {
  readonly folder: string;
  /** Writes a file, anything but text as JSON, and returns its path. */
  readonly write: (name: string, content: unknown) => string;
}

/** Makes a folder for the files of one test file. */
export function temporaryFiles(): TemporaryFiles {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    write: (name, content) => {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      return file;
    },
  };
}
