import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { gradeBit } from '../assess/verdict-view.ts';
import { gradeByPoints, levelOf } from '../assess/grades.ts';
import type { OpenQuestions } from './open-questions.ts';
import { toScore } from '../compile/points.ts';
import { rankOf, type Rank } from '../assess/rank.ts';
import { FALSE, TRUE, UNKNOWN, type Truth } from '../../condition/truth.ts';
import type { Scratch } from '../compile/world.ts';

/**
 * Every tier that is possible when both scores may lie anywhere between their extremes.
 *
 * @param compiled - the policy
 * @param ahead - a copy of the lead's world; its view is written over with the extremes
 * @param questions - what is open
 * @param actual - rank of the lead as it is
 */
export function tierBound(
  compiled: CompiledPolicy,
  ahead: Scratch,
  questions: OpenQuestions,
  actual: Rank,
): { readonly best: Rank; readonly worst: Rank } {
  widenView(compiled, ahead, questions);
  let best: number = actual;
  const viewStops = questions.viewStops.map(({ test }) => test(ahead.truths, ahead.view));
  const maybeStopped = questions.stops.length > 0 || viewStops.includes(UNKNOWN);
  let certain = questions.stopped || viewStops.includes(TRUE);
  let worst: number = certain || maybeStopped ? 4 : actual;
  for (const { test, tier } of compiled.tiers) {
    if (certain) break;
    const truth = test(ahead.truths, ahead.view);
    if (truth === FALSE) continue;
    best = Math.min(best, rankOf(tier));
    worst = Math.max(worst, rankOf(tier));
    certain = truth === TRUE;
  }
  return { best: best as Rank, worst: (certain ? worst : 4) as Rank };
}

function widenView(compiled: CompiledPolicy, ahead: Scratch, questions: OpenQuestions): void {
  const { view } = ahead;
  const fitUnscored = compiled.fitProperty !== null && Number.isNaN(ahead.fitRaw);
  const intentUnscored = compiled.intentProperty !== null && Number.isNaN(ahead.intentRaw);
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
      view.grades |= gradeBit(gradeByPoints(compiled, ahead, score));
    }
  }
  view.levelLow = levelOf(compiled, view.intentHigh);
  view.levelHigh = levelOf(compiled, view.intentLow);
  widenCounts(compiled, ahead, questions);
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

function widenCounts(
  { intent, kinds }: CompiledPolicy,
  { counts, asks, view }: Scratch,
  questions: OpenQuestions,
): void {
  const certain = new Set<number>();
  const possible = new Set<number>();
  let requested: Truth = FALSE;
  for (const rule of intent) {
    const open = questions.intent.includes(rule);
    const low = open ? 0 : (counts[rule.index] ?? 0);
    view.countLow[rule.index] = low;
    view.countHigh[rule.index] = open ? 1 : low;
    if (open && rule.asksFrom !== Infinity && requested === FALSE) requested = UNKNOWN;
    if (!open && asks[rule.index] === 1) requested = TRUE;
    if (rule.kind >= 0 && (open || low > 0)) (open ? possible : certain).add(rule.kind);
  }
  view.requested = requested;
  view.kindsLow = certain.size;
  view.kindsHigh = Math.min(kinds, new Set([...certain, ...possible]).size);
}
