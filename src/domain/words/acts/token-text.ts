import { wordsIn } from '../words-in.ts';

/** A text with its words, and the way back from words to the text. */
export interface TokenText {
  readonly words: readonly string[];
  /** The text of some words as it is written; cut only at blanks, so that nothing written together comes apart. */
  readonly text: (from: number, to: number) => string;
}

/** Takes a text apart so that words that were understood can be cut out of it. */
export function tokenText(text: string): TokenText {
  const chunks = text.trim().split(/\s+/u);
  const words: string[] = [];
  const starts: number[] = [];
  for (const chunk of chunks) {
    starts.push(words.length);
    words.push(...wordsIn(chunk));
  }
  return {
    words,
    text: (from, to) => {
      const inside = chunks.filter((_, at) => (starts[at] ?? 0) >= from && (starts[at] ?? 0) < to);
      return inside.join(' ').replace(EDGES, '');
    },
  };
}

const EDGES = /^[\s"'“”„«»,;-]+|[\s"'“”„«»,;-]+$/gu;
