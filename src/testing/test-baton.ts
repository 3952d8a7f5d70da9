import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answerCard } from '../application/card/answer-card.ts';
import { install } from '../application/install/install.ts';
import { goLive } from '../application/policy/go-live.ts';
import { ADMIN } from '../application/policy/policy-change.ts';
import type { Crm } from '../application/ports/crm.ts';
import type { CardAnswer } from '../contract/card-answer.ts';
import type { App } from '../entry/app.ts';
import { localPolicy } from '../entry/cli/serve/local-policy.ts';
import { openDatabase, type Database } from '../adapters/ledger/open-database.ts';
import { composeApp } from '../entry/compose-app.ts';
import { readConfig, type Config } from '../entry/config.ts';
import { workOnce } from '../entry/run-worker.ts';
import { describeEvent } from '../domain/handoff/describe.ts';
import { decodeHandoff } from '../domain/handoff/record/codec.ts';
import { HANDOFF } from '../domain/property-names.ts';
import type { Instant } from '../domain/instant.ts';
import { at } from './at.ts';
import { crashAt } from './crashing.ts';
import { told } from './told.ts';
import { interpose, type HeldCall, type Mishap } from './interposed-port.ts';
import { createPortal, OWNERS, type Portal, type StoredRecord } from '../portal/index.ts';

/** Client secret that portal and app share in tests. */
export const TEST_CLIENT_SECRET = 'test-client-secret';

/** Nine in Berlin on a Tuesday: the European team works, and no holiday is near. */
const TUESDAY_MORNING = at('2026-11-24T08:00:00Z');

/** Property values by name, as HubSpot shows them; an unset one is absent. */
type Values = Readonly<Record<string, string>>;

const ACTIVITIES = ['calls', 'emails', 'meetings', 'notes'] as const;

/** Turns of the rotation that have been given. */
export interface TurnsGiven {
  /** Every turn of every pool, also one that was given back. */
  readonly total: number;
  /** By owner id, without those given back. */
  readonly byOwner: ReadonlyMap<string, number>;
}

/** A change of a handoff as its record tells it. */
export interface ToldChange {
  /** Owner id, or a word for whoever is no owner. */
  readonly by: string;
  readonly what: string;
  readonly why: string;
}

/** An app in front of a local portal, without webhooks: tests put contacts in line themselves. */
export interface TestBaton {
  readonly portal: Portal;
  readonly config: Config;
  readonly app: App;
  /** Composes the app anew on the same data, as a process does that starts after another one died. */
  readonly restart: () => Promise<App>;
  /** Changes a contact in the portal, as a person would; nobody is told of it. `by` is an owner id. */
  readonly edit: (contactId: string, values: Values, by?: string) => void;
  /** Makes a contact an MQL in the portal, as a person would. */
  readonly makeMql: (contactId: string) => void;
  /** Puts in line what HubSpot would tell of a contact: one event for each of these values. `by` is an owner id. */
  readonly tell: (contactId: string, values: Values, by?: string) => Promise<void>;
  /** Changes a contact as a person would, tells the app of it, and works until nothing is due. */
  readonly change: (contactId: string, values: Values, by?: string) => Promise<Counts>;
  /** Works the queue until nothing is due, and counts the contacts by what was done with them. */
  readonly work: () => Promise<Counts>;
  /**
   * Answers a request of the card. Contact, live handoff and a new request id are filled in unless given; `by` is the
   * owner id of whoever clicks, the owner of the handoff unless given.
   */
  readonly card: (
    contactId: string,
    body: Readonly<Record<string, unknown>>,
    by?: string,
  ) => Promise<CardAnswer>;
  /** Lets the next call of a method of HubSpot's port go wrong. */
  readonly disturbNext: (method: keyof Crm, mishap: Mishap) => void;
  /** Keeps the answer of the next call of a method of HubSpot's port back until it is released. */
  readonly holdNext: (method: keyof Crm) => HeldCall;
  /**
   * Runs `act` in a process that dies at one of its calls to HubSpot, store or queue, and starts a new process.
   *
   * @returns whether it came to that call
   */
  readonly dyingAt: (
    call: number,
    when: 'before' | 'after',
    act: () => Promise<unknown>,
  ) => Promise<boolean>;
  readonly turns: () => Promise<TurnsGiven>;
  /** Calls, e-mails, meetings and notes on the timeline of a contact. */
  readonly activities: (contactId: string) => readonly Values[];
  /** What the handoff's record tells of the live attempt, oldest first. */
  readonly changes: (contactId: string) => readonly ToldChange[];
  /** Calls to HubSpot since the portal's log was cleared that may have changed something. */
  readonly writes: () => readonly string[];
  /** Values of a live record as HubSpot shows them. */
  readonly values: (type: 'contacts' | 'tasks', id: string) => Values;
  /** Tasks of a contact. */
  readonly tasksOf: (contactId: string) => readonly Values[];
  readonly close: () => Promise<void>;
}

/** Contacts by what was done with them. */
type Counts = Readonly<Record<string, number>>;

/**
 * Starts portal and app on free ports with data of their own. The portal's clock stands still until a test moves it, and
 * is only ever moved on: what became an MQL before go-live is left alone.
 *
 * @param ready - how far the portal is prepared: `bare` as HubSpot sells it, `observe` after install, `live` after
 * go-live
 * @param start - what the portal takes for the present when it is seeded, installed and goes live
 * @param prepare - puts into the empty database and the seeded portal what was there before this version came
 */
