import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { accountInfoRouter } from './account-info.ts';
import {
  answerControlError,
  createControlRouter,
  isLoopbackHost,
} from './controls/control-router.ts';
import {
  createPortalSettings,
  type PortalFaults,
  type PortalLimits,
  type PortalSettings,
} from './controls/portal-settings.ts';
import { createRequestLog, type RequestLog } from './controls/request-log.ts';
import { associationRoutes } from './crm/association-routes.ts';
import { batchRoutes } from './crm/batch-routes.ts';
import { eventRoutes } from './crm/event-routes.ts';
import { listRoutes } from './crm/list-routes.ts';
import { objectRoutes } from './crm/object-routes.ts';
import { ownerRoutes } from './crm/owner-routes.ts';
import { propertyRoutes } from './crm/property-routes.ts';
import { searchRoutes } from './crm/search-routes.ts';
import { createImportRouter } from './import/import-router.ts';
import { addStandardProperties } from './seed/standard-properties.ts';
import { seedCompany } from './seed/seed-company.ts';
import { openDatabase } from './store/open-database.ts';
import type { PortalClock } from './store/portal-clock.ts';
import { createPortalStore, type PortalStore } from './store/portal-store.ts';
import type { ChangeSource } from './store/record-table.ts';
import { createDeliveryTable, type DeliveryTable } from './webhooks/delivery-table.ts';
import { readSubscriptions, type WebhooksConfig } from './webhooks/subscriptions.ts';
import { startWebhookSender, type WebhookSender } from './webhooks/webhook-sender.ts';
import { createCrmRouter } from './wire/crm-router.ts';

/** How to set up a local portal. */
export interface PortalOptions {
  /** A file path, or `:memory:` (default). */
  readonly database?: string;
  /** Bearer token of the installed app; default `local-token`. */
  readonly token?: string;
  /** The app's client secret, which signs webhooks. */
  readonly clientSecret: string;
  readonly appId?: number;
  readonly portalId?: number;
  /** IANA name of the account's zone; default Europe/Berlin. */
  readonly timeZone?: string;
  /** Full URL that webhooks go to; null: none are sent. */
  readonly webhookTarget: string | null;
  /** The `config` of the app's `webhooks-hsmeta.json`; without it nothing is subscribed. */
  readonly subscriptions?: WebhooksConfig;
  /** Whether a new portal starts with the made-up company; default true. */
  readonly seed?: boolean;
  /** Real time in epoch milliseconds, such as `Date.now`. */
  readonly now: () => number;
  readonly limits?: Partial<PortalLimits>;
  readonly faults?: Partial<PortalFaults>;
  /** Scopes the app was granted; default all. */
  readonly scopes?: readonly string[];
  /** Whether the account has an Enterprise hub and with it event occurrences; default false, as most accounts. */
  readonly hasEvents?: boolean;
}

/** A local portal. */
export interface Portal {
  /** Serves the CRM API and the controls; pages may be added to it before or after `listen`. */
  readonly app: Express;
  readonly store: PortalStore;
  readonly clock: PortalClock;
  readonly settings: PortalSettings;
  readonly requests: RequestLog;
  readonly deliveries: DeliveryTable;
  /** null when the portal has no webhook target. */
  readonly webhooks: WebhookSender | null;
  readonly portalId: number;
  readonly appId: number;
  /** Empties the portal and seeds it anew, if it was set up with the seed. */
  reset(): Promise<void>;
  /** Runs `restore` after every reset, before it is answered: what was installed is gone with the rest. */
  onReset(restore: () => Promise<unknown>): void;
  /**
   * Listens on this machine only; another host is refused.
   *
   * @param port - 0 takes any free port
   * @param host - a loopback address; default `127.0.0.1`
   */
  listen(port: number, host?: string): Promise<{ readonly port: number }>;
  /** Ends webhooks and connections and closes the database. */
  close(): Promise<void>;
}

const DEFAULT_PORTAL_ID = 145_000_001;
const DEFAULT_TOKEN = 'local-token';
const DEFAULT_TIME_ZONE = 'Europe/Berlin';
const DEFAULT_APP_ID = 9_000_001;
const DEFAULT_CONCURRENCY = 10;
const KEEP_ALIVE_MS = 65_000;

