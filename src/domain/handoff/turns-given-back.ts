import type { Policy } from '../policy/policy.ts';
import type { HandoffEvent } from './events.ts';
import type { Handoff } from './handoff.ts';
import type { Assignment } from './progress.ts';

/** A turn of the rotation that its owner shall not be charged for, or shall again. */
export interface TurnBack {
  /** Which routing of the handoff gave it. */
  readonly nth: number;
  readonly givenBack: boolean;
}

/**
 * The turns that the newest events of a handoff give back (P26, `countsAgainstShare: false`): the lead should not have
 * been that owner's. Taking such a decision back takes the turn again.
 *
 * @param handoff - after the events
 * @param newest - how many of its events are new
 * @param policy - live now
 * @param policy.reasons - say which decisions count against the share
 */
export function turnsGivenBack(
  handoff: Handoff,
  newest: number,
  { reasons }: Pick<Policy, 'reasons'>,
): readonly TurnBack[] {
  const free = (code: string | null): boolean =>
    reasons.find((reason) => reason.code === code)?.countsAgainstShare === false;
  const since = handoff.events.length - newest;
  const given = new Map<number, boolean>();
  const turns = new Map<number, TurnBack>();
  let had = hadAtFirst(handoff);
  let beforeDecision = false;
  for (const [index, event] of handoff.events.entries()) {
    if (had?.via === 'pool' && had.ownerId !== null) {
      const { nth } = had;
      const was: boolean = given.get(nth) ?? false;
      const now: boolean = event.kind === 'undone' ? beforeDecision : was || returns(event, free);
      given.set(nth, now);
      if (index >= since && (now !== was || event.kind === 'undone')) {
        turns.set(nth, { nth, givenBack: now });
      }
      beforeDecision = was;
    }
    if ('assignment' in event) had = event.assignment;
  }
  return [...turns.values()];
}

/**
 * Who had it before the first event that is known. Where older ones were shed, or stand in words only, that is whom the
 * next change of owner took it from; whether it had been a turn the ledger knows.
 */
function hadAtFirst({
  events,
  assignment,
}: Handoff): Pick<Assignment, 'nth' | 'ownerId' | 'via'> | null {
  if (events[0]?.kind === 'opened') return null;
  const next = events.find((event) => 'assignment' in event);
  if (!next) return assignment;
  const ownerId = 'from' in next ? next.from : null;
  return { nth: next.assignment.nth - 1, ownerId, via: 'pool' };
}

function returns(event: HandoffEvent, free: (code: string | null) => boolean): boolean {
  const { kind } = event;
  const returned =
    kind === 'rejected' || kind === 'recycled' || kind === 'reason_given' || kind === 'passed_on';
  return returned && free(event.reasonCode);
}
