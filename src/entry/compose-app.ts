import { setTimeout as sleep } from 'node:timers/promises';
import { createPortalClock } from '../adapters/clock/portal-clock.ts';
import { createSystemClock } from '../adapters/clock/system-clock.ts';
import { createEmailDomains } from '../adapters/email-domains/email-domains.ts';
import { loadDisposableDomains } from '../adapters/email-domains/load-disposable-domains.ts';
import { connectHubspot } from '../adapters/hubspot/connect-hubspot.ts';
import { createHubspotSchema } from '../adapters/hubspot/hubspot-schema.ts';
import { createRateLimiter } from '../adapters/hubspot/rate-limiter.ts';
import { createLog } from '../adapters/log/pino-log.ts';
import { noNotify } from '../adapters/notify/no-notify.ts';
import { createWebhookNotify } from '../adapters/notify/webhook-notify.ts';
import { openQueue } from '../adapters/queue/open-queue.ts';
import { migrate } from '../adapters/ledger/migrate.ts';
import { openDatabase, type Database } from '../adapters/ledger/open-database.ts';
import { createLedger } from '../adapters/ledger/create-ledger.ts';
import { createPolicyStore } from '../adapters/ledger/policy-store.ts';
import { createDirectory } from '../application/directory.ts';
import { createLivePolicy, preparePolicy } from '../application/live-policy.ts';
import type { App } from './app.ts';
import type { Config } from './config.ts';
import { createMetrics } from './metrics.ts';
import { composeUseCases } from './use-cases.ts';

/**
 * Puts the application together from its adapters. Opens the store, so with the embedded one only a single process
 * can hold it (design §1).
 *
 * @param config - the environment, checked
 * @param opened - a database that is open already; the one of the configuration unless given
 * @throws AppError with a remedy where something is not reachable or in use
 */
export async function composeApp(config: Config, opened?: Database): Promise<App> {
  const log = createLog({ level: config.logLevel });
  const metrics = createMetrics();
  const emailDomains = createEmailDomains(await loadDisposableDomains());
  const database = opened ?? (await openDatabase(config));
  await migrate(database);
  const queue = await openQueue({ database, log, sleep: (ms) => sleep(ms) });
  const ledger = createLedger(database);
  const policies = createPolicyStore(database);
  const { crm, people, account, caller } = connectHubspot({
    ...config.hubspot,
    log,
    // On a server all workers count together; alone, this process does.
    limiter: createRateLimiter({ pool: database.pool, sleep: (ms) => sleep(ms) }),
    onCall: ({ method, template, status }) => {
      metrics.hubspotCalls.inc({ method, path: template, status: String(status ?? 0) });
    },
  });
  const livePolicy = createLivePolicy({ policies, emailDomains });
  const directory = createDirectory({ people, account, realNow: Date.now });
  const clock =
    config.clockUrl === undefined
      ? createSystemClock()
      : createPortalClock({ url: config.clockUrl, fetch });
  const notify =
    config.notifyWebhookUrl === undefined
      ? noNotify
      : createWebhookNotify({
          url: config.notifyWebhookUrl,
          fetch,
          sleep: (ms) => sleep(ms),
          log,
        });
  return {
    ...composeUseCases({ clock, crm, ledger, notify, livePolicy, directory }),
    config,
    log,
    metrics,
    clock,
    crm,
    people,
    schema: createHubspotSchema(caller),
    account,
    notify,
    queue,
    ledger,
    policies,
    livePolicy,
    directory,
    preparePolicy: (version, document) => preparePolicy(version, document, emailDomains),
    close: async () => {
      await queue.close();
      // Whoever opened the database closes it.
      if (!opened) await database.close();
    },
  };
}
