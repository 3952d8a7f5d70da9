import type { Instant } from '../../instant.ts';
import { isRelative } from '../../condition/values/comparison.ts';
import { possibleTruths } from '../../condition/values/possible-truths.ts';
import { and, FALSE, not, or, TRUE, UNKNOWN, type Truth } from '../../condition/truth.ts';
import { compileTest, fieldValue, unsetTruth } from '../../condition/value-test.ts';
import type { Condition, FieldCondition } from '../../condition/condition-schema.ts';
import { conditionsOf } from '../../condition/conditions-of.ts';
import { isDecisionField } from '../../condition/lead-fields.ts';
import { faultAt, type PolicyFault } from './policy-fault.ts';
import { valueAt, type Part, type ReadablePolicy } from './readable-policy.ts';

/** Most combinations of values that are looked at for one entry; beyond, nothing is claimed. */
const MAX_COMBINATIONS = 20_000;

/** All values that fields of the decision can have. */
const DOMAINS: Readonly<Record<string, readonly string[]>> = {
  'decision.fitGrade': ['A', 'B', 'C', 'unknown'],
  'decision.intentLevel': ['1', '2', '3'],
  'decision.tier': ['tier_1', 'tier_2', 'tier_3'],
  'decision.requested': ['true', 'false'],
};

/** Of what is tried here no comparison looks at the clock. */
const NO_TIME = 0 as Instant;

/** Truth of every comparison of one field for one value it can have. */
type Values = ReadonlyMap<string, Truth>;

/**
 * Entries that can never be reached: nothing makes them true, or whatever does makes an earlier entry true first. Tried
 * is every combination of comparisons that is not proved to be impossible, so a fault is certain; where there are too
 * many combinations, nothing is said.
 */
export function checkReachability(policy: ReadablePolicy): readonly PolicyFault[] {
  const evidence = policy.intent.flatMap(({ path, value: { when } }) =>
    'cond' in when ? [{ path, value: { when: when.cond } }] : [],
  );
  const unscored = unscoredFields(policy);
  return [
    ...[policy.tiers, policy.plays, policy.routing].flatMap((entries) =>
      shadowed(entries, unscored),
    ),
    ...[...policy.fit, ...policy.disqualify, ...evidence].flatMap((part) =>
      impossible(part, unscored),
    ),
  ];
}

type Entry = Part<{ readonly when: Condition }>;

function shadowed(
  entries: readonly Entry[],
  unscored: ReadonlySet<string>,
): readonly PolicyFault[] {
  return entries.flatMap((entry, index) => {
    const never = impossible(entry, unscored);
    if (never.length > 0) return never;
    const earlier = entries.slice(0, index);
    const together = certainlyShadowed(entry, earlier, unscored);
    const by = together
      ? earlier
      : earlier.filter((one) => certainlyShadowed(entry, [one], unscored));
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

function impossible(entry: Entry, unscored: ReadonlySet<string>): readonly PolicyFault[] {
  const { when } = entry.value;
  return somewhere([when], unscored, (values) => evaluate(when, values) === TRUE) === false
    ? [
        faultAt(
          [...entry.path, 'when'],
          'This can never be true of any lead.',
          'Correct the condition, or remove the entry.',
        ),
      ]
    : [];
}

function certainlyShadowed(
  entry: Entry,
  earlier: readonly Entry[],
  unscored: ReadonlySet<string>,
): boolean {
  if (earlier.length === 0) return false;
  const { when } = entry.value;
  const before = earlier.map(({ value }) => value.when);
  return (
    somewhere(
      [when, ...before],
      unscored,
      (values) =>
        evaluate(when, values) === TRUE && before.every((one) => evaluate(one, values) !== TRUE),
    ) === false
  );
}

/** Is there a combination of values that passes? Null where there are too many to try. */
function somewhere(
  conditions: readonly Condition[],
  unscored: ReadonlySet<string>,
  passes: (values: Values) => boolean,
): boolean | null {
  const leaves = conditionsOf(conditions);
  const fields = [...new Set(leaves.map(({ field }) => field))];
  const choices: (readonly Values[])[] = [];
  for (const field of fields) {
    const mine = leaves.filter((leaf) => leaf.field === field);
    const values = valuesOf(field, mine, unscored);
    if (values === null) return null;
    choices.push(values);
  }
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

/** Null where there are too many, or where nothing is proved about them. */
function valuesOf(
  field: string,
  leaves: readonly FieldCondition[],
  unscored: ReadonlySet<string>,
): readonly Values[] | null {
  const distinct = new Map(leaves.map((leaf) => [keyOf(leaf), leaf]));
  const comparisons = [...distinct.values()].map((source) => ({
    source,
    test: compileTest(source.op, source.value),
  }));
  // What the decision comes to is no date.
  if (isDecisionField(field) && comparisons.some(isRelative)) return null;
  const domain = DOMAINS[field];
  const set = domain
    ? domain.map((raw) => comparisons.map(({ test }) => test(fieldValue(raw), NO_TIME)))
    : possibleTruths(field, comparisons);
  if (set === null) return null;
  const mayBeUnset = !isDecisionField(field) || unscored.has(field);
  const unset = comparisons.map(({ source }) => unsetTruth(source.op));
  const keys = [...distinct.keys()];
  const all = new Map(
    [...set, ...(mayBeUnset ? [unset] : [])].map((truths) => [truths.join(''), truths]),
  );
  return [...all.values()].map(
    (truths) => new Map(keys.map((key, at) => [key, truths[at] ?? UNKNOWN])),
  );
}

/** Fields of the decision that may have no value: there is no tier, or HubSpot has not scored the lead yet. */
function unscoredFields({ document }: ReadablePolicy): ReadonlySet<string> {
  const isOwnScore = (model: string): boolean => valueAt(document, [model, 'source']) !== 'rules';
  return new Set([
    'decision.tier',
    ...(isOwnScore('fit') ? ['decision.fit'] : []),
    ...(isOwnScore('intent') ? ['decision.intent', 'decision.intentLevel'] : []),
  ]);
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
