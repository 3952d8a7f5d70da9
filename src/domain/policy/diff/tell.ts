import { isSame } from './is-same.ts';
import type { Names } from './names.ts';

/** The policy before and after, for the labels of what its values refer to. */
export interface Both {
  readonly before: Names;
  readonly after: Names;
}

/** Says in sentences what changes from one value to another; silent exactly where they are the same. */
export type Teller<Value> = (before: Value, after: Value, names: Both) => readonly string[];

/**
 * A teller for every key of an object. A key that is added to the type and not told here does not compile, so that no
 * change can go unsaid.
 */
export type Tellers<Value> = {
  readonly [Key in keyof Value]-?: Teller<Value[Key]>;
};

/** A value in words; ids become the labels that the policy has for them. */
export type InWords<Value> = (value: Value, names: Names) => string;

/** Tells of an object key by key, in the order of the tellers. */
export function tellEach<Value extends object>(tellers: Tellers<Value>): Teller<Value> {
  return (before, after, names) => {
    const keys = Object.keys(tellers) as (keyof Value)[];
    return keys.flatMap((key) => tellers[key](before[key], after[key], names));
  };
}

/**
 * Tells of one value as a whole.
 *
 * @example tellValue('The name', (name: string) => name)('a', 'b', names) // ['The name changes from a to b.']
 */
export function tellValue<Value>(what: string, words: InWords<Value>): Teller<Value> {
  return (before, after, names) => {
    if (isSame(before, after)) return [];
    const [old, now] = [words(before, names.before), words(after, names.after)];
    return [
      old === now ? `${what} changes.` : `${what} changes from ${quoted(old)} to ${quoted(now)}.`,
    ];
  };
}

/** Tells of a part that may be missing: of its coming and going as a whole, otherwise key by key. */
export function tellOptional<Value extends object>(
  what: string,
  words: InWords<Value>,
  tellers: Tellers<Value>,
): Teller<Value | null> {
  const whole = tellValue<Value | null>(what, (value, names) =>
    value === null ? 'nothing' : words(value, names),
  );
  const each = tellEach(tellers);
  return (before, after, names) =>
    before === null || after === null ? whole(before, after, names) : each(before, after, names);
}

/** Tells of a list without ids: what it gains and loses, and whether the order changes. */
export function tellList<Value>(what: string, words: InWords<Value>): Teller<readonly Value[]> {
  return (before, after, names) => {
    if (isSame(before, after)) return [];
    const old = before.map((value) => words(value, names.before));
    const now = after.map((value) => words(value, names.after));
    const gained = now.filter((one) => !old.includes(one));
    const lost = old.filter((one) => !now.includes(one));
    if (gained.length + lost.length === 0) {
      return [
        isSame([...old].sort(), [...now].sort()) && !isSame(old, now)
          ? `The order of ${lowerFirst(what)} changes.`
          : `${what} changes.`,
      ];
    }
    return [
      `${what} ${[
        ...(gained.length > 0 ? [`gains ${gained.map(quoted).join(', ')}`] : []),
        ...(lost.length > 0 ? [`loses ${lost.map(quoted).join(', ')}`] : []),
      ].join(' and ')}.`,
    ];
  };
}

/** Marks off words that a reader could take for part of the sentence. */
export function quoted(words: string): string {
  return words.length < 12 ? words : `“${words}”`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
