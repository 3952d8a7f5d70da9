import type { OwnerId } from '../../ids.ts';
import { dueForRep } from '../../routing/due-for-rep.ts';
import { ok, type Result } from '../../result.ts';
import type { Command, Happenings, Refusal, Routed, StepContext } from '../command.ts';
import { answerTarget } from '../divert.ts';
import { goesToAccount } from '../goes-to-account.ts';
import { ownerOf } from '../evolve.ts';
import type { Handoff } from '../handoff.ts';
import { stageOf } from '../to-routed.ts';

/** How an assignment came about that no rule made. */
export const BY_HAND = 'by_hand';

/**
 * Respects an owner whom somebody set on the contact (design §5, §2.8): the handoff is theirs now. Where the first touch
 * is still owed they get a due time of their own; once it was made nothing starts again, and a miss stays one (design §8).
 * The rotation is not touched.
 */
export function adopt(
  handoff: Handoff,
  command: Extract<Command, { do: 'adopt' }>,
  context: Pick<StepContext, 'people' | 'policy'>,
): Result<Happenings, Refusal> {
  const why = 'The owner was changed by hand.';
  const routed = assignByHand(handoff, command.ownerId, why, context);
  return ok([{ kind: 'adopted', from: ownerOf(handoff), ...routed }]);
}

/** An assignment to somebody whom a person chose, with a due time of their own where the first touch is owed. */
export function assignByHand(
  handoff: Handoff,
  ownerId: OwnerId,
  reason: string,
  { people, policy }: Pick<StepContext, 'people' | 'policy'>,
): Routed {
  const { assignment: before, clock, opened, state } = handoff;
  const pool = before?.pool ?? null;
  const sla = goesToAccount(handoff) ? answerTarget(opened.verdict) : opened.verdict.sla;
  const rep = people.reps.get(ownerId) ?? null;
  const met = state.status === 'accepted' && state.acceptance === 'meeting_booked';
  const owed = clock.firstTouchAt === null && !met;
  const due = owed && sla ? dueForRep(sla, rep, pool, people) : null;
  return {
    due: due && { dueAt: due.dueAt, warnAt: due.warnAt },
    assignment: {
      nth: (before?.nth ?? 0) + 1,
      at: due === null ? (before?.at ?? people.now) : people.now,
      ownerId,
      pool,
      via: BY_HAND,
      rule: before?.rule ?? null,
      reason,
      stage: stageOf(pool, policy),
      calendar: due?.calendar ?? before?.calendar ?? '',
      blocks: due?.blocks ?? before?.blocks ?? [],
      trace: before?.trace ?? [],
    },
  };
}
