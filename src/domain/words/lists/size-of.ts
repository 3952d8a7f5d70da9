/** How many people work somewhere, both ends included. */
export interface People {
  readonly low: number;
  /** Infinity where a size has no end, as in "10,001+". */
  readonly high: number;
}

/** A number with or without thousands apart, and a `k` for thousand. Decimals only before `k` or as `.0` of an export. */
const NUMBER = String.raw`(\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+|\d+)(?:[.,](\d{1,2}))?\s?(k\b)?`;
const RANGE_SIGN = String.raw`(?:[-–—_~]|\.\.+|\bto\b|\bbis\b|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\ba\b|à|\bal\b|\btot\b|\baté\b|\bhasta\b)`;
const RANGE = new RegExp(String.raw`^${NUMBER}\s*${RANGE_SIGN}\s*${NUMBER}$`, 'iu');
const SINGLE = new RegExp(`^${NUMBER}$`, 'iu');

/** Words that only say what is counted, or that a count is rough. */
const NOISE =
  /\b(?:employees?|people|persons?|staff|fte|headcount|members?|workers?|mitarbeiter(?:innen|\*innen|:innen)?|mitarbeitende|beschäftigte|personen|ma|salariés?|employés?|collaborateurs?|personnes|empleados|trabajadores|personas|funcionários|colaboradores|pessoas|dipendenti|addetti|persone|medewerkers|werknemers|personen|approx(?:imately)?|about|around|circa|ca|rund|etwa|environ|aproximadamente|ongeveer|between|zwischen|entre|tra|tussen|from|von|de|da|van|company|size)(?![\p{L}\p{N}])\.?/giu;

/** What stands before a bound, and which side of it is meant. `strict` leaves the bound itself out. */
const BOUNDS: readonly {
  readonly sign: RegExp;
  readonly side: 'over' | 'under';
  readonly strict: boolean;
}[] = [
  {
    sign: /^(?:>=|≥|at least|min(?:imum|destens|\.)?|ab|au moins|al menos|pelo menos|almeno|minstens)/iu,
    side: 'over',
    strict: false,
  },
  {
    sign: /^(?:<=|≤|up to|at most|max(?:imum|imal|\.)?|bis(?: zu)?|jusqu['’]à|hasta|até|fino a|tot)/iu,
    side: 'under',
    strict: false,
  },
  {
    sign: /^(?:>|more than|over|above|mehr als|über|plus de|más de|mais de|più di|oltre|meer dan)/iu,
    side: 'over',
    strict: true,
  },
  {
    sign: /^(?:<|less than|fewer than|under|below|weniger als|unter|moins de|menos de|meno di|minder dan)/iu,
    side: 'under',
    strict: true,
  },
];
const AND_MORE =
  /(?:\+|\bplus|\bor more|\band more|\bor above|\band above|\bund mehr|\boder mehr|\bet plus|\by más|\bou mais|\be oltre|\ben meer)$/iu;

/** No list of a CRM is longer, and reading stays quick whatever somebody pasted. */
const LONGEST = 60;

/**
 * The size of a company as a CRM holds it: a number, a range, or a bound.
 *
 * @returns null for what is no size: words such as "SMB", dates, several numbers
 * @example peopleIn('51-200 employees') // { low: 51, high: 200 }
 */
export function peopleIn(text: string): People | null {
  if (text.length > LONGEST || !/\d/.test(text)) return null;
  const written = text.trim();
  for (const { sign, side, strict } of BOUNDS) {
    const bound = boundOf(written, sign);
    if (bound === null) continue;
    if (side === 'over') return { low: strict ? bound + 1 : bound, high: Infinity };
    const high = strict ? bound - 1 : bound;
    return high < 0 ? null : { low: 0, high };
  }
  const plain = withoutNoise(written);
  if (AND_MORE.test(plain)) {
    const low = numberIn(plain.replace(AND_MORE, ''));
    return low === null ? null : { low, high: Infinity };
  }
  const exact = numberIn(plain);
  return exact === null ? rangeIn(plain) : { low: exact, high: exact };
}

/** The one number behind a word or sign of a bound, null if the text has not this form. */
function boundOf(text: string, sign: RegExp): number | null {
  const found = sign.exec(text);
  return found ? numberIn(withoutNoise(text.slice(found[0].length))) : null;
}

function withoutNoise(text: string): string {
  return text
    .replace(NOISE, ' ')
    .replace(/^[\s~≈.:]+|[\s.:]+$/gu, '')
    .replace(/^\((.*)\)$/u, '$1')
    .trim();
}

function numberIn(text: string): number | null {
  const [, whole, decimals, thousand] = SINGLE.exec(text.trim()) ?? [];
  return whole === undefined ? null : valueOf(whole, decimals, thousand);
}

function rangeIn(text: string): People | null {
  const [all, a = '', aDecimals, aThousand, b = '', bDecimals, bThousand] = RANGE.exec(text) ?? [];
  if (all === undefined) return null;
  // "1-5k" means thousands on both sides.
  const low = valueOf(
    a,
    aDecimals,
    aThousand ?? (bThousand && Number(a) < Number(b) ? bThousand : undefined),
  );
  const high = valueOf(b, bDecimals, bThousand);
  return low === null || high === null || low > high ? null : { low, high };
}

function valueOf(
  whole: string,
  decimals: string | undefined,
  thousand: string | undefined,
): number | null {
  const count = Number(whole.replaceAll(/\D/g, ''));
  if (thousand !== undefined) return Math.round(Number(`${count}.${decimals ?? '0'}`) * 1000);
  return decimals === undefined || Number(decimals) === 0 ? count : null;
}
