import { isOpenFit } from '../assess/best-fit.ts';
import type {
  CompiledDisqualifyRule,
  CompiledFitRule,
  CompiledIntentRule,
  CompiledPolicy,
} from '../compile/compiled-policy.ts';
import { openAmong } from '../compile/components.ts';
import { isOverruled } from '../assess/grades.ts';
import { scaledPoints } from '../compile/points.ts';
import { TRUE, UNKNOWN } from '../../condition/truth.ts';
import type { World } from '../compile/world.ts';

/** What is still open about a lead, and the part of its scores that is certain. */
export interface OpenQuestions {
  readonly fit: readonly CompiledFitRule[];
  readonly intent: readonly CompiledIntentRule[];
  readonly stops: readonly CompiledDisqualifyRule[];
  /** Stops that look at the verdict: whether they hold is settled with the scores. */
  readonly viewStops: readonly CompiledDisqualifyRule[];
  readonly certainFit: number;
  readonly certainIntent: number;
  /** Some rule stops the lead whatever else turns out. */
  readonly stopped: boolean;
}

/** Finds what is open in an assessed world. */
export function openQuestions(compiled: CompiledPolicy, world: World): OpenQuestions {
  const { truths, view } = world;
  const fit: CompiledFitRule[] = [];
  const intent: CompiledIntentRule[] = [];
  const stops: CompiledDisqualifyRule[] = [];
  const viewStops: CompiledDisqualifyRule[] = [];
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
    else certainIntent += world.points[rule.index] ?? 0;
  }
  for (const rule of compiled.disqualify) {
    if (isOverruled(rule, world)) continue;
    if (rule.usesView) {
      viewStops.push(rule);
      continue;
    }
    const truth = rule.test(truths, view);
    if (truth === UNKNOWN && openAmong(rule.dimensions, world)) stops.push(rule);
    else if (truth === TRUE) stopped = true;
  }
  if (compiled.fitProperty) certainFit = orZero(scaledPoints(world.fitRaw, compiled.fitProperty));
  if (compiled.intentProperty) {
    certainIntent = orZero(scaledPoints(world.intentRaw, compiled.intentProperty));
  }
  return { fit, intent, stops, viewStops, certainFit, certainIntent, stopped };
}

function orZero(points: number): number {
  return Number.isNaN(points) ? 0 : points;
}

/** Evidence is open while it is unknown whether it holds, or when, or whether another rule of its act takes it. */
function isOpen(rule: CompiledIntentRule, world: World): boolean {
  const { evidence, rivals } = rule;
  if (evidence.kind === 'event' && world.undatable[rule.index] === 1) return true;
  if (rivals.some((rival) => isOpen(rival, world))) return true;
  if (evidence.kind === 'event' || !openAmong(rule.dimensions, world)) return false;
  const truth = evidence.test(world.truths, world.view);
  if (truth === UNKNOWN) return true;
  return (
    truth === TRUE &&
    evidence.dateSlot >= 0 &&
    !Number.isFinite(world.ages[evidence.dateSlot] ?? NaN)
  );
}
