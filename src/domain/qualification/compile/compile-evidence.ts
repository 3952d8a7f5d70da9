import type { EventMatch, Evidence, Op } from '../../condition/condition-schema.ts';
import { DAY, parseInstant, type Instant } from '../../instant.ts';
import { compileCondition, type ConditionContext, type Test } from './compile-condition.ts';
import { segmentField, type Atom } from '../../condition/fact-table.ts';
import type { LeadEvent } from '../../condition/lead-facts.ts';
import { TRUE } from '../../condition/truth.ts';
import { CLOCK_TOLERANCE, compileTest, fieldValue } from '../../condition/value-test.ts';

/** Evidence that holds or not, such as a property or a list, dated by one field or not at all. */
export interface StateEvidence {
  readonly kind: 'state';
  readonly test: Test;
  readonly atoms: readonly Atom[];
  /** Slot whose date dates the evidence; -1 where nothing does. */
  readonly dateSlot: number;
}

/** Evidence that can occur many times. */
export interface EventEvidence {
  readonly kind: 'event';
  readonly types: ReadonlySet<string>;
  readonly matches: (event: LeadEvent, now: Instant) => boolean;
  /** Fewest occurrences for the rule to match. */
  readonly atLeast: number;
  /** Older ones do not count; Infinity without a limit. */
  readonly withinMs: number;
}

/** What an intent rule counts, ready to run. */
export type CompiledEvidence = StateEvidence | EventEvidence;

/** Compiles the three forms of evidence (design §6, EVIDENCE). */
export function compileEvidence(evidence: Evidence, context: ConditionContext): CompiledEvidence {
  if ('event' in evidence) {
    return {
      kind: 'event',
      types: new Set([evidence.event].flat()),
      matches: compileMatch(evidence.match ?? {}),
      atLeast: evidence.atLeast ?? 1,
      withinMs: (evidence.withinDays ?? Infinity) * DAY,
    };
  }
  if ('segment' in evidence) {
    const slot = context.facts.slot(segmentField(evidence.segment));
    slot.dated = true;
    const { test, atoms } = compileCondition({ segment: evidence.segment }, context);
    return { kind: 'state', test, atoms, dateSlot: slot.index };
  }
  const { test, atoms } = compileCondition(evidence.cond, context);
  if (evidence.dateField === undefined) return { kind: 'state', test, atoms, dateSlot: -1 };
  const slot = context.facts.slot(evidence.dateField);
  slot.dated = true;
  return { kind: 'state', test, atoms, dateSlot: slot.index };
}

/** An act that a rule counts. */
export interface Occurrence {
  /** Milliseconds before now; NaN where HubSpot gives no date. */
  readonly age: number;
  readonly act: LeadEvent;
}

/**
 * The acts that match, newest first, those without a date last. Where a date cannot be read, or lies further ahead than
 * clocks differ, nobody knows whether the act counts: `undatable` tells of it and it is left out.
 */
export function occurrencesOf(
  evidence: EventEvidence,
  acts: readonly LeadEvent[],
  now: Instant,
): { readonly occurrences: readonly Occurrence[]; readonly undatable: boolean } {
  const occurrences: Occurrence[] = [];
  let undatable = false;
  for (const act of acts) {
    if (!evidence.types.has(act.type) || !evidence.matches(act, now)) continue;
    const age = ageOf(act.occurredAt, now);
    if (age === Infinity) undatable = true;
    else if (!(age > evidence.withinMs)) occurrences.push({ age, act });
  }
  return {
    occurrences: occurrences.length > 1 ? occurrences.sort(newestFirst) : occurrences,
    undatable,
  };
}

/**
 * Milliseconds since a date as HubSpot wrote it; NaN where there is none, Infinity where it cannot be read or lies more
 * than a day ahead.
 */
export function ageOf(date: string | null, now: Instant): number {
  if (!date) return NaN;
  const at = parseInstant(date);
  return at.ok && now - at.value >= -CLOCK_TOLERANCE ? now - at.value : Infinity;
}

function newestFirst(a: Occurrence, b: Occurrence): number {
  if (Number.isNaN(a.age)) return Number.isNaN(b.age) ? 0 : 1;
  return Number.isNaN(b.age) ? -1 : a.age - b.age;
}

/** Every named property must be set and pass every test on it. */
function compileMatch(match: EventMatch): (event: LeadEvent, now: Instant) => boolean {
  const tests = Object.entries(match).flatMap(([property, ops]) =>
    Object.entries(ops).map(([op, value]) => ({ property, test: compileTest(op as Op, value) })),
  );
  return ({ properties }, now) =>
    tests.every(({ property, test }) => {
      const raw = properties[property];
      return raw ? test(fieldValue(raw), now) === TRUE : false;
    });
}
