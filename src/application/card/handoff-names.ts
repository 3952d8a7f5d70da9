import { CHANNELS, RESULTS } from '../../contract/card-words.ts';
import type { Names } from '../../domain/handoff/describe.ts';
import type { CommitWorld } from '../commit/change.ts';
import { nameOf } from './card-person.ts';

/** The names by which events speak of owners, reasons, channels and results. */
export function handoffNames({ directory, policy }: CommitWorld): Names {
  return {
    owner: (ownerId) => nameOf(directory, ownerId),
    reason: (code) => policy.reasons.find((reason) => reason.code === code)?.label ?? null,
    channel: (channel) => wordOf(CHANNELS, channel) ?? 'Attempt',
    result: (result) => wordOf(RESULTS, result) ?? 'no result',
  };
}

function wordOf(words: Readonly<Record<string, string>>, key: string): string | null {
  return Object.hasOwn(words, key) ? (words[key] ?? null) : null;
}