/**
 * Creates a stand-in for HubSpot: its CRM API under HubSpot's paths, webhooks, and controls under `/_portal`. What it
 * imitates and what not is in docs/local-portal.md.
 */
export function createPortal(options: PortalOptions): Portal {
  const { now, seed = true } = options;
  const portalId = options.portalId ?? DEFAULT_PORTAL_ID;
  const appId = options.appId ?? DEFAULT_APP_ID;
  const subscriptions =
    options.subscriptions === undefined ? [] : readSubscriptions(options.subscriptions);
  const database = openDatabase(options.database ?? ':memory:');
  const settings = createPortalSettings(options);
  const store = createPortalStore({
    database,
    portalId,
    now,
    searchLagMs: () => settings.limits().searchLagMs,
  });
  const requests = createRequestLog();
  const deliveries = createDeliveryTable(database);

  function fill(): void {
    store.transaction(() => {
      addStandardProperties(store.properties);
      if (seed) seedCompany(store);
    });
    store.catchUpSearch();
  }
  // A file that was filled before is left as it is.
  if (store.properties.all('contacts').length === 0) fill();

  const webhooks =
    options.webhookTarget === null
      ? null
      : startWebhookSender({
          deliveries,
          target: options.webhookTarget,
          clientSecret: options.clientSecret,
          appId,
          portalId,
          subscriptions,
          maxConcurrent:
            options.subscriptions?.settings?.maxConcurrentRequests ?? DEFAULT_CONCURRENCY,
          settings,
          now,
        });
  let isFilling = false;
  store.onEvents((events) => {
    if (!isFilling) webhooks?.accept(events);
  });

  const source: ChangeSource = { type: 'INTEGRATION', id: String(appId) };
  const crm = createCrmRouter({
    routes: [
      ...searchRoutes(store),
      ...batchRoutes(store, source, settings),
      ...objectRoutes(store, source),
      ...propertyRoutes(store, settings),
      ...ownerRoutes(store),
      ...associationRoutes(store, settings),
      ...listRoutes(store, settings),
      ...eventRoutes(store, options.hasEvents ?? false),
    ],
    token: options.token ?? DEFAULT_TOKEN,
    scopes: options.scopes === undefined ? null : new Set(options.scopes),
    settings,
    requests,
    now,
  });

  let restoreAfterReset: () => Promise<unknown> = () => Promise.resolve();
  async function reset(): Promise<void> {
    isFilling = true;
    try {
      store.empty();
      fill();
    } finally {
      isFilling = false;
    }
    requests.clear();
    crm.limiter.clear();
    await restoreAfterReset();
  }

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(
    accountInfoRouter({
      portalId,
      token: options.token ?? DEFAULT_TOKEN,
      timeZone: options.timeZone ?? DEFAULT_TIME_ZONE,
    }),
  );
  app.use(['/crm', '/events'], crm.router);
  app.use('/_portal', createImportRouter(store));
  app.use(
    '/_portal',
    createControlRouter({ store, settings, requests, deliveries, webhooks, reset }),
    answerControlError,
  );
  const servers: Server[] = [];

  return {
    app,
    store,
    clock: store.clock,
    settings,
    requests,
    deliveries,
    webhooks,
    portalId,
    appId,
    reset,
    onReset: (restore) => {
      restoreAfterReset = restore;
    },
    listen: (port, host = '127.0.0.1') => {
      if (!isLoopbackHost(host))
        throw new Error(
          `The local portal listens on this machine only; use 127.0.0.1 instead of ${host}`,
        );
      return new Promise((resolve, reject) => {
        const listening = app.listen(port, host, (error) => {
          if (error === undefined) resolve({ port: (listening.address() as AddressInfo).port });
          else reject(error);
        });
        // A client that re-uses a connection must not find it closed under its hands.
        listening.keepAliveTimeout = KEEP_ALIVE_MS;
        servers.push(listening);
      });
    },
    close: async () => {
      await webhooks?.stop();
      await Promise.all(servers.map(closeServer));
      database.close();
    },
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeAllConnections();
  });
}
