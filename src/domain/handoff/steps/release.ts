import { ok, type Result } from '../../result.ts';
import { waitingDue } from '../clock/waiting-due.ts';
import type { Command, Happenings, Refusal, StepContext } from '../command.ts';
import type { Handoff } from '../handoff.ts';
import { routedBy } from './route.ts';

/**
 * A lead on hold, judged again on what is known now (S14, R95): it goes on as the verdict says, or stays on hold for what
 * is still missing. The same verdict on the same gaps changes nothing.
 */
export function release(
  handoff: Handoff,
  { verdict, facts, policyVersion, routed }: Extract<Command, { do: 'release' }>,
  { policy, people }: Pick<StepContext, 'policy' | 'people'>,
): Result<Happenings, Refusal> {
  const { status } = verdict;
  const before = handoff.opened.verdict;
  const sameGaps = verdict.missing.join() === before.missing.join();
  if (status === handoff.state.status && sameGaps) return ok([]);
  const dueAt =
    status === 'disqualified' || status === 'awaiting_decision'
      ? null
      : waitingDue(status, { verdict, pool: handoff.assignment?.pool ?? null }, policy, people);
  return ok([
    { kind: 'released', status, dueAt, basis: { verdict, facts, policyVersion } },
    ...(status === 'awaiting_decision' ? [routedBy(handoff, routed)] : []),
  ]);
}
