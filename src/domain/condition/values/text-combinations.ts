import { wordsIn } from '../../words/words-in.ts';
import type { Instant } from '../../instant.ts';
import { FALSE, not, TRUE, truthOf, UNKNOWN, type Truth } from '../truth.ts';
import { fieldValue } from '../value-test.ts';
import { hasPhrase, lookOf, pointsOf, type Look } from './text-looks.ts';
import { isRelative, isWords, kindOf, type Comparison, type Truths } from './comparison.ts';

/** Most combinations that are gone through, and most that are kept. */
const MOST_TRIED = 1 << 14;
const MOST_KEPT = 1024;

/** What a text has to be for a combination: a word for each list of `any`, none of `none`, and so on. */
export interface TextPlan {
  /** The whole text, upper and lower case aside. */
  readonly point: string | null;
  readonly start: string | null;
  /** Constants between which it stands in order. */
  readonly above: string | null;
  readonly any: readonly (readonly string[])[];
  readonly none: readonly string[];
  readonly words: readonly (readonly string[])[];
  readonly noWords: readonly string[];
  /** For each pattern that is to match, texts that do. */
  readonly samples: readonly (readonly string[])[];
}

/** Truths that may hold together, and what a text would have to be for them. */
export interface TextCombination {
  readonly truths: Truths;
  readonly plan: TextPlan;
}

const NOWHERE = {
  start: null,
  above: null,
  any: [],
  none: [],
  words: [],
  noWords: [],
  samples: [],
};
/** Of what is tried here no comparison looks at the clock. */
const NO_TIME = 0 as Instant;

/**
 * Every combination of truths that texts can have, or more: one is left out only where it is proved that no text has
 * it. Null where there are too many.
 */
export function textCombinations(
  comparisons: readonly Comparison[],
): readonly TextCombination[] | null {
  const looks = comparisons.map(lookOf);
  const kept = new Map<string, TextCombination>();
  const keep = (truths: Truths, plan: TextPlan): void => {
    const key = truths.join('');
    if (!kept.has(key)) kept.set(key, { truths, plan });
  };
  for (const point of pointsOf(comparisons)) {
    const options = comparisons.map((one, at) => truthsAt(point, one, looks[at]));
    for (const truths of product(options)) {
      const words = looks.flatMap((look, at) =>
        look.kind === 'word' && truths[at] === TRUE ? [look.phrases] : [],
      );
      keep(truths, { ...NOWHERE, point, words });
    }
  }
  const places = placesOf(comparisons, looks);
  const options = looks.map(optionsOf);
  const tried = options.reduce((all, { length }) => all * length, places.length);
  if (tried > MOST_TRIED) return null;
  for (const place of places) {
    for (const open of product(options)) {
      const truths = open.map((truth, at) => place.truths.get(at) ?? truth);
      const plan = planOf(looks, truths, place);
      if (isPossible(plan)) keep(truths, plan);
      if (kept.size > MOST_KEPT) return null;
    }
  }
  return [...kept.values()];
}

/** Where a text begins and stands in order, with the truths that this settles. */
interface Place {
  readonly start: string | null;
  readonly above: string | null;
  readonly truths: ReadonlyMap<number, Truth>;
}

function placesOf(comparisons: readonly Comparison[], looks: readonly Look[]): readonly Place[] {
  const starts = looks.flatMap((look) => (look.kind === 'starts' ? look.any : []));
  const ordered = comparisons.filter((_, at) => looks[at]?.kind === 'order');
  const marks = pointsOf(ordered)
    .map((it) => it.toLowerCase())
    .sort((a, b) => (a < b ? -1 : 1));
  return [null, ...new Set(starts)].flatMap((start) =>
    [null, ...marks].flatMap((above, at): readonly Place[] => {
      if (start !== null && !canStand(start, above, marks[at] ?? null)) return [];
      // The first text behind the mark stands for all up to the next one.
      const behind = fieldValue(above === null ? '' : `${above}\u0000`);
      const truths = new Map<number, Truth>();
      for (const [index, look] of looks.entries()) {
        if (look.kind === 'starts') {
          truths.set(index, truthOf(look.any.some((it) => start?.startsWith(it) ?? false)));
        }
        const comparison = comparisons[index];
        if (look.kind === 'order' && comparison) {
          truths.set(index, comparison.test(behind, NO_TIME));
        }
      }
      return [{ start, above, truths }];
    }),
  );
}

