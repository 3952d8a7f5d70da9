import { refused, type Result } from '../result.ts';
import type { Refusal } from './command.ts';
import type { Handoff } from './handoff.ts';
import { isLive } from './handoff-status.ts';

/** Something else is true now than the person saw. */
export function conflict(message: string): Result<never, Refusal> {
  return refused({ outcome: 'conflict', message });
}

/** What was asked for cannot be done as it was asked. */
export function invalid(message: string): Result<never, Refusal> {
  return refused({ outcome: 'invalid', message });
}

/** Sales has decided before, or nobody is there to decide. */
export function notToDecide({ state }: Handoff): Result<never, Refusal> {
  return conflict(
    isLive(state.status) && state.status !== 'accepted'
      ? 'Nobody owns this handoff yet, so there is nothing to decide.'
      : 'This handoff has been decided meanwhile. See below what is true now.',
  );
}
