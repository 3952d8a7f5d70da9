import { leafOf, type Condition } from './condition-schema.ts';
import { oppositeOf } from './opposite.ts';
import { eitherOf } from './words/act-words.ts';
import { leafWords, type LeafWords, type TellingOptions } from './words/leaf-words.ts';

const USUAL: TellingOptions = { ruleName: (id) => id, whole: false };

/**
 * A condition as a marketer or a new rep reads it: no id, no code, no property name and no pattern. What a pattern looks
 * for is what the rule around it is called, so of a pattern this says "is of that kind". Long lists are shortened.
 *
 * @param condition - of the policy
 * @param options - what rules are called, and whether lists are told whole
 * @example describeCondition({ field: 'company.numberofemployees', op: 'gte', value: 51 }) // 'the company has at least 51 people'
 */
export function describeCondition(
  condition: Condition,
  options: Partial<TellingOptions> = {},
): string {
  return told(condition, { ...USUAL, ...options });
}

function told(condition: Condition, options: TellingOptions): string {
  if ('all' in condition) return allOf(condition.all, options);
  if ('any' in condition) return anyOf(condition.any, options);
  if ('not' in condition) return opposite(condition.not, options);
  if ('segment' in condition) return 'is in a list kept in HubSpot';
  return joinLeaf(leafWords(leafOf(condition), options));
}

function allOf(parts: readonly Condition[], options: TellingOptions): string {
  if (parts.length === 0) return 'always';
  const [only] = parts;
  if (parts.length === 1 && only) return told(only, options);
  const words = unique(
    parts.map((part) =>
      'any' in part && part.any.length > 1 ? choice(part.any, options) : told(part, options),
    ),
  );
  return sequence(words, 'and');
}

/** Alternatives inside a longer sentence: "either" says where they begin. */
function choice(parts: readonly Condition[], options: TellingOptions): string {
  const words = anyOf(parts, options);
  return sharedPredicate(parts, options) === null ? `either ${words}` : words;
}

function anyOf(parts: readonly Condition[], options: TellingOptions): string {
  if (parts.length === 0) return 'never';
  const shared = sharedPredicate(parts, options);
  if (shared !== null) return joinLeaf(shared);
  return sequence(unique(parts.map((part) => told(part, options))), 'or');
}

/** Several fields compared in the same way: "the company's or the person's country is …". */
function sharedPredicate(parts: readonly Condition[], options: TellingOptions): LeafWords | null {
  const leaves = parts.map((part) => ('field' in part ? leafWords(leafOf(part), options) : null));
  const [first] = leaves;
  if (!first || first.subject === '' || leaves.length < 2) return null;
  const shared = leaves.every((leaf) => leaf?.subject && leaf.predicate === first.predicate);
  if (!shared) return null;
  const subjects = unique(leaves.flatMap((leaf) => leaf?.subject ?? []));
  return { subject: eitherOf(subjects), predicate: first.predicate };
}

function opposite(condition: Condition, options: TellingOptions): string {
  if ('field' in condition) {
    const denied = oppositeOf(leafOf(condition));
    if (denied !== null) return joinLeaf(leafWords(denied, options));
  }
  if ('not' in condition) return told(condition.not, options);
  if ('segment' in condition) return 'is not in a list kept in HubSpot';
  return `it is not so that ${told(condition, options)}`;
}

function joinLeaf({ subject, predicate }: LeafWords): string {
  return subject === '' ? predicate : `${subject} ${predicate}`;
}

/** With commas where a part is long enough to need them. */
function sequence(words: readonly string[], word: 'and' | 'or'): string {
  const simple = words.every((each) => !/,| and | or /.test(each));
  if (words.length === 2 && simple) return words.join(` ${word} `);
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')}, ${word} ${words.at(-1) ?? ''}`;
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
