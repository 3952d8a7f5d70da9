import type { Instant } from '../../domain/instant.ts';
import type { Directory } from '../directory.ts';
import type { LivePolicy } from '../live-policy.ts';
import type { Crm } from '../ports/crm.ts';
import type { DecisionStore } from '../ports/decision-store.ts';
import type { CardPerson } from './card-person.ts';
import type { StandingHandoff } from './read-handoff.ts';

/** What the card's backend needs. */
export interface CardDeps {
  readonly crm: Crm;
  readonly decisions: DecisionStore;
  readonly livePolicy: () => Promise<LivePolicy>;
  readonly directory: () => Promise<Directory>;
}

/** A handoff in front of a person, ready to be acted upon. */
export interface CardSession {
  readonly deps: CardDeps;
  readonly policy: LivePolicy;
  readonly directory: Directory;
  readonly person: CardPerson;
  readonly handoff: StandingHandoff;
  readonly now: Instant;
}
