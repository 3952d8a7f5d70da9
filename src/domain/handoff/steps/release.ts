import { ok, type Result } from '../../result.ts';
import { waitingDue } from '../clock/waiting-due.ts';
import type { Command, Happenings, Refusal, StepContext } from '../command.ts';
import type { Handoff } from '../handoff.ts';
import { givenTo, waits } from './given-to.ts';

/**
 * A lead on hold, judged again on what is known now (S14, R95): it goes on as the verdict says, or stays on hold for what
 * is still missing. The same verdict on the same gaps changes nothing.
 */
export function release(
  handoff: Handoff,
  { verdict, facts, policyVersion, routed }: Extract<Command, { do: 'release' }>,
  around: Pick<StepContext, 'policy' | 'people'>,
): Result<Happenings, Refusal> {
  const { status } = verdict;
  const before = handoff.opened.verdict;
  const sameGaps =
    verdict.missing.join() === before.missing.join() && verdict.held?.rule === before.held?.rule;
  if (status === handoff.state.status && sameGaps) return ok([]);
  const pool = handoff.assignment?.pool ?? null;
  const dueAt = waits(status)
    ? waitingDue(status, { verdict, pool }, around.policy, around.people)
    : null;
  const basis = { verdict, facts, policyVersion };
  const given = givenTo({ ...handoff, opened: { ...handoff.opened, ...basis } }, routed, around);
  return ok([{ kind: 'released', status, dueAt, basis }, ...(given === null ? [] : [given])]);
}
