import { codeWords } from '../../words/code-words.ts';
import { times } from '../../words/phrases.ts';
import { fieldsIn, type FieldCondition, type OpValue, type Scalar } from '../condition-schema.ts';
import { isFlag } from '../lead-fields.ts';
import { eitherOf, formsDo, pagesAbout } from './act-words.ts';
import { flagWords, happenedWords, subjectWords } from './subject-words.ts';
import { listInWords, textsInWords, valueInWords } from './value-words.ts';

/** How conditions are told. */
export interface TellingOptions {
  /** Label of an intent rule by its id. */
  readonly ruleName: (ruleId: string) => string;
  /** Tells lists entry by entry instead of shortening them. */
  readonly whole: boolean;
}

/** A comparison as a sentence; two with the same predicate can share it. */
export interface LeafWords {
  readonly subject: string;
  readonly predicate: string;
}

const COUNT = 'decision.count.';
const INTENT_LEVELS = ['strong', 'real', 'weak'] as const;

/** One comparison in words. */
export function leafWords(leaf: FieldCondition, options: TellingOptions): LeafWords {
  const { field, op, value } = leaf;
  const whole = (text: string): LeafWords => ({ subject: '', predicate: text });
  if (field.startsWith(COUNT)) {
    return whole(countWords(options.ruleName(field.slice(COUNT.length)), op, Number(value)));
  }
  if (field === 'decision.requested') {
    return whole(isTrue(leaf) ? 'asked to be contacted' : 'did not ask to be contacted');
  }
  if (isFlag(field) && (op === 'eq' || op === 'neq')) return whole(flagWords(field, isTrue(leaf)));
  const happened = happenedWords(field, op === 'known' || (op === 'neq' && value === 'none'));
  if (happened !== undefined && (op === 'known' || op === 'unknown' || value === 'none')) {
    return whole(happened);
  }
  const special = SPECIAL[field]?.(leaf);
  if (special !== undefined) return whole(special);
  const subject = fieldsIn(field).map(subjectWords).join(' (where that is not known, ');
  const closing = ')'.repeat(fieldsIn(field).length - 1);
  return { subject: subject + closing, predicate: predicateWords(leaf, options.whole) };
}

/** Fields that read better as a sentence of their own; undefined where the usual words do. */
const SPECIAL: Readonly<Record<string, (leaf: FieldCondition) => string | undefined>> = {
  'company.numberofemployees': sizeWords,
  'decision.intentLevel': levelWords,
  'decision.tier': ({ op, value }) =>
    op === 'eq' ? `it is ${valueInWords('decision.tier', one(value))}` : undefined,
  'decision.kinds': ({ op, value }) =>
    op === 'gte' ? `showed at least ${String(value)} kinds of signal` : undefined,
  'lead.openDeals': ({ op, value }) => {
    if ((op === 'gte' && Number(value) === 1) || (op === 'gt' && Number(value) === 0))
      return 'has a deal in progress';
    return (op === 'eq' && Number(value) === 0) || (op === 'lt' && Number(value) === 1)
      ? 'has no deal in progress'
      : undefined;
  },
  'lead.channel': ({ op, value }) =>
    op === 'eq' || op === 'in'
      ? `first came from ${eitherOf(textsOf(value).map(codeWords))}`
      : undefined,
  'lead.lastPage': pageWords('was last seen on a page about'),
  'lead.pagesSeen': pageWords('has seen a page about'),
  'lead.recentKind': kindWords('the form last sent'),
  'lead.firstKind': kindWords('the first form sent'),
};

function pageWords(verb: string) {
  return ({ op, value }: FieldCondition): string | undefined => {
    if (op === 'contains_any') return `${verb} ${pagesAbout(textsOf(value))}`;
    return op === 'contains_none' ? `not: ${verb} ${pagesAbout(textsOf(value))}` : undefined;
  };
}

function kindWords(form: string) {
  return ({ op, value }: FieldCondition): string | undefined =>
    op === 'eq' || op === 'in' ? `${form} ${formsDo(textsOf(value))}` : undefined;
}

