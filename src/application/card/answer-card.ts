import type { CardAnswer } from '../../contract/card-answer.ts';
import {
  parseCardRequest,
  type CardRequest,
  type DecideRequest,
  type LogAttemptRequest,
} from '../../contract/card-request.ts';
import {
  applyDecision,
  type AppliedDecision,
  type Decide,
} from '../../domain/handoff/apply-decision.ts';
import { turnGivenBack, type TurnGivenBack } from '../../domain/handoff/gives-back.ts';
import { STATUS_LABELS } from '../../domain/handoff/handoff-status.ts';
import type { Instant } from '../../domain/instant.ts';
import { AppError } from '../ports/app-error.ts';
import { reconcileTasks } from '../work/reconcile-tasks.ts';
import { wantedTasks } from '../work/wanted-tasks.ts';
import { ownerCalendar } from '../owner-calendar.ts';
import { buildCardView } from './build-card-view.ts';
import { cardPerson, refusalFor } from './card-person.ts';
import type { CardDeps, CardSession } from './card-session.ts';
import { logAttempt } from './log-attempt.ts';
import { readHandoff } from './read-handoff.ts';
import { reassign } from './reassign.ts';

/** HubSpot did not take the change; the same request may be sent again. */
export class CardWriteError extends AppError {
  readonly code = 'card-write-failed';
}

/**
 * Answers one request of the card (design §9). Opening costs one call to HubSpot; a decision reads, writes, and sees to
 * the task. A request that was carried out before changes nothing and gets the present state.
 *
 * @param deps - HubSpot, store, policy and people
 * @param body - untrusted
 * @param userId - HubSpot user id from the signed query
 * @param now - business time
 */
export async function answerCard(
  deps: CardDeps,
  body: unknown,
  userId: string | null,
  now: Instant,
): Promise<CardAnswer> {
  const request = parseCardRequest(body);
  if (!request.ok) return { outcome: 'invalid', message: request.reason, current: null };
  const policy = await deps.livePolicy();
  const [directory, handoff] = await Promise.all([
    deps.directory(),
    readHandoff(deps.crm, policy, request.value.contactId),
  ]);
  if (!handoff) {
    return {
      outcome: request.value.do === 'open' ? 'ok' : 'conflict',
      message:
        'This contact has not been handed to sales. It is, as soon as it becomes a marketing qualified lead.',
      current: null,
    };
  }
  const person = cardPerson(userId, directory, policy.policy);
  return act({ deps, policy, directory, person, handoff, now }, request.value);
}

async function act(session: CardSession, request: CardRequest): Promise<CardAnswer> {
  if (request.do === 'open') return answer(session, 'ok', '');
  const { record, contact, status } = session.handoff;
  const ownerId = contact.properties['handoff_owner'] ?? null;
  if (record.requests.includes(request.requestId)) return answer(session, 'ok', 'Done.');
  if (request.handoffId !== record.handoffId) {
    return answer(
      session,
      'conflict',
      `This card is about an earlier handoff. The present one: ${STATUS_LABELS[status]}.`,
    );
  }
  const refusal = refusalFor(session.person, ownerId, session.policy.policy, session.directory);
  const by = session.person.owner?.ownerId;
  if (refusal !== null || by === undefined) return answer(session, 'forbidden', refusal ?? '');
  if (request.do === 'log_attempt') return await logged(session, request, by);
  return await decided(session, request, by);
}

