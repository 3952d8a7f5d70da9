import { jest } from '@jest/globals';
import { runBaton } from '../entry/cli/baton.ts';
import { at } from './at.ts';

/** What a command line came to. */
export interface CliRun {
  readonly code: number;
  /** Standard output, line by line. */
  readonly lines: readonly string[];
  /** Standard error. */
  readonly errors: string;
}

/**
 * Runs one `baton` command line away from any terminal, with a clock that stands still. `env` is the whole environment
 * that the command sees.
 */
export async function runCli(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliRun> {
  const lines: string[] = [];
  let errors = '';
  const add = (text: unknown): boolean => {
    errors += String(text);
    return true;
  };
  const spies = [
    jest.spyOn(process.stderr, 'write').mockImplementation(add),
    jest.spyOn(console, 'error').mockImplementation(add),
  ];
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    const code = await runBaton(argv, {
      env,
      print: (line) => lines.push(line),
      stdout: Object.create(process.stdout, { isTTY: { value: false } }) as NodeJS.WriteStream,
      realNow: () => at('2026-11-20T09:00:00Z'),
    });
    return { code, lines, errors };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
}
