import { ok, type Result } from '../../result.ts';
import type { Command, Happenings, Refusal } from '../command.ts';
import type { Handoff } from '../handoff.ts';
import { notToDecide } from '../refusals.ts';

/**
 * Accepts: "I will work it" (R172, R173). It needs no activity first and stops no clock: the first touch stays owed until a real
 * attempt is seen (R128, R139, design §5).
 */
export function accept(
  handoff: Handoff,
  { acceptance, meeting, note }: Extract<Command, { do: 'accept' }>,
): Result<Happenings, Refusal> {
  if (handoff.state.status !== 'awaiting_decision') return notToDecide(handoff);
  return ok([{ kind: 'accepted', acceptance, meeting, note }]);
}
