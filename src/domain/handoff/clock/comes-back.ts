import type { Handoff } from '../handoff.ts';
import { openingOn, ownersHours, type Surroundings } from './next-action.ts';

/** Whether the day has come on which a lead that sales gave back is looked at again (R185). */
export function comesBack(handoff: Handoff, { people }: Surroundings): boolean {
  const { state } = handoff;
  if (!('revisitOn' in state) || state.revisitOn === null) return false;
  return people.now >= openingOn(state.revisitOn, ownersHours(handoff, people));
}
