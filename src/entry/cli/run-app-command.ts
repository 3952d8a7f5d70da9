import type { Progress } from '../../application/backlog/backlog.ts';
import { appCommands, type AppCommandName } from '../app-commands.ts';
import { callRunningApp } from '../app-socket.ts';
import type { Config } from '../config.ts';

/** What a command of {@link appCommands} resolves to. */
export type ResultOf<Name extends AppCommandName> = Awaited<ReturnType<(typeof appCommands)[Name]>>;

/**
 * Runs a command that needs the store: in the running app where the embedded store has an owner, else here, opening
 * the store for as long as it takes (design §9).
 */
export async function runAppCommand<Name extends AppCommandName>(
  config: Config,
  name: Name,
  args: unknown,
  progress: Progress = () => undefined,
): Promise<ResultOf<Name>> {
  if (config.databaseUrl === undefined) {
    const answer = await callRunningApp(config.dataDir, name, args, progress);
    // The other side runs the same function of the same version; JSON carries its result unchanged.
    if (answer.kind === 'result') return answer.value as ResultOf<Name>;
  }
  // Loaded only here: most commands talk to a running app and need no database, queue or HubSpot client.
  const { composeApp } = await import('../compose-app.ts');
  const app = await composeApp(config);
  try {
    return (await appCommands[name](app, args, progress)) as ResultOf<Name>;
  } finally {
    await app.close();
  }
}