export async function startTestBaton(
  ready: 'bare' | 'observe' | 'live' = 'live',
  start: Instant = TUESDAY_MORNING,
  prepare: (database: Database, portal: Portal) => Promise<void> = () => Promise.resolve(),
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
  await prepare(database, portal);
  let app = await composeApp(config, database);
  let ports = interposed(app);
  let requests = 0;
  if (ready !== 'bare') await install({ ...app, adjust: localPolicy }, await app.clock.now());
  if (ready === 'live') await goLive(app, { by: ADMIN, expected: 'v1' }, await app.clock.now());
  const find = (type: 'contacts' | 'tasks', id: string): StoredRecord => {
    const record = portal.store.get(type, id);
    if (!record) throw new Error(`No ${type} ${id} in the portal`);
    return record;
  };
  const read = (contactId: string): Values => portal.store.read(find('contacts', contactId));
  const edit: TestBaton['edit'] = (contactId, values, by) => {
    portal.store.update(find('contacts', contactId), values, { type: 'CRM_UI', id: userOf(by) });
  };
  const restart: TestBaton['restart'] = async () => {
    ports.crm.through(null);
    ports.ledger.through(null);
    ports.queue.through(null);
    // Stops the old queue's timers; what it was working on stays as it was.
    await app.close();
    app = await composeApp(config, database);
    ports = interposed(app);
    return app;
  };
  const tell: TestBaton['tell'] = async (contactId, values, by) => {
    const occurredAt = await app.clock.now();
    await app.queue.accept(
      Object.entries(values).map(([propertyName, propertyValue]) =>
        told({
          subscriptionType: 'object.propertyChange',
          objectId: contactId,
          propertyName,
          propertyValue,
          occurredAt,
          ...(by === undefined ? {} : { sourceId: userOf(by) }),
        }),
      ),
    );
  };
  const work: TestBaton['work'] = async () => {
    const counts: Record<string, number> = {};
    const handOff: App['handOff'] = async (jobs, now) => {
      const outcome = await app.handOff(jobs, now);
      for (const [what, n] of Object.entries(outcome.counts))
        counts[what] = (counts[what] ?? 0) + n;
      return outcome;
    };
    while ((await workOnce({ ...app, handOff, sleep: () => Promise.resolve() })) > 0);
    return counts;
  };
  return {
    portal,
    config,
    get app() {
      return app;
    },
    restart,
    edit,
    makeMql: (contactId) => {
      edit(contactId, { lifecyclestage: 'marketingqualifiedlead' });
    },
    tell,
    change: async (contactId, values, by) => {
      edit(contactId, values, by);
      await tell(contactId, values, by);
      return work();
    },
    work,
    card: async (contactId, body, by) => {
      requests += 1;
      // Said before anything is waited for: two clicks at once are two requests.
      const requestId = `request ${requests}`;
      const { [HANDOFF.owner]: owner, [HANDOFF.id]: handoffId } = read(contactId);
      const { owners } = await app.directory();
      const clicks = owners.find(({ ownerId }) => ownerId === (by ?? owner));
      return answerCard(
        app,
        { contactId, handoffId, requestId, ...body },
        clicks?.userId ?? null,
        await app.clock.now(),
      );
    },
    disturbNext: (method, mishap) => {
      ports.crm.disturbNext(method, mishap);
    },
    holdNext: (method) => ports.crm.holdNext(method),
    dyingAt: async (call, when, act) => {
      const crash = crashAt(call, when);
      ports.crm.through((crm) => crash.wrap(crm));
      ports.ledger.through((ledger) => crash.wrap(ledger));
      ports.queue.through((queue) => crash.wrap(queue));
      const came = (): boolean => crash.calls() >= call;
      await act().catch((error: unknown) => {
        if (!came()) throw error;
      });
      await restart();
      return came();
    },
    turns: async () => {
      let total = 0;
      const byOwner = new Map<string, number>();
      const about = { mode: 'live' as const, handoffs: [], companyIds: [] };
      await app.ledger.assign(about, ({ standings }) => {
        for (const { turns, members } of standings.values()) {
          total += turns;
          for (const { ownerId, received } of members) {
            byOwner.set(ownerId, (byOwner.get(ownerId) ?? 0) + received);
          }
        }
        return { entries: [], turns: [], standings: [] };
      });
      return { total, byOwner };
    },
    activities: (contactId) =>
      ACTIVITIES.flatMap((type) =>
        portal.store.associations(contactId, type).flatMap(({ toId }) => {
          const activity = portal.store.get(type, toId);
          return activity ? [portal.store.read(activity)] : [];
        }),
      ),
    changes: (contactId) => {
      const record = decodeHandoff(read(contactId)[HANDOFF.record], read(contactId));
      if (record.kind !== 'handoff') throw new Error(`Contact ${contactId} has no handoff`);
      const names = {
        owner: (ownerId: string | null) => ownerId,
        reason: (code: string) => code,
        channel: (channel: string) => channel,
        result: (result: string) => result,
      };
      return record.handoff.events.map((event) => ({
        by: event.by,
        what: event.kind,
        why: describeEvent(event, names).why,
      }));
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

function interposed(app: App) {
  return {
    crm: interpose(app.crm),
    ledger: interpose(app.ledger),
    queue: interpose(app.queue),
  };
}

/** How HubSpot names the user of an owner as the source of a change. */
function userOf(ownerId: string | undefined): string {
  return `userId:${OWNERS.find((owner) => owner.ownerId === ownerId)?.userId ?? 1}`;
}
