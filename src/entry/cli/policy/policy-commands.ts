import type { Command } from 'commander';
import { createEmailDomains } from '../../../adapters/email-domains/email-domains.ts';
import { loadDisposableDomains } from '../../../adapters/email-domains/load-disposable-domains.ts';
import { NoPolicyError } from '../../../application/policy/publish-policy.ts';
import { AppError } from '../../../application/ports/app-error.ts';
import { instant } from '../../../domain/instant.ts';
import { defaultPolicy } from '../../../domain/policy/default/default-policy.ts';
import { diffPolicies } from '../../../domain/policy/diff-policies.ts';
import { normalisePolicy } from '../../../domain/policy/normalise-policy.ts';
import { parsePolicy, type PolicyFault } from '../../../domain/policy/parse-policy.ts';
import { compilePolicy } from '../../../domain/qualification/compile/compile-policy.ts';
import { counted } from '../../../domain/words/phrases.ts';
import { runExamples, type ExampleResult } from '../../../domain/qualification/run-examples.ts';
import { columns, configOf, EXIT, report, type CommandContext } from '../command-context.ts';
import { addPlaybookCommand } from './playbook-command.ts';
import { policyOutline } from './policy-outline.ts';
import { readJsonFile } from '../read-json-file.ts';
import { readPolicy } from '../read-policy.ts';
import { runAppCommand } from '../run-app-command.ts';

interface Json {
  readonly json?: boolean;
}

/** The document has faults, or places an example lead elsewhere than both teams agreed. */
class PolicyNotPublishableError extends AppError {
  readonly code = 'policy-not-publishable';
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
      const { faults, examples } = await checkPolicy(context, file);
      const flips = examples.filter(({ ok }) => !ok);
      report(context, json, { faults, examples }, [
        ...faults.map(faultText),
        ...flips.map(({ why }) => why),
        verdict(faults, examples),
      ]);
      if (faults.length + flips.length > 0) process.exitCode = EXIT.foundProblem;
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
    .command('publish')
    .description(
      'Publish a policy document as the next version; leads that come from then on follow it',
    )
    .argument('<file>', 'policy document')
    .option('--expected <version>', 'the version you started from; the present one without it')
    .option('--json', 'print JSON')
    .action(async (file: string, options: Json & { expected?: string }) => {
      const { faults, examples } = await checkPolicy(context, file);
      const flips = examples.filter(({ ok }) => !ok);
      if (faults.length + flips.length > 0) {
        throw new PolicyNotPublishableError(
          [
            ...faults.map(faultText),
            ...flips.map(({ why }) => why),
            `${file} was not published. Mend the document, or agree on other tiers for its examples.`,
          ].join('\n'),
        );
      }
      const config = configOf(context);
      const live = await runAppCommand(config, 'policy-show', null);
      const document = await readJsonFile(file, 'The policy');
      const expected = options.expected ?? live?.version ?? null;
      const published = await runAppCommand(config, 'policy-publish', { document, expected });
      report(context, options.json, published, [
        `${file} is published as ${published.version}.`,
        ...changesSince(live?.document, document),
      ]);
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
          ['version', 'published'],
          ...versions.map(({ version, publishedAt }) => [version, publishedAt]),
        ]),
      );
    });

  addPlaybookCommand(program, context);
}

async function livePolicy(
  context: CommandContext,
): Promise<{ readonly version: string; readonly document: unknown }> {
  const live = await runAppCommand(configOf(context), 'policy-show', null);
  if (live) return live;
  throw new NoPolicyError('There is no policy yet. Run "baton install" first.');
}

/** What publishing changed, in sentences; nothing for a first policy. */
function changesSince(before: unknown, after: unknown): readonly string[] {
  const [old, published] = [parsePolicy(before), parsePolicy(after)];
  if (!old.ok || !published.ok) return [];
  const changes = diffPolicies(normalisePolicy(old.value), normalisePolicy(published.value));
  return changes.length > 0 ? changes : ['It changes nothing.'];
}

interface PolicyCheck {
  readonly faults: readonly PolicyFault[];
  /** Empty while there are faults: a faulty policy decides nothing. */
  readonly examples: readonly ExampleResult[];
}

async function checkPolicy(context: CommandContext, file: string): Promise<PolicyCheck> {
  const parsed = parsePolicy(await readJsonFile(file, 'The policy'));
  if (!parsed.ok) return { faults: parsed.reason, examples: [] };
  const emailDomains = createEmailDomains(await loadDisposableDomains());
  const policy = normalisePolicy(parsed.value);
  const compiled = compilePolicy(policy, { emailDomains });
  return {
    faults: [],
    examples: runExamples(compiled, policy, instant(context.realNow())),
  };
}

function faultText({ path, message, remedy }: PolicyFault): string {
  return `${path === '' ? 'the document' : path}: ${message} ${remedy}`;
}

function verdict(faults: readonly PolicyFault[], examples: readonly ExampleResult[]): string {
  if (faults.length > 0) {
    return `${counted(faults.length, 'fault')}. The examples run once they are mended.`;
  }
  const flips = examples.filter(({ ok }) => !ok).length;
  if (examples.length === 0) return 'The policy is sound. It has no example leads.';
  return flips === 0
    ? `The policy is sound, and its ${counted(examples.length, 'example')} come out as agreed.`
    : `The policy is sound, but ${flips} of its ${counted(examples.length, 'example')} no longer come out as agreed.`;
}
