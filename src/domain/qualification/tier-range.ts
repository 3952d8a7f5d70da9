import { assess, type Assessment } from './assess.ts';
import type {
  CompiledDisqualifyRule,
  CompiledFitRule,
  CompiledIntentRule,
  CompiledPolicy,
} from './compiled-policy.ts';
import { fitGroups, isOpenFit } from './best-fit.ts';
import { components, forEachCompletion, MAX_CELLS, openAmong } from './components.ts';
import { gradeBit, type DecisionView } from './decision-view.ts';
import type { Tier } from './decision.ts';
import { firstEntry, gradeByPoints, isOverruled, levelOf } from './grades.ts';
import { scaledPoints, toScore } from './points.ts';
import { scoreIntentRule } from './score-intent-rule.ts';
import { FALSE, TRUE, truthOf, UNKNOWN, type Truth } from './truth.ts';
import type { World } from './world.ts';

/** 1 to 3 for the tiers; 4 for a lead without one: disqualified, or no entry holds. */
export type Rank = 1 | 2 | 3 | 4;

/** The best and worst tier over all values the unknown fields could take (design §6). */
export interface TierRange {
  readonly best: Rank;
  readonly worst: Rank;
  /** True where there were too many combinations: the range is then at least as wide as the exact one. */
  readonly isBound: boolean;
}

const RANKS: Readonly<Record<Tier, Rank>> = { tier_1: 1, tier_2: 2, tier_3: 3 };

/** Orders tiers; null is the weakest. */
export function rankOf(tier: Tier | null): Rank {
  return tier === null ? 4 : RANKS[tier];
}

/** The tier of a rank. */
export function tierOfRank(rank: Rank): Tier | null {
  return rank === 4 ? null : `tier_${rank}`;
}

/** Rank of an assessed lead. */
export function rankAt(compiled: CompiledPolicy, assessment: Assessment): Rank {
  if (assessment.stoppedBy) return 4;
  return rankOf(compiled.tiers[assessment.entry]?.tier ?? null);
}

/** What is still open about a lead, and the part of its scores that is certain. */
interface OpenQuestions {
  readonly fit: readonly CompiledFitRule[];
  readonly intent: readonly CompiledIntentRule[];
  readonly stops: readonly CompiledDisqualifyRule[];
  readonly certainFit: number;
  readonly certainIntent: number;
  /** Some rule stops the lead whatever else turns out. */
  readonly stopped: boolean;
}

/** One way things could turn out in one group of unknown fields, as far as the tier depends on it. */
interface Outcome {
  readonly fit: number;
  readonly intent: number;
  readonly stopped: boolean;
  /** Points beside each other: rule index, occurrences, asks for contact. */
  readonly matched: readonly (readonly [rule: number, count: number, asks: number])[];
  /** Comparisons of the tier table: atom index, truth. */
  readonly tier: readonly (readonly [atom: number, truth: number])[];
  readonly key: string;
}

/**
 * Best and worst tier over everything that could still turn out. The lead as it is counts as one way, so that best is
 * never below and worst never above it.
 *
 * First a bound is taken from the ranges of both scores: for most leads it has one tier in it and that is the answer.
 * Otherwise unknown fields that share a condition are tried jointly and the distinct outcomes of the groups combined.
 */
export function tierRange(
  compiled: CompiledPolicy,
  world: World,
  assessment: Assessment,
): TierRange {
  const actual = rankAt(compiled, assessment);
  if (!world.open.includes(1)) return { best: actual, worst: actual, isBound: false };
  const forgotten = forgetIfSet(compiled, world);
  const questions = openQuestions(compiled, world);
  const bound = boundOf(compiled, world, questions, actual);
  const range =
    bound.best === bound.worst
      ? { ...bound, isBound: false }
      : (exactRange(compiled, world, questions, actual) ?? bound);
  for (const [atom, truth] of forgotten) world.truths[atom] = truth;
  // Looking ahead has written over what matched.
  if (questions.intent.length > 0) assess(compiled, world);
  return range;
}

/** Whether a field is set has an answer now, but another one once it is known: unknown while we look ahead. */
function forgetIfSet(
  compiled: CompiledPolicy,
  world: World,
): readonly (readonly [number, number])[] {
  if (compiled.asksIfSet.length === 0) return [];
  return compiled.asksIfSet
    .filter((atom) => world.set[atom.slot] === 0)
    .map(({ index }) => {
      const truth = world.truths[index] ?? 0;
      world.truths[index] = UNKNOWN;
      return [index, truth] as const;
    });
}

