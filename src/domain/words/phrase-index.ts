import { readingsOf, wordsIn } from './words-in.ts';

/** A phrase found in a text. */
export interface PhraseMatch<Value> {
  readonly value: Value;
  /** Index of its first word in the text. */
  readonly at: number;
  /** How many words it has. */
  readonly length: number;
}

interface Phrase<Value> {
  readonly words: readonly string[];
  readonly value: Value;
}

/** Finds the phrases of one dictionary in the words of a text. */
export type PhraseIndex<Value> = (words: readonly string[]) => readonly PhraseMatch<Value>[];

/**
 * Makes a dictionary of phrases that are looked for as whole words, in any script, never inside another word. At each
 * word of the text the longest phrase wins; phrases may overlap.
 *
 * @param entries - phrases with what they stand for; of two equal phrases the first wins
 */
export function phraseIndex<Value>(
  entries: Iterable<readonly [phrase: string, value: Value]>,
): PhraseIndex<Value> {
  const byFirst = new Map<string, Phrase<Value>[]>();
  for (const [phrase, value] of entries) {
    const words = wordsIn(phrase);
    const [first] = words;
    if (first === undefined) continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, value }]);
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return (words) => {
    const found: PhraseMatch<Value>[] = [];
    for (let at = 0; at < words.length; at++) {
      const phrase = byFirst.get(words[at] ?? '')?.find((one) => standsAt(one.words, words, at));
      if (phrase) found.push({ value: phrase.value, at, length: phrase.words.length });
    }
    return found;
  };
}

/**
 * Makes a test for "one of these phrases stands in the text as whole words" (`has_word`).
 *
 * @example hasWord(['demo'])('Demographics') // false
 */
export function hasWord(phrases: readonly string[]): (text: string) => boolean {
  const index = phraseIndex(phrases.map((phrase) => [phrase, true] as const));
  return (text) => readingsOf(text).some((words) => index(words).length > 0);
}

function standsAt(phrase: readonly string[], words: readonly string[], at: number): boolean {
  for (let offset = 1; offset < phrase.length; offset++) {
    if (phrase[offset] !== words[at + offset]) return false;
  }
  return true;
}
