import { formTokens } from './name-part.ts';
import { tokenText } from './token-text.ts';

/** Longer than this it is a sentence, and no subject that one could "work on". */
const MAX_WORDS = 6;
/** How far into a title the kind of asset may stand: "The CFO's complete guide to …". */
const LEAD = 4;
const KINDS: ReadonlySet<string> = new Set(['asset']);
const OPENING: ReadonlySet<string> = new Set(['gap', 'filler', 'number']);
const JOINING: ReadonlySet<string> = new Set(['gap', 'stop', 'filler']);
/** Says of a guide that it is a good one. */
const PRAISE: ReadonlySet<string> = new Set(
  'ultimate,complete,definitive,essential,practical,big,little,modern,comprehensive,great,grosse,ultimative,komplette,complet,completa,ultimo,definitiva,definitivo,praktische,complete,volledige'.split(
    ',',
  ),
);
/** A title with one of these is about more than a subject. */
const NO_SUBJECT: ReadonlySet<string> = new Set([
  'titled',
  'comparison',
  'event',
  'ask',
  'person',
  'talkTo',
]);

/**
 * The subject of a title without the kind of asset that it is; null where that cannot be told for sure.
 *
 * @example themeOf('The complete guide to warehouse slotting') // 'warehouse slotting'
 */
export function themeOf(title: string | null): string | null {
  if (title === null || /[?:!]/u.test(title)) return null;
  const { words, text } = tokenText(title);
  const tokens = formTokens(words);
  // "Why demos fail" begins like a question.
  if (tokens[0]?.role === 'stop' || tokens.some(({ role }) => NO_SUBJECT.has(role))) return null;
  let from = 0;
  let to = tokens.length;
  const kindAt = tokens.slice(0, LEAD).findIndex(({ role }) => KINDS.has(role));
  const kindLast = tokens.findLastIndex(({ role }) => !OPENING.has(role));
  if (kindLast > 0 && KINDS.has(tokens[kindLast]?.role ?? '')) to = kindLast;
  else if (kindAt !== -1 && JOINING.has(tokens[kindAt + 1]?.role ?? '')) from = kindAt + 1;
  else if (tokens[0]?.role === 'number') return null;
  while (
    from < to &&
    (JOINING.has(tokens[from]?.role ?? '') || PRAISE.has(words[tokens[from]?.at ?? 0] ?? ''))
  )
    from++;
  while (from < to && tokens[from]?.role === 'number') from++;
  while (to > from && tokens[to - 1]?.role === 'number') to--;
  const theme = tokens.slice(from, to);
  const [first] = theme;
  const last = theme.at(-1);
  if (first === undefined || last === undefined || !theme.some(isOwn)) return null;
  const end = last.at + last.length;
  return end - first.at > MAX_WORDS ? null : text(first.at, end);
}

function isOwn({ role }: { readonly role: string }): boolean {
  return role === 'unknown' || role === 'nothing';
}