const SIZES: Readonly<Partial<Record<FieldCondition['op'], string>>> = {
  gte: 'at least',
  gt: 'more than',
  lte: 'at most',
  lt: 'fewer than',
};

function sizeWords({ op, value }: FieldCondition): string | undefined {
  const [low = '', high = ''] = [value].flat().map((each) => Number(each).toLocaleString('en-GB'));
  if (op === 'between') return `the company has ${low} to ${high} people`;
  const bound = SIZES[op];
  return bound === undefined ? undefined : `the company has ${bound} ${low} people`;
}

/** The levels that a comparison lets through, by what they are called. */
function levelWords({ op, value }: FieldCondition): string | undefined {
  const numbers = [value].flat().map(Number);
  const [first = 0, last = first] = numbers;
  const passes: Partial<Record<FieldCondition['op'], (level: number) => boolean>> = {
    eq: (level) => level === first,
    neq: (level) => level !== first,
    in: (level) => numbers.includes(level),
    not_in: (level) => !numbers.includes(level),
    lt: (level) => level < first,
    lte: (level) => level <= first,
    gt: (level) => level > first,
    gte: (level) => level >= first,
    between: (level) => level >= first && level <= last,
  };
  const test = passes[op];
  if (test === undefined) return undefined;
  const named = INTENT_LEVELS.filter((_, index) => test(index + 1));
  return named.length === 0 ? undefined : `interest is ${eitherOf(named)}`;
}

function countWords(label: string, op: FieldCondition['op'], count: number): string {
  const often = (n: number): string => (n <= 1 ? label : `${label} ${times(n)}`);
  const without = `without “${label}”`;
  const words: Partial<Record<FieldCondition['op'], string>> = {
    gte: often(count),
    gt: often(count + 1),
    eq: count === 0 ? without : `${label} exactly ${times(count) || 'once'}`,
    lt: count <= 1 ? without : `${label} fewer than ${count} times`,
    lte: count <= 0 ? without : `${label} at most ${times(count) || 'once'}`,
  };
  return words[op] ?? `as often as the policy says: ${label}`;
}

function predicateWords({ field, op, value }: FieldCondition, whole: boolean): string {
  const [first = field] = fieldsIn(field);
  const values = value === undefined ? [] : [value].flat();
  const said = values.map((each) => valueInWords(first, each));
  const list = (): string => listInWords(first, values, whole);
  const texts = (): string => textsInWords(values, whole);
  switch (op) {
    case 'eq':
    case 'in':
      return `is ${list()}`;
    case 'neq':
      return `is not ${list()}`;
    case 'not_in':
      return values.length === 1
        ? `is not ${list()}`
        : `is none of ${listInWords(first, values, true)}`;
    case 'contains_any':
    case 'has_word':
      return `contains ${texts()}`;
    case 'contains_none':
      return `does not contain ${texts()}`;
    case 'starts_with':
      return `starts with ${texts()}`;
    case 'matches':
      return 'is of that kind';
    case 'gt':
      return `is more than ${said.join()}`;
    case 'gte':
      return `is at least ${said.join()}`;
    case 'lt':
      return `is less than ${said.join()}`;
    case 'lte':
      return `is at most ${said.join()}`;
    case 'between':
      return `is between ${said.join(' and ')}`;
    case 'known':
      return 'is known';
    case 'unknown':
      return 'is not known';
    case 'within_days':
      return `lies in the last ${said.join()} days`;
    case 'older_than_days':
      return `lies more than ${said.join()} days back`;
  }
}

function isTrue({ op, value }: FieldCondition): boolean {
  return String(value) === String(op === 'eq');
}

function textsOf(value: OpValue | undefined): readonly string[] {
  return (value === undefined ? [] : [value].flat()).map(String);
}

function one(value: OpValue | undefined): Scalar {
  return [value ?? ''].flat()[0] ?? '';
}
