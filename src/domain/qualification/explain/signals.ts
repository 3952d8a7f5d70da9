import type { CompiledIntentRule, CompiledPolicy } from '../compile/compiled-policy.ts';
import { ago, inTheLast, times } from '../../words/phrases.ts';
import { fadedPoints } from '../compile/points.ts';
import type { LeadEvent } from '../../condition/lead-facts.ts';
import { countedOf } from '../assess/counted-of.ts';
import { scoredOf } from './score-lines.ts';
import type { World } from '../compile/world.ts';

/** An intent rule that matched, as words are made of it. */
export interface Signal {
  readonly rule: CompiledIntentRule;
  readonly count: number;
  /** Age of the newest occurrence; NaN where undated. */
  readonly newest: number;
  /** Age of the oldest occurrence on record. */
  readonly oldest: number;
  /** The newest occurrence: a form sent, a page seen; evidence that is no act of its own has the type `state`. */
  readonly act: LeadEvent;
  /** Points by the rule's own figures, faded: also where HubSpot keeps the score. */
  readonly weight: number;
}

/** What matched, strongest first; of equal strength the newest first. Time has weakened the older ones already. */
export function signalsOf(compiled: CompiledPolicy, world: World): readonly Signal[] {
  const signals: Signal[] = [];
  for (const rule of compiled.intent) {
    const count = world.counts[rule.index] ?? 0;
    if (count === 0) continue;
    const counted = countedOf(rule, world);
    const [newest] = counted;
    if (!newest) continue;
    let weight = 0;
    for (const { age } of scoredOf(rule, world)) weight += fadedPoints(rule.rule.points, rule, age);
    const oldest = counted.at(-1)?.age ?? NaN;
    signals.push({ rule, count, newest: newest.age, oldest, act: newest.act, weight });
  }
  return signals.length > 1
    ? signals.sort((a, b) => b.weight - a.weight || order(a.newest) - order(b.newest))
    : signals;
}

/**
 * One signal in words.
 *
 * @example 'visited the pricing page twice in the last 3 days'
 */
export function signalPhrase({ rule, count, newest, oldest }: Signal): string {
  const when = count > 1 ? `${times(count)} ${inTheLast(oldest)}` : ago(newest);
  return when === '' ? rule.rule.label : `${rule.rule.label} ${when}`;
}

/** Undated ones stand behind dated ones of the same strength. */
function order(ageMs: number): number {
  return Number.isNaN(ageMs) ? Number.MAX_SAFE_INTEGER : ageMs;
}
