import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { install } from '../application/install/install.ts';
import { goLive } from '../application/policy/publish-policy.ts';
import type { Instant } from '../domain/instant.ts';
import type { App } from '../entry/app.ts';
import { localPolicy } from '../entry/cli/serve/local-policy.ts';
import { openDatabase } from '../adapters/store/open-database.ts';
import { composeApp } from '../entry/compose-app.ts';
import { readConfig, type Config } from '../entry/config.ts';
import { workOnce } from '../entry/run-worker.ts';
import { createPortal, type Portal, type StoredRecord } from '../portal/index.ts';
import { at } from './at.ts';

/** Nine in Berlin on a Tuesday: the European team works, and no holiday is near. */
const TUESDAY_MORNING = at('2026-11-24T08:00:00Z');

/** Client secret that portal and app share in tests. */
export const TEST_CLIENT_SECRET = 'test-client-secret';

/** An app in front of a local portal, without webhooks: tests put contacts in line themselves. */
export interface TestBaton {
  readonly portal: Portal;
  readonly config: Config;
  readonly app: App;
  /** Composes the app anew on the same data, as a process does that starts after another one died. */
  readonly restart: () => Promise<App>;
  /** Changes a contact in the portal, as a person would; nobody is told of it. */
  readonly edit: (contactId: string, values: Readonly<Record<string, string>>) => void;
  /** Makes a contact an MQL in the portal, as a person would. */
  readonly makeMql: (contactId: string) => void;
  /** Puts in line what HubSpot would tell of a contact: one event for each of these values. */
  readonly tell: (contactId: string, values: Readonly<Record<string, string>>) => Promise<void>;
  /** Works the queue until nothing is due, and counts the contacts by what was done with them. */
  readonly work: () => Promise<Readonly<Record<string, number>>>;
  /** Calls to HubSpot since the portal's log was cleared that may have changed something. */
  readonly writes: () => readonly string[];
  /** Values of a live record as HubSpot shows them. */
  readonly values: (type: 'contacts' | 'tasks', id: string) => Readonly<Record<string, string>>;
  /** Tasks of a contact. */
  readonly tasksOf: (contactId: string) => readonly Readonly<Record<string, string>>[];
  readonly close: () => Promise<void>;
}

/**
 * Starts portal and app on free ports with data of their own. The portal's clock stands still until a test moves it, and
 * is only ever moved on: what became an MQL before go-live is left alone.
 *
 * @param ready - how far the portal is prepared: `bare` as HubSpot sells it, `observe` after install, `live` after
 * go-live
 * @param start - what the portal takes for the present when it is seeded, installed and goes live
 */
export async function startTestBaton(
  ready: 'bare' | 'observe' | 'live' = 'live',
  start: Instant = TUESDAY_MORNING,
): Promise<TestBaton> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'baton-'));
  const portal = createPortal({
    clientSecret: TEST_CLIENT_SECRET,
    webhookTarget: null,
    now: () => start,
    limits: { requests: 100_000, searchLagMs: 0, searchPerSecond: 1_000 },
  });
  const { port } = await portal.listen(0);
  const config = readConfig({
    PRIVATE_APP_ACCESS_TOKEN: 'local-token',
    HUBSPOT_CLIENT_SECRET: TEST_CLIENT_SECRET,
    PUBLIC_URL: 'http://localhost:4500',
    HUBSPOT_API_URL: `http://127.0.0.1:${port}`,
    CLOCK_URL: `http://127.0.0.1:${port}/_portal/clock`,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  const database = await openDatabase(config);
  let app = await composeApp(config, database);
  if (ready !== 'bare') await install({ ...app, adjust: localPolicy }, await app.clock.now());
  if (ready === 'live') await goLive(app, await app.clock.now());
  const find = (type: 'contacts' | 'tasks', id: string): StoredRecord => {
    const record = portal.store.get(type, id);
    if (!record) throw new Error(`No ${type} ${id} in the portal`);
    return record;
  };
  const edit: TestBaton['edit'] = (contactId, values) => {
    portal.store.update(find('contacts', contactId), values, { type: 'CRM_UI', id: 'userId:1' });
  };
  return {
    portal,
    config,
    get app() {
      return app;
    },
    restart: async () => {
      // Stops the old queue's timers; what it was working on stays as it was.
      await app.close();
      app = await composeApp(config, database);
      return app;
    },
    edit,
    makeMql: (contactId) => {
      edit(contactId, { lifecyclestage: 'marketingqualifiedlead' });
    },
    tell: async (contactId, values) => {
      const occurredAt = await app.clock.now();
      await app.queue.accept(
        Object.entries(values).map(([propertyName, propertyValue]) => ({
          subscriptionType: 'object.propertyChange',
          objectId: contactId,
          propertyName,
          propertyValue,
          occurredAt,
        })),
      );
    },
    work: async () => {
      const counts: Record<string, number> = {};
      const handOff: App['handOff'] = async (work, now) => {
        const outcome = await app.handOff(work, now);
        for (const [what, n] of Object.entries(outcome.counts))
          counts[what] = (counts[what] ?? 0) + n;
        return outcome;
      };
      while ((await workOnce({ ...app, handOff, sleep: () => Promise.resolve() })) > 0);
      return counts;
    },
    writes: () =>
      portal.requests
        .counts()
        .filter(({ method, path: called }) => method !== 'GET' && !/\/(read|search)$/.test(called))
        .map(({ method, path: called, count }) => `${method} ${called} ${count}`),
    values: (type, id) => portal.store.read(find(type, id)),
    tasksOf: (contactId) =>
      portal.store
        .associations(contactId, 'tasks')
        .map(({ toId }) => portal.store.read(find('tasks', toId))),
    close: async () => {
      await app.close();
      await database.close();
      await portal.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
