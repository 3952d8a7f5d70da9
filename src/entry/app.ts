import type { Directory } from '../application/directory.ts';
import type { LivePolicy } from '../application/live-policy.ts';
import type { Clock } from '../application/ports/clock.ts';
import type { Crm, CrmAccount, CrmPeople, CrmSchema } from '../application/ports/crm.ts';
import type { PolicyStore } from '../application/ports/policy-store.ts';
import type { Ledger } from '../application/ports/ledger.ts';
import type { Log } from '../application/ports/log.ts';
import type { Queue } from '../application/ports/queue.ts';
import type { Notify } from '../application/ports/notify.ts';
import type { Config } from './config.ts';
import type { Metrics } from './metrics.ts';
import type { UseCases } from './use-cases.ts';

/** One composed Baton: every port with its adapter behind it, and the use cases on them. Server, worker and CLI share it. */
export interface App extends UseCases {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly crm: Crm;
  readonly people: CrmPeople;
  readonly schema: CrmSchema;
  readonly account: CrmAccount;
  readonly notify: Notify;
  readonly queue: Queue;
  readonly ledger: Ledger;
  readonly policies: PolicyStore;
  readonly livePolicy: () => Promise<LivePolicy>;
  readonly directory: () => Promise<Directory>;
  /** Checks a policy document that is not published. */
  readonly preparePolicy: (version: string, document: unknown) => LivePolicy;
  readonly close: () => Promise<void>;
}
