import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { install } from '../../../application/install/install.ts';
import { goLive } from '../../../application/policy/go-live.ts';
import { ADMIN } from '../../../application/policy/policy-change.ts';
import {
  buildCards,
  createPortal,
  mountPages,
  mountPreview,
  type Portal,
  type WebhooksConfig,
} from '../../../portal/index.ts';
import type { App } from '../../app.ts';
import { composeApp } from '../../compose-app.ts';
import { readConfig, type Config } from '../../config.ts';
import { serve, type Serving } from '../../serve.ts';
import { localPolicy } from './local-policy.ts';

/** The webhooks that the deployed app would subscribe to; the local portal sends the same. */
const WEBHOOKS = path.join(
  import.meta.dirname,
  '../../../../serverless/webhooks/webhooks-hsmeta.json',
);

/** Zone of the local portal's account: its pages, its cards and its API say times in it. */
const TIME_ZONE = 'Europe/Berlin';

/** Portal and app on one machine. */
export interface LocalBaton {
  readonly portal: Portal;
  readonly app: App;
  readonly portalUrl: string;
  readonly appUrl: string;
  readonly stop: () => Promise<void>;
}

/**
 * The environment of a local run: what a person has set, and for the rest the local portal's own token and addresses.
 * Nothing of it reaches a real portal unless somebody sets HUBSPOT_API_URL.
 */
export function localConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const portalPort = env['PORTAL_PORT'] ?? '4400';
  const portalUrl = `http://localhost:${portalPort}`;
  return readConfig({
    PRIVATE_APP_ACCESS_TOKEN: 'local-token',
    HUBSPOT_CLIENT_SECRET: 'local-client-secret',
    PUBLIC_URL: `http://localhost:${env['PORT'] ?? '4500'}`,
    HUBSPOT_API_URL: portalUrl,
    CLOCK_URL: `${portalUrl}/_portal/clock`,
    LOG_LEVEL: 'warn',
    ...env,
  });
}

/**
 * Starts the local portal alone, with its pages and the card preview.
 *
 * @param config - where it listens and what it calls
 * @param realNow - real time in epoch milliseconds: what is signed bears it, and the portal's clock begins at it
 */
export async function startPortal(
  config: Config,
  realNow: () => number = Date.now,
): Promise<{
  readonly portal: Portal;
  readonly url: string;
}> {
  const hsmeta = JSON.parse(await readFile(WEBHOOKS, 'utf8')) as { config: WebhooksConfig };
  await mkdir(config.dataDir, { recursive: true });
  const portal = createPortal({
    database: path.join(config.dataDir, 'portal.sqlite'),
    token: config.hubspot.accessToken,
    clientSecret: config.hubspot.clientSecret,
    webhookTarget: `${config.publicUrl}/webhooks`,
    subscriptions: hsmeta.config,
    timeZone: TIME_ZONE,
    now: realNow,
    hasEvents: true,
  });
  await mountPages(portal.app, portal, { timeZone: TIME_ZONE });
  await mountPreview(portal.app, portal, {
    cards: await buildCards({ outDir: path.join(config.dataDir, 'cards') }),
    appBaseUrl: config.publicUrl,
    clientSecret: config.hubspot.clientSecret,
    appId: portal.appId,
    permittedUrls: [config.publicUrl],
    timeZone: TIME_ZONE,
    now: realNow,
  });
  const { port } = await portal.listen(config.portalPort);
  return { portal, url: `http://localhost:${port}` };
}

/**
 * Starts portal and app together and makes them ready: properties installed, a policy for the made-up company
 * published, live from now on. Data of an earlier run stays.
 *
 * @param config - the environment of both
 * @param realNow - real time in epoch milliseconds, the same for both: one signs and the other checks
 */
export async function startLocal(
  config: Config,
  realNow: () => number = Date.now,
): Promise<LocalBaton> {
  const { portal, url } = await startPortal(config, realNow);
  let serving: Serving | null = null;
  const app = await composeApp(config);
  try {
    const installLocally = async (): Promise<void> => {
      await install({ ...app, adjust: localPolicy }, await app.clock.now());
    };
    await installLocally();
    const expected = (await app.policies.live())?.version ?? null;
    await goLive(app, { by: ADMIN, expected }, await app.clock.now());
    portal.onReset(installLocally);
    serving = await serve(app, realNow);
  } catch (error) {
    await (serving ? serving.stop() : app.close());
    await portal.close();
    throw error;
  }
  const { port, stop } = serving;
  return {
    portal,
    app,
    portalUrl: url,
    appUrl: `http://localhost:${port}`,
    stop: async () => {
      await stop();
      await portal.close();
    },
  };
}
