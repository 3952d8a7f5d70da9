import type { Command } from 'commander';
import { STATUS_LABELS } from '../../../domain/handoff/handoff-status.ts';
import { instant, type Instant } from '../../../domain/instant.ts';
import type { LeadFacts } from '../../../domain/condition/lead-facts.ts';
import type { FairnessRow } from '../../../domain/routing/fairness-statement.ts';
import { columns, EXIT, withProgress, type CommandContext } from '../command-context.ts';
import { faultLines, tallyFaults, type FaultTally } from './fault-tally.ts';
import { printJsonList } from './print-json-list.ts';
import { instantOption } from './read-instant.ts';
import { readLeads, type LeadFile } from './read-leads.ts';
import { readPolicy } from '../read-policy.ts';
import { readReps } from './read-reps.ts';
import { createRouter, type Routed, type Router } from './route-file.ts';
import { wholeNumberOption } from './whole-number-option.ts';

interface Options {
  readonly leads: string;
  readonly policy: string;
  readonly reps: string;
  readonly now?: Instant;
  readonly show: number;
  readonly json?: boolean;
}

/** Progress is told once for so many leads. */
const TELL_EVERY = 100;

/** Adds `route`: who would get each lead of a file, in the order of the file, and how fair that is (design §9). */
export function addRouteCommand(program: Command, context: CommandContext): void {
  program
    .command('route')
    .description('Say who would get each lead in a file, and why; nothing is written anywhere')
    .requiredOption('--leads <file>', 'JSON, .ndjson or CSV, as for "evaluate"')
    .requiredOption('--policy <file>', 'policy document')
    .requiredOption(
      '--reps <file>',
      'JSON: { "reps": [ { "ownerId", "name", "active", "timeZone", "workingHours", "outOfOffice", "open" } ] }',
    )
    .option('--now <instant>', 'route as of this instant; the present without it', instantOption)
    .option('--show <n>', 'how many leads to print one by one', wholeNumberOption, 50)
    .option('--json', 'print JSON')
    .action(async (options: Options) => {
      const policy = await readPolicy(options.policy);
      const reps = await readReps(options.reps);
      const file = await readLeads(options.leads);
      const router = createRouter(policy, reps, options.now ?? instant(context.realNow()));
      const faults = tallyFaults();
      await (options.json
        ? printJsonList(context, {
            name: 'results',
            items: routedOnly(file, router, faults),
            rest: () => ({
              fairness: router.fairness(),
              ...(faults.count() > 0 ? { faults: faults.summary() } : {}),
            }),
          })
        : printText(context, { file, router, faults, reps, show: options.show }));
      if (faults.count() > 0) process.exitCode = EXIT.foundProblem;
    });
}

interface Answer {
  readonly facts: LeadFacts;
  readonly routed: Routed;
  readonly place: string;
  readonly reason: string | null;
}

async function* routeAll(
  file: LeadFile,
  router: Router,
  faults: FaultTally,
): AsyncGenerator<Answer> {
  for await (const item of file.items) {
    if (item.kind === 'fault') faults.add(item);
    else yield { facts: item.facts, ...router.route(item.facts) };
  }
}

async function* routedOnly(
  file: LeadFile,
  router: Router,
  faults: FaultTally,
): AsyncGenerator<Routed> {
  for await (const { routed } of routeAll(file, router, faults)) yield routed;
}

interface TextOptions {
  readonly file: LeadFile;
  readonly router: Router;
  readonly faults: FaultTally;
  readonly reps: Awaited<ReturnType<typeof readReps>>;
  readonly show: number;
}

async function printText(context: CommandContext, options: TextOptions): Promise<void> {
  const { file, router, faults, show } = options;
  const nameOf = (ownerId: string): string => options.reps.reps.get(ownerId)?.name ?? ownerId;
  let done = 0;
  await withProgress(context, 'Route', async (progress) => {
    for await (const answer of routeAll(file, router, faults)) {
      if (done < show) for (const text of answerText(answer, nameOf)) context.print(text);
      else if (done % TELL_EVERY === 0) progress(done, Math.ceil(done / (file.share() || 1)));
      done++;
    }
  });
  const lines = [
    ...(done > show ? [`… and ${done - show} more; --show or --json has them.`, ''] : []),
    ...fairnessLines(router.fairness(), nameOf),
    ...faultLines(faults),
  ];
  for (const text of lines) context.print(text);
}

function answerText(
  { facts, routed, place, reason }: Answer,
  nameOf: (ownerId: string) => string,
): readonly string[] {
  const { ownerId, pool, dueAt, trace } = routed;
  return [
    [routed.id, facts.properties['email'], place].filter(Boolean).join(' · '),
    ownerId === null
      ? `  State    ${STATUS_LABELS[routed.status]}`
      : `  To       ${nameOf(ownerId)}`,
    ...(pool === null ? [] : [`  Pool     ${pool}`]),
    ...(dueAt === null ? [] : [`  Due      ${dueAt}`]),
    ...(reason === null ? [] : [`  Why      ${reason}`]),
    ...trace
      .filter(({ turn }) => !turn)
      .map(({ ownerId: other, why }) => `  Not      ${nameOf(other)}: ${why}`),
    '',
  ];
}

function fairnessLines(
  rows: readonly FairnessRow[],
  nameOf: (ownerId: string) => string,
): readonly string[] {
  if (rows.length === 0) return ['No pool has given a lead.'];
  return columns([
    ['pool', 'rep', 'weight', 'entitled', 'received', 'still due'],
    ...rows.map((row) => [
      row.pool,
      nameOf(row.ownerId),
      String(row.weight),
      row.entitled.toFixed(2),
      String(row.received),
      row.credit.toFixed(2),
    ]),
  ]);
}
