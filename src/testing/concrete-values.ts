import type { FieldCondition } from '../domain/condition/condition-schema.ts';
import { DAY, SECOND, toIso, type Instant } from '../domain/instant.ts';
import { compileTest, fieldValue, list } from '../domain/condition/value-test.ts';

/** Letters that change no comparison but the one of whole words. */
const FILLER = 'q';
/** Texts of which the patterns of random policies match one or another. */
const SAMPLES = ['vp', 'cto', 'sales', 'director'];

/**
 * Values that a field of this kind could have, of every sort that a list of comparisons could tell apart, found by
 * writing them down and not by asking the engine: each constant, several of them in every order and in every way of
 * writing them beside each other, and what lies between, just before and just after. Of values that pass and fail the
 * same comparisons one is kept.
 */
export function concreteValues(
  kind: 'text' | 'number' | 'date',
  leaves: readonly FieldCondition[],
  now: Instant,
): readonly string[] {
  const values =
    kind === 'text' ? texts(leaves) : kind === 'number' ? numbers(leaves) : dates(leaves, now);
  const tests = leaves.map(({ op, value }) => compileTest(op, value));
  const distinct = new Map<string, string>();
  for (const value of values) {
    if (value.trim() === '') continue;
    const key = tests.map((test) => test(fieldValue(value.trim()), now)).join('');
    if (!distinct.has(key)) distinct.set(key, value.trim());
  }
  return [...distinct.values()];
}

function texts(leaves: readonly FieldCondition[]): readonly string[] {
  const lists = leaves.map(({ op, value }) =>
    op === 'matches' ? SAMPLES.filter((it) => new RegExp(String(value)).test(it)) : list(value),
  );
  // The first of each list before all others: it tells most lists apart.
  const constants = [...new Set([...lists.map(([first]) => first ?? ''), ...lists.flat()])]
    .map(String)
    .filter((constant) => constant !== '');
  const fronts = leaves
    .filter(({ op }) => ['starts_with', 'gt', 'lte'].includes(op))
    .flatMap(({ value }) => list(value).map(String));
  const starts = ['', '!', '~', ...new Set(fronts.flatMap((one) => [one, `${one}${FILLER}`]))];
  const some = subsets(constants.slice(0, 6), 3);
  const orders = [...some, ...some.map((one) => one.toReversed())];
  const bodies = orders.flatMap((some) => [
    some.join(' '),
    some.join(FILLER),
    `${FILLER}${some.join(`${FILLER} ${FILLER}`)}${FILLER}`,
    some.map(inFullWidth).join(' '),
    some.map((one, at) => (at === 0 ? one : inFullWidth(one))).join(' '),
    some.map((one, at) => (at === 0 ? `${FILLER}${one}${FILLER}` : inFullWidth(one))).join(' '),
    some.map((one, at) => (at > 0 ? `${FILLER}${one}${FILLER}` : inFullWidth(one))).join(' '),
    some.map(capitalised).join(''),
  ]);
  const ticked = orders.flatMap((some) => [
    `;${some.join(';')};`,
    `;${some.map((one, at) => (at === 0 ? one : `~ ${one} ~`)).join(';')};`,
    `;${some.map((one, at) => (at > 0 ? one : `~ ${one} ~`)).join(';')};`,
    `;${some.map((one) => `~ ${one} ~`).join(';')};`,
    `;${some.map((one, at) => (at < 2 ? one : `~ ${one} ~`)).join(';')};`,
    `;${some.map((one, at) => (at === 0 ? one : `${FILLER}${one}`)).join(';')}`,
    `;${some.map((one) => `${FILLER}${one}`).join(';')}`,
  ]);
  return [
    ...constants,
    ...starts.flatMap((start) => [
      start,
      ...[...bodies, ...ticked].map((body) => `${start}${body}`),
    ]),
  ];
}

function numbers(leaves: readonly FieldCondition[]): readonly string[] {
  const constants = leaves.flatMap(({ value }) => list(value).map(Number));
  const sorted = [...new Set(constants)].sort((a, b) => a - b);
  return [
    0,
    -1e6,
    1e6,
    ...sorted.flatMap((one, at) => [
      one,
      one - 0.001,
      one + 0.001,
      (one + (sorted[at + 1] ?? one + 2)) / 2,
      one + 1,
    ]),
  ].map(String);
}

function dates(leaves: readonly FieldCondition[], now: Instant): readonly string[] {
  const marks = leaves.flatMap(({ op, value }) =>
    op === 'within_days' || op === 'older_than_days'
      ? [now - Number(value) * DAY]
      : list(value).map((one) => Date.parse(String(one))),
  );
  return [now, now + DAY, now + 400 * DAY, now - 4000 * DAY, ...marks]
    .flatMap((at) => [at - DAY, at - SECOND, at, at + SECOND, at + DAY, at + 3 * DAY])
    .map((at) => toIso(at as Instant));
}

function subsets<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  return items.reduce<readonly (readonly T[])[]>(
    (all, item) => [...all, ...all.flatMap((one) => (one.length < most ? [[...one, item]] : []))],
    [[]],
  );
}

/** As East Asian keyboards write it: the same word, other characters. */
function inFullWidth(text: string): string {
  return text.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
