import type { Command } from 'commander';
import { createEmailDomains } from '../../../adapters/email-domains/email-domains.ts';
import { loadDisposableDomains } from '../../../adapters/email-domains/load-disposable-domains.ts';
import { preparePolicy } from '../../../application/live-policy.ts';
import {
  checkPolicy,
  faultText,
  obstacles,
  type PolicyCheck,
} from '../../../application/policy/check-policy.ts';
import { NoPolicyError } from '../../../application/policy/policy-errors.ts';
import { instant } from '../../../domain/instant.ts';
import { defaultPolicy } from '../../../domain/policy/default/default-policy.ts';
import { diffPolicies } from '../../../domain/policy/diff-policies.ts';
import { normalisePolicy } from '../../../domain/policy/normalise-policy.ts';
import { parsePolicy } from '../../../domain/policy/parse-policy.ts';
import { counted } from '../../../domain/words/phrases.ts';
import { columns, configOf, EXIT, report, type CommandContext } from '../command-context.ts';
import { addPlaybookCommand } from './playbook-command.ts';
import { addPolicyChangeCommands } from './policy-change-commands.ts';
import { policyOutline } from './policy-outline.ts';
import { readJsonFile } from '../read-json-file.ts';
import { readPolicy } from '../read-policy.ts';
import { runAppCommand } from '../run-app-command.ts';

interface Json {
  readonly json?: boolean;
}

/** Adds `policy` with its verbs, and `playbook` (design §9). `validate` and `diff` need files only. */
export function addPolicyCommands(program: Command, context: CommandContext): void {
  const policy = program
    .command('policy')
    .description('The policy document: look at it, check it, publish it');

  policy
    .command('show')
    .description('The published policy')
    .option('--default', 'the policy a portal starts with, without asking the app')
    .option('--json', 'print the policy document itself')
    .action(async (options: Json & { default?: boolean }) => {
      const { version, document } = options.default
        ? { version: 'default', document: defaultPolicy }
        : await livePolicy(context);
      const parsed = parsePolicy(document);
      report(
        context,
        options.json,
        document,
        parsed.ok
          ? policyOutline(version, normalisePolicy(parsed.value))
          : [`Policy ${version} has faults:`, ...parsed.reason.map(faultText)],
      );
    });

  policy
    .command('validate')
    .description('Check a policy document, and whether its example leads come out as agreed')
    .argument('<file>', 'policy document')
    .option('--json', 'print JSON')
    .action(async (file: string, { json }: Json) => {
      const check = await checkFile(context, file);
      const found = obstacles(check);
      report(context, json, check, [...found, verdict(check)]);
      if (found.length > 0) process.exitCode = EXIT.foundProblem;
    });

  policy
    .command('diff')
    .description('What changes from one policy document to another, in sentences')
    .argument('<before>', 'policy document')
    .argument('<after>', 'policy document')
    .option('--json', 'print JSON')
    .action(async (before: string, after: string, { json }: Json) => {
      const changes = diffPolicies(
        (await readPolicy(before)).policy,
        (await readPolicy(after)).policy,
      );
      report(context, json, { changes }, changes.length > 0 ? changes : ['Nothing changes.']);
    });

  policy
    .command('history')
    .description('The versions published so far, newest first')
    .option('--json', 'print JSON')
    .action(async ({ json }: Json) => {
      const versions = await runAppCommand(configOf(context), 'policy-history', null);
      report(
        context,
        json,
        { versions },
        columns([
          ['version', 'published', 'by', 'note'],
          ...versions.map(({ version, publishedAt, author, note }) => [
            version,
            publishedAt,
            author ?? '',
            note ?? '',
          ]),
        ]),
      );
    });

  addPolicyChangeCommands(policy, context);
  addPlaybookCommand(program, context);
}

async function livePolicy(
  context: CommandContext,
): Promise<{ readonly version: string; readonly document: unknown }> {
  const live = await runAppCommand(configOf(context), 'policy-show', null);
  if (live) return live;
  throw new NoPolicyError();
}

async function checkFile(context: CommandContext, file: string): Promise<PolicyCheck> {
  const document = await readJsonFile(file, 'The policy');
  const emailDomains = createEmailDomains(await loadDisposableDomains());
  return checkPolicy(
    { preparePolicy: (version, sound) => preparePolicy(version, sound, emailDomains) },
    document,
    instant(context.realNow()),
  );
}

function verdict({ faults, examples }: PolicyCheck): string {
  if (faults.length > 0) {
    return `${counted(faults.length, 'fault')}. The examples run once they are mended.`;
  }
  const flips = examples.filter(({ ok }) => !ok).length;
  if (examples.length === 0) return 'The policy is sound. It has no example leads.';
  return flips === 0
    ? `The policy is sound, and its ${counted(examples.length, 'example')} come out as agreed.`
    : `The policy is sound, but ${flips} of its ${counted(examples.length, 'example')} no longer come out as agreed.`;
}
