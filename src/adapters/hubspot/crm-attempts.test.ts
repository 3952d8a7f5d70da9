import { describe, expect, test } from '@jest/globals';
import nock from 'nock';
import { HOUR, instant, parseInstant, type Instant } from '../../domain/instant.ts';
import { useNock } from '../../testing/use-nock.ts';
import { connectHubspot } from './connect-hubspot.ts';
import { HubspotRefusedError } from './hubspot-errors.ts';

const API = 'https://api.hubapi.com';
const TYPES = ['calls', 'emails', 'meetings', 'communications', 'notes'] as const;
type Type = (typeof TYPES)[number];

const associations = (type: Type) => `/crm/associations/2026-09/contacts/${type}/batch/read`;
const records = (type: Type) => `/crm/objects/2026-09/${type}/batch/read`;

const SINCE = at('2026-11-20T09:00:00Z');
const BEFORE = '2026-11-20T08:59:59.999Z';
const THEN = '2026-11-20T09:00:00.000Z';
const LATER = '2026-11-20T10:00:00.000Z';
const NEXT_WEEK = '2026-11-27T10:00:00.000Z';

function at(iso: string): Instant {
  const read = parseInstant(iso);
  if (!read.ok) throw new Error(`Not an instant: ${iso}`);
  return read.value;
}

function connected() {
  const warnings: string[] = [];
  const nothing = (): void => undefined;
  const time = { now: 0 };
  const { crm } = connectHubspot({
    apiUrl: API,
    apiVersion: '2026-09',
    accessToken: 'token-1',
    log: {
      debug: nothing,
      info: nothing,
      warn: (_, message) => warnings.push(message),
      error: nothing,
    },
    limiter: { acquire: () => Promise.resolve() },
    elapsed: () => time.now,
  });
  return { crm, warnings, time };
}

const batch = (results: readonly object[]) => ({
  status: 'COMPLETE',
  results,
  startedAt: '2026-11-20T00:00:00Z',
  completedAt: '2026-11-20T00:00:00Z',
});
/** HubSpot sends numbers here, and a contact without activities as an error of a 207. */
const linked = (contactId: string, ...ids: readonly number[]) => ({
  from: { id: contactId },
  to: ids.map((toObjectId) => ({ toObjectId, associationTypes: [] })),
});
const record = (id: string, properties: Readonly<Record<string, string | null>>) => ({
  id,
  properties: { hs_timestamp: LATER, hubspot_owner_id: '9001', ...properties },
  createdAt: THEN,
  updatedAt: THEN,
  archived: false,
});

/** HubSpot's answers for contact 101 with these activities; of every other kind it has none. */
function timeline(activities: Partial<Record<Type, readonly ReturnType<typeof record>[]>>): void {
  for (const type of TYPES) {
    const found = activities[type] ?? [];
    nock(API)
      .post(associations(type))
      .reply(
        207,
        batch(found.length === 0 ? [] : [linked('101', ...found.map(({ id }) => Number(id)))]),
      );
    if (found.length > 0) nock(API).post(records(type)).reply(200, batch(found.toReversed()));
  }
}

async function read(activities: Parameters<typeof timeline>[0], since = SINCE) {
  timeline(activities);
  return (await connected().crm.readAttemptsOf(['101'], since)).get('101');
}

useNock();

