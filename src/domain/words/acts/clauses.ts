import { wordsIn } from '../words-in.ts';
import { tokenizer, type Token } from './lexicon/lexicon.ts';
import type { MessageWord } from './lexicon/message-words.ts';
import { ENGLISH } from './lexicon/messages-english.ts';
import { DUTCH, GERMAN } from './lexicon/messages-germanic.ts';
import { OTHERS } from './lexicon/messages-others.ts';
import { FRENCH, ITALIAN, PORTUGUESE, SPANISH } from './lexicon/messages-romance.ts';

/** Words that stand together between commas, conjunctions and full stops; a negation reaches no further. */
export interface Clause {
  readonly words: readonly string[];
  readonly tokens: readonly Token<MessageWord>[];
}

/** A sentence as it was written. */
export interface Sentence {
  readonly clauses: readonly Clause[];
  readonly asks: boolean;
}

/** More than this of a message is not read: what somebody wants stands at its beginning. */
const READ_LENGTH = 4000;
const ADDRESSES = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/giu;
/** A full stop inside a number or an abbreviation ends nothing. */
const SENTENCE = /[^.!?¡¿;\n。！？]+(?:[.!?;。！？]+(?=\p{L}|\d)[^.!?¡¿;\n。！？]+)*[!?.。！？]*/gu;
const COMMA = /,\s+|\s[-–—]+\s|:\s/u;
const QUESTION = /[?？]\s*$/u;

const tokens = tokenizer<MessageWord>(
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  PORTUGUESE,
  ITALIAN,
  DUTCH,
  OTHERS,
);

/** The sentences of a message, without the addresses in it. */
export function sentencesOf(message: string): readonly Sentence[] {
  const text = message.slice(0, READ_LENGTH).replace(ADDRESSES, ' ');
  return (text.match(SENTENCE) ?? []).flatMap((sentence) => {
    const clauses = sentence.split(COMMA).flatMap(clausesOf);
    return clauses.length === 0 ? [] : [{ clauses, asks: QUESTION.test(sentence) }];
  });
}

function clausesOf(text: string): readonly Clause[] {
  const words = wordsIn(text);
  if (words.length === 0) return [];
  const clauses: { words: readonly string[]; tokens: Token<MessageWord>[] }[] = [
    { words, tokens: [] },
  ];
  for (const token of tokens(words)) {
    if (token.role === 'joint') clauses.push({ words, tokens: [] });
    else clauses.at(-1)?.tokens.push(token);
  }
  return clauses.filter((clause) => clause.tokens.length > 0);
}
