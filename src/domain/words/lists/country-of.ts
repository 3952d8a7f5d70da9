import { wordsIn } from '../words-in.ts';
import { COUNTRY_CODES, type CountryCode, type SalesRegion } from './country-codes.ts';
import { COUNTRY_VARIANTS, PLAIN_COUNTRY_NAMES } from './country-variants.ts';

export type { SalesRegion } from './country-codes.ts';

interface Country extends CountryCode {
  readonly name: string;
}

/**
 * Whose names of countries are known besides each country's own. The first ones win where two languages give one name
 * to two countries, so the order is that of the languages most often met.
 */
const LANGUAGES =
  'en de fr es pt it nl sv da nb fi pl cs sk hu ro hr sl bg el tr ru uk et lv lt ca ar he fa hi id vi th ja ko zh-Hans zh-Hant';

/** What may stand before a name and says nothing: articles, and the form of a state as in "Republic of Poland". */
const ARTICLES = new Set(
  'the die der das la le les los las el il lo gli os as o a de het l'.split(' '),
);
const STATE_FORM =
  /^(?:(?:federal|federative|islamic|arab|democratic|peoples|hashemite|socialist) )*(?:republic|rep|kingdom|state|commonwealth|principality|sultanate|grand duchy) of (?:the )?/;

/** Not available, far more often than Namibia: better no country than a wrong one. */
const NO_CODE = new Set(['na']);
/** The two letters that mean one country only wherever they stand; `CA` or `DE` may be a state behind its town. */
const PLAIN_PAIRS = new Set(['uk', 'us']);

const BETWEEN_PLACES = /[,;|/()[\]\n]+|\s[-–—]\s/;

let known: ReadonlyMap<string, Country> | undefined;

/**
 * The country that a field of a CRM names, in whatever way: ISO codes, everyday variants, names in some forty languages
 * and each country's own. A place before it does no harm ("Berlin, Germany"). Two countries in one field give null.
 *
 * @returns the short English name, null when no list knows the text
 * @example countryOf('Deutschland') // 'Germany'
 */
export function countryOf(text: string): string | null {
  return find(text)?.name ?? null;
}

/**
 * The part of the world in which sales teams count a country.
 *
 * @param country - in any spelling that {@link countryOf} knows
 * @example regionOf('Brazil') // 'AMER'
 */
export function regionOf(country: string): SalesRegion | null {
  return find(country)?.region ?? null;
}

function find(text: string): Country | null {
  const countries = (known ??= collect());
  const whole = named(text, countries);
  if (whole) return whole;
  if (!BETWEEN_PLACES.test(text)) return null;
  const found = new Set<Country>();
  for (const part of text.split(BETWEEN_PLACES)) {
    const country = isShort(part) ? undefined : named(part, countries);
    if (country) found.add(country);
  }
  const [only] = found;
  return found.size === 1 && only ? only : namesake(found);
}

/** The country of a text such as "Atlanta, Georgia, USA": the state in it is called like a country. */
function namesake(found: ReadonlySet<Country>): Country | null {
  if (found.size !== 2) return null;
  const [state, country] = [...found];
  return state?.alpha2 === 'GE' && country?.alpha2 === 'US' ? country : null;
}

function isShort(part: string): boolean {
  const plain = part.trim().toLowerCase();
  return plain.length < 3 && !PLAIN_PAIRS.has(plain);
}

function named(text: string, countries: ReadonlyMap<string, Country>): Country | undefined {
  const words = wordsIn(text);
  const key = words.join(' ');
  const country = countries.get(key);
  if (country || words.length < 2) return country;
  const bare = ARTICLES.has(words[0] ?? '')
    ? words.slice(1).join(' ')
    : key.replace(STATE_FORM, '');
  // What is left must be a name: "La" before a two-letter code is no article.
  return bare !== key && bare.length > 3 ? countries.get(bare) : undefined;
}

/** Runs once: everything that is known, by the words it is written with. */
function collect(): ReadonlyMap<string, Country> {
  const countries = new Map<string, Country>();
  const add = (spelling: string | undefined, country: Country): void => {
    const key = wordsIn(spelling ?? '').join(' ');
    if (key !== '' && !NO_CODE.has(key) && !countries.has(key)) countries.set(key, country);
  };
  const english = namesOf('en');
  const all = COUNTRY_CODES.map((code) => ({
    ...code,
    name: PLAIN_COUNTRY_NAMES[code.alpha2] ?? english.of(code.alpha2) ?? code.alpha2,
  }));
  for (const country of all) {
    add(country.alpha2, country);
    add(country.alpha3, country);
    add(country.name, country);
    for (const variant of COUNTRY_VARIANTS[country.alpha2] ?? []) add(variant, country);
  }
  for (const language of LANGUAGES.split(' ')) {
    for (const style of ['long', 'short'] as const) {
      const names = namesOf(language, style);
      for (const country of all) {
        for (const spelling of spellings(names.of(country.alpha2), language)) {
          add(spelling, country);
        }
      }
    }
  }
  addOwnNames(all, add);
  return countries;
}

function namesOf(language: string, style: 'long' | 'short' = 'long'): Intl.DisplayNames {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style });
}

/** Names in the language that most people speak there, where the languages above have not brought them. */
function addOwnNames(
  all: readonly Country[],
  add: (name: string | undefined, of: Country) => void,
): void {
  const listed = new Set(LANGUAGES.split(' '));
  for (const country of all) {
    const { language } = new Intl.Locale(`und-${country.alpha2}`).maximize();
    if (language !== 'und' && !listed.has(language)) {
      add(namesOf(language).of(country.alpha2), country);
    }
  }
}

/** How people type a name of CLDR: "and" for "&", "Saint" for "St.", "ue" for "ü", with or without what is in brackets. */
function spellings(name: string | undefined, language: string): readonly string[] {
  if (name === undefined) return [];
  const variants = [name, name.replace(/ ?\(.*\)/, '')];
  if (language === 'en') {
    variants.push(name.replace('&', 'and'), name.replace('St.', 'Saint').replace('&', 'and'));
  }
  if (language === 'de') {
    variants.push(name.replaceAll(/[äöü]/gi, (letter) => `${letter.normalize('NFD').charAt(0)}e`));
  }
  return variants;
}
