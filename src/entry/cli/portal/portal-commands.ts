import { InvalidArgumentError, type Command } from 'commander';
import type { Finding } from '../../../application/install/doctor.ts';
import { counted } from '../../../domain/words/phrases.ts';
import type { CommandContext } from '../command-context.ts';
import { columns, configOf, EXIT, report, withProgress } from '../command-context.ts';
import { runAppCommand } from '../run-app-command.ts';
import { ADMIN } from '../../../application/policy/policy-change.ts';

interface Json {
  readonly json?: boolean;
}

/** Adds `install`, `doctor`, `go-live` and `backlog`: the life of a portal (design §9). */
export function addPortalCommands(program: Command, context: CommandContext): void {
  program
    .command('install')
    .description('Create the properties Baton writes, and a first policy that only observes')
    .option('--json', 'print JSON')
    .action(async ({ json }: Json) => {
      const result = await runAppCommand(configOf(context), 'install', null);
      const created = result.properties.filter(({ state }) => state === 'created').length;
      const updated = result.properties.filter(({ state }) => state === 'updated').length;
      report(context, json, result, [
        ...columns([
          ['state', 'on', 'property', 'label'],
          ...result.properties.map((p) => [p.state, p.objectType, p.name, p.label]),
        ]),
        '',
        `${created} created, ${updated} updated, ${result.properties.length - created - updated} as they were.`,
        `Policy ${result.policy.version} ${result.policy.state === 'published' ? 'published' : 'stays'}, mode ${result.mode}.`,
        result.mode === 'observe'
          ? 'Nothing changes for anybody yet. Look at a few decisions, then run "baton go-live".'
          : 'Baton is live.',
      ]);
    });

  program
    .command('doctor')
    .description('Say what is missing, and how to mend it')
    .option('--json', 'print JSON')
    .action(async ({ json }: Json) => {
      const findings = await runAppCommand(configOf(context), 'doctor', null);
      report(context, json, findings, findings.flatMap(findingLines));
      if (findings.some(({ state }) => state === 'fail')) process.exitCode = EXIT.foundProblem;
    });

  program
    .command('go-live')
    .description('Hand off for real every contact that becomes an MQL from now on')
    .option('--by <owner>', 'who you are, an owner id; the admin of this machine without it')
    .option('--json', 'print JSON')
    .action(async ({ json, by }: Json & { by?: string }) => {
      const config = configOf(context);
      const expected = (await runAppCommand(config, 'policy-show', null))?.version ?? null;
      const result = await runAppCommand(config, 'go-live', { by: by ?? ADMIN, expected });
      report(context, json, result, [
        result.changed
          ? `Live since ${result.goLiveAt}, policy ${result.version}. Older MQLs stay untouched; "baton backlog" takes them.`
          : `Already live since ${result.goLiveAt}, policy ${result.version}.`,
      ]);
    });

  program
    .command('backlog')
    .description('Hand off MQLs from before go-live')
    .option('--dry-run', 'say what would happen and change nothing (the default)')
    .option('--apply', 'put them in line')
    .option('--limit <n>', 'how many at most', wholeNumber, 1000)
    .option('--json', 'print JSON')
    .action(async (options: Json & { apply?: boolean; dryRun?: boolean; limit: number }) => {
      if (options.apply && options.dryRun) {
        program.error('Use either --dry-run or --apply.', { exitCode: EXIT.wrongUse });
      }
      const result = await withProgress(context, 'Backlog', (progress) =>
        runAppCommand(
          configOf(context),
          'backlog',
          { apply: options.apply ?? false, limit: options.limit },
          progress,
        ),
      );
      const outcomes = Object.entries(result.byOutcome).map(([what, n]) => [what, String(n)]);
      report(context, options.json, result, [
        ...(outcomes.length > 0 ? columns([['outcome', 'leads'], ...outcomes]) : []),
        options.apply
          ? `${result.queued} contacts are in line.`
          : `${result.found} contacts would be handed off. Nothing was changed; --apply does it.`,
      ]);
    });

  program
    .command('sweep')
    .description('Look once at every handoff whose time has come')
    .option('--limit <n>', 'how many at most', wholeNumber, 1000)
    .option('--json', 'print JSON')
    .action(async ({ limit, json }: Json & { limit: number }) => {
      const due = await runAppCommand(configOf(context), 'sweep', { limit });
      report(context, json, { due }, [
        due === 0 ? 'Nothing is due.' : `In line to be looked at: ${counted(due, 'handoff')}.`,
      ]);
    });
}

function findingLines({ check, state, message, remedy }: Finding): readonly string[] {
  const sign = { ok: 'ok  ', warn: 'look', fail: 'FAIL' }[state];
  return [`${sign}  ${check}: ${message}`, ...(remedy ? [`      ${remedy}`] : [])];
}

function wholeNumber(raw: string): number {
  if (!/^[1-9]\d*$/.test(raw)) {
    throw new InvalidArgumentError(`"${raw}" is not a whole number above 0.`);
  }
  return Number(raw);
}