describe('what was done about a contact', () => {
  test('is read with the facts of each kind', async () => {
    const attempts = await read({
      calls: [
        record('1', {
          hs_call_title: 'First try',
          hs_call_direction: 'OUTBOUND',
          hs_call_duration: '60000',
          hs_call_disposition: 'f240bbac',
          hs_call_status: 'COMPLETED',
        }),
      ],
      emails: [
        record('2', {
          hs_email_subject: 'Your demo',
          hs_email_direction: 'EMAIL',
          hs_email_status: 'BOUNCED',
          hs_sequence_id: '77',
        }),
      ],
      communications: [record('3', { hs_communication_channel_type: 'LINKEDIN_MESSAGE' })],
      notes: [record('4', {})],
    });
    const base = { contactId: '101', at: at(LATER), ownerId: '9001' };
    expect(attempts?.toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual([
      {
        ...base,
        id: '1',
        type: 'calls',
        title: 'First try',
        facts: {
          direction: 'OUTBOUND',
          durationMs: 60_000,
          disposition: 'f240bbac',
          status: 'COMPLETED',
        },
      },
      {
        ...base,
        id: '2',
        type: 'emails',
        title: 'Your demo',
        facts: { direction: 'EMAIL', status: 'BOUNCED', fromSequence: true },
      },
      {
        ...base,
        id: '3',
        type: 'communications',
        title: '',
        facts: { channel: 'LINKEDIN_MESSAGE' },
      },
      { ...base, id: '4', type: 'notes', title: '', facts: null },
    ]);
  });

  test('is null where HubSpot has nothing', async () => {
    const attempts = await read({
      calls: [
        record('1', {
          hubspot_owner_id: null,
          hs_call_title: null,
          hs_call_direction: null,
          hs_call_duration: '',
          hs_call_disposition: null,
          hs_call_status: null,
        }),
      ],
    });
    expect(attempts).toEqual([
      {
        id: '1',
        type: 'calls',
        contactId: '101',
        at: at(LATER),
        ownerId: null,
        title: '',
        facts: { direction: null, durationMs: null, disposition: null, status: null },
      },
    ]);
  });

  test.each([
    { what: 'one millisecond before', properties: { hs_timestamp: BEFORE }, found: 0 },
    { what: 'exactly at', properties: { hs_timestamp: THEN }, found: 1 },
    { what: 'without a time', properties: { hs_timestamp: null }, found: 0 },
  ])('counts from "since" on: $what', async ({ properties, found }) => {
    expect(await read({ calls: [record('1', properties)] })).toHaveLength(found);
  });

  test.each([
    { what: 'booked for next week', begins: NEXT_WEEK, created: LATER, when: LATER },
    { what: 'logged when it was over', begins: THEN, created: LATER, when: THEN },
    { what: 'of unknown booking', begins: NEXT_WEEK, created: null, when: NEXT_WEEK },
  ])('a meeting $what is dated by the act', async ({ begins, created, when }) => {
    const attempts = await read({
      meetings: [
        record('1', {
          hs_timestamp: begins,
          hs_createdate: created,
          hs_meeting_start_time: begins,
          hs_meeting_outcome: 'SCHEDULED',
          hs_meeting_title: 'Demo',
        }),
      ],
    });
    expect(attempts).toMatchObject([
      { at: at(when), title: 'Demo', facts: { outcome: 'SCHEDULED', start: at(begins) } },
    ]);
  });

  test('is [] where nothing was done', async () => {
    expect(await read({})).toEqual([]);
  });
});

describe('the calls it takes', () => {
  test('are one per kind, and one per hundred activities, for however many contacts', async () => {
    const ids = Array.from({ length: 250 }, (_, index) => String(index));
    const asked: number[] = [];
    for (const type of TYPES) {
      nock(API)
        .post(associations(type), ({ inputs }: { inputs: readonly unknown[] }) => {
          asked.push(inputs.length);
          return true;
        })
        .reply(200, batch(type === 'calls' ? ids.map((id) => linked(id, Number(id) + 1000)) : []));
    }
    const sizes: number[] = [];
    nock(API)
      .post(records('calls'))
      .times(3)
      .reply(
        200,
        async (request: Request) => {
          const { inputs } = (await request.json()) as { inputs: readonly { id: string }[] };
          sizes.push(inputs.length);
          return JSON.stringify(batch(inputs.map(({ id }) => record(id, {}))));
        },
        { 'content-type': 'application/json' },
      );
    const attempts = await connected().crm.readAttemptsOf([...ids, '7'], SINCE);
    expect(asked).toEqual([250, 250, 250, 250, 250]);
    expect(sizes.toSorted((a, b) => a - b)).toEqual([50, 100, 100]);
    expect(attempts.get('7')).toMatchObject([{ id: '1007', contactId: '7' }]);
    expect(attempts.size).toBe(250);
  });

  test('tell one activity of two contacts for both, and read it once', async () => {
    for (const type of TYPES) {
      nock(API)
        .post(associations(type))
        .reply(200, batch(type === 'emails' ? [linked('101', 5), linked('102', 5)] : []));
    }
    nock(API)
      .post(records('emails'), ({ inputs }: { inputs: readonly unknown[] }) => inputs.length === 1)
      .reply(200, batch([record('5', {})]));
    const attempts = await connected().crm.readAttemptsOf(['101', '102'], SINCE);
    expect(attempts.get('101')).toMatchObject([{ id: '5', contactId: '101' }]);
    expect(attempts.get('102')).toMatchObject([{ id: '5', contactId: '102' }]);
  });
});

describe('what an account does not have', () => {
  const unknownType = {
    status: 'error',
    category: 'VALIDATION_ERROR',
    message: 'Unable to infer object type from: communications',
  };
  const others = (): void => {
    for (const type of TYPES.filter((each) => each !== 'communications'))
      nock(API).post(associations(type)).reply(200, batch([]));
  };

  test.each([
    { what: 'a scope', status: 403, body: { status: 'error', category: 'MISSING_SCOPES' } },
    { what: 'an object type', status: 400, body: unknownType },
  ])('such as $what is said once and asked for again after an hour', async ({ status, body }) => {
    const { crm, warnings, time } = connected();
    others();
    nock(API).post(associations('communications')).reply(status, body);
    expect(await crm.readAttemptsOf(['101'], SINCE)).toEqual(new Map([['101', []]]));
    time.now = HOUR - 1;
    others();
    expect(await crm.readAttemptsOf(['101'], SINCE)).toEqual(new Map([['101', []]]));
    expect(warnings).toEqual([
      expect.stringContaining('Messages (LinkedIn, SMS, WhatsApp) cannot be read'),
    ]);
    time.now = HOUR;
    timeline({ communications: [record('3', {})] });
    expect((await crm.readAttemptsOf(['101'], SINCE)).get('101')).toHaveLength(1);
  });

  test('leaves a contact out where nothing at all can be read', async () => {
    const { crm, warnings } = connected();
    for (const type of TYPES)
      nock(API).post(associations(type)).reply(403, { category: 'MISSING_SCOPES' });
    expect(await crm.readAttemptsOf(['101'], instant(0))).toEqual(new Map());
    expect(warnings).toHaveLength(TYPES.length);
  });

  test('is not any other refusal', async () => {
    others();
    nock(API)
      .post(associations('communications'))
      .reply(400, { status: 'error', message: 'Invalid input JSON' });
    await expect(connected().crm.readAttemptsOf(['101'], SINCE)).rejects.toThrow(
      HubspotRefusedError,
    );
  });
});
