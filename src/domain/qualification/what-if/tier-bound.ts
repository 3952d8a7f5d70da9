import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { gradeBit, type VerdictView } from '../assess/verdict-view.ts';
import { gradeByPoints, levelOf } from '../assess/grades.ts';
import type { OpenQuestions } from './open-questions.ts';
import { toScore } from '../compile/points.ts';
import { rankOf, type Rank } from '../assess/rank.ts';
import { FALSE, TRUE, UNKNOWN, type Truth } from '../../condition/truth.ts';
import type { World } from '../compile/world.ts';

/** Every tier that is possible when both scores may lie anywhere between their extremes. */
export function tierBound(
  compiled: CompiledPolicy,
  world: World,
  questions: OpenQuestions,
  actual: Rank,
): { readonly best: Rank; readonly worst: Rank } {
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
  return { best: best as Rank, worst: (certain ? worst : 4) as Rank };
}

function boundView(compiled: CompiledPolicy, world: World, questions: OpenQuestions): VerdictView {
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
  view: VerdictView,
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
