import type { VerdictStatus } from '../../qualification/verdict.ts';
import type { Surroundings } from '../clock/next-action.ts';
import type { Happenings, Routed } from '../command.ts';
import { divertAgain } from '../divert.ts';
import type { Handoff } from '../handoff.ts';
import type { WaitingStatus } from '../progress.ts';
import { routedBy } from './route.ts';

/** Whether a verdict leaves the lead with a role. */
export function waits(status: VerdictStatus): status is Exclude<WaitingStatus, 'held_no_owner'> {
  return status !== 'awaiting_decision' && status !== 'diverted' && status !== 'disqualified';
}

/**
 * The event that gives a lead to somebody as its verdict says: to sales by the rules of routing, to whoever has the
 * account, or to nobody.
 *
 * @param handoff - opened or released on that verdict
 * @param routed - by the rules of routing; null where the verdict asks for none
 * @param around - policy and people with the business time
 * @returns null where no person gets it
 */
export function givenTo(
  handoff: Pick<Handoff, 'id' | 'opened' | 'assignment'>,
  routed: Routed | null,
  around: Surroundings,
): Happenings[number] | null {
  switch (handoff.opened.verdict.status) {
    case 'awaiting_decision':
      return routedBy(handoff, routed);
    case 'diverted':
      return { kind: 'diverted', ...divertAgain(handoff, around) };
    case 'held_needs_data':
    case 'held_for_review':
    case 'nurture':
    case 'disqualified':
      return null;
  }
}
