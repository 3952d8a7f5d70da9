/** Blanks an opener may have, and what fills them: only what the buyer told us or plainly knows (R158). */
export const OPENER_BLANKS = {
  firstName: 'first name',
  company: 'company name',
  offer: 'the offer or form the person chose',
  topic: 'the subject of that offer',
  signal: 'what may be said about the strongest signal',
} as const;

/** Facts that may be said aloud; null where unknown. */
export type SafeFacts = Readonly<Record<keyof typeof OPENER_BLANKS, string | null>>;

/** The words of a play as the policy has them, with blanks such as `{topic}`. */
export interface PlayWords {
  readonly goal: string;
  readonly opener: string;
  readonly questions?: readonly string[] | undefined;
  readonly meetingLink?: boolean | undefined;
}

/** A play with its blanks filled. */
export interface PlayText {
  readonly goal: string;
  readonly opener: string;
  readonly questions: readonly string[];
  readonly meetingLink: boolean;
}

const BLANK = /\{([A-Za-z]+)(?:\|([^{}]*))?\}/g;

/** Names of blanks in a text that nothing can fill. */
export function unknownBlanks(text: string): readonly string[] {
  return [...text.matchAll(BLANK)]
    .map(([, name]) => name ?? '')
    .filter((name) => !Object.hasOwn(OPENER_BLANKS, name));
}

/**
 * Fills a play for one lead. `{offer}` is filled or its sentence dropped; `{offer|your request}` falls back to the words
 * behind the bar. No empty blank is ever left (P8).
 */
export function fillPlay(play: PlayWords, facts: SafeFacts): PlayText {
  return {
    goal: play.goal,
    opener:
      fillText(play.opener, facts) ?? `I would like to help with ${facts.topic ?? 'your plans'}.`,
    questions: (play.questions ?? []).flatMap((question) => fillText(question, facts) ?? []),
    meetingLink: play.meetingLink ?? false,
  };
}

/** Sentences that can be filled; null where none can. */
function fillText(text: string, facts: SafeFacts): string | null {
  const sentences = text
    .split(/(?<=[.!?])\s+/)
    .flatMap((sentence) => fillSentence(sentence, facts) ?? []);
  return sentences.length === 0 ? null : sentences.join(' ');
}

function fillSentence(sentence: string, facts: SafeFacts): string | null {
  let complete = true as boolean;
  const filled = sentence.replaceAll(BLANK, (_whole, name: string, otherwise?: string) => {
    const value = Object.hasOwn(OPENER_BLANKS, name) ? facts[name as keyof SafeFacts] : null;
    const words = value ?? otherwise;
    if (words === undefined) complete = false;
    return words ?? '';
  });
  return complete ? filled : null;
}
