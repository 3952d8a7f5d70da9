import { ownsAccount, whoAsked } from '../../domain/handoff/divert-words.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import type { Directory } from '../directory.ts';
import { nameOf } from './card-person.ts';

/** What a diverted lead is and who has it: "you" only to whoever it is, the name to everybody else. */
export function divertedWords(
  { state, opened, assignment }: Handoff,
  directory: Directory,
  yours: boolean,
): string | null {
  if (state.status !== 'diverted') return null;
  const name = yours ? null : (nameOf(directory, state.owner) ?? 'Its owner');
  const asked = whoAsked(opened, yours ? 'your' : 'a');
  return `${asked} ${ownsAccount(opened, assignment?.via ?? '', name)}`;
}

/** Why this owner, to whoever reads it; a diverted lead says so in the first words of its card. */
export function ownerReason({ state, opened, assignment }: Handoff, yours: boolean): string | null {
  if (assignment === null) return null;
  return state.status === 'diverted' && yours
    ? ownsAccount(opened, assignment.via, null)
    : assignment.reason;
}
