import { phraseIndex, type PhraseIndex } from '../phrase-index.ts';
import { wordsIn } from '../words-in.ts';
import { INDUSTRY_VALUES } from './industry-values.ts';
import { INDUSTRY_WORDS } from './industry-words.ts';

interface Known {
  readonly whole: ReadonlyMap<string, string>;
  readonly phrases: PhraseIndex<string>;
  readonly endings: readonly (readonly [ending: string, value: string])[];
}

/** Shorter endings would be found in words that mean something else. */
const SHORTEST_ENDING = 6;

let known: Known | undefined;

/**
 * HubSpot's industry for whatever a CRM holds: its own value or label, or what people write in one of seven languages.
 *
 * @returns null where no list knows the text, or where it names two industries of which neither is the longer phrase
 * @example industryOf('Sondermaschinenbau') // 'MACHINERY'
 */
export function industryOf(text: string): string | null {
  const { whole, phrases, endings } = (known ??= collect());
  const words = wordsIn(text);
  const exact = whole.get(words.join(' '));
  if (exact !== undefined) return exact;
  const found = phrases(words);
  const longest = Math.max(0, ...found.map(({ length }) => length));
  const values = new Set(
    found.filter(({ length }) => length === longest).map(({ value }) => value),
  );
  if (values.size === 0) {
    for (const word of words) {
      const compound = endings.find(([ending]) => word.endsWith(ending));
      if (compound) values.add(compound[1]);
    }
  }
  const [only, other] = values;
  return other === undefined ? (only ?? null) : null;
}

function collect(): Known {
  const entries = [
    ...INDUSTRY_VALUES.map((value) => [value.toLowerCase().replaceAll('_', ' '), value] as const),
    ...Object.entries(INDUSTRY_WORDS).flatMap(([value, words]) =>
      words.split(', ').map((word) => [word.replace('*', ''), value] as const),
    ),
  ];
  const whole = new Map<string, string>();
  for (const [phrase, value] of entries) {
    const key = wordsIn(phrase).join(' ');
    if (!whole.has(key)) whole.set(key, value);
  }
  const endings = Object.entries(INDUSTRY_WORDS).flatMap(([value, words]) =>
    words
      .split(', ')
      .filter((word) => word.endsWith('*') && word.length > SHORTEST_ENDING)
      .map((word) => [word.slice(0, -1), value] as const),
  );
  return { whole, phrases: phraseIndex(entries), endings };
}
