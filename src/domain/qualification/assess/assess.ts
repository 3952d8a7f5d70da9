import { bestFitPoints } from './best-fit.ts';
import type { CompiledDisqualifyRule, CompiledPolicy } from '../compile/compiled-policy.ts';
import { gradeBit } from './verdict-view.ts';
import type { FitGrade, IntentLevel } from '../verdict.ts';
import { firstEntry, gradeByPoints, isOverruled, levelOf } from './grades.ts';
import { scaledPoints, toScore } from '../compile/points.ts';
import { scoreIntentRule } from './score-intent-rule.ts';
import { TRUE, truthOf } from '../../condition/truth.ts';
import type { Scratch, World } from '../compile/world.ts';

/** What the policy concludes from a filled world, before any words are made of it. */
export interface Assessment {
  /** Sum of known fit points before rounding; NaN where the lead is not scored. */
  readonly fitPoints: number;
  readonly fitScore: number;
  readonly grade: FitGrade;
  readonly intentPoints: number;
  readonly intentScore: number;
  readonly level: IntentLevel;
  /** The first disqualification that holds. */
  readonly stoppedBy: CompiledDisqualifyRule | null;
  /** Index into `tiers` of the first entry that holds; -1 for none. Found also for disqualified leads. */
  readonly entry: number;
}

/** Draws every conclusion from a filled world; `world.points`, `counts`, `asks` and `view` are filled in on the way. */
export function assess(compiled: CompiledPolicy, world: Scratch): Assessment {
  for (const rule of compiled.intent) scoreIntentRule(rule, world, 0);
  return conclude(compiled, world);
}

/** The same once `scoreIntentRule` has run for every rule. */
export function conclude(compiled: CompiledPolicy, world: Scratch): Assessment {
  const { view } = world;
  const fitPoints = knownFitPoints(compiled, world);
  const fitScore = toScore(fitPoints);
  const intentPoints = knownIntentPoints(compiled, world);
  const intentScore = toScore(intentPoints);
  const grade = gradeOf(compiled, world, fitScore);
  const level = levelOf(compiled, intentScore);
  view.fitLow = view.fitHigh = fitScore;
  view.grades = gradeBit(grade);
  view.intentLow = view.intentHigh = intentScore;
  view.levelLow = view.levelHigh = Number.isNaN(intentScore) ? NaN : level;
  view.tier = null;
  countSignals(compiled, world);
  return {
    fitPoints,
    fitScore,
    grade,
    intentPoints,
    intentScore,
    level,
    stoppedBy: firstStop(compiled, world),
    entry: firstEntry(compiled, world.truths, view),
  };
}

function knownFitPoints(compiled: CompiledPolicy, world: World): number {
  if (compiled.fitProperty) return scaledPoints(world.fitRaw, compiled.fitProperty);
  let points = 0;
  for (const rule of compiled.fit) {
    if (rule.test(world.truths, world.view) === TRUE) points += rule.points;
  }
  return points;
}

function knownIntentPoints(compiled: CompiledPolicy, world: World): number {
  if (compiled.intentProperty) return scaledPoints(world.intentRaw, compiled.intentProperty);
  let points = 0;
  for (let index = 0; index < compiled.intent.length; index++) points += world.points[index] ?? 0;
  return points;
}

/** By known points if A or B; unknown if the best case reaches B; else C (design §6). */
function gradeOf(compiled: CompiledPolicy, world: World, score: number): FitGrade {
  const grade = Number.isNaN(score) ? 'C' : gradeByPoints(compiled, world, score);
  if (world.override === 'icp_exception') return grade === 'C' ? 'B' : grade;
  if (grade !== 'C') return grade;
  return toScore(bestFitPoints(compiled, world)) >= compiled.policy.cutoffs.fit.B ? 'unknown' : 'C';
}

function firstStop(compiled: CompiledPolicy, world: World): CompiledDisqualifyRule | null {
  for (const rule of compiled.disqualify) {
    if (rule.test(world.truths, world.view) === TRUE && !isOverruled(rule, world)) return rule;
  }
  return null;
}

function countSignals(compiled: CompiledPolicy, world: Scratch): void {
  const { counts, asks, kindSeen, view } = world;
  kindSeen.fill(0);
  let kinds = 0;
  let asked = false;
  for (const { index, kind } of compiled.intent) {
    const count = counts[index] ?? 0;
    view.countLow[index] = view.countHigh[index] = count;
    if (count === 0) continue;
    if (asks[index] === 1) asked = true;
    if (kind >= 0 && kindSeen[kind] === 0) {
      kindSeen[kind] = 1;
      kinds++;
    }
  }
  view.kindsLow = view.kindsHigh = kinds;
  view.requested = truthOf(asked);
}
