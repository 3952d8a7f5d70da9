import { DAY, toIso, type Instant } from '../instant.ts';
import type { Scalar } from './condition-schema.ts';
import { isFlag } from './lead-fields.ts';
import { MOTION_LIMITS, type EmailDomains } from './derive-lead-field.ts';
import type { Atom, Slot } from './fact-table.ts';
import { FALSE, TRUE, type Truth } from './truth.ts';
import { constantInstant, fieldValue, list, parseNumber } from './value-test.ts';

/** A set of values that the policy cannot tell apart, with one of them to stand for all. */
export interface Cell {
  /** Truth of each comparison of the dimension, in its order. */
  readonly truths: Uint8Array;
  /** A value of the base that lies in this cell. */
  readonly value: Scalar;
  /** Milliseconds before now, where the base is a date or a list; NaN for anything else. */
  readonly ageMs: number;
}

/** What a partition is made from. */
export interface PartitionInput {
  readonly base: string;
  readonly slots: readonly Slot[];
  readonly atoms: readonly Atom[];
  readonly readAs: (slot: Slot, value: string) => string | null;
  readonly scores: readonly number[] | null;
  readonly emailDomains: EmailDomains;
}

/** All the cells of one unknown thing. */
export interface Partition {
  readonly cells: readonly Cell[];
  /** False where a pattern had no value of which we know that it matches: then the cells are a bound. */
  readonly exact: boolean;
}

/** A date so long ago that nothing counts any more. */
const LONG_AGO = 3650 * DAY;
/** Text that no policy looks for. */
const OTHER = '·';
/** Beyond this many words looked for in one text, only single words and all of them are tried. */
const MAX_WORDS = 6;

interface Candidate {
  readonly raw: string;
  readonly value: Scalar;
  readonly ageMs: number;
}

/**
 * Splits the values an unknown field could take by the policy's own constants: two values in one cell give the same
 * truth to every comparison (design §6). Cells depend on `now` only where a field is compared with dates; all others
 * are worked out when first asked for, since most leads never ask, and never change afterwards.
 */
export function createPartition(input: PartitionInput): (now: Instant) => Partition {
  const dated = input.slots.some((slot) => slot.dated) || input.atoms.some(comparesDates);
  if (dated) return (now) => partitionAt(input, now);
  let always: Partition | null = null;
  return (now) => (always ??= partitionAt(input, now));
}

function partitionAt(input: PartitionInput, now: Instant): Partition {
  const dated = input.slots.some((slot) => slot.dated);
  const cells = new Map<string, Cell>();
  for (const candidate of candidatesOf(input, now)) {
    const truths = truthsOf(input, candidate, now);
    const also = dated ? candidate.ageMs : input.scores ? candidate.raw : '';
    const key = `${truths.join('')}|${also}`;
    if (!cells.has(key)) cells.set(key, { truths, value: candidate.value, ageMs: candidate.ageMs });
  }
  const unmet = input.atoms.findIndex(
    (atom, index) =>
      atom.source.op === 'matches' &&
      ![...cells.values()].some(({ truths }) => truths[index] === TRUE),
  );
  if (unmet < 0) return { cells: [...cells.values()], exact: true };
  return { cells: withPatternsFree(input, [...cells.values()]), exact: false };
}

function truthsOf(input: PartitionInput, candidate: Candidate, now: Instant): Uint8Array {
  return Uint8Array.from(input.atoms, (atom) => {
    const slot = input.slots.find(({ index }) => index === atom.slot);
    const raw = slot ? input.readAs(slot, candidate.raw) : null;
    if (raw === null) return atom.source.op === 'unknown' ? TRUE : FALSE;
    return atom.test(fieldValue(raw), now);
  });
}

/** Lets each pattern without a known matching value hold or not, whatever else is true. */
function withPatternsFree(input: PartitionInput, cells: readonly Cell[]): readonly Cell[] {
  return input.atoms.reduce<readonly Cell[]>((all, atom, index) => {
    if (atom.source.op !== 'matches' || all.some(({ truths }) => truths[index] === TRUE))
      return all;
    return all.flatMap((cell) => [
      cell,
      { ...cell, truths: cell.truths.with(index, TRUE as Truth) },
    ]);
  }, cells);
}

function candidatesOf(input: PartitionInput, now: Instant): readonly Candidate[] {
  const { base, atoms, scores } = input;
  if (base.startsWith('segment.')) {
    return [
      { raw: 'false', value: false, ageMs: NaN },
      { raw: 'true', value: true, ageMs: 0 },
      { raw: 'true', value: true, ageMs: LONG_AGO },
    ];
  }
  if (isFlag(base)) return ['true', 'false'].map(plain);
  if (base === 'contact.email') return emailCandidates(input).map(plain);
  const constants = atoms.flatMap((atom) => list(atom.source.value));
  const numbers = numericCandidates([
    ...constants.map((constant) => parseNumber(String(constant))),
    ...(scores ?? []),
    ...(base === 'company.numberofemployees'
      ? [MOTION_LIMITS.selfServe, MOTION_LIMITS.midMarket]
      : []),
  ]);
  const dates = dateCandidates(input, constants, now);
  // A field compared with numbers or dates only holds numbers or dates.
  const isText = numbers.length + dates.length === 0 || constants.some(isWords);
  return [
    ...dates,
    ...numbers.map((number) => ({ raw: String(number), value: number, ageMs: NaN })),
    ...(isText ? textCandidates(atoms).map(plain) : []),
  ];
}

function isWords(constant: Scalar): boolean {
  return Number.isNaN(parseNumber(String(constant))) && Number.isNaN(constantInstant(constant));
}

