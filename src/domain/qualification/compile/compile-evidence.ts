import type { EventMatch, Evidence, Op } from '../../condition/condition-schema.ts';
import { DAY, parseInstant, type Instant } from '../../instant.ts';
import { compileCondition, type ConditionContext, type Test } from './compile-condition.ts';
import { segmentField, type Atom } from '../../condition/fact-table.ts';
import type { LeadEvent } from '../../condition/lead-facts.ts';
import { TRUE } from '../../condition/truth.ts';
import { compileTest, fieldValue } from '../../condition/value-test.ts';

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
  readonly type: string;
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
      type: evidence.event,
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

/**
 * Ages in milliseconds of the events that match, newest first; an event up to a day ahead of `now` has a negative age.
 */
export function agesOfMatching(
  evidence: EventEvidence,
  events: readonly LeadEvent[],
  now: Instant,
): number[] {
  const ages: number[] = [];
  for (const event of events) {
    if (event.type !== evidence.type) continue;
    const at = parseInstant(event.occurredAt);
    if (!at.ok) continue;
    const age = now - at.value;
    if (age <= evidence.withinMs && evidence.matches(event, now)) ages.push(age);
  }
  return ages.length > 1 ? ages.sort((a, b) => a - b) : ages;
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
