import { ok, type Result } from '../../result.ts';
import type { Command, Happenings, Refusal, Routed, StepContext } from '../command.ts';
import { type Handoff } from '../handoff.ts';
import { BATON } from '../progress.ts';

/**
 * Gives a lead to sales that no rep has: one that waited for somebody to be free, or that a person took up by hand. Where
 * it waits already and Baton still finds nobody to take it, nothing changes; a person who asks is answered.
 */
export function route(
  handoff: Handoff,
  { routed }: Extract<Command, { do: 'route' }>,
  { by }: Pick<StepContext, 'by'>,
): Result<Happenings, Refusal> {
  const nobody = routed?.assignment.ownerId === null;
  if (nobody && by === BATON && handoff.state.status === 'held_no_owner') return ok([]);
  return ok([routedBy(handoff, routed)]);
}

/** The event of a routing; whoever commits a command that needs one has made it before. */
export function routedBy(handoff: Pick<Handoff, 'id'>, routed: Routed | null): Happenings[number] {
  if (routed === null) throw new Error(`${handoff.id} goes to sales without being routed`);
  return { kind: 'routed', ...routed };
}
