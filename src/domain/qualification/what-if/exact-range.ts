import { fitGroups, type FitGroup } from '../assess/best-fit.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { components, forEachCompletion, isWholly, MAX_CELLS } from '../compile/components.ts';
import { gradeBit } from '../assess/verdict-view.ts';
import { firstEntry, gradeByPoints, levelOf } from '../assess/grades.ts';
import type { OpenQuestions } from './open-questions.ts';
import { scaledPoints, toScore } from '../compile/points.ts';
import { rankOf, type Rank, type TierRange } from '../assess/rank.ts';
import { scoreIntentRule } from '../assess/score-intent-rule.ts';
import { TRUE, truthOf } from '../../condition/truth.ts';
import { withCopy } from '../compile/with-copy.ts';
import type { Scratch, World } from '../compile/world.ts';

/** One way things could turn out in one group of unknown fields, as far as the tier depends on it. */
interface Outcome {
  readonly fit: number;
  readonly intent: number;
  readonly stopped: boolean;
  /** Points beside each other: rule index, occurrences, asks for contact. */
  readonly matched: readonly (readonly [rule: number, count: number, asks: number])[];
  /** Comparisons of the tier table: atom index, truth. */
  readonly tier: readonly (readonly [atom: number, truth: number])[];
  /** Values are known with which it turns out so. */
  readonly isReal: boolean;
  readonly key: string;
}

/** Two ends of a range of tiers. */
type Ends = Pick<TierRange, 'best' | 'worst'>;

/**
 * The range, by trying unknown fields that share a condition jointly and combining the distinct outcomes of the groups.
 * It is exact where both its ends are reached with values that are known; else it is a bound.
 *
 * @param compiled - the policy
 * @param world - of the lead, its tier open
 * @param questions - what is open
 * @param actual - rank of the lead as it is
 * @param bound - ends between which every tier lies
 * @returns null where there are more than `MAX_CELLS` combinations
 */
export function exactRange(
  compiled: CompiledPolicy,
  world: World,
  questions: OpenQuestions,
  actual: Rank,
  bound: Ends,
): TierRange | null {
  const otherwise = [
    ...[...questions.intent, ...questions.stops].map(({ dimensions }) => dimensions),
    ...compiled.dimensions
      .filter(({ index, tierAtoms }) => tierAtoms.length > 0 && world.open[index] === 1)
      .map(({ index }) => [index]),
    ...[compiled.fitProperty, compiled.intentProperty].flatMap((score) =>
      score ? [[score.dimension]] : [],
    ),
  ];
  // Most unknown fields only matter for fit: of those nothing but the sum of points has to be kept.
  const entangled = new Set(otherwise.flat());
  const pure = fitGroups(compiled, world).filter(
    ({ dimensions }) => !dimensions.some((dimension) => entangled.has(dimension)),
  );
  const pureRules = new Set(pure.flatMap(({ rules }) => rules));
  const fitSums = fitSumsOf(
    compiled,
    world,
    questions.certainFit,
    pure.map(({ sums }) => sums),
    pureRules.size === questions.fit.length && compiled.fitProperty === null,
  );
  const groups = components(
    [
      ...questions.fit.filter((rule) => !pureRules.has(rule)).map(({ dimensions }) => dimensions),
      ...otherwise,
    ],
    world,
  );
  let outcomes: readonly Outcome[] = [NOTHING];
  for (const group of groups) {
    const more = outcomesOf(compiled, world, questions, group);
    if (more === null || outcomes.length * more.length > MAX_CELLS) return null;
    outcomes = combine(outcomes, more);
  }
  if (fitSums === null || outcomes.length * fitSums.length > MAX_CELLS) return null;
  const all: { best: Rank; worst: Rank } = { best: actual, worst: actual };
  const reached: { best: Rank; worst: Rank } = { best: actual, worst: actual };
  withCopy(compiled, world, (ahead) => {
    for (const outcome of outcomes) {
      for (const [fit, isReal] of fitSums) {
        const rank = rankIf(compiled, ahead, questions, outcome, fit);
        widen(all, rank);
        if (isReal && outcome.isReal) widen(reached, rank);
      }
    }
  });
  // Where not every value is in a cell, only the bound holds for all of them.
  const isWhole = isWholly(compiled, world, [
    ...groups.flat(),
    ...pure.flatMap(({ dimensions }) => dimensions),
  ]);
  const best = isWhole ? worse(all.best, bound.best) : bound.best;
  const worst = isWhole ? better(all.worst, bound.worst) : bound.worst;
  return { best, worst, isBound: reached.best !== best || reached.worst !== worst };
}

