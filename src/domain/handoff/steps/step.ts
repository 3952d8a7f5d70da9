import { assertNever, ok, type Result } from '../../result.ts';
import type { Command, Happenings, Refusal, StepContext } from '../command.ts';
import type { HandoffEvent } from '../events.ts';
import type { Handoff } from '../handoff.ts';
import { accept } from './accept.ts';
import { adopt } from './adopt.ts';
import { edit } from './edit.ts';
import { giveBack } from './give-back.ts';
import { logAttempt } from './log-attempt.ts';
import { passOn } from './pass-on.ts';
import { release } from './release.ts';
import { route } from './route.ts';
import { undo } from './undo.ts';

/**
 * What one command makes happen to a handoff, or why it does not (design §2.9). Pure: who asks, when, the policy and the
 * people are parameters, and whoever needs a routing has been routed before.
 *
 * @returns events in order; none where the command changes nothing
 */
export function step(
  handoff: Handoff,
  command: Command,
  context: StepContext,
  requestId?: string,
): Result<readonly HandoffEvent[], Refusal> {
  const happened = happenings(handoff, command, context);
  if (!happened.ok) return happened;
  const base = {
    at: context.people.now,
    by: context.by,
    ...(requestId === undefined ? {} : { requestId }),
  };
  return ok(happened.value.map((one) => ({ ...base, ...withLeadStatus(one, context) })));
}

function happenings(
  handoff: Handoff,
  command: Command,
  context: StepContext,
): Result<Happenings, Refusal> {
  switch (command.do) {
    case 'accept':
      return accept(handoff, command);
    case 'reject':
    case 'recycle':
      return giveBack(handoff, command, context);
    case 'pass_on':
      return passOn(handoff, command, context);
    case 'undo':
      return undo(handoff, context);
    case 'log_attempt':
      return logAttempt(handoff, command, context);
    case 'route':
      return route(handoff, command, context);
    case 'edit':
      return edit(handoff, command, context);
    case 'adopt':
      return adopt(handoff, command, context);
    case 'join':
      return ok([{ kind: 'joined', entry: command.entry, stage: command.stage }]);
    case 'release':
      return release(handoff, command, context);
    case 'close':
      return ok([{ kind: 'closed', outcome: command.outcome, why: command.why }]);
    default:
      return assertNever(command);
  }
}

/** Where the policy moves HubSpot's lead status along, undo has to know what it was. */
function withLeadStatus(one: Happenings[number], context: StepContext): Happenings[number] {
  const moves =
    (one.kind === 'accepted' || one.kind === 'rejected' || one.kind === 'recycled') &&
    context.policy.lifecycle.leadStatus[one.kind] !== undefined;
  return moves ? { ...one, leadStatusBefore: context.leadStatus ?? '' } : one;
}
