import { InvalidArgumentError, type Command } from 'commander';
import { ADMIN } from '../../../application/policy/policy-change.ts';
import { LOSSES, type Loss } from '../../../application/policy/publish-gates.ts';
import type { Publication, Published } from '../../../application/policy/publish-policy.ts';
import type { Config } from '../../config.ts';
import { configOf, report, type CommandContext } from '../command-context.ts';
import { readJsonFile } from '../read-json-file.ts';
import { runAppCommand } from '../run-app-command.ts';
import { UnusableInputError } from '../unusable-input-error.ts';

interface ChangeOptions {
  readonly json?: boolean;
  readonly expected?: string;
  readonly by?: string;
}

interface PublishOptions extends ChangeOptions {
  readonly note?: string;
  readonly without?: readonly Loss[];
}

/** Adds what changes the policy: `publish`, `rollback`, and `draft` and `approve` for those who have to agree. */
export function addPolicyChangeCommands(policy: Command, context: CommandContext): void {
  publishing(
    policy
      .command('publish')
      .description(
        'Publish a policy document as the next version; leads that come from then on follow it',
      )
      .argument('<file>', 'policy document'),
  ).action(async (file: string, options: PublishOptions) => {
    const config = configOf(context);
    const document = await readJsonFile(file, 'The policy');
    const change = await publication(config, options, `policy publish ${file}`);
    const published = await runAppCommand(config, 'policy-publish', { document, ...change });
    report(context, options.json, { version: published.version }, [
      `${file} is published as ${published.version}.`,
      ...changeLines(published),
    ]);
  });

  publishing(
    policy
      .command('rollback')
      .description('Publish an earlier version again, as the next one; live or not stays as it is')
      .argument('<version>', 'such as v12; "baton policy history" lists them'),
  ).action(async (version: string, options: PublishOptions) => {
    const config = configOf(context);
    const change = await publication(config, options, `policy rollback ${version}`);
    const published = await runAppCommand(config, 'policy-rollback', { version, ...change });
    report(context, options.json, { version: published.version }, [
      `${version} is published again as ${published.version}.`,
      ...changeLines(published),
    ]);
  });

  changing(
    policy
      .command('draft')
      .description('Keep a policy document as the draft that others have to agree to, or show it')
      .argument('[file]', 'policy document; without it the draft is shown'),
  ).action(async (file: string | undefined, options: ChangeOptions) => {
    const config = configOf(context);
    const draft =
      file === undefined
        ? await runAppCommand(config, 'policy-draft', null)
        : await runAppCommand(config, 'policy-save-draft', {
            document: await readJsonFile(file, 'The policy'),
            by: options.by ?? ADMIN,
            expected: await expectedVersion(config, options.expected, `policy draft ${file}`),
          });
    report(context, options.json, draft, [
      draft === null
        ? 'There is no draft.'
        : `Draft ${draft.revision} by ${draft.author}, on top of ${draft.base ?? 'none'}. ${
            draft.approvals.length === 0
              ? 'Nobody has approved it yet.'
              : `Approved by ${draft.approvals.map(({ role, by }) => `${role} (owner ${by})`).join(', ')}.`
          } --json prints it.`,
    ]);
  });

  policy
    .command('approve')
    .description('Agree to the draft, for every role you stand for')
    .requiredOption('--by <owner>', 'who you are, an owner id')
    .option('--json', 'print JSON')
    .action(async ({ by, json }: { by: string; json?: boolean }) => {
      const config = configOf(context);
      const draft = await runAppCommand(config, 'policy-draft', null);
      if (!draft) {
        throw new UnusableInputError(
          'There is no draft to approve. "baton policy draft <file>" keeps one.',
        );
      }
      const { revision } = draft;
      const approved = await runAppCommand(config, 'policy-approve', { by, revision });
      report(context, json, approved, [
        `Draft ${revision} is approved by ${approved.approvals.map(({ role }) => role).join(' and ')}.`,
      ]);
    });
}

function changing(command: Command): Command {
  return command
    .option('--expected <version>', 'the version you started from; the live one has to be that')
    .option('--by <owner>', 'who you are, an owner id; the admin of this machine without it')
    .option('--json', 'print JSON');
}

function publishing(command: Command): Command {
  return changing(command)
    .option('--note <text>', 'why, for the history')
    .option(
      '--without <parts>',
      `what shall go although the live version has it: ${LOSSES.join(', ')}`,
      toLosses,
    );
}

async function publication(
  config: Config,
  { by = ADMIN, note, without = [], expected }: PublishOptions,
  command: string,
): Promise<Publication> {
  return {
    by,
    note: note ?? null,
    without,
    expected: await expectedVersion(config, expected, command),
  };
}

/**
 * The version that the author says they started from. Nobody else can know it: taking the live one for it would let one
 * editor lose what another one published in the meantime.
 */
async function expectedVersion(
  config: Config,
  given: string | undefined,
  command: string,
): Promise<string | null> {
  if (given !== undefined) return given;
  const live = await runAppCommand(config, 'policy-show', null);
  if (live === null) return null;
  throw new UnusableInputError(
    `Say which version you started from: ${live.version} is live. If you started from that, run "baton ${command} --expected ${live.version}".`,
  );
}

/** What publishing changed, in sentences; nothing for a first policy. */
function changeLines({ changes }: Published): readonly string[] {
  if (changes === null) return [];
  return changes.length > 0 ? changes : ['It changes nothing.'];
}

function toLosses(raw: string): readonly Loss[] {
  return raw.split(',').map((word) => {
    const loss = LOSSES.find((one) => one === word.trim());
    if (loss) return loss;
    throw new InvalidArgumentError(`"${word}" is none of ${LOSSES.join(', ')}.`);
  });
}
