import type { CardAnswer } from '../../contract/card-answer.ts';
import { parseCardRequest, type CardRequest } from '../../contract/card-request.ts';
import { ownerOf } from '../../domain/handoff/evolve.ts';
import type { HandoffEvent } from '../../domain/handoff/events.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import { STATUS_LABELS } from '../../domain/handoff/handoff-status.ts';
import { contactId, ownerId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Change, CommitWorld, Outcome, Proposal, Seen } from '../commit/change.ts';
import { commit } from '../commit/commit.ts';
import { findContacts, openWorld } from '../commit/find.ts';
import { AppError } from '../ports/app-error.ts';
import { ContactsBusyError } from '../ports/contacts-busy-error.ts';
import type { CrmRecord } from '../ports/crm.ts';
import { observedWords } from './observed-words.ts';
import { answerWords } from './answer-words.ts';
import { buildCardView } from './build-card-view.ts';
import { cardPerson, refusalFor, type CardPerson } from './card-person.ts';
import { CARD_READS, standing, type CardDeps } from './card-session.ts';
import { toActivity } from './to-activity.ts';
import { toCommand, type Asked } from './to-command.ts';

/** HubSpot did not take the change; the same request may be sent again. */
export class CardWriteError extends AppError {
  readonly code = 'card-write-failed';
}

/**
 * Answers one request of the card (design §9). Opening costs one call to HubSpot; anything else is a commit like any
 * other. A request that was carried out before changes nothing and gets the same answer.
 *
 * @param deps - HubSpot, ledger, policy and people
 * @param body - untrusted
 * @param userId - HubSpot user id from the signed query
 * @param now - business time
 * @throws {CardWriteError} when HubSpot did not take the change
 */
export async function answerCard(
  deps: CardDeps,
  body: unknown,
  userId: string | null,
  now: Instant,
): Promise<CardAnswer> {
  const request = parseCardRequest(body);
  if (!request.ok) return { outcome: 'invalid', message: request.reason, current: null };
  const asked = request.value;
  const world = await openWorld(deps, now);
  const person = cardPerson(userId, world.directory, world.policy);
  if (asked.do === 'open') return await open(deps, asked.contactId, person, world);
  const outcome = await commitOne(
    deps,
    {
      contactId: contactId(asked.contactId),
      // Who owns nothing in HubSpot is refused before anything is done in their name.
      by: ownerId(person.owner?.ownerId ?? ''),
      requestId: asked.requestId,
      alsoRead: CARD_READS,
      propose: (seen, inside) => propose(asked, seen, person, inside),
    },
    now,
  );
  return typeof outcome === 'string'
    ? { outcome: 'conflict', message: outcome, current: null }
    : answerOutcome(outcome, asked, person, world);
}

/** What became of the change, or in words that somebody else was changing the lead for longer than a person waits. */
async function commitOne(deps: CardDeps, change: Change, now: Instant): Promise<Outcome | string> {
  try {
    const [outcome] = await commit(deps, [change], now);
    if (!outcome) throw new Error(`Nothing became of the request ${change.requestId ?? ''}`);
    return outcome;
  } catch (error) {
    if (error instanceof ContactsBusyError) return error.message;
    throw error;
  }
}

async function open(
  deps: CardDeps,
  asked: string,
  person: CardPerson,
  world: CommitWorld,
): Promise<CardAnswer> {
  const id = contactId(asked);
  const reads = [...new Set([...world.live.reads.contact, ...CARD_READS])];
  const { seen, damaged } = await findContacts(deps, [id], reads);
  const message = damaged.get(id) ?? '';
  const found = seen.get(id);
  const handoff = standing(found?.handoff ?? null);
  if (!found || !handoff) {
    const observed = found?.handoff ? observedWords(found.handoff, person, world) : NOT_HANDED;
    return { outcome: 'ok', message: message || observed, current: null };
  }
  return answer('ok', '', { contact: found.contact, handoff }, person, world);
}

const NOT_HANDED =
  'This contact has not been handed to sales. It is, as soon as it becomes a marketing qualified lead.';

