import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HOUR, instant, toIso } from '../domain/instant.ts';
import { localConfig, startLocal, type LocalBaton } from '../entry/cli/serve/start-local.ts';
import { at } from './at.ts';
import { clockFrom } from './clock-from.ts';
import type { Portal } from '../portal/index.ts';

/** 10:12 in Berlin on a Tuesday that is no holiday, when the European team works. */
const START = at('2026-11-24T09:12:00Z');
const IMPORT = { type: 'IMPORT', id: 'test' } as const;

/**
 * Everything that `npm start` starts, on free ports and with data of its own. Its time runs on from 10:12 in Berlin on a
 * Tuesday, whatever day the machine has.
 */
export async function startLocalBaton(): Promise<LocalBaton> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'baton-local-'));
  // The app's own port is part of every signature, so it has to be known before anything listens.
  const [portalPort, port] = await Promise.all([freePort(), freePort()]);
  const baton = await startLocal(
    localConfig({
      PORTAL_PORT: String(portalPort),
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
    }),
    clockFrom(START),
  );
  return {
    ...baton,
    stop: async () => {
      await baton.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Puts somebody of a German bank into the portal who asked for a demo two hours ago: a clear case for the first tier,
 * in the territory of the European team.
 *
 * @param portal - where the lead goes
 * @param lastname - tells the contacts of a test apart; their companies bear it too
 * @param change - contact properties to set otherwise
 * @returns the contact's id
 */
export function addLead(
  portal: Portal,
  lastname: string,
  change: Readonly<Record<string, string>> = {},
): string {
  const { store } = portal;
  const domain = `${lastname.toLowerCase()}-bank.example`;
  const company = store.create(
    'companies',
    {
      name: `${lastname} Bank`,
      domain,
      industry: 'BANKING',
      numberofemployees: '420',
      country: 'Germany',
    },
    IMPORT,
  );
  const contact = store.create(
    'contacts',
    {
      firstname: 'Mia',
      lastname,
      email: `mia@${domain}`,
      phone: '+49 30 555 0142',
      jobtitle: 'Head of Planning',
      country: 'Germany',
      company: `${lastname} Bank`,
      lifecyclestage: 'lead',
      hs_analytics_source: 'PAID_SEARCH',
      recent_conversion_event_name: 'Demo request: Forecasting for banks',
      recent_conversion_date: toIso(instant(portal.clock.now() - 2 * HOUR)),
      message: 'We plan in spreadsheets and have to decide on a tool this quarter.',
      ...change,
    },
    IMPORT,
  );
  store.associate(contact, company);
  return contact.id;
}
