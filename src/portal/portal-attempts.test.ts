import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectHubspot } from '../adapters/hubspot/connect-hubspot.ts';
import type { Crm } from '../application/ports/crm.ts';
import type { Attempt } from '../domain/handoff/clock/attempt.ts';
import { HOUR, instant, toIso, type Instant } from '../domain/instant.ts';
import { createPortal, type Portal } from './create-portal.ts';
import { logActivity } from './pages/server/log-activity.ts';
import type { ActivityToLog } from './pages/page-data.ts';
import type { StoredRecord } from './store/record-table.ts';

/** What Baton reads of activities that people log in the portal's pages, and that it logs itself. */
let portal: Portal;
let crm: Crm;
let now: Instant;

beforeAll(async () => {
  portal = createPortal({
    clientSecret: 'secret',
    webhookTarget: null,
    now: () => Date.UTC(2026, 10, 20, 9),
  });
  now = portal.clock.now();
  const { port } = await portal.listen(0);
  const nothing = (): void => undefined;
  ({ crm } = connectHubspot({
    apiUrl: `http://127.0.0.1:${port}`,
    apiVersion: '2026-09',
    accessToken: 'local-token',
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    limiter: { acquire: () => Promise.resolve() },
  }));
});

afterAll(async () => {
  await portal.close();
});

function aContact(): StoredRecord {
  return portal.store.create('contacts', { lastname: 'Quist' }, { type: 'IMPORT', id: 'test' });
}

async function attemptsOf(contact: StoredRecord): Promise<readonly Attempt[]> {
  return (await crm.readAttemptsOf([contact.id], now)).get(contact.id) ?? [];
}

const anActivity = (activity: Partial<ActivityToLog>): ActivityToLog => ({
  kind: 'note',
  actingOwnerId: '',
  at: now,
  title: 'Hello',
  body: 'About the demo',
  outcome: '',
  channel: '',
  minutes: 0,
  ...activity,
});

test.each<{
  what: string;
  logged: Partial<ActivityToLog>;
  read: Partial<Attempt>;
}>([
  {
    what: 'a call with an outcome',
    logged: { kind: 'call', minutes: 2, outcome: 'f240bbac-87c9-4f6e-bf70-924b57d47db7' },
    read: {
      type: 'calls',
      title: 'Hello',
      facts: {
        direction: 'OUTBOUND',
        durationMs: 120_000,
        disposition: 'f240bbac-87c9-4f6e-bf70-924b57d47db7',
        status: 'COMPLETED',
      },
    },
  },
  {
    what: 'a call of no length',
    logged: { kind: 'call', minutes: 0 },
    read: {
      type: 'calls',
      facts: { direction: 'OUTBOUND', durationMs: 0, disposition: null, status: 'COMPLETED' },
    },
  },
  {
    what: 'an e-mail',
    logged: { kind: 'email' },
    read: {
      type: 'emails',
      title: 'Hello',
      facts: { direction: 'EMAIL', status: 'SENT', fromSequence: false },
    },
  },
  {
    what: 'a message',
    logged: { kind: 'message', channel: 'LINKEDIN_MESSAGE' },
    read: { type: 'communications', facts: { channel: 'LINKEDIN_MESSAGE' } },
  },
  { what: 'a note', logged: { kind: 'note' }, read: { type: 'notes', facts: null } },
])('$what that a person logs is read with its facts', async (each) => {
  const contact = aContact();
  const [owner] = portal.store.owners.all();
  if (owner === undefined) throw new Error('The portal has no owners');
  logActivity(portal.store, contact, owner, anActivity(each.logged));
  const attempts = await attemptsOf(contact);
  expect(attempts).toMatchObject([
    { ...each.read, contactId: contact.id, ownerId: owner.id, at: now },
  ]);
});

test('a meeting for tomorrow counts from when it was booked', async () => {
  const contact = aContact();
  const [owner] = portal.store.owners.all();
  if (owner === undefined) throw new Error('The portal has no owners');
  const begins = instant(now + 24 * HOUR);
  logActivity(
    portal.store,
    contact,
    owner,
    anActivity({ kind: 'meeting', at: begins, minutes: 30, outcome: 'SCHEDULED' }),
  );
  expect(await attemptsOf(contact)).toMatchObject([
    { type: 'meetings', at: now, facts: { outcome: 'SCHEDULED', start: begins } },
  ]);
});

test('what Baton logs of every kind, in batches, comes back with its contact', async () => {
  const contacts = [aContact(), aContact()];
  const [, second] = contacts;
  const types = ['calls', 'emails', 'meetings', 'communications', 'notes'] as const;
  const outcomes = await crm.createActivities(
    contacts.flatMap(({ id }) =>
      types.map((type) => ({
        key: `${id}:${type}`,
        type,
        contactId: id,
        properties: { hs_timestamp: toIso(now) },
      })),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
  const attempts = await crm.readAttemptsOf(
    contacts.map(({ id }) => id),
    now,
  );
  const idOf = new Map(outcomes.map((outcome) => [outcome.key, outcome.ok ? outcome.id : '']));
  expect(attempts.get(second?.id ?? '')?.map(({ type, id }) => ({ type, id }))).toEqual(
    types.map((type) => ({ type, id: idOf.get(`${second?.id ?? ''}:${type}`) })),
  );
});

test('an activity that HubSpot refuses is named, and the others are made', async () => {
  const { id } = aContact();
  const good = { type: 'calls' as const, contactId: id, properties: { hs_timestamp: toIso(now) } };
  const outcomes = await crm.createActivities([
    { ...good, key: 'good' },
    { ...good, key: 'bad', properties: { ...good.properties, hs_call_direction: 'SIDEWAYS' } },
  ]);
  expect(outcomes).toMatchObject([
    { key: 'good', ok: true },
    { key: 'bad', ok: false, retryable: false },
  ]);
});
