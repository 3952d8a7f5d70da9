import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { AppError } from '../application/ports/app-error.ts';
import type { Progress } from '../application/backlog/backlog.ts';
import type { App } from './app.ts';
import { appCommands, type AppCommandName } from './app-commands.ts';

/** A command failed inside the running app; the message is the app's own. */
export class RemoteCommandError extends AppError {
  readonly code = 'command-failed';
}

type Line =
  | { readonly progress: readonly [done: number, total: number | null] }
  | { readonly result: unknown }
  | { readonly error: string };

/** Where the running app listens for commands: a local socket that only this user can reach. */
export function socketPath(dataDir: string): string {
  return path.join(path.resolve(dataDir), 'baton.sock');
}

/**
 * Lets other processes of this machine run commands in this one, because the embedded store has one owner. Answers
 * with one JSON value per line: progress as it comes, then the result or the error.
 */
export async function listenForCommands(app: App): Promise<Server> {
  const file = socketPath(app.config.dataDir);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // A socket file that a killed process left behind; whoever owns the store may replace it.
  rmSync(file, { force: true });
  const server = createServer((incoming, response) => {
    const send = (line: Line): void => {
      response.write(`${JSON.stringify(line)}\n`);
    };
    runCommand(app, incoming, (done, total) => {
      send({ progress: [done, total] });
    })
      .then(
        (result) => {
          send({ result: result ?? null });
        },
        (error: unknown) => {
          app.log.warn({ err: error, command: incoming.url }, 'A command failed');
          send({ error: error instanceof Error ? error.message : String(error) });
        },
      )
      .finally(() => response.end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(file, resolve);
  });
  // Node makes it as open as the umask allows; a command can publish a policy.
  chmodSync(file, 0o600);
  return server;
}

/**
 * Runs a command in the app that owns the store, if one is running.
 *
 * @returns the result, or `not-running` when nobody listens
 * @throws {RemoteCommandError} with the app's message when the command failed there
 */
export async function callRunningApp(
  dataDir: string,
  name: AppCommandName,
  args: unknown,
  progress: Progress,
): Promise<
  { readonly kind: 'result'; readonly value: unknown } | { readonly kind: 'not-running' }
> {
  const response = await connect(socketPath(dataDir), name, args);
  if (!response) return { kind: 'not-running' };
  const stopped = 'The running app stopped before it answered. Run the command again.';
  try {
    for await (const raw of createInterface({ input: response })) {
      const line = JSON.parse(raw) as Line;
      if ('progress' in line) progress(...line.progress);
      else if ('error' in line) throw new RemoteCommandError(line.error);
      else return { kind: 'result', value: line.result };
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
    throw new RemoteCommandError(stopped, { cause: error });
  }
  throw new RemoteCommandError(stopped);
}

async function runCommand(
  app: App,
  incoming: IncomingMessage,
  progress: Progress,
): Promise<unknown> {
  const name = (incoming.url ?? '').slice(1);
  if (!isCommand(name)) throw new RemoteCommandError(`There is no command "${name}".`);
  const body: unknown = JSON.parse((await text(incoming)) || 'null');
  return await appCommands[name](app, body, progress);
}

function isCommand(name: string): name is AppCommandName {
  return Object.hasOwn(appCommands, name);
}

function connect(
  file: string,
  name: AppCommandName,
  args: unknown,
): Promise<IncomingMessage | null> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath: file, method: 'POST', path: `/${name}` }, resolve);
    outgoing.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null);
      else reject(error);
    });
    outgoing.end(JSON.stringify(args ?? null));
  });
}
