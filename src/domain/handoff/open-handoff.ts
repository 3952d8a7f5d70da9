import { contactId, handoffId } from '../ids.ts';
import type { Surroundings } from './clock/next-action.ts';
import { waitingDue } from './clock/waiting-due.ts';
import type { Routed } from './command.ts';
import { evolve, NO_CLOCK } from './evolve.ts';
import { type AttemptSummary, type Handoff } from './handoff.ts';
import { BATON, type Opening } from './progress.ts';
import { givenTo, waits } from './steps/given-to.ts';

/** Everything that makes up a new attempt. */
export interface ToOpen {
  readonly contactId: string;
  readonly attempt: number;
  readonly opening: Opening;
  /** Key of the entry that opens it; null where a signal, a date or an exception does. */
  readonly entry: string | null;
  readonly previous: Handoff | null;
  /** Null where the verdict gives it to no pool. */
  readonly routed: Routed | null;
}

/** A new attempt: opened by the policy's verdict, and routed where the verdict gives it to sales (design §5). */
export function openHandoff(open: ToOpen, { policy, people }: Surroundings): Handoff {
  const { opening } = open;
  const { verdict, at } = opening;
  const { status } = verdict;
  const pool = open.routed?.assignment.pool ?? null;
  const opened = evolve(unopened(open), {
    kind: 'opened',
    at,
    by: BATON,
    status,
    dueAt: waits(status) ? waitingDue(status, { verdict, pool }, policy, people) : null,
  });
  const given = givenTo(opened, open.routed, { policy, people });
  return given === null ? opened : evolve(opened, { at, by: BATON, ...given });
}

function unopened(open: ToOpen): Handoff {
  const { opening, entry, previous } = open;
  const seen = previous?.entries.slice(-1) ?? [];
  return {
    id: handoffId(open.contactId, open.attempt, opening.mode),
    contactId: contactId(open.contactId),
    attempt: open.attempt,
    opened: opening,
    // Without an entry of its own it stands for the last one that was answered, so that this one is not opened twice.
    entries: entry === null ? seen : [entry],
    state: { status: 'held_no_owner', dueAt: null },
    assignment: null,
    clock: NO_CLOCK,
    touches: 0,
    nextStep: null,
    events: [],
    version: 0,
    undo: null,
    earlier: earlierThan(previous),
    shed: [],
  };
}

/** The attempts before a new one; what was only observed was no attempt. */
export function earlierThan(previous: Handoff | null): readonly AttemptSummary[] {
  if (previous === null) return [];
  return previous.opened.mode === 'live'
    ? [...previous.earlier, summary(previous)]
    : previous.earlier;
}

/** What an attempt came to, for the ones after it. */
function summary({ state, ...handoff }: Handoff): AttemptSummary {
  const accepted = state.status === 'closed' ? state.accepted : null;
  const decided = 'at' in state ? state : accepted;
  const stopped = state.status === 'disqualified' ? handoff.opened.verdict.disqualified : null;
  return {
    attempt: handoff.attempt,
    handoffId: handoff.id,
    status: state.status,
    tier: handoff.opened.verdict.tier,
    ownerId: handoff.assignment?.ownerId ?? null,
    decidedAt: decided ? new Date(decided.at).toISOString() : null,
    reasonCode: 'reasonCode' in state ? state.reasonCode : (stopped?.reasonCode ?? null),
    note: decided && decided.note !== '' ? decided.note : null,
  };
}
