import { expect, test } from '@jest/globals';
import nock from 'nock';
import type { KeyedActivity } from '../../application/ports/crm.ts';
import { useNock } from '../../testing/use-nock.ts';
import { connectHubspot } from './connect-hubspot.ts';

const API = 'https://api.hubapi.com';
const create = (type: KeyedActivity['type']) => `/crm/objects/2026-09/${type}/batch/create`;
const AT = '2026-11-20T09:00:00.000Z';
const JSON_TYPE = { 'content-type': 'application/json' };

interface Input {
  readonly properties: Readonly<Record<string, string>>;
  readonly objectWriteTraceId: string;
}

function connected() {
  const nothing = (): void => undefined;
  return connectHubspot({
    apiUrl: API,
    apiVersion: '2026-09',
    accessToken: 'token-1',
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    limiter: { acquire: () => Promise.resolve() },
    sleep: () => Promise.resolve(),
  }).crm;
}

const aCall = (key: string, properties: Readonly<Record<string, string>> = {}): KeyedActivity => ({
  key,
  type: 'calls',
  contactId: '101',
  properties: { hs_timestamp: AT, hubspot_owner_id: '9001', ...properties },
});
const answer = (results: readonly object[], errors: readonly object[] = []) =>
  JSON.stringify({
    status: 'COMPLETE',
    results,
    ...(errors.length === 0 ? {} : { numErrors: errors.length, errors }),
    startedAt: AT,
    completedAt: AT,
  });
const made = (id: string, properties: object, objectWriteTraceId?: string) => ({
  id,
  properties,
  createdAt: AT,
  updatedAt: AT,
  archived: false,
  ...(objectWriteTraceId === undefined ? {} : { objectWriteTraceId }),
});
/** HubSpot keeps no order. */
const echoing =
  (traced: boolean) =>
  async (request: Request): Promise<string> => {
    const { inputs } = (await request.json()) as { readonly inputs: readonly Input[] };
    return answer(
      inputs
        .map(({ properties, objectWriteTraceId }) =>
          made(`id-${objectWriteTraceId}`, properties, traced ? objectWriteTraceId : undefined),
        )
        .toReversed(),
    );
  };

useNock();

test('activities go out in one call per type, each with its contact and a trace id', async () => {
  nock(API)
    .post(create('calls'), {
      inputs: ['a', 'b'].map((key) => ({
        properties: { hs_timestamp: AT, hubspot_owner_id: '9001', hs_call_title: key },
        associations: [
          {
            to: { id: '101' },
            types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 194 }],
          },
        ],
        objectWriteTraceId: key,
      })),
    })
    .reply(201, echoing(true), JSON_TYPE);
  nock(API)
    .post(create('communications'), {
      inputs: [
        {
          properties: { hs_timestamp: AT, hs_communication_channel_type: 'LINKEDIN_MESSAGE' },
          associations: [
            {
              to: { id: '102' },
              types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 81 }],
            },
          ],
          objectWriteTraceId: 'c',
        },
      ],
    })
    .reply(201, echoing(true), JSON_TYPE);
  const outcomes = await connected().createActivities([
    aCall('a', { hs_call_title: 'a' }),
    {
      key: 'c',
      type: 'communications',
      contactId: '102',
      properties: { hs_timestamp: AT, hs_communication_channel_type: 'LINKEDIN_MESSAGE' },
    },
    aCall('b', { hs_call_title: 'b' }),
  ]);
  expect(outcomes.toSorted((one, other) => one.key.localeCompare(other.key))).toEqual(
    ['a', 'b', 'c'].map((key) => ({ key, ok: true, id: `id-${key}` })),
  );
});

test('an answer without trace ids is read by what was written', async () => {
  nock(API).post(create('calls')).reply(201, echoing(false), JSON_TYPE);
  const outcomes = await connected().createActivities([
    aCall('a', { hs_call_title: 'first' }),
    aCall('b', { hs_call_title: 'second' }),
  ]);
  expect(outcomes).toEqual([
    { key: 'a', ok: true, id: 'id-a' },
    { key: 'b', ok: true, id: 'id-b' },
  ]);
});

test('a time in milliseconds and cleaned HTML are known again', async () => {
  nock(API)
    .post(create('calls'))
    .reply(
      201,
      () =>
        answer([
          made('2', { hs_timestamp: '2026-11-20T10:00:00Z', hs_call_body: '<p>No one</p>' }),
          made('1', { hs_timestamp: '2026-11-20T09:00:00Z', hs_call_body: '<p>Hello</p>' }),
        ]),
      JSON_TYPE,
    );
  const outcomes = await connected().createActivities([
    aCall('a', { hs_timestamp: String(Date.parse(AT)), hs_call_body: '<b onclick="x">Hello</b>' }),
    aCall('b', { hs_timestamp: '2026-11-20T10:00:00.000Z', hs_call_body: '<i>No one</i>' }),
  ]);
  expect(outcomes).toEqual([
    { key: 'a', ok: true, id: '1' },
    { key: 'b', ok: true, id: '2' },
  ]);
});

test('of a 207 the one that HubSpot names is refused and the other is written', async () => {
  nock(API)
    .post(create('calls'))
    .reply(
      207,
      () =>
        answer(
          [made('1', { hs_timestamp: AT })],
          [
            {
              status: 'error',
              category: 'VALIDATION_ERROR',
              message: 'hs_call_direction is wrong',
              context: { objectWriteTraceId: ['a'] },
            },
          ],
        ),
      JSON_TYPE,
    );
  const outcomes = await connected().createActivities([
    aCall('a', { hs_timestamp: '2026-11-20T10:00:00.000Z' }),
    aCall('b'),
  ]);
  expect(outcomes).toEqual([
    {
      key: 'a',
      ok: false,
      message: 'VALIDATION_ERROR: hs_call_direction is wrong',
      retryable: false,
    },
    { key: 'b', ok: true, id: '1' },
  ]);
});

test('after a 500 nobody knows, so nothing is sent again and the caller may look', async () => {
  nock(API).post(create('calls')).reply(500, {});
  const outcomes = await connected().createActivities([aCall('a')]);
  expect(outcomes).toMatchObject([{ key: 'a', ok: false, retryable: true }]);
});

test('of two with one key one is made, and of none nothing is asked', async () => {
  nock(API)
    .post(create('calls'), ({ inputs }: { inputs: readonly Input[] }) => inputs.length === 1)
    .reply(201, echoing(true), JSON_TYPE);
  const crm = connected();
  const outcomes = await crm.createActivities([aCall('a'), aCall('a', { hs_call_title: 'again' })]);
  expect(outcomes).toEqual([{ key: 'a', ok: true, id: 'id-a' }]);
  expect(await crm.createActivities([])).toEqual([]);
});