function openQuestions(compiled: CompiledPolicy, world: World): OpenQuestions {
  const { truths, view } = world;
  const fit: CompiledFitRule[] = [];
  const intent: CompiledIntentRule[] = [];
  const stops: CompiledDisqualifyRule[] = [];
  let certainFit = 0;
  let certainIntent = 0;
  let stopped = false;
  for (const rule of compiled.fit) {
    const truth = rule.test(truths, view);
    if (isOpenFit(rule, world)) fit.push(rule);
    else if (truth === TRUE) certainFit += rule.points;
  }
  for (const rule of compiled.intent) {
    if (isOpen(rule, world)) intent.push(rule);
    else {
      scoreIntentRule(rule, world, 0);
      certainIntent += world.points[rule.index] ?? 0;
    }
  }
  for (const rule of compiled.disqualify) {
    if (isOverruled(rule, world)) continue;
    const truth = rule.test(truths, view);
    if (truth === UNKNOWN && openAmong(rule.dimensions, world)) stops.push(rule);
    else if (truth === TRUE) stopped = true;
  }
  if (compiled.fitProperty) certainFit = orZero(scaledPoints(world.fitRaw, compiled.fitProperty));
  if (compiled.intentProperty) {
    certainIntent = orZero(scaledPoints(world.intentRaw, compiled.intentProperty));
  }
  return { fit, intent, stops, certainFit, certainIntent, stopped };
}

function orZero(points: number): number {
  return Number.isNaN(points) ? 0 : points;
}

/** Evidence is open while it is unknown whether it holds, or when. */
function isOpen(rule: CompiledIntentRule, world: World): boolean {
  const { evidence } = rule;
  if (evidence.kind === 'event' || !openAmong(rule.dimensions, world)) return false;
  const truth = evidence.test(world.truths, world.view);
  if (truth === UNKNOWN) return true;
  return truth === TRUE && evidence.dateSlot >= 0 && Number.isNaN(world.ages[evidence.dateSlot]);
}

/** Every tier that is possible when both scores may lie anywhere between their extremes. */
function boundOf(
  compiled: CompiledPolicy,
  world: World,
  questions: OpenQuestions,
  actual: Rank,
): TierRange {
  const view = boundView(compiled, world, questions);
  let best: number = actual;
  let worst: number = questions.stopped || questions.stops.length > 0 ? 4 : actual;
  let certain = questions.stopped;
  for (const { test, tier } of compiled.tiers) {
    if (certain) break;
    const truth = test(world.truths, view);
    if (truth === FALSE) continue;
    best = Math.min(best, rankOf(tier));
    worst = Math.max(worst, rankOf(tier));
    certain = truth === TRUE;
  }
  return { best: best as Rank, worst: (certain ? worst : 4) as Rank, isBound: true };
}

function boundView(compiled: CompiledPolicy, world: World, questions: OpenQuestions): DecisionView {
  const view = world.boundView;
  const fitUnscored = compiled.fitProperty !== null && Number.isNaN(world.fitRaw);
  const intentUnscored = compiled.intentProperty !== null && Number.isNaN(world.intentRaw);
  const [fitLow, fitHigh] = extremes(questions.certainFit, questions.fit);
  const [intentLow, intentHigh] = extremes(questions.certainIntent, questions.intent);
  view.fitLow = fitUnscored ? 0 : toScore(fitLow);
  view.fitHigh = fitUnscored ? 100 : toScore(fitHigh);
  view.intentLow = intentUnscored ? 0 : toScore(intentLow);
  view.intentHigh = intentUnscored ? 100 : toScore(intentHigh);
  view.grades = 0;
  const { A, B } = compiled.policy.cutoffs.fit;
  for (const score of [view.fitLow, view.fitHigh, A, B]) {
    if (score >= view.fitLow && score <= view.fitHigh) {
      view.grades |= gradeBit(gradeByPoints(compiled, world, score));
    }
  }
  view.levelLow = levelOf(compiled, view.intentHigh);
  view.levelHigh = levelOf(compiled, view.intentLow);
  boundCounts(compiled, world, questions, view);
  return view;
}

function extremes(
  certain: number,
  open: readonly { readonly points: number }[],
): readonly [number, number] {
  let low = certain;
  let high = certain;
  for (const { points } of open) {
    low += Math.min(0, points);
    high += Math.max(0, points);
  }
  return [low, high];
}

function boundCounts(
  { intent, kinds }: CompiledPolicy,
  world: World,
  questions: OpenQuestions,
  view: DecisionView,
): void {
  const certain = new Set<number>();
  const possible = new Set<number>();
  let requested: Truth = FALSE;
  for (const rule of intent) {
    const open = questions.intent.includes(rule);
    const low = open ? 0 : (world.counts[rule.index] ?? 0);
    view.countLow[rule.index] = low;
    view.countHigh[rule.index] = open ? 1 : low;
    if (open && rule.asksFrom !== Infinity && requested === FALSE) requested = UNKNOWN;
    if (!open && world.asks[rule.index] === 1) requested = TRUE;
    if (rule.kind >= 0 && (open || low > 0)) (open ? possible : certain).add(rule.kind);
  }
  view.requested = requested;
  view.kindsLow = certain.size;
  view.kindsHigh = Math.min(kinds, new Set([...certain, ...possible]).size);
}

