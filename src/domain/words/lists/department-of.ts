import { phraseIndex, type PhraseMatch } from '../phrase-index.ts';
import {
  DEPARTMENT_STEMS,
  DEPARTMENT_WORDS,
  NO_DEPARTMENT,
  type Department,
} from './department-words.ts';
import { phrasesOf } from './title-words.ts';

export type { Department } from './department-words.ts';

const named = Object.entries(DEPARTMENT_WORDS) as readonly (readonly [Department, string])[];
const find = phraseIndex<Department | null>([
  ...phrasesOf(NO_DEPARTMENT).map((phrase) => [phrase, null] as const),
  ...named.flatMap(([department, words]) =>
    phrasesOf(words).map((phrase) => [phrase, department] as const),
  ),
]);
const byStem = new Map(
  (Object.entries(DEPARTMENT_STEMS) as readonly (readonly [Department, string])[]).flatMap(
    ([department, stems]) => stems.split(' ').map((stem) => [stem, department] as const),
  ),
);
const LONGEST_STEM = Math.max(...[...byStem.keys()].map(({ length }) => length));
/** Words so general that any other names the department better: "development" in "HR development". */
const GENERAL_WORDS: ReadonlySet<string> = new Set([
  'it',
  'technical',
  'technology',
  'development',
  'data',
  'digital',
  'communication',
  'learning',
  'training',
  'process',
  'operational',
  'people',
  'account',
  'personal',
  'growth',
  'tecnico',
  'tecnica',
  'network',
  'content',
]);

/**
 * The department that the words of a title name: of several the one with the longest phrase, then the first.
 *
 * @param words - in the form of `titleWords`
 */
export function departmentOf(words: readonly string[]): Department | null {
  const found = find(words);
  let best: { readonly value: Department; readonly weight: number } | undefined;
  for (const { value, at, length } of found) {
    const weight = length === 1 && GENERAL_WORDS.has(words[at] ?? '') ? 0 : length;
    if (value !== null && !isInside(at, found) && (!best || weight > best.weight)) {
      best = { value, weight };
    }
  }
  if (best) return best.value;
  return found.length > 0 ? null : departmentOfCompounds(words);
}

/** Tells the words that a longer phrase has taken, such as the "recruitment" of "student recruitment". */
function isInside(at: number, found: readonly PhraseMatch<Department | null>[]): boolean {
  return found.some((other) => other.at < at && at < other.at + other.length);
}

/** The department whose stem begins a compound: "einkaufs" of "einkaufsleiter". */
function departmentOfCompounds(words: readonly string[]): Department | null {
  for (const word of words) {
    for (let length = Math.min(LONGEST_STEM, word.length - 2); length > 1; length--) {
      const department = byStem.get(word.slice(0, length));
      if (department) return department;
    }
  }
  return null;
}
