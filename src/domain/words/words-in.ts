/** Letters that Unicode does not take apart into a plain one and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
};
const NOT_PLAIN = /[ßæœøđłı]/g;
/** Accents of Latin, Greek and Cyrillic letters; signs that make another letter elsewhere are outside this block. */
const ACCENTS = /[\u0300-\u036f]/g;
const APOSTROPHES = /['’‘`´]/g;
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that are written without blanks between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Where one word ends in a name such as `BookADemo2024`. */
const JOINTS =
  /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu;
const PLAIN_TEXT = /^[ -~]*$/;

let segmenter: Intl.Segmenter | undefined;

/**
 * The words of a text in the form in which words are compared: lower case, without accents, apostrophes and whatever is
 * neither letter nor digit. Scripts without blanks between words are cut where Unicode's dictionaries cut them.
 *
 * @example wordsIn("The buyer’s guide: Démo & prix") // ['the', 'buyers', 'guide', 'demo', 'prix']
 */
export function wordsIn(text: string): readonly string[] {
  const plain = PLAIN_TEXT.test(text) ? text.toLowerCase() : withoutAccents(text);
  const words = plain.replace(APOSTROPHES, '').match(WORDS) ?? [];
  return UNSPACED.test(plain) ? words.flatMap(cut) : words;
}

/**
 * Every way to read the words of a name: as it is written, and with words that were pushed together taken apart.
 *
 * @example readingsOf('WebDemoForm') // [['webdemoform'], ['web', 'demo', 'form']]
 */
export function readingsOf(text: string): readonly (readonly string[])[] {
  const written = wordsIn(text);
  const apart = text.replace(JOINTS, ' ');
  return apart === text ? [written] : [written, wordsIn(apart)];
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter);
}

function cut(word: string): readonly string[] {
  if (!UNSPACED.test(word)) return [word];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return [...segmenter.segment(word)].map(({ segment }) => segment);
}