/** May a text with this beginning stand between these two in order? */
function canStand(start: string, above: string | null, below: string | null): boolean {
  return (
    (below === null || start < below) &&
    (above === null || start >= above || above.startsWith(start))
  );
}

/** What a look may come to in a text that is none of the constants; what the place settles is written over. */
function optionsOf(look: Look): readonly Truth[] {
  switch (look.kind) {
    case 'contains':
      return [FALSE, TRUE];
    case 'word':
      return look.phrases.length === 0 ? [FALSE] : [FALSE, TRUE];
    case 'free':
      return look.truths;
    case 'fixed':
      return [look.truth];
    case 'equals':
      return [truthOf(look.isNegated)];
    case 'starts':
    case 'order':
      return [FALSE];
  }
}

function planOf(looks: readonly Look[], truths: Truths, { start, above }: Place): TextPlan {
  const any: (readonly string[])[] = [];
  const none: string[] = [];
  const words: (readonly string[])[] = [];
  const noWords: string[] = [];
  const samples: (readonly string[])[] = [];
  for (const [at, look] of looks.entries()) {
    const truth = truths[at] ?? FALSE;
    if (look.kind === 'contains') {
      if ((look.isNegated ? not(truth) : truth) === TRUE) any.push(look.any);
      else none.push(...look.any);
    }
    if (look.kind === 'word' && truth === TRUE) words.push(look.phrases);
    if (look.kind === 'word' && truth !== TRUE) noWords.push(...look.phrases);
    if (look.kind === 'free' && truth === TRUE) samples.push(look.samples);
  }
  return { point: null, start, above, any, none, words, noWords, samples };
}

function isPossible(plan: TextPlan): boolean {
  const { any, words, noWords, none, start } = plan;
  if (!words.every((phrases) => phrases.some((phrase) => !bringsWord(phrase, noWords)))) {
    return false;
  }
  const asText = (it: string): boolean => !none.some((other) => it.includes(other));
  return (
    any.every((list) => list.some((it) => canBeTicked(it, plan))) ||
    (any.every((list) => list.some(asText)) && (start === null || asText(start)))
  );
}

/** May this be one of the options that are ticked, where none of `none` is and no word of `noWords` is in it? */
export function canBeTicked(option: string, { none, noWords }: TextPlan): boolean {
  return (
    !option.includes(';') &&
    !option.includes('://') &&
    !none.includes(option) &&
    !bringsWord(option, noWords)
  );
}

/** Does a text with these words in it have one of the phrases? */
export function bringsWord(text: string, phrases: readonly string[]): boolean {
  const words = wordsIn(text);
  return phrases.some((phrase) => hasPhrase(words, wordsIn(phrase)));
}

/** What a comparison may say of one text of which upper and lower case are not known. */
function truthsAt(point: string, comparison: Comparison, look: Look | undefined): readonly Truth[] {
  if (isRelative(comparison)) return [FALSE, UNKNOWN, TRUE];
  const truth = comparison.test(fieldValue(point), NO_TIME);
  if (look?.kind !== 'word') return [truth];
  if (bringsWord(point, look.phrases)) return [TRUE];
  // `WebDemoForm` has the word "demo" and `webdemoform` has not.
  const together = wordsIn(point).join('');
  return look.phrases.some((phrase) => together.includes(wordsIn(phrase).join('')))
    ? [truth, not(truth)]
    : [truth];
}

/** Does a comparison say the same of every text that is equal to this one? */
export function saysOneThing(text: string, comparison: Comparison): boolean {
  if (kindOf([comparison]) !== 'text') return true;
  return isWords(text) && truthsAt(text, comparison, lookOf(comparison)).length === 1;
}

/** Every way to take one of each. */
export function product<T>(options: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return options.reduce<readonly (readonly T[])[]>(
    (all, more) => all.flatMap((some) => more.map((one) => [...some, one])),
    [[]],
  );
}
