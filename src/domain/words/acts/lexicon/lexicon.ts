import { phraseIndex } from '../../phrase-index.ts';

/** Phrases of one language group by the role that they play, separated by commas. */
export type Lexicon<Role extends string> = Readonly<Partial<Record<Role, string>>>;

/** A stretch of a text: a phrase that a lexicon knows, or one word that it does not. */
export interface Token<Role> {
  readonly role: Role | 'number' | 'unknown';
  /** Index of its first word. */
  readonly at: number;
  /** How many words it has. */
  readonly length: number;
}

/** Cuts the words of a text into stretches that do not overlap, the longest known phrase first at each word. */
export type Tokenizer<Role> = (words: readonly string[]) => readonly Token<Role>[];

const NUMBER = /^\p{N}/u;

/** Makes a tokenizer; of equal phrases the one of the earlier lexicon counts. */
export function tokenizer<Role extends string>(
  ...lexicons: readonly Lexicon<Role>[]
): Tokenizer<Role> {
  const index = phraseIndex(lexicons.flatMap(phrasesOf));
  return (words) => {
    const tokens: Token<Role>[] = [];
    let next = 0;
    const unknownUntil = (end: number): void => {
      for (; next < end; next++) {
        const role = NUMBER.test(words[next] ?? '') ? 'number' : 'unknown';
        tokens.push({ role, at: next, length: 1 });
      }
    };
    for (const { value, at, length } of index(words)) {
      if (at < next) continue;
      unknownUntil(at);
      tokens.push({ role: value, at, length });
      next = at + length;
    }
    unknownUntil(words.length);
    return tokens;
  };
}

function phrasesOf<Role extends string>(lexicon: Lexicon<Role>): (readonly [string, Role])[] {
  return (Object.entries(lexicon) as [Role, string][]).flatMap(([role, phrases]) =>
    phrases.split(',').map((phrase) => [phrase, role] as const),
  );
}
