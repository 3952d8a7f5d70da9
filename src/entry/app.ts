import type { Directory } from '../application/directory.ts';
import type { HandOffOutcome } from '../application/work/track-batch.ts';
import type { LivePolicy } from '../application/live-policy.ts';
import type { Clock } from '../application/ports/clock.ts';
import type { Crm, CrmAccount, CrmPeople, CrmSchema } from '../application/ports/crm.ts';
import type { DecisionStore, PolicyStore } from '../application/ports/decision-store.ts';
import type { Log } from '../application/ports/log.ts';
import type { ContactWork, Queue } from '../application/ports/queue.ts';
import type { Instant } from '../domain/instant.ts';
import type { Config } from './config.ts';
import type { Metrics } from './metrics.ts';

/** One composed Baton: every port with its adapter behind it. Server, worker and CLI share it. */
export interface App {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly crm: Crm;
  readonly people: CrmPeople;
  readonly schema: CrmSchema;
  readonly account: CrmAccount;
  readonly queue: Queue;
  readonly decisions: DecisionStore;
  readonly policies: PolicyStore;
  readonly livePolicy: () => Promise<LivePolicy>;
  readonly directory: () => Promise<Directory>;
  readonly handOff: (work: readonly ContactWork[], now: Instant) => Promise<HandOffOutcome>;
  /** Checks a policy document that is not published. */
  readonly preparePolicy: (version: string, document: unknown) => LivePolicy;
  readonly close: () => Promise<void>;
}