function widen(ends: { best: Rank; worst: Rank }, rank: Rank): void {
  ends.best = better(ends.best, rank);
  ends.worst = worse(ends.worst, rank);
}

function better(a: Rank, b: Rank): Rank {
  return a < b ? a : b;
}

function worse(a: Rank, b: Rank): Rank {
  return a > b ? a : b;
}

/**
 * Every sum that groups of fit rules can come to together; one per grade is enough where nothing else in the policy
 * tells sums of a grade apart. Null beyond `MAX_CELLS`.
 */
function fitSumsOf(
  compiled: CompiledPolicy,
  world: World,
  certainFit: number,
  groups: readonly FitGroup['sums'][],
  onlyPure: boolean,
): Sums | null {
  let sums = new Map([[0, true]]);
  for (const group of groups) {
    if (group === null || sums.size * group.size > MAX_CELLS) return null;
    const longer = new Map<number, boolean>();
    for (const [sum, isReal] of sums) {
      for (const [points, alsoReal] of group) {
        const total = sum + points;
        longer.set(total, (isReal && alsoReal) || (longer.get(total) ?? false));
      }
    }
    sums = longer;
  }
  if (compiled.tiersUseFitScore || !onlyPure) return [...sums];
  const byGrade = new Map<string, Sums[number]>();
  for (const [sum, isReal] of sums) {
    const grade = gradeByPoints(compiled, world, toScore(certainFit + sum));
    if (isReal || !byGrade.has(grade)) byGrade.set(grade, [sum, isReal]);
  }
  return [...byGrade.values()];
}

/** Sums of points, each with whether values are known that come to it. */
type Sums = readonly (readonly [points: number, isReal: boolean])[];

const NOTHING: Outcome = {
  fit: 0,
  intent: 0,
  stopped: false,
  matched: [],
  tier: [],
  isReal: true,
  key: '',
};

function outcomesOf(
  compiled: CompiledPolicy,
  world: World,
  questions: OpenQuestions,
  group: readonly number[],
): readonly Outcome[] | null {
  const within = <Rule extends { readonly dimensions: readonly number[] }>(
    rules: readonly Rule[],
  ): readonly Rule[] =>
    rules.filter(({ dimensions }) => dimensions.some((it) => group.includes(it)));
  const fit = within(questions.fit);
  const intent = within(questions.intent);
  const stops = within(questions.stops);
  const atoms = group.flatMap((index) => compiled.dimensions[index]?.tierAtoms ?? []);
  const fitCell = openScoreAt(compiled.fitProperty, world.fitRaw, group);
  const intentCell = openScoreAt(compiled.intentProperty, world.intentRaw, group);

  const outcomes = new Map<string, Outcome>();
  const counted = forEachCompletion(compiled, world, group, (ahead, cells, isReal) => {
    let fitPoints = 0;
    for (const rule of fit)
      if (rule.test(ahead.truths, ahead.view) === TRUE) fitPoints += rule.points;
    if (fitCell) fitPoints = scaledPoints(Number(cells[fitCell.at]?.value), fitCell);
    let intentPoints = 0;
    for (const rule of intent) {
      scoreIntentRule(rule, ahead, 0);
      intentPoints += ahead.points[rule.index] ?? 0;
    }
    if (intentCell) intentPoints = scaledPoints(Number(cells[intentCell.at]?.value), intentCell);
    if (Number.isNaN(fitPoints + intentPoints)) return;
    const stopped = stops.some((rule) => rule.test(ahead.truths, ahead.view) === TRUE);
    const matched = compiled.tiersCount
      ? intent.map(
          ({ index }) => [index, ahead.counts[index] ?? 0, ahead.asks[index] ?? 0] as const,
        )
      : [];
    const tier = atoms.map(({ index }) => [index, ahead.truths[index] ?? 0] as const);
    const key = `${fitPoints}|${intentPoints}|${stopped}|${matched.join()}|${tier.join()}`;
    if (isReal ? !outcomes.get(key)?.isReal : !outcomes.has(key)) {
      outcomes.set(key, {
        fit: fitPoints,
        intent: intentPoints,
        stopped,
        matched,
        tier,
        isReal,
        key,
      });
    }
  });
  return counted ? [...outcomes.values()] : null;
}