function plain(raw: string): Candidate {
  return { raw, value: raw, ageMs: NaN };
}

/** Each constant, a value between neighbours, and one beyond either end; whole numbers where there are any. */
function numericCandidates(constants: readonly number[]): readonly number[] {
  return withBetween(
    constants.filter((number) => !Number.isNaN(number)),
    1,
    (low, high) => (high - low > 1 ? Math.floor((low + high) / 2) : (low + high) / 2),
  );
}

function withBetween(
  constants: readonly number[],
  step: number,
  between: (low: number, high: number) => number,
): readonly number[] {
  const sorted = [...new Set(constants)].sort((a, b) => a - b);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  return [
    ...sorted.flatMap((low, index) => {
      const high = sorted[index + 1];
      return high === undefined ? [low] : [low, between(low, high)];
    }),
    first - step,
    last + step,
  ];
}

function dateCandidates(
  { slots, atoms }: PartitionInput,
  constants: readonly Scalar[],
  now: Instant,
): readonly Candidate[] {
  if (!slots.some((slot) => slot.dated) && !atoms.some(comparesDates)) return [];
  const ages = atoms
    .filter(({ source }) => source.op === 'within_days' || source.op === 'older_than_days')
    .map(({ source }) => Number(source.value) * DAY);
  const instants = constants.map(constantInstant).filter((at) => !Number.isNaN(at));
  const marks = [now, now - LONG_AGO, ...ages.map((age) => now - age), ...instants];
  return withBetween(marks, DAY, (low, high) => Math.floor((low + high) / 2)).map((at) => {
    const iso = toIso(at as Instant);
    return { raw: iso, value: iso, ageMs: now - at };
  });
}

function comparesDates({ source }: Atom): boolean {
  if (source.op === 'within_days' || source.op === 'older_than_days') return true;
  return list(source.value).some((constant) => !Number.isNaN(constantInstant(constant)));
}

/**
 * Texts that make every possible combination of comparisons true: each constant alone, and words looked for inside a
 * text in all combinations, behind every required beginning.
 */
function textCandidates(atoms: readonly Atom[]): readonly string[] {
  const constants = atoms.flatMap(({ source }) =>
    source.op === 'matches' ? samplesOf(String(source.value)) : list(source.value).map(String),
  );
  const inner = atoms
    .filter(({ source }) =>
      ['contains_any', 'contains_none', 'has_word', 'matches'].includes(source.op),
    )
    .map(({ source }) =>
      source.op === 'matches'
        ? (samplesOf(String(source.value))[0] ?? '')
        : String(list(source.value)[0] ?? ''),
    )
    .filter((word) => word !== '');
  const starts = atoms
    .filter(({ source }) => source.op === 'starts_with')
    .flatMap(({ source }) => list(source.value).map(String));
  const combined = combinations([...new Set(inner)]).map((words) => words.join(' '));
  const ordering = atoms.some(({ source }) =>
    ['gt', 'gte', 'lt', 'lte', 'between'].includes(source.op),
  )
    ? constants.flatMap((constant) => [`${constant}~`, '!'])
    : [];
  return [
    ...constants.filter((constant) => constant !== ''),
    ...combined,
    ...starts.flatMap((start) => combined.map((words) => `${start} ${words}`)),
    ...ordering,
    OTHER,
  ];
}

function combinations(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length > MAX_WORDS) {
    const pairs = words.flatMap((a, index) => words.slice(index + 1).map((b) => [a, b]));
    return [...pairs, words];
  }
  return words
    .reduce<readonly (readonly string[])[]>(
      (all, word) => [...all, ...all.map((some) => [...some, word])],
      [[]],
    )
    .filter((some) => some.length > 1);
}

/** Texts that a simple pattern of words matches; the caller checks each. */
function samplesOf(pattern: string): readonly string[] {
  return pattern
    .replaceAll(/\(\?:|[()^$]|\\[bB]/g, '')
    .replaceAll(/\.[*+]\??|\\s[*+]?/g, ' ')
    .replaceAll(/\\d(?:\{\d+(?:,\d*)?\}|[+*])?/g, '7')
    .replaceAll(/.\?/g, '')
    .replaceAll(/\\(.)/g, '$1')
    .split('|')
    .filter((sample) => sample.trim() !== '' && new RegExp(pattern, 'i').test(sample));
}

function emailCandidates({ atoms, slots, emailDomains }: PartitionInput): readonly string[] {
  const domainSlot = slots.find(({ field }) => field === 'lead.emailDomain')?.index;
  const domains = textCandidates(atoms.filter(({ slot }) => slot === domainSlot)).filter((text) =>
    text.includes('.'),
  );
  const free = ['gmail.com', 'outlook.com'].filter((domain) => emailDomains.isFree(domain));
  const disposable = ['mailinator.com'].filter((domain) => emailDomains.isDisposable(domain));
  const words = textCandidates(atoms.filter(({ slot }) => slot !== domainSlot));
  const hosts = ['company.example', ...free, ...disposable, ...domains];
  return [
    ...hosts.flatMap((host) => [`person@${host}`, `info@${host}`]),
    ...words.flatMap(addressesWith),
  ];
}

/** Addresses that hold a word a condition looks for. */
function addressesWith(word: string): readonly string[] {
  if (word === OTHER || word.includes(' ')) return [];
  if (word.includes('@')) return [word.startsWith('@') ? `person${word}` : word];
  return word.includes('.')
    ? [`person@${word.replace(/^\.+/, 'company.')}`]
    : [`${word}@company.example`, `person@${word}.example`];
}
