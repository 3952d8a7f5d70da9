import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { install } from '../application/install/install.ts';
import { goLive } from '../application/policy/publish-policy.ts';
import type { App } from '../entry/app.ts';
import { localPolicy } from '../entry/cli/local-policy.ts';
import { openDatabase } from '../adapters/store/open-database.ts';
import { composeApp } from '../entry/compose-app.ts';
import { readConfig } from '../entry/config.ts';
import { createPortal, type Portal } from '../portal/create-portal.ts';
import type { StoredRecord } from '../portal/store/record-table.ts';

/** Client secret that portal and app share in tests. */
export const TEST_CLIENT_SECRET = 'test-client-secret';

/** An app in front of a local portal, without webhooks: tests put contacts in line themselves. */
export interface TestBaton {
  readonly portal: Portal;
  readonly app: App;
  /** Composes the app anew on the same data, as a process does that starts after another one died. */
  readonly restart: () => Promise<App>;
  /** Makes a contact an MQL in the portal, as a person would. */
  readonly makeMql: (contactId: string) => void;
  /** Values of a live record as HubSpot shows them. */
  readonly values: (type: 'contacts' | 'tasks', id: string) => Readonly<Record<string, string>>;
  /** Tasks of a contact. */
  readonly tasksOf: (contactId: string) => readonly Readonly<Record<string, string>>[];
  readonly close: () => Promise<void>;
}

/** Starts portal and app on free ports with data of their own; the policy is live. */
export async function startTestBaton(): Promise<TestBaton> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'baton-'));
  const portal = createPortal({
    clientSecret: TEST_CLIENT_SECRET,
    webhookTarget: null,
    now: Date.now,
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
  await install({ ...app, adjust: localPolicy });
  await goLive(app, await app.clock.now());
  const find = (type: 'contacts' | 'tasks', id: string): StoredRecord => {
    const record = portal.store.get(type, id);
    if (!record) throw new Error(`No ${type} ${id} in the portal`);
    return record;
  };
  return {
    portal,
    get app() {
      return app;
    },
    restart: async () => {
      // Stops the old queue's timers; what it was working on stays as it was.
      await app.close();
      app = await composeApp(config, database);
      return app;
    },
    makeMql: (contactId) => {
      portal.store.update(
        find('contacts', contactId),
        { lifecyclestage: 'marketingqualifiedlead' },
        { type: 'CRM_UI', id: 'userId:1' },
      );
    },
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
