import { toIso, type Instant } from '../../instant.ts';
import type { Assessment } from '../assess/assess.ts';
import type { Occurrence } from '../compile/compile-evidence.ts';
import type {
  CompiledIntentRule,
  CompiledPolicy,
  PropertyScore,
} from '../compile/compiled-policy.ts';
import type { Contribution } from '../verdict.ts';
import { fadedPoints, scaledPoints } from '../compile/points.ts';
import { countedOf } from '../assess/counted-of.ts';
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
    for (const { age, act } of scoredOf(rule, world)) {
      const written =
        rule.evidence.kind === 'state' ? world.dates[rule.evidence.dateSlot] : act.occurredAt;
      lines.push(line(id, label, fadedPoints(rule.points, rule, age), age, world, written));
    }
  }
  return closeWith(lines, intentPoints, intentScore);
}

/** The occurrences that carry points, newest first. */
export function scoredOf(rule: CompiledIntentRule, world: World): readonly Occurrence[] {
  const counted = countedOf(rule, world);
  return counted.length > rule.maxCount ? counted.slice(0, rule.maxCount) : counted;
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
