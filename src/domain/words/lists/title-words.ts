import { wordsIn } from '../words-in.ts';

/** Vowels written in two letters where a keyboard has no umlaut or ligature: "Geschaeftsfuehrer". */
const TWO_LETTER_VOWELS = /ae|oe|ue|æ|œ/giu;
const APOSTROPHES = /['’‘`´]/g;

/**
 * The words of a title or of a part of it. Beyond `wordsIn`, an article before an apostrophe is a word of its own
 * ("chef d'équipe", "dell'ufficio") and "ue" counts as "u", so that both ways to write an umlaut meet.
 *
 * @example titleWords("Chef d'équipe") // ['chef', 'd', 'equipe']
 */
export function titleWords(text: string): readonly string[] {
  return wordsIn(folded(text));
}

/** The phrases of a list with commas between them, in the form that `titleWords` gives texts. */
export function phrasesOf(list: string): readonly string[] {
  return list.split(',').map((phrase) => folded(phrase.trim()));
}

function folded(text: string): string {
  return text
    .replace(APOSTROPHES, ' ')
    .replace(TWO_LETTER_VOWELS, (pair) =>
      pair === 'œ' ? 'o' : pair === 'æ' ? 'a' : pair.charAt(0),
    );
}
