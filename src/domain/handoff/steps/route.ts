import { ok, type Result } from '../../result.ts';
import type { Command, Happenings, Refusal, Routed, StepContext } from '../command.ts';
import { divertAgain, whoHadIt } from '../divert.ts';
import { goesToAccount } from '../goes-to-account.ts';
import { type Handoff } from '../handoff.ts';
import { BATON } from '../progress.ts';

/**
 * Gives a lead to sales that no rep has: one that waited for somebody to be free, or that a person took up by hand. Where
 * it waits already and Baton still finds nobody to take it, nothing changes; a person who asks is answered. A diverted
 * lead waits for somebody who has its account, and for no pool.
 */
export function route(
  handoff: Handoff,
  { routed }: Extract<Command, { do: 'route' }>,
  { by, policy, people }: Pick<StepContext, 'by' | 'policy' | 'people'>,
): Result<Happenings, Refusal> {
  if (by === BATON && goesToAccount(handoff)) {
    const to = divertAgain(handoff, { policy, people }, { exclude: whoHadIt(handoff) });
    return ok(to.assignment.ownerId === null ? [] : [{ kind: 'diverted', ...to }]);
  }
  const nobody = routed?.assignment.ownerId === null;
  if (nobody && by === BATON && handoff.state.status === 'held_no_owner') return ok([]);
  return ok([routedBy(handoff, routed)]);
}

/** The event of a routing; whoever commits a command that needs one has made it before. */
export function routedBy(handoff: Pick<Handoff, 'id'>, routed: Routed | null): Happenings[number] {
  if (routed === null) throw new Error(`${handoff.id} goes to sales without being routed`);
  return { kind: 'routed', ...routed };
}