async function decided(
  session: CardSession,
  request: DecideRequest,
  by: string,
): Promise<CardAnswer> {
  if (request.decision === 'hand_on') {
    return answer(
      session,
      'invalid',
      'This policy has one stage of sales; there is nobody to hand on to.',
    );
  }
  if (request.decision === 'reassign') {
    const moved = await reassign(session, request, by);
    if (!moved.ok) return answer(session, moved.reason.outcome, moved.reason.message);
    const givesBack = turnGivenBack(
      session.handoff.record,
      request.reasonCode,
      session.policy.policy,
    );
    return await written(session, moved.value, moved.value.ownerId, { givesBack });
  }
  const { handoff, policy, directory, now } = session;
  const ownerId = handoff.contact.properties['handoff_owner'] ?? null;
  const applied = applyDecision(toDecide(request), {
    contact: handoff.contact.properties,
    record: handoff.record,
    status: handoff.status,
    policy: policy.policy,
    by,
    note: request.note,
    requestId: request.requestId,
    calendar: ownerCalendar(ownerId, handoff.record, { policy: policy.policy, directory, now }),
    now,
  });
  if (!applied.ok) return answer(session, applied.reason.outcome, applied.reason.message);
  const reason = applied.value.properties['handoff_reason_code'];
  const givesBack = turnGivenBack(handoff.record, reason, policy.policy);
  const reopensTask = request.decision === 'undo';
  return await written(session, applied.value, ownerId, { givesBack, reopensTask });
}

function toDecide(
  request: Exclude<DecideRequest, { decision: 'hand_on' } | { decision: 'reassign' }>,
): Decide {
  switch (request.decision) {
    case 'accept':
      return { kind: 'accept', acceptance: request.acceptance, meetingAt: request.meetingAt };
    case 'reject':
      return { kind: 'reject', reasonCode: request.reasonCode };
    case 'recycle':
      return {
        kind: 'recycle',
        reasonCode: request.reasonCode,
        revisitOn: request.revisitOn,
      };
    case 'undo':
      return { kind: 'undo' };
  }
}

async function logged(
  session: CardSession,
  request: LogAttemptRequest,
  by: string,
): Promise<CardAnswer> {
  const { status } = session.handoff;
  if (status !== 'awaiting_decision' && status !== 'accepted') {
    return answer(session, 'conflict', 'This handoff has ended, so there is no attempt to log.');
  }
  const attempt = await logAttempt(session, request, by);
  return await written(
    session,
    { ...attempt, status, message: 'Logged. It counts as a touch.' },
    session.handoff.contact.properties['handoff_owner'] ?? null,
  );
}

/** Writes a change to the contact, follows it in store and tasks, and answers with what is true now. */
async function written(
  session: CardSession,
  change: AppliedDecision,
  ownerId: string | null,
  also: { readonly givesBack?: TurnGivenBack | null; readonly reopensTask?: boolean } = {},
): Promise<CardAnswer> {
  const { deps, handoff, policy, directory, now } = session;
  const { record, status, properties, message } = change;
  const [outcome] = await deps.crm.updateContacts([{ id: handoff.contact.id, properties }]);
  if (!outcome?.ok) {
    throw new CardWriteError(
      `HubSpot did not take the change (${outcome?.message ?? 'no answer'}). Try again.`,
    );
  }
  const nextAction = properties['handoff_next_action'] ?? '';
  const wanted = wantedTasks(
    { record, status, ownerId, nextAction, dueAt: null },
    { policy: policy.policy, account: directory.account, now },
  );
  const tasks = await reconcileTasks(
    deps.crm,
    wanted.map((one) =>
      one.state === 'open' && also.reopensTask ? { ...one, state: 'reopened' } : one,
    ),
  );
  // Last, and only when the tasks stand: until the store has followed, the echo of this write is not taken for one, and
  // the worker brings the tasks and the store to where they have to be.
  if (tasks.every(({ outcome: task }) => task.ok)) {
    await deps.decisions.follow([
      {
        handoffId: record.handoffId,
        status,
        ownerId,
        properties,
        givesBack: also.givesBack ?? null,
      },
    ]);
  }
  const contact = {
    ...handoff.contact,
    properties: { ...handoff.contact.properties, ...properties },
  };
  return answer({ ...session, handoff: { contact, record, status } }, 'ok', message);
}

function answer(session: CardSession, outcome: CardAnswer['outcome'], message: string): CardAnswer {
  const current = buildCardView(session.handoff, {
    policy: session.policy.policy,
    directory: session.directory,
    person: session.person,
    now: session.now,
  });
  return { outcome, message, current };
}