function exactRange(
  compiled: CompiledPolicy,
  world: World,
  questions: OpenQuestions,
  actual: Rank,
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
  let best: number = actual;
  let worst: number = actual;
  for (const outcome of outcomes) {
    for (const fit of fitSums) {
      const rank = rankIf(compiled, world, questions, outcome, fit);
      best = Math.min(best, rank);
      worst = Math.max(worst, rank);
    }
  }
  const isBound = [...groups.flat(), ...pure.flatMap(({ dimensions }) => dimensions)].some(
    (index) => compiled.dimensions[index]?.partition(world.now).exact === false,
  );
  return { best: best as Rank, worst: worst as Rank, isBound };
}

/**
 * Every sum that groups of fit rules can come to together; one per grade is enough where nothing else in the policy
 * tells sums of a grade apart. Null beyond `MAX_CELLS`.
 */
function fitSumsOf(
  compiled: CompiledPolicy,
  world: World,
  certainFit: number,
  groups: readonly (ReadonlySet<number> | null)[],
  onlyPure: boolean,
): readonly number[] | null {
  let sums = new Set([0]);
  for (const group of groups) {
    if (group === null || sums.size * group.size > MAX_CELLS) return null;
    const longer = new Set<number>();
    for (const sum of sums) for (const points of group) longer.add(sum + points);
    sums = longer;
  }
  if (compiled.tiersUseFitScore || !onlyPure) return [...sums];
  const byGrade = new Map<string, number>();
  for (const sum of sums) {
    byGrade.set(gradeByPoints(compiled, world, toScore(certainFit + sum)), sum);
  }
  return [...byGrade.values()];
}

const NOTHING: Outcome = { fit: 0, intent: 0, stopped: false, matched: [], tier: [], key: '' };

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
  const counted = forEachCompletion(compiled, world, group, (cells) => {
    let fitPoints = 0;
    for (const rule of fit)
      if (rule.test(world.truths, world.view) === TRUE) fitPoints += rule.points;
    if (fitCell) fitPoints = scaledPoints(Number(cells[fitCell.at]?.value), fitCell);
    let intentPoints = 0;
    for (const rule of intent) {
      scoreIntentRule(rule, world, 0);
      intentPoints += world.points[rule.index] ?? 0;
    }
    if (intentCell) intentPoints = scaledPoints(Number(cells[intentCell.at]?.value), intentCell);
    if (Number.isNaN(fitPoints + intentPoints)) return;
    const stopped = stops.some((rule) => rule.test(world.truths, world.view) === TRUE);
    const matched = compiled.tiersCount
      ? intent.map(
          ({ index }) => [index, world.counts[index] ?? 0, world.asks[index] ?? 0] as const,
        )
      : [];
    const tier = atoms.map(({ index }) => [index, world.truths[index] ?? 0] as const);
    const key = `${fitPoints}|${intentPoints}|${stopped}|${matched.join()}|${tier.join()}`;
    if (!outcomes.has(key)) {
      outcomes.set(key, { fit: fitPoints, intent: intentPoints, stopped, matched, tier, key });
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
      if (!all.has(key)) all.set(key, { fit, intent, stopped, matched, tier, key });
    }
  }
  return [...all.values()];
}

/** The tier of the lead if everything open turned out like this. */
function rankIf(
  compiled: CompiledPolicy,
  world: World,
  questions: OpenQuestions,
  outcome: Outcome,
  fit: number,
): Rank {
  if (questions.stopped || outcome.stopped) return 4;
  const view = world.boundView;
  view.fitLow = view.fitHigh = toScore(questions.certainFit + outcome.fit + fit);
  view.grades = gradeBit(gradeByPoints(compiled, world, view.fitLow));
  view.intentLow = view.intentHigh = toScore(questions.certainIntent + outcome.intent);
  view.levelLow = view.levelHigh = levelOf(compiled, view.intentLow);
  for (const [rule, count, asks] of outcome.matched) {
    world.counts[rule] = count;
    world.asks[rule] = asks;
  }
  const kinds = new Set<number>();
  let asked = false;
  for (const { index, kind } of compiled.intent) {
    const count = world.counts[index] ?? 0;
    view.countLow[index] = view.countHigh[index] = count;
    if (count > 0 && kind >= 0) kinds.add(kind);
    if (world.asks[index] === 1) asked = true;
  }
  view.kindsLow = view.kindsHigh = kinds.size;
  view.requested = truthOf(asked);
  const saved = outcome.tier.map(([atom]) => world.truths[atom] ?? 0);
  for (const [atom, truth] of outcome.tier) world.truths[atom] = truth;
  const entry = firstEntry(compiled, world.truths, view);
  outcome.tier.forEach(([atom], at) => {
    world.truths[atom] = saved[at] ?? 0;
  });
  return rankOf(compiled.tiers[entry]?.tier ?? null);
}
