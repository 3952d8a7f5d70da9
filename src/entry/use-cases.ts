import { answerCard } from '../application/card/answer-card.ts';
import type { Directory } from '../application/directory.ts';
import type { LivePolicy } from '../application/live-policy.ts';
import type { Clock } from '../application/ports/clock.ts';
import type { Crm } from '../application/ports/crm.ts';
import type { DecisionStore } from '../application/ports/decision-store.ts';
import type { ContactWork } from '../application/ports/queue.ts';
import { handOffContacts } from '../application/work/hand-off-contacts.ts';
import type { HandOffOutcome } from '../application/work/track-batch.ts';
import type { CardAnswer } from '../contract/card-answer.ts';
import type { Instant } from '../domain/instant.ts';
import type { Caller } from './http/caller.ts';

/** What Baton does, the same on every host. Routes and the worker know these and nothing behind them. */
export interface UseCases {
  /** Looks at contacts and hands off those that are due to be. */
  readonly handOff: (work: readonly ContactWork[], now: Instant) => Promise<HandOffOutcome>;
  /** Answers the card; a body that makes no sense is told so in the answer. */
  readonly answerCard: (body: unknown, caller: Caller) => Promise<CardAnswer>;
}

/** The ports that use cases stand on; hosts differ in the adapters behind them. */
export interface UseCasePorts {
  readonly clock: Clock;
  readonly crm: Crm;
  readonly decisions: DecisionStore;
  readonly livePolicy: () => Promise<LivePolicy>;
  readonly directory: () => Promise<Directory>;
}

/** Puts the use cases together, once for every host. */
export function composeUseCases(ports: UseCasePorts): UseCases {
  return {
    handOff: (work, now) => handOffContacts(ports, work, now),
    answerCard: async (body, { userId }) =>
      answerCard(ports, body, userId, await ports.clock.now()),
  };
}
