import { ownerId, type OwnerId } from '../../ids.ts';
import { ok, type Result } from '../../result.ts';
import { ownersHours, type Surroundings } from '../clock/next-action.ts';
import { waitingDue } from '../clock/waiting-due.ts';
import type { Command, HandEdit, Happenings, Refusal, Routed, StepContext } from '../command.ts';
import { divertAgain } from '../divert.ts';
import { goesToAccount } from '../goes-to-account.ts';
import { ownerOf } from '../evolve.ts';
import { STATUS_LABELS, type HandoffStatus } from '../handoff-status.ts';
import type { Handoff } from '../handoff.ts';
import type { Actor, OwnerlessState, Return } from '../progress.ts';
import { BATON, SOMEBODY } from '../progress.ts';
import { adopt, assignByHand } from './adopt.ts';
import { answered } from './answered.ts';
import { revisitDay } from './give-back.ts';

/**
 * Takes what a person made of the properties as good as the card (design §5): what was entered is kept, what is missing
 * is asked for once, and nothing is left half decided.
 */
export function edit(
  handoff: Handoff,
  { edit: made }: Extract<Command, { do: 'edit' }>,
  context: StepContext,
): Result<Happenings, Refusal> {
  if (goesToAccount(handoff) && made.status !== null && DECIDED.has(made.status)) {
    return ok([
      answered(
        [`Set by hand: ${STATUS_LABELS[made.status]}`, made.note].filter(Boolean).join('. '),
      ),
    ]);
  }
  switch (made.status) {
    case null:
      return ok(amendment(handoff, made, context));
    case 'awaiting_decision':
      return ok(takenUp(handoff, made, context));
    case 'accepted':
      return acceptedByHand(handoff, made, context);
    case 'diverted':
      return ok([{ kind: 'diverted', ...divertedByHand(handoff, made, context) }]);
    case 'rejected':
    case 'recycled':
      return ok(returnedByHand(handoff, made, made.status, context));
    case 'held_no_owner':
    case 'held_needs_data':
    case 'held_for_review':
    case 'nurture':
    case 'disqualified':
    case 'closed':
      return ok([{ kind: 'set_by_hand', state: ownerless(handoff, made.status, context) }]);
  }
}

/** Put back before its owner; without one it is routed instead ({@link Command}, `route`), and until then on hold. */
function takenUp(handoff: Handoff, made: HandEdit, context: StepContext): Happenings {
  const owner = handoff.assignment?.ownerId ?? made.contactOwner;
  return owner === null
    ? [{ kind: 'set_by_hand', state: ownerless(handoff, 'held_no_owner', context) }]
    : [{ kind: 'routed', ...assignByHand(handoff, owner, 'It was taken up by hand.', context) }];
}

/** Decisions of sales; what was diverted is none of theirs, and ends without one. */
const DECIDED: ReadonlySet<HandoffStatus> = new Set(['accepted', 'rejected', 'recycled']);

/** Whoever the person named as the contact's owner has the account, else whom the facts name. */
function divertedByHand(
  handoff: Handoff,
  { contactOwner }: HandEdit,
  context: StepContext,
): Routed {
  const named = contactOwner !== null && contactOwner !== handoff.assignment?.ownerId;
  return divertAgain(handoff, context, named ? { contactOwner } : {});
}

/**
 * Somebody has to have it: the contact's owner, who is another than before where a person said so, else whoever had it,
 * else whoever accepted; else RevOps names one.
 */
function acceptedByHand(
  handoff: Handoff,
  made: HandEdit,
  context: StepContext,
): Result<Happenings, Refusal> {
  const owner =
    made.contactOwner ?? ownerOf(handoff) ?? handoff.assignment?.ownerId ?? personOf(context.by);
  if (owner === null) {
    return ok([{ kind: 'set_by_hand', state: ownerless(handoff, 'held_no_owner', context) }]);
  }
  const taken =
    ownerOf(handoff) === owner ? ok([]) : adopt(handoff, { do: 'adopt', ownerId: owner }, context);
  if (!taken.ok) return taken;
  const acceptance = made.acceptance ?? 'outreach_started';
  return ok([
    ...taken.value,
    { kind: 'accepted', acceptance, meeting: null, note: made.note ?? '' },
  ]);
}

function returnedByHand(
  handoff: Handoff,
  made: HandEdit,
  kind: 'rejected' | 'recycled',
  context: StepContext,
): Happenings {
  const note = made.note ?? '';
  return [{ kind, note, ...reasonGiven(handoff, kind, made, note, context) }];
}

/** The reason as far as it was given; a day that was entered is kept, also where it has passed: it is then due at once. */
function reasonGiven(
  handoff: Handoff,
  kind: 'rejected' | 'recycled',
  made: Pick<HandEdit, 'reasonCode' | 'revisitOn'>,
  note: string,
  { policy, people }: Surroundings,
): Return {
  const as = kind === 'rejected' ? 'reject' : 'recycle';
  const reason = policy.reasons.find(
    ({ code, kind: of, retired }) => code === made.reasonCode && of === as && !retired,
  );
  const entered = made.revisitOn ?? null;
  if (!reason) return { reasonCode: null, owes: 'reason', revisitOn: entered };
  const hours = ownersHours(handoff, people);
  const pause = revisitDay(reason, null, hours, people.now);
  return {
    reasonCode: reason.code,
    owes: reason.noteRequired && note.trim() === '' ? 'note' : null,
    revisitOn: entered ?? (pause.ok ? pause.value : null),
  };
}

/** What was corrected on a decision that stands; a value that no decision can have changes nothing. */
export function amendment(handoff: Handoff, made: HandEdit, context: Surroundings): Happenings {
  const { state } = handoff;
  if (state.status === 'accepted') {
    const { acceptance = state.acceptance, note = state.note } = made;
    const same = acceptance === state.acceptance && note === state.note;
    return same ? [] : [{ kind: 'amended', acceptance, note }];
  }
  if (state.status !== 'rejected' && state.status !== 'recycled') return [];
  const note = made.note ?? state.note;
  // A reason that no decision of this kind can have changes nothing; what was entered beside it does.
  const named = reasonGiven(handoff, state.status, made, note, context).reasonCode;
  const reasonCode = named ?? state.reasonCode ?? undefined;
  const kept = (reasonCode ?? null) === state.reasonCode ? state.revisitOn : null;
  const revisitOn = made.revisitOn ?? kept;
  const given = reasonGiven(handoff, state.status, { reasonCode, revisitOn }, note, context);
  const same =
    given.reasonCode === state.reasonCode &&
    given.owes === state.owes &&
    given.revisitOn === state.revisitOn &&
    note === state.note;
  if (same) return [];
  const completes = state.owes !== null && given.owes === null;
  return [{ kind: completes ? 'reason_given' : 'amended', note, ...given }];
}

function ownerless(
  handoff: Handoff,
  status: OwnerlessState['status'],
  { policy, people }: StepContext,
): OwnerlessState {
  if (status === 'disqualified') return { status };
  if (status === 'closed') {
    return { status, outcome: goesToAccount(handoff) ? 'diverted' : null, accepted: null };
  }
  const about = { verdict: handoff.opened.verdict, pool: handoff.assignment?.pool ?? null };
  return { status, dueAt: waitingDue(status, about, policy, people) };
}

function personOf(by: Actor): OwnerId | null {
  return by === BATON || by === SOMEBODY ? null : ownerId(by);
}
