import { realpathSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { AppError } from '../../application/ports/app-error.ts';
import { EXIT, type CommandContext } from './command-context.ts';
import { addDeadLetterCommands } from './portal/dead-letter-commands.ts';
import { addOfflineCommands } from './offline/offline-commands.ts';
import { addPolicyCommands } from './policy/policy-commands.ts';
import { addPortalCommands } from './portal/portal-commands.ts';
import { addServeCommands } from './serve/serve-commands.ts';

/** Builds the `baton` command line (design §9). */
export function createProgram(context: CommandContext): Command {
  const program = new Command('baton')
    .description('Hands leads from marketing to sales inside HubSpot')
    .showHelpAfterError('Run the command with --help to see what it takes.')
    .exitOverride();
  addServeCommands(program, context);
  addPortalCommands(program, context);
  addDeadLetterCommands(program, context);
  addOfflineCommands(program, context);
  addPolicyCommands(program, context);
  for (const command of program.commands) command.exitOverride();
  return program;
}

/**
 * Runs one command line and returns its exit code: 0 done, 1 found a problem, 2 wrong use. Errors of ours are told in
 * their own words; anything else is a defect and keeps its stack.
 */
export async function runBaton(argv: readonly string[], context: CommandContext): Promise<number> {
  try {
    await createProgram(context).parseAsync(argv, { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
    }
    if (error instanceof AppError) {
      console.error(error.message);
      return error.code === 'config-invalid' ? EXIT.wrongUse : EXIT.foundProblem;
    }
    throw error;
  }
}

// `baton evaluate … | head` closes the pipe early, which is not our error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  process.exitCode = await runBaton(process.argv.slice(2), {
    env: process.env,
    print: (line) => {
      console.log(line);
    },
    stdout: process.stdout,
    realNow: Date.now,
  });
}
