import { ok, type Result } from '../../result.ts';
import type { Command, Happenings, Refusal, StepContext } from '../command.ts';
import { divertAgain, whoHadIt } from '../divert.ts';
import { goesToAccount } from '../goes-to-account.ts';
import { ownerOf } from '../evolve.ts';
import type { Handoff } from '../handoff.ts';
import { notToDecide } from '../refusals.ts';
import { findReason } from './give-back.ts';

/** Whether a lead can be passed on with this reason, before anybody is looked for. */
export function mayPassOn(
  handoff: Handoff,
  { reasonCode, note }: Extract<Command, { do: 'pass_on' }>,
  { policy }: Pick<StepContext, 'policy'>,
): Result<true, Refusal> {
  const { status } = handoff.state;
  if (status !== 'awaiting_decision' && status !== 'accepted' && status !== 'diverted') {
    return notToDecide(handoff);
  }
  const reason = findReason(policy, 'reassign', reasonCode, note);
  return reason.ok ? ok(true) : reason;
}

/**
 * Passes it on, "not mine": the lead goes on by the rules of routing, without those who had it (design §5, §7); a diverted
 * one to the next who has to do with the account.
 */
export function passOn(
  handoff: Handoff,
  command: Extract<Command, { do: 'pass_on' }>,
  context: StepContext,
): Result<Happenings, Refusal> {
  const may = mayPassOn(handoff, command, context);
  if (!may.ok) return may;
  const to = goesToAccount(handoff)
    ? divertAgain(handoff, context, { exclude: whoHadIt(handoff) })
    : command.routed;
  if (to === null) throw new Error(`${handoff.id} is passed on without being routed`);
  const { assignment, due } = to;
  const { reasonCode, note } = command;
  return ok([{ kind: 'passed_on', from: ownerOf(handoff), reasonCode, note, assignment, due }]);
}
