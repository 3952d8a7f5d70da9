import { ok, type Result } from '../../result.ts';
import type { Command, Happenings, Refusal } from '../command.ts';
import type { Handoff } from '../handoff.ts';
import { notToDecide } from '../refusals.ts';
import { answered } from './answered.ts';

/**
 * Accepts: "I will work it" (R172, R173). It needs no activity first and stops no clock: the first touch stays owed until a real
 * attempt is seen (R128, R139, design §5). A diverted lead is with whoever has the account then, and nothing more is asked.
 */
export function accept(
  handoff: Handoff,
  { acceptance, meeting, note }: Extract<Command, { do: 'accept' }>,
): Result<Happenings, Refusal> {
  if (handoff.state.status === 'diverted') return ok([answered(note || 'The owner has it')]);
  if (handoff.state.status !== 'awaiting_decision') return notToDecide(handoff);
  return ok([{ kind: 'accepted', acceptance, meeting, note }]);
}
