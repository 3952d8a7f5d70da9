import { toIso, type Instant } from '../../instant.ts';
import type { Assessment } from '../assess/assess.ts';
import type {
  CompiledIntentRule,
  CompiledPolicy,
  PropertyScore,
} from '../compile/compiled-policy.ts';
import type { Contribution } from '../verdict.ts';
import { fadedPoints, scaledPoints } from '../compile/points.ts';
import { TRUE } from '../../condition/truth.ts';
import type { World } from '../compile/world.ts';

/**
 * The lines of the fit score. They add up to it exactly; rounding and the limit to 0..100 are lines of their own. With
 * HubSpot's own score there is one line that names it, and what matched is listed without points.
 */
export function fitLines(
  compiled: CompiledPolicy,
  world: World,
  { fitPoints, fitScore }: Assessment,
): readonly Contribution[] {
  const lines = propertyLines(compiled.fitProperty, world.fitRaw);
  for (const { rule, points, test } of compiled.fit) {
    if (test(world.truths, world.view) !== TRUE) continue;
    if (points !== 0 || compiled.fitProperty) {
      lines.push({ rule: rule.id, label: rule.label, points });
    }
  }
  return closeWith(lines, fitPoints, fitScore);
}

/** The lines of the intent score, one per occurrence that carries points, newest first within a rule. */
export function intentLines(
  compiled: CompiledPolicy,
  world: World,
  { intentPoints, intentScore }: Assessment,
): readonly Contribution[] {
  const lines = propertyLines(compiled.intentProperty, world.intentRaw);
  for (const rule of compiled.intent) {
    if ((world.counts[rule.index] ?? 0) === 0) continue;
    if (rule.points === 0 && !compiled.intentProperty) continue;
    const { id, label } = rule.rule;
    if (rule.evidence.kind === 'state') {
      const { dateSlot } = rule.evidence;
      const points = world.points[rule.index] ?? 0;
      lines.push(
        line(
          id,
          label,
          points,
          dateSlot < 0 ? NaN : (world.ages[dateSlot] ?? NaN),
          world,
          world.dates[dateSlot],
        ),
      );
      continue;
    }
    for (const age of agesOf(rule, world)) {
      lines.push(line(id, label, fadedPoints(rule.points, rule, age), age, world, null));
    }
  }
  return closeWith(lines, intentPoints, intentScore);
}

/** Ages in milliseconds of the occurrences that count for points, newest first; NaN where undated. */
export function agesOf(
  { evidence, index, maxCount }: CompiledIntentRule,
  world: World,
): readonly number[] {
  if (evidence.kind === 'state') {
    return [evidence.dateSlot < 0 ? NaN : (world.ages[evidence.dateSlot] ?? NaN)];
  }
  const ages = world.occurrences[index] ?? [];
  return ages.length > maxCount ? ages.slice(0, maxCount) : ages;
}

/** One line; the date as HubSpot wrote it is kept where it is in the usual form already. */
function line(
  rule: string,
  label: string,
  points: number,
  ageMs: number,
  world: World,
  written: string | null | undefined,
): Contribution {
  if (Number.isNaN(ageMs)) return { rule, label, points };
  const usual = written?.length === 24 && written.endsWith('Z');
  const occurredAt = usual ? written : toIso((world.now - ageMs) as Instant);
  return { rule, label, points, occurredAt };
}

function propertyLines(score: PropertyScore | null, raw: number): Contribution[] {
  if (!score || Number.isNaN(raw)) return [];
  return [
    {
      rule: 'property',
      label: `HubSpot score in ${score.field}`,
      points: scaledPoints(raw, score),
    },
  ];
}

function closeWith(lines: Contribution[], points: number, score: number): readonly Contribution[] {
  if (Number.isNaN(points)) return lines;
  const rounded = Math.floor(points + 0.5);
  if (rounded !== points) {
    lines.push({ rule: 'rounding', label: 'rounded to a whole point', points: rounded - points });
  }
  if (score !== rounded) {
    lines.push({ rule: 'limit', label: 'limited to 0 to 100', points: score - rounded });
  }
  return lines;
}
