import type { Command } from 'commander';
import type { LivePolicy } from '../../../application/live-policy.ts';
import { instant, type Instant } from '../../../domain/instant.ts';
import { judge } from '../../../domain/qualification/judge.ts';
import type { Verdict } from '../../../domain/qualification/verdict.ts';
import type { LeadFacts } from '../../../domain/condition/lead-facts.ts';
import { columns, EXIT, withProgress, type CommandContext } from '../command-context.ts';
import { evaluationText, placeText, tierText } from './evaluation-text.ts';
import { toEvaluation, type Evaluation } from './evaluation.ts';
import { faultLines, tallyFaults, type FaultTally } from './fault-tally.ts';
import { missingColumnLines } from './missing-columns.ts';
import { printJsonList } from './print-json-list.ts';
import { instantOption } from './read-instant.ts';
import { readLeads, type LeadFile } from './read-leads.ts';
import { readPolicy } from '../read-policy.ts';
import { wholeNumberOption } from './whole-number-option.ts';

interface Options {
  readonly leads: string;
  readonly policy?: string;
  readonly now?: Instant;
  readonly show: number;
  readonly json?: boolean;
}

/** Rows of the summary that are always there. */
const PLACES = [tierText('tier_1'), tierText('tier_2'), tierText('tier_3'), 'Disqualified'];

/** Progress is told once for so many leads. */
const TELL_EVERY = 500;

/** Adds `evaluate`: what the policy says of each lead of a file (design §9). Nothing is read from or written to HubSpot. */
export function addEvaluateCommand(program: Command, context: CommandContext): void {
  program
    .command('evaluate')
    .description('Say what the policy makes of each lead in a file; reads and writes nothing else')
    .requiredOption(
      '--leads <file>',
      'JSON ({ "leads": [ … ] }), one lead per line (.ndjson), or a CSV export of HubSpot contacts',
    )
    .option('--policy <file>', 'policy document; the default policy without it')
    .option('--now <instant>', 'decide as of this instant; the present without it', instantOption)
    .option(
      '--show <n>',
      'how many leads to print one by one; the summary counts all',
      wholeNumberOption,
      50,
    )
    .option('--json', 'print JSON')
    .addHelpText('after', CSV_HELP)
    .action(async (options: Options) => {
      const policy = await readPolicy(options.policy);
      const file = await readLeads(options.leads);
      const now = options.now ?? instant(context.realNow());
      const faults = tallyFaults();
      await (options.json
        ? printJsonList(context, {
            name: 'results',
            items: evaluations(evaluateAll(file, policy, now, faults)),
            rest: () => (faults.count() > 0 ? { faults: faults.summary() } : {}),
          })
        : printText(context, file, policy, { now, faults, show: options.show }));
      if (faults.count() > 0) process.exitCode = EXIT.foundProblem;
    });
}

const CSV_HELP = `
In a CSV, columns are HubSpot's labels or internal names, or contact.<property> and company.<property>. Company name,
industry, number of employees (or company size) and annual revenue also count as facts about the company. A range of
employees counts as its middle; a time without a zone is read as UTC. Events, lists and deals are not in a CSV: unknown.`;

interface Evaluated {
  readonly facts: LeadFacts;
  readonly verdict: Verdict;
}

async function* evaluateAll(
  file: LeadFile,
  { compiled }: LivePolicy,
  now: Instant,
  faults: FaultTally,
): AsyncGenerator<Evaluated> {
  for await (const item of file.items) {
    if (item.kind === 'fault') faults.add(item);
    else yield { facts: item.facts, verdict: judge(compiled, item.facts, now) };
  }
}

async function* evaluations(evaluated: AsyncIterable<Evaluated>): AsyncGenerator<Evaluation> {
  for await (const { verdict } of evaluated) yield toEvaluation(verdict);
}

/** The first leads one by one, then a progress bar on a terminal, then what came of all of them. */
async function printText(
  context: CommandContext,
  file: LeadFile,
  policy: LivePolicy,
  options: { readonly now: Instant; readonly faults: FaultTally; readonly show: number },
): Promise<void> {
  const counts = new Map(PLACES.map((place) => [place, 0]));
  let done = 0;
  await withProgress(context, 'Evaluate', async (progress) => {
    for await (const { facts, verdict } of evaluateAll(file, policy, options.now, options.faults)) {
      if (done < options.show) {
        for (const text of evaluationText(verdict, facts, policy.policy)) context.print(text);
      } else if (done % TELL_EVERY === 0) progress(done, Math.ceil(done / (file.share() || 1)));
      const place = placeText(verdict);
      counts.set(place, (counts.get(place) ?? 0) + 1);
      done++;
    }
  });
  const lines = [
    ...(done > options.show
      ? [`… and ${done - options.show} more; --show or --json has them.`, '']
      : []),
    ...columns([
      ['tier', 'leads'],
      ...[...counts].map(([place, leads]) => [place, String(leads)]),
      ['all', String(done)],
    ]),
    ...missingColumnLines(policy.policy, file.fields()),
    ...faultLines(options.faults),
  ];
  for (const text of lines) context.print(text);
}
