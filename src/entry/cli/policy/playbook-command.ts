import type { Command } from 'commander';
import { preparePolicy } from '../../../application/live-policy.ts';
import { createEmailDomains } from '../../../adapters/email-domains/email-domains.ts';
import { playbook } from '../../../domain/policy/playbook/playbook.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { callRunningApp } from '../../app-socket.ts';
import { configOf, type CommandContext } from '../command-context.ts';
import { readPolicy } from '../read-policy.ts';
import { runAppCommand, type ResultOf } from '../run-app-command.ts';

/** Where the running app is looked for when nothing is configured; as in `readConfig`. */
const DATA_DIR = '.data';

/** Adds `playbook`: the policy as a document both teams read (R240). */
export function addPlaybookCommand(program: Command, context: CommandContext): void {
  program
    .command('playbook')
    .description('Write the playbook of both teams, in Markdown, from the live policy or a file')
    .option(
      '--policy <file>',
      'policy document; without it the live policy, or the default one where no app runs',
    )
    .option('--json', 'print JSON: { "version", "markdown" }')
    .action(async (options: { policy?: string; json?: boolean }) => {
      const { version, policy } = await chosenPolicy(context, options.policy);
      const markdown = playbook(policy, version);
      context.print(options.json ? JSON.stringify({ version, markdown }) : markdown);
    });
}

async function chosenPolicy(
  context: CommandContext,
  file: string | undefined,
): Promise<{ readonly version: string; readonly policy: Policy }> {
  const live = file === undefined ? await livePolicy(context) : null;
  if (!live) return await readPolicy(file);
  // Deciding is not asked for, so the list of throw-away domains is not needed.
  return preparePolicy(live.version, live.document, createEmailDomains(new Set()));
}

/** The policy of the app that runs here or whose database is configured; null where there is neither. */
async function livePolicy(context: CommandContext): Promise<ResultOf<'policy-show'>> {
  if (context.env['DATABASE_URL'])
    return await runAppCommand(configOf(context), 'policy-show', null);
  const dataDir = context.env['DATA_DIR'] ?? DATA_DIR;
  const answer = await callRunningApp(dataDir, 'policy-show', null, () => undefined);
  // The other side runs the same function of the same version.
  return answer.kind === 'result' ? (answer.value as ResultOf<'policy-show'>) : null;
}
