import type { Instant } from '../instant.ts';
import { toIso } from '../instant.ts';
import type { Scalar } from './condition-schema.ts';
import { MOTION_LIMITS, type EmailDomains } from './derive-lead-field.ts';
import type { Atom, Slot } from './fact-table.ts';
import {
  asksIfSet,
  isRelative,
  kindOf,
  type Comparison,
  type Truths,
} from './values/comparison.ts';
import { dateLine, LONG_AGO } from './values/date-line.ts';
import { emailExamples } from './values/email-examples.ts';
import { numbersOf } from './values/number-line.ts';
import { fewValues, numbersFor, possibleTruths } from './values/possible-truths.ts';
import { product, textCombinations } from './values/text-combinations.ts';
import { constantTexts, textExamples } from './values/text-examples.ts';
import { fieldValue, unsetTruth } from './value-test.ts';

/** A set of values that the policy cannot tell apart, with one of them to stand for all. */
export interface Cell {
  /** Truth of each comparison of the dimension, in its order. */
  readonly truths: ArrayLike<number>;
  /** A value of the base that lies in this cell; null where none is known, and it may be that there is none. */
  readonly value: Scalar | null;
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

/** The cells of one unknown thing. */
export interface Partition {
  readonly cells: readonly Cell[];
  /** Every value it could take lies in one of them; else they are only examples, and each has a value. */
  readonly isComplete: boolean;
}

/** Most cells of one thing; beyond, examples are given. */
const MAX_CELLS = 1024;
/** Fields that hold numbers although nothing is compared with them, because another field follows from them. */
const NUMBERS: ReadonlySet<string> = new Set(['company.numberofemployees']);

interface Candidate {
  readonly raw: string;
  readonly value: Scalar;
  readonly ageMs: number;
}

/**
 * Splits the values an unknown field could take by the policy's own constants: two values in one cell give the same
 * truth to every comparison (design §6). Cells depend on `now` only where a field is compared with dates, and are then
 * kept for the last instant that was asked for; all others are worked out when first asked for, since most leads never
 * ask, and never change afterwards.
 */
export function createPartition(input: PartitionInput): (now: Instant) => Partition {
  const changes = input.slots.some(({ dated }) => dated) || input.atoms.some(isRelative);
  let made: Partition | null = null;
  let madeAt: Instant | null = null;
  return (now) => {
    if (made === null || (changes && madeAt !== now)) {
      made = partitionAt(input, now);
      madeAt = now;
    }
    return made;
  };
}

function partitionAt(input: PartitionInput, now: Instant): Partition {
  const { base, slots, scores } = input;
  const dated = slots.some((slot) => slot.dated);
  const own = comparisonsOf(input, isOwn(base));
  const asked = own.some((one) => !asksIfSet(one));
  const kind = kindOf(own);
  const few = fewValues(base);
  if (few !== null) {
    // When somebody joined a list is not to be enumerated: only just now and long ago are tried.
    const ages = dated ? [0, LONG_AGO] : [0];
    const values = few.flatMap((raw): readonly Candidate[] =>
      (raw === 'true' ? ages : [NaN]).map((ageMs) => ({ raw, value: raw === 'true', ageMs })),
    );
    return { cells: cellsOf(input, values, now), isComplete: !dated };
  }
  if (scores !== null || kind === 'number' || (NUMBERS.has(base) && !asked)) {
    const limits = base === 'company.numberofemployees' ? Object.values(MOTION_LIMITS) : [];
    const numbers = numbersFor(base, [...numbersOf(own), ...(scores ?? []), ...limits]);
    const values = numbers.map((it) => ({ raw: String(it), value: it, ageMs: NaN }));
    const isComplete = !dated && (kind === 'number' || !asked);
    return { cells: cellsOf(input, values, now), isComplete };
  }
  if (kind === 'date' || (dated && !asked)) {
    return { cells: cellsOf(input, datesOf(input, now), now), isComplete: !dated };
  }
  return ofTexts(input, now, dated);
}

/** Texts, of which it may be that some combinations of comparisons are possible and others not. */
function ofTexts(input: PartitionInput, now: Instant, dated: boolean): Partition {
  const { base } = input;
  const texts = examplesFor(comparisonsOf(input, isOwn(base)));
  const raws =
    base === 'contact.email'
      ? emailExamples(texts, examplesFor(comparisonsOf(input, isDomain)), input.emailDomains)
      : texts;
  const candidates = [
    ...raws.map((raw) => ({ raw, value: raw, ageMs: NaN })),
    ...(dated ? datesOf(input, now) : []),
  ].filter(({ raw }) => raw !== '' && raw === raw.trim());
  const found = cellsOf(input, candidates, now);
  const possible = dated ? null : combinationsOf(input);
  if (possible === null) return { cells: found, isComplete: false };
  const known = new Set(found.map(({ truths }) => keyOf(truths)));
  const unseen = possible.filter((truths) => !known.has(keyOf(truths)));
  return {
    cells: [...found, ...unseen.map((truths) => ({ truths, value: null, ageMs: NaN }))],
    isComplete: true,
  };
}

function examplesFor(comparisons: readonly Comparison[]): readonly string[] {
  const combinations = textCombinations(comparisons);
  return combinations === null
    ? constantTexts(comparisons)
    : combinations.flatMap(({ plan }) => textExamples(plan));
}

/** Every combination of truths of all the fields that follow from the base; null beyond `MAX_CELLS`. */
function combinationsOf(input: PartitionInput): readonly Truths[] | null {
  const { base, slots, atoms } = input;
  const groups = [
    slots.filter(isOwn(base)),
    ...slots.filter((slot) => !isOwn(base)(slot)).map((slot) => [slot]),
  ].filter(({ length }) => length > 0);
  const options: (readonly (readonly [number, Truths[number]])[])[][] = [];
  for (const group of groups) {
    const places = atoms.flatMap((atom, at) =>
      group.some(({ index }) => index === atom.slot) ? [at] : [],
    );
    const mine = places.flatMap((at) => atoms[at] ?? []);
    const field = group[0]?.field ?? base;
    const truths = possibleTruths(field, mine);
    if (truths === null) return null;
    // What is no number of people has no motion.
    const unset = field === 'lead.motion' ? [mine.map(({ source }) => unsetTruth(source.op))] : [];
    options.push(
      [...truths, ...unset].map((some) => some.map((it, at) => [places[at] ?? 0, it] as const)),
    );
    if (options.reduce((all, { length }) => all * length, 1) > MAX_CELLS) return null;
  }
  return product(options).map((parts) => {
    const whole = new Map(parts.flat());
    return atoms.map((_, at) => whole.get(at) ?? 0);
  });
}

/** Of the candidates that are alike the first stands for all. */
function cellsOf(
  input: PartitionInput,
  candidates: readonly Candidate[],
  now: Instant,
): readonly Cell[] {
  const dated = input.slots.some((slot) => slot.dated);
  const cells = new Map<string, Cell>();
  for (const candidate of candidates) {
    const truths = truthsOf(input, candidate, now);
    const also = dated ? candidate.ageMs : input.scores ? candidate.raw : '';
    const key = `${keyOf(truths)}|${also}`;
    if (!cells.has(key)) cells.set(key, { truths, value: candidate.value, ageMs: candidate.ageMs });
  }
  return [...cells.values()];
}

function truthsOf(input: PartitionInput, candidate: Candidate, now: Instant): Truths {
  const read = new Map(
    input.slots.map((slot) => [slot.index, input.readAs(slot, candidate.raw)] as const),
  );
  return input.atoms.map((atom) => {
    const raw = read.get(atom.slot) ?? null;
    return raw === null ? unsetTruth(atom.source.op) : atom.test(fieldValue(raw), now);
  });
}

function datesOf(input: PartitionInput, now: Instant): readonly Candidate[] {
  const own = comparisonsOf(input, isOwn(input.base));
  const dated = input.slots.some((slot) => slot.dated);
  const marks = dated ? ([now, now - LONG_AGO] as Instant[]) : [];
  return [...marks, ...dateLine(own, now)].map((at) => {
    const iso = toIso(at);
    return { raw: iso, value: iso, ageMs: now - at };
  });
}

/** The base itself, or the same in lower case. */
function isOwn(base: string): (slot: Slot) => boolean {
  return ({ field }) => field === base || field === 'lead.channel';
}

function isDomain({ field }: Slot): boolean {
  return field === 'lead.emailDomain';
}

function comparisonsOf(
  { slots, atoms }: PartitionInput,
  which: (slot: Slot) => boolean,
): readonly Atom[] {
  const mine = new Set(slots.filter(which).map(({ index }) => index));
  return atoms.filter(({ slot }) => mine.has(slot));
}

function keyOf(truths: ArrayLike<number>): string {
  return Array.from(truths).join('');
}
