import type { Instant } from '../../instant.ts';
import { createFactTable, type Atom } from '../../condition/fact-table.ts';
import { createPartition } from '../../condition/partition.ts';
import { and, FALSE, not, or, TRUE, UNKNOWN, type Truth } from '../../condition/truth.ts';
import { compileTest, fieldValue } from '../../condition/value-test.ts';
import type { Condition, FieldCondition } from '../../condition/condition-schema.ts';
import { conditionsOf } from '../../condition/conditions-of.ts';
import { isDecisionField } from '../../condition/lead-fields.ts';
import { faultAt, type PolicyFault } from './policy-fault.ts';
import type { Part, ReadablePolicy } from './readable-policy.ts';

/** Most combinations of values that are looked at for one entry; beyond, nothing is claimed. */
const MAX_COMBINATIONS = 20_000;

/** All values that fields of the decision can have. */
const DOMAINS: Readonly<Record<string, readonly string[]>> = {
  'decision.fitGrade': ['A', 'B', 'C', 'unknown'],
  'decision.intentLevel': ['1', '2', '3'],
  'decision.tier': ['tier_1', 'tier_2', 'tier_3'],
  'decision.requested': ['true', 'false'],
};

/** Truth of every comparison of one field for one value it can have. */
type Values = ReadonlyMap<string, Truth>;

/**
 * Entries that can never be reached: nothing makes them true, or whatever does makes an earlier entry true first. Every
 * combination of values that the conditions can tell apart is tried, so a fault is certain; where there are too many
 * combinations, nothing is said.
 */
export function checkReachability(policy: ReadablePolicy): readonly PolicyFault[] {
  const evidence = policy.intent.flatMap(({ path, value: { when } }) =>
    'cond' in when ? [{ path, value: { when: when.cond } }] : [],
  );
  return [
    ...[policy.tiers, policy.plays, policy.routing].flatMap(shadowed),
    ...[...policy.fit, ...policy.disqualify, ...evidence].flatMap((part) => impossible(part)),
  ];
}

type Entry = Part<{ readonly when: Condition }>;

function shadowed(entries: readonly Entry[]): readonly PolicyFault[] {
  return entries.flatMap((entry, index) => {
    const never = impossible(entry);
    if (never.length > 0) return never;
    const earlier = entries.slice(0, index);
    const together = certainlyShadowed(entry, earlier);
    const by = together ? earlier : earlier.filter((one) => certainlyShadowed(entry, [one]));
    return by.length === 0
      ? []
      : [
          faultAt(
            [...entry.path, 'when'],
            'This entry can never be reached: whatever fits it fits an entry above it first.',
            'Move it up, or remove it.',
          ),
        ];
  });
}

function impossible(entry: Entry): readonly PolicyFault[] {
  const { when } = entry.value;
  return somewhere([when], (values) => evaluate(when, values) === TRUE) === false
    ? [
        faultAt(
          [...entry.path, 'when'],
          'This can never be true of any lead.',
          'Correct the condition, or remove the entry.',
        ),
      ]
    : [];
}

function certainlyShadowed(entry: Entry, earlier: readonly Entry[]): boolean {
  if (earlier.length === 0) return false;
  const { when } = entry.value;
  const before = earlier.map(({ value }) => value.when);
  return (
    somewhere(
      [when, ...before],
      (values) =>
        evaluate(when, values) === TRUE && before.every((one) => evaluate(one, values) !== TRUE),
    ) === false
  );
}

/** Is there a combination of values that passes? Null where there are too many to try. */
function somewhere(
  conditions: readonly Condition[],
  passes: (values: Values) => boolean,
): boolean | null {
  const leaves = conditionsOf(conditions);
  const fields = [...new Set(leaves.map(({ field }) => field))];
  const choices = fields.map((field) =>
    valuesOf(
      field,
      leaves.filter((leaf) => leaf.field === field),
    ),
  );
  if (choices.reduce((product, { length }) => product * length, 1) > MAX_COMBINATIONS) return null;
  const chosen = new Map<string, Truth>();
  const choose = (at: number): boolean => {
    const options = choices[at];
    if (!options) return passes(chosen);
    return options.some((option) => {
      for (const [key, truth] of option) chosen.set(key, truth);
      return choose(at + 1);
    });
  };
  return choose(0);
}

function valuesOf(field: string, leaves: readonly FieldCondition[]): readonly Values[] {
  const now = Date.UTC(2026, 0, 1) as Instant;
  const domain = DOMAINS[field];
  if (domain) {
    return domain.map(
      (raw) =>
        new Map(
          leaves.map((leaf) => [
            keyOf(leaf),
            compileTest(leaf.op, leaf.value)(fieldValue(raw), now),
          ]),
        ),
    );
  }
  const table = createFactTable({
    emailDomains: { isFree: () => false, isDisposable: () => false },
    competitors: new Set(),
    ownDomains: new Set(),
  });
  const atoms: readonly Atom[] = [...new Set(leaves.map((leaf) => table.atom(leaf)))];
  const { cells } = createPartition({
    base: field,
    slots: table.slots,
    atoms,
    readAs: (_slot, value) => value,
    scores: null,
    emailDomains: { isFree: () => false, isDisposable: () => false },
  })(now);
  const set = cells.map(
    ({ truths }): Values =>
      new Map(
        atoms.map(({ source }, index) => [keyOf(source), (truths[index] ?? UNKNOWN) as Truth]),
      ),
  );
  const unset: Values = new Map(leaves.map((leaf) => [keyOf(leaf), unsetTruth(leaf.op)]));
  return isDecisionField(field) ? set : [...set, unset];
}

function unsetTruth(op: string): Truth {
  if (op === 'known') return FALSE;
  return op === 'unknown' ? TRUE : UNKNOWN;
}

function evaluate(condition: Condition, values: Values): Truth {
  if ('all' in condition) {
    return condition.all.reduce<Truth>((truth, part) => and(truth, evaluate(part, values)), TRUE);
  }
  if ('any' in condition) {
    return condition.any.reduce<Truth>((truth, part) => or(truth, evaluate(part, values)), FALSE);
  }
  if ('not' in condition) return not(evaluate(condition.not, values));
  const [leaf] = conditionsOf([condition]);
  return leaf ? (values.get(keyOf(leaf)) ?? UNKNOWN) : UNKNOWN;
}

function keyOf({ field, op, value }: FieldCondition): string {
  return JSON.stringify([field, op, value]);
}
