import type { OwnerId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { assertNever } from '../result.ts';
import { goesToAccount } from './goes-to-account.ts';
import type { HandoffEvent, TouchDue } from './events.ts';
import type { Handoff } from './handoff.ts';
import type { Acceptance, Assignment, Decided, HandoffClock, Progress } from './progress.ts';

/**
 * The handoff after something happened to it: the one place where events become state. Replaying the events of an
 * attempt from its opening gives the attempt.
 */
export function evolve(handoff: Handoff, event: HandoffEvent): Handoff {
  return {
    ...handoff,
    ...progressAfter(handoff, event),
    opened:
      event.kind === 'released' && event.basis
        ? { ...handoff.opened, ...event.basis }
        : handoff.opened,
    entries: event.kind === 'joined' ? [...handoff.entries, event.entry] : handoff.entries,
    undo: undoAfter(handoff, event),
    events: [...handoff.events, asStored(event)],
    version: handoff.version + 1,
  };
}

/** A handoff after several events, in order. */
export function evolveAll(handoff: Handoff, events: readonly HandoffEvent[]): Handoff {
  return events.reduce(evolve, handoff);
}

/** Nothing was due and nothing was touched yet. */
export const NO_CLOCK: HandoffClock = {
  status: 'not_applicable',
  dueAt: null,
  warnAt: null,
  firstTouchAt: null,
  firstTouchMinutes: null,
};

function progressAfter(handoff: Handoff, event: HandoffEvent): Partial<Progress> {
  switch (event.kind) {
    case 'opened':
    case 'released':
      return waitingOrStopped(handoff, event);
    case 'routed':
      return routed(handoff, event, 'awaiting_decision');
    case 'diverted':
      return routed(handoff, event, 'diverted');
    case 'passed_on':
      return routed(handoff, event, goesToAccount(handoff) ? 'diverted' : 'awaiting_decision');
    case 'adopted':
      return adopted(handoff, event);
    case 'accepted': {
      const owner = ownerOf(handoff);
      if (owner === null) return {};
      const { acceptance, meeting } = event;
      return {
        state: { status: 'accepted', owner, acceptance, meeting, ...decidedBy(event) },
        clock: acceptedAs(acceptance, handoff.clock, event.at),
      };
    }
    case 'rejected':
    case 'recycled': {
      const { reasonCode, owes, revisitOn } = event;
      return {
        state: { status: event.kind, reasonCode, owes, revisitOn, ...decidedBy(event) },
        clock: ended(handoff.clock, event.at),
        nextStep: null,
      };
    }
    case 'reason_given':
      return amended(handoff, event, decidedBy(event));
    case 'amended':
      return amended(handoff, event, { note: event.note });
    case 'undone':
      return handoff.undo?.before ?? {};
    case 'attempted':
      return attempted(handoff, event);
    case 'joined':
    case 'carried_over':
      return {};
    case 'set_by_hand':
      return {
        state:
          event.state.status === 'closed'
            ? { ...event.state, accepted: acceptedBefore(handoff) }
            : event.state,
        clock: ended(handoff.clock, event.at),
        nextStep: null,
      };
    case 'closed':
      return {
        state: { status: 'closed', outcome: event.outcome, accepted: acceptedBefore(handoff) },
        clock: ended(handoff.clock, event.at),
        nextStep: null,
      };
    default:
      return assertNever(event);
  }
}

/** The owner who has it now; null where a role or nobody has. */
export function ownerOf({ state }: Pick<Progress, 'state'>): OwnerId | null {
  return 'owner' in state ? state.owner : null;
}

/** The verdict's own state; a lead for somebody is on hold until the routing that follows names them. */
function waitingOrStopped(
  handoff: Handoff,
  event: Extract<HandoffEvent, { kind: 'opened' | 'released' }>,
): Partial<Progress> {
  switch (event.status) {
    case 'disqualified':
      return { state: { status: 'disqualified' } };
    case 'awaiting_decision':
    case 'diverted':
      return { state: { status: 'held_no_owner', dueAt: event.dueAt } };
    case 'held_needs_data':
    case 'held_for_review':
    case 'nurture':
      return { state: { status: event.status, dueAt: event.dueAt }, clock: handoff.clock };
  }
}

function routed(
  handoff: Handoff,
  { assignment, due }: { readonly assignment: Assignment; readonly due: TouchDue | null },
  status: 'awaiting_decision' | 'diverted',
): Partial<Progress> {
  const { ownerId: owner } = assignment;
  if (owner === null) {
    return {
      state: { status: 'held_no_owner', dueAt: due?.dueAt ?? null },
      assignment,
      clock: owed(handoff.clock, null),
      nextStep: null,
    };
  }
  return {
    state: { status, owner },
    assignment,
    clock: owed(handoff.clock, due),
    nextStep: null,
  };
}

function adopted(
  handoff: Handoff,
  { assignment, due }: Extract<HandoffEvent, { kind: 'adopted' }>,
): Partial<Progress> {
  const { ownerId: owner } = assignment;
  const { state, clock } = handoff;
  if (owner === null) return {};
  const met = state.status === 'accepted' && state.acceptance === 'meeting_booked';
  const undecided = goesToAccount(handoff) ? 'diverted' : 'awaiting_decision';
  return {
    state: state.status === 'accepted' ? { ...state, owner } : { status: undecided, owner },
    assignment,
    clock: due === null && met ? clock : owed(clock, due),
  };
}

/** A fresh due time for whoever has it now; a touch that was made stays made, and a miss stays one (design §8). */
function owed(clock: HandoffClock, due: TouchDue | null): HandoffClock {
  if (clock.firstTouchAt !== null) return clock;
  const missed = clock.status === 'breached';
  return {
    ...clock,
    status: missed ? 'breached' : due === null ? 'not_applicable' : 'running',
    dueAt: due?.dueAt ?? null,
    warnAt: due?.warnAt ?? null,
  };
}

/** A booked meeting is the touch that was owed; anything else still owes it (design §5), also when it is said later. */
function acceptedAs(
  acceptance: Acceptance['acceptance'],
  clock: HandoffClock,
  at: Instant,
): HandoffClock {
  if (acceptance === 'meeting_booked') return ended(clock, at);
  const stands = clock.status !== 'not_applicable' || clock.firstTouchAt !== null;
  return stands || clock.dueAt === null ? clock : { ...clock, status: 'running' };
}

/** Ended before the first touch: in time it is not owed any more, after the due time it was missed (design §8). */
function ended(clock: HandoffClock, at: Instant): HandoffClock {
  if (clock.status !== 'running' && clock.status !== 'due_soon') return clock;
  const late = clock.dueAt !== null && at > clock.dueAt;
  return { ...clock, status: late ? 'breached' : 'not_applicable' };
}

function attempted(
  handoff: Handoff,
  event: Extract<HandoffEvent, { kind: 'attempted' }>,
): Partial<Progress> {
  const nextStep = { text: event.nextStep, on: event.nextStepOn };
  if (!event.real) return { nextStep };
  return {
    nextStep,
    touches: handoff.touches + 1,
    clock: handoff.clock.firstTouchAt === null ? touched(handoff.clock, event) : handoff.clock,
  };
}

function touched(
  clock: HandoffClock,
  { at, minutes }: { readonly at: Instant; readonly minutes: number | null },
): HandoffClock {
  const late = clock.status === 'breached' || (clock.dueAt !== null && at > clock.dueAt);
  return {
    ...clock,
    firstTouchAt: at,
    firstTouchMinutes: minutes,
    // What was not owed, because a meeting stood in its place, is neither met nor late.
    status: clock.status === 'not_applicable' ? clock.status : late ? 'met_late' : 'met',
  };
}

function amended(
  { state, clock }: Handoff,
  event: Extract<HandoffEvent, { kind: 'amended' | 'reason_given' }>,
  who: Partial<Decided>,
): Partial<Progress> {
  if (state.status === 'accepted' && event.kind === 'amended') {
    const { acceptance = state.acceptance, meeting = state.meeting } = event;
    return {
      state: { ...state, ...who, acceptance, meeting },
      clock: acceptedAs(acceptance, clock, event.at),
    };
  }
  if (state.status === 'rejected' || state.status === 'recycled') {
    const { reasonCode = state.reasonCode, owes = state.owes, revisitOn = state.revisitOn } = event;
    return { state: { ...state, ...who, reasonCode, owes, revisitOn } };
  }
  return {};
}

function decidedBy({
  at,
  by,
  note,
}: {
  readonly at: Instant;
  readonly by: Decided['by'];
  readonly note: string;
}): Decided {
  return { at, by, note };
}

function acceptedBefore({ state }: Handoff): (Acceptance & Decided) | null {
  if (state.status === 'closed') return state.accepted;
  if (state.status !== 'accepted') return null;
  const { acceptance, meeting, at, by, note } = state;
  return { acceptance, meeting, at, by, note };
}

/** Only the last thing that happened can be taken back, and only a decision. */
function undoAfter(handoff: Handoff, event: HandoffEvent): Handoff['undo'] {
  if (event.kind !== 'rejected' && event.kind !== 'recycled' && event.kind !== 'accepted') {
    return null;
  }
  const { state, clock, nextStep } = handoff;
  return {
    by: event.by,
    at: event.at,
    before: { state, clock, nextStep },
    leadStatus: event.leadStatusBefore ?? null,
  };
}

function asStored(event: HandoffEvent): HandoffEvent {
  if (event.kind === 'released') return { ...event, basis: null };
  return 'assignment' in event
    ? { ...event, assignment: { ...event.assignment, trace: [], blocks: [] } }
    : event;
}
