/** How many words a message of nothing but keys has at most. */
const MAX_WORDS = 3;
const MIN_LENGTH = 5;
/** Runs along a row of a keyboard that are part of no word. */
const KEY_RUNS =
  /asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer(?!ulant)|zxcv|xcvb|cvbn|vbnm|yxcv|qazw|wsxed|lkjh|jhgf|hgfd|gfds|fdsa|poiu|mnbv/i;
const LATIN = /^[a-z]+$/i;
const VOWEL = /[aeiouy]/i;
/** A capital after a small letter, as in passwords; one or two stand in names of products. */
const CAPITALS = /[a-z][A-Z]/g;
const MANY_CAPITALS = 3;

/** Whether a message is keys that were hit at random. */
export function isGibberish(message: string): boolean {
  const words = message.trim().split(/\s+/u);
  if (words.length > MAX_WORDS) return false;
  const long = words.filter((word) => word.length >= MIN_LENGTH);
  return long.length > 0 && long.every(isKeys);
}

function isKeys(word: string): boolean {
  if (!LATIN.test(word)) return false;
  if (KEY_RUNS.test(word)) return true;
  if ((word.match(CAPITALS)?.length ?? 0) >= MANY_CAPITALS) return true;
  // "Schmidt" has one.
  return word.length > MIN_LENGTH && !VOWEL.test(word);
}
