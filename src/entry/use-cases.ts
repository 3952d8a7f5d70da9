import { answerCard } from '../application/card/answer-card.ts';
import type { Directory } from '../application/directory.ts';
import type { LivePolicy } from '../application/live-policy.ts';
import type { Clock } from '../application/ports/clock.ts';
import type { Crm } from '../application/ports/crm.ts';
import type { Notify } from '../application/ports/notify.ts';
import type { Ledger } from '../application/ports/ledger.ts';
import type { ContactCause, ContactWork } from '../application/ports/queue.ts';
import type { WorkOutcome } from '../application/work/track-batch.ts';
import { workContacts } from '../application/work/work-contacts.ts';
import { causesOf } from '../application/work/causes-of.ts';
import type { CardAnswer } from '../contract/card-answer.ts';
import type { WebhookEvent } from '../contract/webhook-event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Caller } from './http/caller.ts';

/** What Baton does, the same on every host. Routes and the worker know these and nothing behind them. */
export interface UseCases {
  /** Looks at contacts and hands off those that are due to be. */
  readonly handOff: (work: readonly ContactWork[], now: Instant) => Promise<WorkOutcome>;
  /** Which contacts webhook events make Baton look at, and why. */
  readonly causesOf: (events: readonly WebhookEvent[]) => Promise<readonly ContactCause[]>;
  /** Answers the card; a body that makes no sense is told so in the answer. */
  readonly answerCard: (body: unknown, caller: Caller) => Promise<CardAnswer>;
}

/** The ports that use cases stand on; hosts differ in the adapters behind them. */
export interface UseCasePorts {
  readonly clock: Clock;
  readonly crm: Crm;
  readonly ledger: Ledger;
  readonly notify: Notify;
  readonly livePolicy: () => Promise<LivePolicy>;
  readonly directory: () => Promise<Directory>;
}

/** Puts the use cases together, once for every host. */
export function composeUseCases(ports: UseCasePorts): UseCases {
  return {
    handOff: (work, now) => workContacts(ports, work, now),
    causesOf: (events) => causesOf(ports, events),
    answerCard: async (body, { userId }) =>
      answerCard(ports, body, userId, await ports.clock.now()),
  };
}
