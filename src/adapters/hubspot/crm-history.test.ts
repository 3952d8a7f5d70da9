import { expect, test } from '@jest/globals';
import nock from 'nock';
import { useNock } from '../../testing/use-nock.ts';
import { connectHubspot } from './connect-hubspot.ts';

const API = 'https://api.hubapi.com';
const READ = '/crm/objects/2026-09/contacts/batch/read';
const JSON_TYPE = { 'content-type': 'application/json;charset=utf-8' };
const AT = '2026-11-20T09:00:00.000Z';

const nothing = (): void => undefined;
const { crm } = connectHubspot({
  apiUrl: API,
  apiVersion: '2026-09',
  accessToken: 'token-1',
  log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
  limiter: { acquire: () => Promise.resolve() },
  sleep: () => Promise.resolve(),
});

function answer(results: readonly object[], status: object = { status: 'COMPLETE' }) {
  return { results, ...status, startedAt: AT, completedAt: AT };
}

function record(id: string, changes: readonly object[] | undefined): object {
  return {
    id,
    properties: { message: null },
    ...(changes && { propertiesWithHistory: { message: changes } }),
    createdAt: AT,
    updatedAt: AT,
    archived: false,
  };
}

useNock();

test('reads the changes of one property, without those that have no date', async () => {
  nock(API)
    .post(READ, {
      inputs: [{ id: '1' }, { id: '2' }],
      properties: ['message'],
      propertiesWithHistory: ['message'],
    })
    .reply(
      200,
      answer([
        record('2', undefined),
        record('1', [
          { value: 'Hello', timestamp: AT, sourceType: 'FORM' },
          { value: null, timestamp: '2026-11-19T09:00:00Z', sourceType: 'CRM_UI' },
          { value: 'Hi', timestamp: 'yesterday', sourceType: 'FORM' },
        ]),
      ]),
      JSON_TYPE,
    );
  expect(await crm.readHistoryOf(['1', '2', '1'], 'message')).toEqual(
    new Map([
      ['2', []],
      [
        '1',
        [
          { value: 'Hello', at: AT },
          { value: '', at: '2026-11-19T09:00:00.000Z' },
        ],
      ],
    ]),
  );
});

test('asks for fifty at once, and leaves out those that HubSpot does not have', async () => {
  const asked: number[] = [];
  nock(API)
    .post(READ, (body: { inputs: readonly unknown[] }) => asked.push(body.inputs.length) > 0)
    .times(2)
    .reply(207, answer([], { status: 'COMPLETE', numErrors: 1, errors: [] }), JSON_TYPE)
    .post(READ, (body: { inputs: readonly unknown[] }) => asked.push(body.inputs.length) > 0)
    .reply(404, { status: 'error', category: 'OBJECT_NOT_FOUND', message: 'none' }, JSON_TYPE);
  const ids = Array.from({ length: 101 }, (_, index) => String(index));
  expect(await crm.readHistoryOf(ids, 'message')).toEqual(new Map());
  expect(asked.sort()).toEqual([1, 50, 50]);
});
