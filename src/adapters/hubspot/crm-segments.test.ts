import { expect, test } from '@jest/globals';
import nock from 'nock';
import { useNock } from '../../testing/use-nock.ts';
import { HOUR } from '../../domain/instant.ts';
import { connectHubspot } from './connect-hubspot.ts';
import { HubspotRefusedError } from './hubspot-errors.ts';

const API = 'https://api.hubapi.com';
const READ = '/crm/lists/2026-09/records/memberships/batch/read';

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

/** HubSpot's answer for one contact, as its documents show it. */
const inLists = (recordId: string, ...listIds: readonly string[]) => ({
  objectTypeId: '0-1',
  recordId,
  recordListMemberships: listIds.map((listId) => ({
    listId,
    listVersion: 1,
    isPublicList: true,
    firstAddedTimestamp: '2025-07-28T13:42:08.595Z',
    lastAddedTimestamp: '2026-11-18T09:00:00.000Z',
  })),
});
const answer = (results: readonly object[], errors?: readonly object[]) => ({
  status: 'COMPLETE',
  results,
  ...(errors === undefined ? {} : { numErrors: errors.length, errors }),
  startedAt: '2026-11-20T00:00:00Z',
  completedAt: '2026-11-20T00:00:00Z',
});

useNock();

test('memberships are asked for by contact, and only of the lists wanted are they kept', async () => {
  nock(API, { reqheaders: { authorization: 'Bearer token-1', 'content-type': 'application/json' } })
    .post(READ, {
      inputs: [
        { objectTypeId: '0-1', recordId: '101' },
        { objectTypeId: '0-1', recordId: '102' },
      ],
    })
    .reply(200, answer([inLists('102', '78'), inLists('101', '76', '78', '493')]));
  const { crm } = connected();
  const segments = await crm.readSegmentsOf(['101', '102', '101'], ['76', '493']);
  expect(segments).toEqual(
    new Map([
      [
        '101',
        [
          { id: '76', joinedAt: '2026-11-18T09:00:00.000Z' },
          { id: '493', joinedAt: '2026-11-18T09:00:00.000Z' },
        ],
      ],
      ['102', []],
    ]),
  );
});

test('ids that come as numbers are the same lists', async () => {
  const wire = { ...inLists('101', '76'), recordId: 101 };
  const recordListMemberships = wire.recordListMemberships.map((each) => ({ ...each, listId: 76 }));
  nock(API)
    .post(READ)
    .reply(200, answer([{ ...wire, recordListMemberships }]));
  const segments = await connected().crm.readSegmentsOf(['101'], ['76']);
  expect(segments.get('101')).toEqual([{ id: '76', joinedAt: '2026-11-18T09:00:00.000Z' }]);
});

test('a contact left out of the answer is in no list, but beside errors its segments are unknown', async () => {
  const { crm } = connected();
  nock(API).post(READ).reply(200, answer([]));
  expect(await crm.readSegmentsOf(['101'], ['76'])).toEqual(new Map([['101', []]]));
  nock(API)
    .post(READ)
    .reply(207, answer([inLists('102')], [{ status: 'error', category: 'OBJECT_NOT_FOUND' }]));
  expect(await crm.readSegmentsOf(['101', '102'], ['76'])).toEqual(new Map([['102', []]]));
});

test('250 contacts cost three calls', async () => {
  const sizes: number[] = [];
  nock(API)
    .post(READ, ({ inputs }: { inputs: readonly unknown[] }) => sizes.push(inputs.length) > 0)
    .times(3)
    .reply(200, answer([]));
  const ids = Array.from({ length: 250 }, (_, i) => String(i));
  expect((await connected().crm.readSegmentsOf(ids, ['76'])).size).toBe(250);
  expect(sizes.toSorted((a, b) => a - b)).toEqual([50, 100, 100]);
});

test('without the scope all segments are unknown, said once, and asked for again after an hour', async () => {
  const { crm, warnings, time } = connected();
  nock(API).post(READ).reply(403, { status: 'error', category: 'MISSING_SCOPES' });
  expect(await crm.readSegmentsOf(['101'], ['76'])).toEqual(new Map());
  time.now = HOUR - 1;
  expect(await crm.readSegmentsOf(['102'], ['76'])).toEqual(new Map());
  expect(warnings).toEqual([expect.stringContaining("add crm.lists.read to the app's scopes")]);
  time.now = HOUR;
  nock(API)
    .post(READ)
    .reply(200, answer([inLists('101', '76')]));
  expect((await crm.readSegmentsOf(['101'], ['76'])).get('101')).toHaveLength(1);
});

test('any other refusal is an error', async () => {
  nock(API).post(READ).reply(400, { status: 'error', message: 'Invalid input JSON' });
  await expect(connected().crm.readSegmentsOf(['101'], ['76'])).rejects.toThrow(
    HubspotRefusedError,
  );
});
