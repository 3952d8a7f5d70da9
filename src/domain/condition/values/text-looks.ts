import { wordsIn } from '../../words/words-in.ts';
import { FALSE, TRUE, UNKNOWN, type Truth } from '../truth.ts';
import { list } from '../value-test.ts';
import { isWords, type Comparison } from './comparison.ts';

/** What a comparison looks for in a text, as far as something can be proved about it. */
export type Look =
  | { readonly kind: 'contains'; readonly any: readonly string[]; readonly isNegated: boolean }
  | { readonly kind: 'word'; readonly phrases: readonly string[] }
  | { readonly kind: 'starts'; readonly any: readonly string[] }
  /** Only true of its own constants, which are tried one by one. */
  | { readonly kind: 'equals'; readonly isNegated: boolean }
  /** Settled by where the text stands in alphabetical order. */
  | { readonly kind: 'order' }
  | { readonly kind: 'fixed'; readonly truth: Truth }
  /** Nothing is proved: it may be any of these, whatever else is true. */
  | {
      readonly kind: 'free';
      readonly truths: readonly Truth[];
      readonly samples: readonly string[];
    };

/** Reads a comparison as a look at a text. */
export function lookOf(comparison: Comparison): Look {
  const { op, value } = comparison.source;
  const constants = list(value);
  const lower = constants.map((constant) => String(constant).toLowerCase());
  switch (op) {
    case 'known':
      return { kind: 'fixed', truth: TRUE };
    case 'unknown':
      return { kind: 'fixed', truth: FALSE };
    case 'contains_any':
    case 'contains_none':
      return { kind: 'contains', any: lower, isNegated: op === 'contains_none' };
    case 'has_word':
      return {
        kind: 'word',
        phrases: constants.map(String).filter((phrase) => wordsIn(phrase).length > 0),
      };
    case 'starts_with':
      return { kind: 'starts', any: lower };
    case 'eq':
    case 'neq':
    case 'in':
    case 'not_in':
      return constants.every(isWords)
        ? { kind: 'equals', isNegated: op === 'neq' || op === 'not_in' }
        : free();
    case 'matches':
      return free(samplesOf(String(value)));
    case 'within_days':
    case 'older_than_days':
      return { ...free(), truths: [FALSE, UNKNOWN, TRUE] };
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
    case 'between':
      return constants.every(isWords) ? { kind: 'order' } : free();
  }
}

/** Constants that a text can be or stand beside in order; upper and lower case are one. */
export function pointsOf(comparisons: readonly Comparison[]): readonly string[] {
  const constants = comparisons
    .filter((one) => ['equals', 'order'].includes(lookOf(one).kind) || isMeasured(one))
    .flatMap(({ source }) => list(source.value).map(String))
    .filter((constant) => constant !== '');
  const distinct = new Map(constants.toReversed().map((it) => [it.toLowerCase(), it]));
  return [...distinct.values()].toReversed();
}

/** Do the words of a phrase stand beside each other in these words? */
export function hasPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, at) => phrase.every((word, offset) => words[at + offset] === word));
}

function isMeasured({ source: { op } }: Comparison): boolean {
  return ['eq', 'neq', 'in', 'not_in', 'gt', 'gte', 'lt', 'lte', 'between'].includes(op);
}

function free(samples: readonly string[] = []): Look & { readonly kind: 'free' } {
  return { kind: 'free', truths: [FALSE, TRUE], samples };
}

/** Texts that a simple pattern of words matches. */
function samplesOf(pattern: string): readonly string[] {
  return pattern
    .replaceAll(/\(\?:|[()^$]|\\[bB]/g, '')
    .replaceAll(/\.[*+]\??|\\s[*+]?/g, ' ')
    .replaceAll(/\\d(?:\{\d+(?:,\d*)?\}|[+*])?/g, '7')
    .replaceAll(/.\?/g, '')
    .replaceAll(/\\(.)/g, '$1')
    .split('|')
    .filter((sample) => sample.trim() !== '' && new RegExp(pattern, 'i').test(sample));
}
