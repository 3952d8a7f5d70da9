import { MINUTE } from '../../instant.ts';
import { ok, type Result } from '../../result.ts';
import type { Happenings, Refusal, StepContext } from '../command.ts';
import type { Handoff } from '../handoff.ts';
import { conflict } from '../refusals.ts';

/** How long the author of a decision may take it back (design §5). */
export const UNDO_WINDOW = 5 * MINUTE;

/** Takes the last decision back: same person, within five minutes, while nothing else has happened since. */
export function undo(
  handoff: Handoff,
  { policy, people, by }: Pick<StepContext, 'policy' | 'people' | 'by'>,
): Result<Happenings, Refusal> {
  const point = handoff.undo;
  if (point === null) return conflict('There is nothing to undo: the handoff has moved on.');
  if (point.by !== by) return conflict('Only the person who decided can undo it.');
  if (people.now - point.at > UNDO_WINDOW) {
    return conflict('The five minutes to undo are over. Ask marketing to hand it over again.');
  }
  // HubSpot takes no lifecycle stage back, so an accept that moved it stays (design §5).
  if (handoff.state.status === 'accepted' && policy.lifecycle.onAccept !== null) {
    return conflict('Accepting moved the lifecycle stage, which HubSpot does not take back.');
  }
  return ok([{ kind: 'undone' }]);
}
