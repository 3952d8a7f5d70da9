import { isDeepStrictEqual } from 'node:util';
import {
  baton,
  batonStored,
  closures,
  jsonLogicJs,
  jsonRulesEngine,
  zenEngine,
  type Case,
  type Contender,
  type Answer,
} from './policy-engines.ts';
import { flatten, makeLeads, RULES } from './policy-workload.ts';

/** Unknown facts cost Baton more than the others, which take them as false: it works out what they could change. */
const WORKLOADS = [
  { name: 'Complete leads', unsetShare: 0 },
  { name: 'Leads with one value in seven unset', unsetShare: 1 / 7 },
];
const LEADS = 1_000;
const ROUNDS = 9;
/** Every turn of an engine lasts at least this long, so that fast ones are not measured by the clock's grain. */
const TURN_MS = 200;

/**
 * Decisions per second of Baton and of other rule engines on the same 24 rules and leads. The verdicts are compared
 * before anything is timed; engines then take turns, and the median of their rounds counts, so that a noisy machine
 * disturbs all alike.
 */
export async function benchPolicy(): Promise<void> {
  for (const { name, unsetShare } of WORKLOADS) {
    const cases = makeLeads(LEADS, unsetShare).map((lead) => ({ lead, flat: flatten(lead) }));
    const contenders = [
      baton(),
      batonStored(),
      jsonRulesEngine(),
      jsonLogicJs(),
      zenEngine(),
      closures(),
    ];
    await compareVerdicts(contenders, cases);
    console.log(`\n${name}: ${RULES.length} rules, ${LEADS} leads, all verdicts equal\n`);
    printRatios(contenders, await timeInTurns(contenders, cases));
  }
}

/** Median decisions per second of each engine. */
async function timeInTurns(
  contenders: readonly Contender[],
  cases: readonly Case[],
): Promise<readonly number[]> {
  const rates = contenders.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      rates[index]?.push(await decisionsPerSecond(contender, cases));
    }
  }
  // The first round warms up.
  return rates.map((measured) => median(measured.slice(1)));
}

function printRatios(contenders: readonly Contender[], rates: readonly number[]): void {
  const ours = rates[0] ?? NaN;
  console.log('| engine | decisions per second | Baton, full decision, is |');
  console.log('| --- | ---: | ---: |');
  for (const [index, { name }] of contenders.entries()) {
    const rate = rates[index] ?? NaN;
    const perSecond = Math.round(rate).toLocaleString('en');
    console.log(`| ${name} | ${perSecond} | ${(ours / rate).toPrecision(3)} x |`);
  }
}

async function compareVerdicts(
  contenders: readonly Contender[],
  cases: readonly Case[],
): Promise<void> {
  for (const one of cases) {
    const verdicts: Answer[] = [];
    for (const { run } of contenders) verdicts.push(await run(one));
    const different = verdicts.findIndex((verdict) => !isDeepStrictEqual(verdict, verdicts[0]));
    if (different >= 0) {
      throw new Error(
        `${contenders[different]?.name ?? ''} differs on lead ${one.lead.id}: ` +
          `${JSON.stringify(verdicts[different])} instead of ${JSON.stringify(verdicts[0])}`,
      );
    }
  }
}

async function decisionsPerSecond({ run }: Contender, cases: readonly Case[]): Promise<number> {
  const start = performance.now();
  let decided = 0;
  let elapsed = 0;
  while (elapsed < TURN_MS) {
    for (const one of cases) {
      const verdict = run(one);
      if (verdict instanceof Promise) await verdict;
    }
    decided += cases.length;
    elapsed = performance.now() - start;
  }
  return (decided / elapsed) * 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

if (import.meta.main) await benchPolicy();
