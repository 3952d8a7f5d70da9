import { fieldWords } from '../words/phrases.ts';
import {
  fieldsIn,
  leafOf,
  type Condition,
  type Evidence,
  type FieldCondition,
  type OpValue,
} from './condition-schema.ts';
import { oppositeOf } from './opposite.ts';
import { derivedField, isFlag } from './lead-fields.ts';

const OP_WORDS: Readonly<Record<FieldCondition['op'], string>> = {
  eq: 'is',
  neq: 'is not',
  in: 'is one of',
  not_in: 'is none of',
  contains_any: 'contains',
  contains_none: 'does not contain',
  has_word: 'has the words',
  starts_with: 'starts with',
  matches: 'matches',
  gt: 'is more than',
  gte: 'is at least',
  lt: 'is less than',
  lte: 'is at most',
  between: 'is between',
  known: 'is known',
  unknown: 'is not known',
  within_days: 'lies within the last',
  older_than_days: 'is older than',
};

/** How the comparisons are denied that have no opposite among the others. */
const NOT_WORDS: Readonly<Partial<Record<FieldCondition['op'], string>>> = {
  has_word: 'does not have the words',
  starts_with: 'does not start with',
  matches: 'does not match',
  between: 'is not between',
  within_days: 'does not lie within the last',
  older_than_days: 'is not older than',
};

const DECISION_WORDS: Readonly<Record<string, string>> = {
  'decision.fit': 'fit score',
  'decision.intent': 'intent score',
  'decision.fitGrade': 'fit grade',
  'decision.intentLevel': 'intent level',
  'decision.tier': 'tier',
  'decision.kinds': 'number of kinds of signal',
};

/** What a policy calls one of its intent rules. */
type RuleName = (id: string) => string;

/**
 * A condition as a marketer would say it.
 *
 * @param condition - of the policy
 * @param ruleName - label of an intent rule that the condition counts; its id without it
 *
 * @example describeCondition({ field: 'company.numberofemployees', op: 'gte', value: 51 }) // 'company size is at least 51'
 */
export function describeCondition(condition: Condition, ruleName: RuleName = (id) => id): string {
  if ('all' in condition) return joined(condition.all, ' and ', 'always', ruleName);
  if ('any' in condition) return joined(condition.any, ' or ', 'never', ruleName);
  if ('not' in condition) return describeDenied(condition.not, ruleName);
  if ('segment' in condition) return `is in HubSpot list ${condition.segment}`;
  const leaf = leafOf(condition);
  return describeLeaf(leaf, ruleName, OP_WORDS[leaf.op]);
}

/** What an intent rule counts, in words. */
export function describeEvidence(evidence: Evidence): string {
  if ('segment' in evidence) return describeCondition(evidence);
  if ('cond' in evidence) return describeCondition(evidence.cond);
  const match = Object.entries(evidence.match ?? {}).flatMap(([property, tests]) =>
    Object.entries(tests).map(
      ([op, value]) => `${property} ${OP_WORDS[op as FieldCondition['op']]} ${valueWords(value)}`,
    ),
  );
  return [
    `event ${[evidence.event].flat().join(' or ')}`,
    match.length === 0 ? '' : `where ${match.join(' and ')}`,
    evidence.atLeast === undefined ? '' : `at least ${evidence.atLeast} times`,
    evidence.withinDays === undefined ? '' : `within ${evidence.withinDays} days`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function describeDenied(denied: Condition, ruleName: RuleName): string {
  if ('field' in denied) {
    const leaf = leafOf(denied);
    const opposite = oppositeOf(leaf);
    if (opposite) return describeCondition(opposite, ruleName);
    const words = NOT_WORDS[leaf.op];
    if (words !== undefined) return describeLeaf(leaf, ruleName, words);
  }
  return `not (${describeCondition(denied, ruleName)})`;
}

function describeLeaf(
  { field, op, value }: FieldCondition,
  ruleName: RuleName,
  words: string,
): string {
  if (field === 'decision.requested') {
    return String(value) === String(op === 'eq')
      ? 'asked to be contacted'
      : 'did not ask to be contacted';
  }
  if (isFlag(field) && op === 'eq') {
    const meaning = derivedField(field)?.meaning ?? field;
    return String(value) === 'true' ? meaning : `not true that ${meaning}`;
  }
  const subject = fieldsIn(field)
    .map((one) => subjectWords(one, ruleName))
    .join(', or where that is not known ');
  const unit = op === 'within_days' || op === 'older_than_days' ? ' days' : '';
  return `${subject} ${words}${value === undefined ? '' : ` ${valueWords(value, op)}${unit}`}`;
}

function subjectWords(field: string, ruleName: RuleName): string {
  return (
    DECISION_WORDS[field] ??
    (field.startsWith('decision.count.')
      ? `number of “${ruleName(field.slice('decision.count.'.length))}”`
      : (derivedField(field)?.meaning ?? fieldWords(field)))
  );
}

function valueWords(value: OpValue | undefined, op?: FieldCondition['op']): string {
  if (value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return value.join(op === 'between' ? ' and ' : ', ');
}

function joined(
  parts: readonly Condition[],
  word: string,
  empty: string,
  ruleName: RuleName,
): string {
  if (parts.length === 0) return empty;
  return parts
    .map((part) => {
      const text = describeCondition(part, ruleName);
      return parts.length > 1 && ('all' in part || 'any' in part) ? `(${text})` : text;
    })
    .join(word);
}
