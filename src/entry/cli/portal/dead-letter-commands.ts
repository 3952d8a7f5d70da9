import type { Command } from 'commander';
import { columns, configOf, report, type CommandContext } from '../command-context.ts';
import { runAppCommand } from '../run-app-command.ts';

/** Adds `dead-letters`: contacts that could not be processed, and how they come back (design §9). */
export function addDeadLetterCommands(program: Command, context: CommandContext): void {
  const deadLetters = program
    .command('dead-letters')
    .description('Contacts that could not be processed');

  deadLetters
    .command('list')
    .description('Which contacts, and why')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const letters = await runAppCommand(configOf(context), 'dead-letters', null);
      report(
        context,
        json,
        { deadLetters: letters },
        letters.length === 0
          ? ['There are none.']
          : columns([
              ['contact', 'since', 'reason'],
              ...letters.map(({ contactId, failedAt, reason }) => [contactId, failedAt, reason]),
            ]),
      );
    });

  deadLetters
    .command('redrive')
    .description('Put them back in line, all unless contacts are named')
    .argument('[contact...]', 'contact ids')
    .option('--json', 'print JSON')
    .action(async (contacts: readonly string[], { json }: { json?: boolean }) => {
      const config = configOf(context);
      const letters = await runAppCommand(config, 'dead-letters', null);
      const wanted = new Set(contacts);
      const jobIds = letters
        .filter(({ contactId }) => wanted.size === 0 || wanted.has(contactId))
        .map(({ jobId }) => jobId);
      const redriven = await runAppCommand(config, 'redrive', { jobIds });
      report(context, json, { redriven }, [`${redriven} contacts are in line again.`]);
    });
}
