import { afterEach, describe, expect, test } from '@jest/globals';
import { Client } from '@hubspot/api-client';
import { DAY, instant } from '../domain/instant.ts';
import { at } from '../testing/at.ts';
import { createPortal, type Portal, type PortalOptions } from './create-portal.ts';

/** Lists and events over the dated paths; events by the official client too, which offers no batch of memberships. */
let portal: Portal | undefined;

afterEach(async () => {
  await portal?.close();
  portal = undefined;
});

type Call = (method: string, path: string, body?: unknown) => Promise<Answered>;
interface Answered {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

async function aPortal(options: Partial<PortalOptions> = {}) {
  portal = createPortal({
    clientSecret: 'secret',
    webhookTarget: null,
    now: () => at('2026-11-20T09:00:00Z'),
    ...options,
  });
  const { port } = await portal.listen(0);
  const basePath = `http://127.0.0.1:${port}`;
  const call: Call = async (method, path, body) => {
    const response = await fetch(`${basePath}${path}`, {
      method,
      headers: { authorization: 'Bearer local-token', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as Answered['json'] };
  };
  return { portal, call, hubspot: new Client({ accessToken: 'local-token', basePath }) };
}

const LISTS = '/crm/lists/2026-09';
const READ = `${LISTS}/records/memberships/batch/read`;
const EVENTS = '/events/event-occurrences/2026-09';
const WEBINAR = '11';

const idsOf = (one: Portal): readonly string[] =>
  one.store.list({ type: 'contacts', limit: 100 }).map(({ id }) => id);
const attendee = (one: Portal): string => {
  const id = idsOf(one).find((each) =>
    one.store.lists.membershipsOf(each).some(({ listId }) => listId === WEBINAR),
  );
  if (id === undefined) throw new Error('Nobody attended the webinar');
  return id;
};

describe('memberships of many records', () => {
  test('say which lists a contact is in and since when; one in no list has none', async () => {
    const { portal: one, call } = await aPortal();
    const member = attendee(one);
    const stranger = one.store.create('contacts', {}, { type: 'IMPORT', id: 'test' }).id;
    const inputs = [member, stranger].map((recordId) => ({ objectTypeId: '0-1', recordId }));
    const { status, json } = await call('POST', READ, { inputs });
    expect(status).toBe(200);
    const results = json['results'] as readonly {
      readonly recordId: string;
      readonly recordListMemberships: readonly Record<string, unknown>[];
    }[];
    const of = (id: string) =>
      results.find(({ recordId }) => recordId === id)?.recordListMemberships;
    expect(of(stranger)).toEqual([]);
    expect(of(member)).toContainEqual({
      listId: WEBINAR,
      listVersion: 1,
      firstAddedTimestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      lastAddedTimestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      isPublicList: true,
    });
  });

  test('name records that do not exist in a 207, and refuse more than 100', async () => {
    const { call } = await aPortal({ seed: false });
    const inputs = (count: number) =>
      Array.from({ length: count }, () => ({ objectTypeId: '0-1', recordId: '12' }));
    expect(await call('POST', READ, { inputs: inputs(1) })).toMatchObject({
      status: 207,
      json: { results: [], numErrors: 1, errors: [{ context: { ids: ['12'] } }] },
    });
    expect((await call('POST', READ, { inputs: inputs(101) })).status).toBe(400);
  });

  test('need crm.lists.read, not crm.lists.write', async () => {
    const { call } = await aPortal({ seed: false, scopes: ['crm.lists.read'] });
    expect((await call('POST', READ, { inputs: [] })).status).toBe(200);
    const refused = await call('PUT', `${LISTS}/11/memberships/add`, []);
    expect(refused).toMatchObject({
      status: 403,
      json: { errors: [{ context: { requiredGranularScopes: ['crm.lists.write'] } }] },
    });
  });
});

describe('a list', () => {
  test('takes members by hand, once, unless it follows a filter', async () => {
    const { portal: one, call } = await aPortal();
    const id = one.store.create('contacts', {}, { type: 'IMPORT', id: 'test' }).id;
    const add = (list: string) => call('PUT', `${LISTS}/${list}/memberships/add`, [id, '12']);
    const size = async (): Promise<unknown> =>
      ((await call('GET', `${LISTS}/13`)).json['list'] as { readonly size: number }).size;
    const before = Number(await size());
    expect(await add('13')).toEqual({
      status: 200,
      json: { recordsIdsAdded: [id], recordIdsMissing: ['12'] },
    });
    expect((await add('13')).json['recordsIdsAdded']).toEqual([]);
    expect(await size()).toBe(before + 1);
    expect((await add('12')).status).toBe(400);
    expect((await add('99')).status).toBe(404);
  });

  test('loses who is deleted for privacy', async () => {
    const { portal: one } = await aPortal();
    const member = attendee(one);
    const record = one.store.get('contacts', member);
    if (record) one.store.erase(record, { type: 'CRM_UI', id: 'userId:1' });
    expect(one.store.lists.membershipsOf(member)).toEqual([]);
    const everything = { recordId: member, after: 0, before: Infinity, limit: 9, offset: 0 };
    expect(one.store.occurrences.list(everything)).toEqual([]);
  });
});

describe('events', () => {
  test('are refused in an account without Enterprise', async () => {
    const { call } = await aPortal({ seed: false });
    const answer = await call('GET', `${EVENTS}?objectType=contact&objectId=1`);
    expect(answer).toMatchObject({ status: 403, json: { category: 'MISSING_SCOPES' } });
  });

  test('come newest first, page by page, of one type and after a time when asked', async () => {
    const { portal: one, call } = await aPortal({ seed: false, hasEvents: true });
    const now = one.clock.now();
    const add = (type: string, days: number): void => {
      const occurredAt = instant(now - days * DAY);
      one.store.occurrences.add({
        recordId: '7',
        type,
        occurredAt,
        properties: { hs_url: `/${days}` },
      });
    };
    for (const days of [3, 1, 40]) add('e_visited_page', days);
    add('pe1_webinar_attended', 2);
    const read = async (query: string) => {
      const { json } = await call('GET', `${EVENTS}?objectType=contact&objectId=7${query}`);
      const results = json['results'] as readonly { readonly properties: { hs_url: string } }[];
      return { json, urls: results.map(({ properties }) => properties.hs_url) };
    };
    expect((await read('')).urls).toEqual(['/1', '/2', '/3', '/40']);
    const after = new Date(now - 10 * DAY).toISOString();
    const recent = await read(`&eventType=e_visited_page&occurredAfter=${after}`);
    expect(recent.urls).toEqual(['/1', '/3']);
    expect(recent.json['paging']).toBeUndefined();
    const first = await read('&limit=3');
    expect(first.json['paging']).toEqual({ next: { after: '3' } });
    expect((await read('&limit=3&after=3')).urls).toEqual(['/40']);
    expect((await call('GET', `${EVENTS}?objectType=contact`)).status).toBe(400);
  });

  test('are read by the official client and counted under the path it called', async () => {
    const { portal: one, hubspot } = await aPortal({ hasEvents: true });
    const visitor = Number(attendee(one));
    const page = hubspot.events.eventsApi;
    const { results } = await page.getPage(
      'contact',
      'e_visited_page',
      undefined,
      undefined,
      1,
      undefined,
      undefined,
      undefined,
      visitor,
    );
    expect(results[0]).toMatchObject({ objectType: 'CONTACT', eventType: 'e_visited_page' });
    expect(one.requests.counts()).toEqual([
      { method: 'GET', path: '/events/v3/events', status: 200, count: 1 },
    ]);
  });
});
