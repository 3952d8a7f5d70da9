import { SingleBar } from 'cli-progress';
import type { Progress } from '../../application/backlog/backlog.ts';
import { readConfig, type Config } from '../config.ts';

/** The world as a command sees it; replaced in tests. */
export interface CommandContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** One line to standard output. */
  readonly print: (line: string) => void;
  /** Standard output, for progress bars; they are drawn only on a terminal. */
  readonly stdout: NodeJS.WriteStream;
  /** Milliseconds since the epoch. */
  readonly realNow: () => number;
}

/** Exit codes of every command (design §9). */
export const EXIT = { done: 0, foundProblem: 1, wrongUse: 2 } as const;

/** Reads the environment; a fault ends the command with its remedy. */
export function configOf(context: CommandContext): Config {
  return readConfig(context.env);
}

/** Prints a value for machines, or lines for people. */
export function report(
  context: CommandContext,
  json: boolean | undefined,
  value: unknown,
  lines: readonly string[],
): void {
  if (json) context.print(JSON.stringify(value));
  else for (const line of lines) context.print(line);
}

/** Rows in aligned columns, the first row as heading. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/**
 * Runs long work with a progress bar when a terminal is there, and silently otherwise.
 *
 * @param context - where to draw
 * @param label - what is being done, shown in front of the bar
 * @param work - told how to report how far it has come
 */
export async function withProgress<T>(
  context: CommandContext,
  label: string,
  work: (progress: Progress) => Promise<T>,
): Promise<T> {
  if (!context.stdout.isTTY) return await work(() => undefined);
  const bar = new SingleBar({
    format: `${label} {bar} {value}/{total}`,
    stream: context.stdout,
    clearOnComplete: true,
    hideCursor: true,
  });
  const drawn = { started: false };
  try {
    return await work((done, total) => {
      // A growing total keeps the bar moving where HubSpot does not say how many there are.
      const known = total ?? done + 1;
      if (drawn.started) {
        bar.setTotal(known);
        bar.update(done);
      } else {
        drawn.started = true;
        bar.start(known, done);
      }
    });
  } finally {
    if (drawn.started) bar.stop();
  }
}