/** Whether this person may ask this of the handoff that stands, and what it is then asked. */
function propose(
  request: Exclude<CardRequest, { do: 'open' }>,
  { contact, handoff: found, meanwhile }: Seen,
  person: CardPerson,
  { policy, directory, people }: CommitWorld,
): Proposal {
  const handoff = standing(found);
  if (!handoff) {
    return { kind: 'refused', refusal: { outcome: 'conflict', message: NOT_HANDED } };
  }
  if (request.handoffId !== handoff.id) {
    const message = `This card is about an earlier handoff. The present one: ${STATUS_LABELS[handoff.state.status]}.`;
    return { kind: 'refused', refusal: { outcome: 'conflict', message } };
  }
  if ([...meanwhile, ...sinceSeen(handoff, request)].some(isDecision)) {
    const message = 'This handoff has been decided meanwhile. See below what is true now.';
    return { kind: 'refused', refusal: { outcome: 'conflict', message } };
  }
  const holder = ownerOf(handoff) ?? handoff.assignment?.ownerId ?? null;
  const refusal = refusalFor(person, holder, policy, directory);
  const by = person.owner?.ownerId;
  if (refusal !== null || by === undefined) {
    return { kind: 'refused', refusal: { outcome: 'forbidden', message: refusal ?? '' } };
  }
  if (!isAsked(request)) {
    const message = 'This policy has one stage of sales; there is nobody to hand on to.';
    return { kind: 'refused', refusal: { outcome: 'invalid', message } };
  }
  const activity = toActivity(request, contact.id, by, people.now);
  return { kind: 'command', command: toCommand(request), byHand: true, activity };
}

/** What happened after the view that a decision was made on; nothing where the card does not say which that was. */
function sinceSeen(
  { version, events }: Handoff,
  request: Exclude<CardRequest, { do: 'open' }>,
): readonly HandoffEvent[] {
  const newer = version - (request.version ?? version);
  return request.do === 'decide' && newer > 0 ? events.slice(-newer) : [];
}

/** Two people decided at once: the second did not know of the first. */
function isDecision({ kind }: HandoffEvent): boolean {
  return kind === 'accepted' || kind === 'rejected' || kind === 'recycled' || kind === 'passed_on';
}

function isAsked(request: Exclude<CardRequest, { do: 'open' }>): request is Asked {
  return request.do === 'log_attempt' || request.decision !== 'hand_on';
}

function answerOutcome(
  outcome: Outcome,
  request: Exclude<CardRequest, { do: 'open' }>,
  person: CardPerson,
  world: CommitWorld,
): CardAnswer {
  switch (outcome.kind) {
    case 'done':
    case 'repeated': {
      const handoff = standing(outcome.handoff);
      if (!handoff) return { outcome: 'conflict', message: NOT_HANDED, current: null };
      const event = handoff.events.find(({ requestId }) => requestId === request.requestId);
      const message = messageOf(event, { ...outcome, handoff }, world);
      return answer('ok', message, { contact: outcome.contact, handoff }, person, world);
    }
    case 'refused': {
      const { refusal, contact } = outcome;
      const handoff = standing(outcome.handoff);
      return handoff
        ? answer(refusal.outcome, refusal.message, { contact, handoff }, person, world)
        : { ...refusal, current: null };
    }
    case 'gone':
      return { outcome: 'conflict', message: NOT_HANDED, current: null };
    case 'failed':
      throw new CardWriteError(`HubSpot did not take the change (${outcome.message}). Try again.`);
  }
}

function messageOf(
  event: HandoffEvent | undefined,
  { handoff }: { readonly handoff: Parameters<typeof answerWords>[0] },
  world: CommitWorld,
): string {
  return event ? answerWords(handoff, event, world) : 'Done.';
}

function answer(
  outcome: CardAnswer['outcome'],
  message: string,
  shown: {
    readonly contact: CrmRecord;
    readonly handoff: NonNullable<ReturnType<typeof standing>>;
  },
  person: CardPerson,
  world: CommitWorld,
): CardAnswer {
  return { outcome, message, current: buildCardView({ ...shown, person, world }) };
}
