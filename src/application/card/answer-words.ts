import { dayInWords } from '../../domain/day.ts';
import { nextAction } from '../../domain/handoff/clock/next-action.ts';
import type { HandoffEvent } from '../../domain/handoff/events.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import { PATH_ACTIONS } from '../../domain/words/action-words.ts';
import type { CommitWorld } from '../commit/change.ts';
import { nameOf } from './card-person.ts';

/** What the person who asked is told of what their request made happen; the same however often it is asked. */
export function answerWords(handoff: Handoff, event: HandoffEvent, world: CommitWorld): string {
  const next = nextAction(handoff, world).text;
  if (event.kind === 'accepted') return next === '' ? 'Accepted.' : `Accepted. Next: ${next}.`;
  if (event.kind === 'rejected' || event.kind === 'recycled') {
    return `${event.kind === 'rejected' ? 'Rejected' : 'Recycled'}: ${whatFollows(event, world)}`;
  }
  if (event.kind === 'passed_on') {
    const { ownerId } = event.assignment;
    return ownerId === null
      ? 'Nobody else could take it: RevOps assigns it now.'
      : `Passed on to ${nameOf(world.directory, ownerId) ?? 'a colleague'}.`;
  }
  if (event.kind === 'closed') return 'It is yours. Nothing else is asked of you here.';
  if (event.kind === 'attempted') {
    if (event.real && handoff.state.status === 'closed') {
      return 'Logged. The request is answered, and closed here.';
    }
    return event.real
      ? 'Logged. It counts as a touch.'
      : 'Logged. It reached nobody, so the touch is still owed.';
  }
  if (event.kind !== 'undone') return 'Done.';
  return handoff.state.status === 'awaiting_decision'
    ? 'Undone. The handoff waits for your decision again.'
    : 'Undone. The handoff stands as it did before.';
}

function whatFollows(
  event: Extract<HandoffEvent, { kind: 'rejected' | 'recycled' }>,
  { policy }: CommitWorld,
): string {
  const reason = policy.reasons.find(({ code }) => code === event.reasonCode);
  const label = reason?.label ?? 'a reason the policy no longer has';
  return event.revisitOn === null
    ? `${label}. ${PATH_ACTIONS[reason?.path ?? 'nurture']}.`
    : `${label}. It comes back on ${dayInWords(event.revisitOn)}.`;
}
