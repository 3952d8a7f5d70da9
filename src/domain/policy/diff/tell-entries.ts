import { isSame } from './is-same.ts';
import type { Names } from './names.ts';
import { quoted, type InWords, type Teller } from './tell.ts';

/** What an entry says under one of its keys; null where no words are short enough to tell it by. */
interface Aspect<Value> {
  readonly name: string;
  readonly words: InWords<Value> | null;
}

/**
 * Every key of an entry: what it is found by (`id`), what it is called (`label`), or an aspect with words for it. A key
 * added to the type and not named here does not compile.
 */
export type Aspects<Entry> = {
  readonly [Key in keyof Entry]-?: Aspect<Entry[Key]> | 'id' | 'label';
};

/** What the entries of a list are called, and what they say. */
export interface EntryKind<Entry> {
  /** Such as `fit rule`. */
  readonly noun: string;
  readonly plural: string;
  readonly id: (entry: Entry, key: string) => string;
  readonly label: (entry: Entry, key: string) => string;
  readonly aspects: Aspects<Entry>;
}

/** An aspect of an entry. */
export function aspect<Value>(name: string, words: InWords<Value> | null): Aspect<Value> {
  return { name, words };
}

/** Tells of a list entry by entry; `first` says that the first entry that holds wins. */
export function tellEntries<Entry extends object>(
  kind: EntryKind<Entry>,
  order: 'first' | 'any',
): Teller<readonly Entry[]> {
  return (before, after, names) => {
    const [old, now] = [keyed(kind, before), keyed(kind, after)];
    const kept = (from: ReadonlyMap<string, unknown>): readonly string[] =>
      [...from.keys()].filter((id) => old.has(id) && now.has(id));
    const moved = isSame(kept(old), kept(now))
      ? []
      : [
          `The order of ${kind.plural} changes${order === 'first' ? '; the first that holds wins' : ''}.`,
        ];
    return [...tellKeyed(kind, old, now, names), ...moved];
  };
}

/** Tells of a record entry by entry. */
export function tellRecord<Entry extends object>(
  kind: EntryKind<Entry>,
): Teller<Readonly<Record<string, Entry>>> {
  return (before, after, names) => {
    const entries = (record: Readonly<Record<string, Entry>>): ReadonlyMap<string, Entry> =>
      new Map(Object.entries(record));
    return tellKeyed(kind, entries(before), entries(after), names);
  };
}

function tellKeyed<Entry extends object>(
  kind: EntryKind<Entry>,
  old: ReadonlyMap<string, Entry>,
  now: ReadonlyMap<string, Entry>,
  names: Parameters<Teller<Entry>>[2],
): readonly string[] {
  const { noun, label } = kind;
  const removed = [...old].filter(([id]) => !now.has(id));
  return [
    ...removed.map(([id, entry]) => `The ${noun} “${label(entry, id)}” is removed.`),
    ...[...now].flatMap(([id, entry]) => {
      const was = old.get(id);
      return was === undefined
        ? [`New ${noun} “${label(entry, id)}”: ${allAspects(kind, entry, names.after)}.`]
        : changedAspects(kind, { id, was, entry }, names);
    }),
  ];
}

function changedAspects<Entry extends object>(
  { noun, label, aspects }: EntryKind<Entry>,
  { id, was, entry }: { readonly id: string; readonly was: Entry; readonly entry: Entry },
  names: Parameters<Teller<Entry>>[2],
): readonly string[] {
  const subject = `The ${noun} “${label(was, id)}”`;
  const tell = (key: keyof Entry): readonly string[] => {
    const said = aspects[key];
    if (isSame(was[key], entry[key])) return [];
    // Compared without its spelling, so the id of a kept entry can differ in that alone.
    if (said === 'id') return [`${subject} is now written “${label(entry, id)}”.`];
    if (said === 'label') return [`${subject} is now called “${label(entry, id)}”.`];
    const earlier = said.words?.(was[key], names.before) ?? '';
    const later = said.words?.(entry[key], names.after) ?? '';
    return [
      earlier === later
        ? `${subject} changes its ${said.name}.`
        : `${subject} changes its ${said.name} from ${quoted(earlier)} to ${quoted(later)}.`,
    ];
  };
  return keysOf(aspects).flatMap((key) => tell(key));
}

function allAspects<Entry extends object>(
  { aspects }: EntryKind<Entry>,
  entry: Entry,
  names: Names,
): string {
  const tell = (key: keyof Entry): readonly string[] => {
    const said = aspects[key];
    return said === 'id' || said === 'label' || said.words === null
      ? []
      : [`${said.name} ${said.words(entry[key], names)}`];
  };
  return keysOf(aspects)
    .flatMap((key) => tell(key))
    .join('; ');
}

function keysOf<Entry>(aspects: Aspects<Entry>): readonly (keyof Entry)[] {
  return Object.keys(aspects) as (keyof Entry)[];
}

/** Entries by id; one whose id stands twice is told apart by its turn, so that nothing is lost. */
function keyed<Entry>(
  { id }: EntryKind<Entry>,
  entries: readonly Entry[],
): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    let key = id(entry, '');
    while (found.has(key)) key = `${key} again`;
    found.set(key, entry);
  }
  return found;
}