/** Where in a group HubSpot's own, unset score stands. */
function openScoreAt(
  score: CompiledPolicy['fitProperty'],
  raw: number,
  group: readonly number[],
): { readonly at: number; readonly low: number; readonly high: number } | null {
  const at = score && Number.isNaN(raw) ? group.indexOf(score.dimension) : -1;
  return score && at >= 0 ? { at, low: score.low, high: score.high } : null;
}

function combine(left: readonly Outcome[], right: readonly Outcome[]): readonly Outcome[] {
  const all = new Map<string, Outcome>();
  for (const a of left) {
    for (const b of right) {
      const fit = a.fit + b.fit;
      const intent = a.intent + b.intent;
      const stopped = a.stopped || b.stopped;
      const matched = [...a.matched, ...b.matched];
      const tier = [...a.tier, ...b.tier];
      const key = `${fit}|${intent}|${stopped}|${matched.join()}|${tier.join()}`;
      const isReal = a.isReal && b.isReal;
      if (isReal ? !all.get(key)?.isReal : !all.has(key)) {
        all.set(key, { fit, intent, stopped, matched, tier, isReal, key });
      }
    }
  }
  return [...all.values()];
}

/**
 * The tier of the lead if everything open turned out like this. Every outcome writes over the same places of the copy,
 * so that nothing of the one before is left.
 */
function rankIf(
  compiled: CompiledPolicy,
  ahead: Scratch,
  questions: OpenQuestions,
  outcome: Outcome,
  fit: number,
): Rank {
  if (questions.stopped || outcome.stopped) return 4;
  const { view } = ahead;
  view.fitLow = view.fitHigh = toScore(questions.certainFit + outcome.fit + fit);
  view.grades = gradeBit(gradeByPoints(compiled, ahead, view.fitLow));
  view.intentLow = view.intentHigh = toScore(questions.certainIntent + outcome.intent);
  view.levelLow = view.levelHigh = levelOf(compiled, view.intentLow);
  for (const [rule, count, asks] of outcome.matched) {
    ahead.counts[rule] = count;
    ahead.asks[rule] = asks;
  }
  const kinds = new Set<number>();
  let asked = false;
  for (const { index, kind } of compiled.intent) {
    const count = ahead.counts[index] ?? 0;
    view.countLow[index] = view.countHigh[index] = count;
    if (count > 0 && kind >= 0) kinds.add(kind);
    if (ahead.asks[index] === 1) asked = true;
  }
  view.kindsLow = view.kindsHigh = kinds.size;
  view.requested = truthOf(asked);
  for (const [atom, truth] of outcome.tier) ahead.truths[atom] = truth;
  if (questions.viewStops.some(({ test }) => test(ahead.truths, view) === TRUE)) return 4;
  const entry = firstEntry(compiled, ahead.truths, view);
  return rankOf(compiled.tiers[entry]?.tier ?? null);
}
