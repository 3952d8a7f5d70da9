import { describe, expect, test } from '@jest/globals';
import nock from 'nock';
import { useNock } from '../../testing/use-nock.ts';
import type { EventQuery } from '../../application/ports/crm.ts';
import { HOUR, instant } from '../../domain/instant.ts';
import { connectHubspot } from './connect-hubspot.ts';
import { HubspotRefusedError } from './hubspot-errors.ts';

const API = 'https://api.hubapi.com';
const EVENTS = '/events/event-occurrences/2026-09';
const AFTER = '2026-10-21T00:00:00.000Z';

const pageViews: EventQuery = {
  types: ['page_view'],
  properties: ['url'],
  occurredAfter: instant(Date.parse(AFTER)),
};

function connected() {
  const said: string[] = [];
  const nothing = (): void => undefined;
  const say = (_: unknown, message: string): void => {
    said.push(message);
  };
  const time = { now: 0 };
  const { crm } = connectHubspot({
    apiUrl: API,
    apiVersion: '2026-09',
    accessToken: 'token-1',
    log: { debug: nothing, info: say, warn: say, error: nothing },
    limiter: { acquire: () => Promise.resolve() },
    elapsed: () => time.now,
  });
  return { crm, said, time };
}

/** An event as HubSpot's documents show it. */
const event = (eventType: string, properties: Readonly<Record<string, string>> = {}) => ({
  objectType: 'CONTACT',
  objectId: '101',
  eventType,
  occurredAt: '2026-11-18T09:00:00.000Z',
  id: 'leviathan-1',
  properties,
});
const view = event('e_visited_page', { hs_url: 'https://a.example/pricing', hs_city: 'lund' });

useNock();

describe("a contact's events", () => {
  test("come in the policy's words, with no more than the policy wants to know", async () => {
    nock(API, { reqheaders: { authorization: 'Bearer token-1' } })
      .get(EVENTS)
      .query({
        objectType: 'contact',
        objectId: '101',
        limit: '100',
        eventType: 'e_visited_page',
        occurredAfter: AFTER,
      })
      .reply(200, { results: [view] });
    expect(await connected().crm.readEventsOf('101', pageViews)).toEqual([
      {
        type: 'page_view',
        occurredAt: '2026-11-18T09:00:00.000Z',
        properties: { url: 'https://a.example/pricing' },
      },
    ]);
  });

  test('of several types take one call, and types the policy does not count are left out', async () => {
    nock(API)
      .get(EVENTS)
      .query({ objectType: 'contact', objectId: '101', limit: '100' })
      .reply(200, {
        results: [
          view,
          event('pe145000001_trial_usage', { seats: '3' }),
          event('ae77_webinar_attended'),
          event('e_opened_sequence'),
          event('e_submitted_form'),
        ],
      });
    const events = await connected().crm.readEventsOf('101', {
      types: ['page_view', 'trial_usage', 'webinar_attended', 'e_submitted_form'],
      properties: ['seats'],
      occurredAfter: null,
    });
    expect(events?.map(({ type, properties }) => [type, properties])).toEqual([
      ['page_view', { seats: null }],
      ['trial_usage', { seats: '3' }],
      ['webinar_attended', { seats: null }],
      ['e_submitted_form', { seats: null }],
    ]);
  });

  test('are read page by page, up to a thousand, and what is left out is said', async () => {
    const { crm, said } = connected();
    const pages = (count: number, next: object): void => {
      nock(API)
        .get(EVENTS)
        .query(true)
        .times(count)
        .reply(200, { results: Array.from({ length: 100 }, () => view), ...next });
    };
    pages(1, { paging: { next: { after: 'MTAw' } } });
    nock(API)
      .get(EVENTS)
      .query(({ after }) => after === 'MTAw')
      .reply(200, { results: [view] });
    expect(await crm.readEventsOf('101', pageViews)).toHaveLength(101);
    expect(said).toEqual([]);
    pages(10, { paging: { next: { after: 'MTAw' } } });
    expect(await crm.readEventsOf('101', pageViews)).toHaveLength(1000);
    expect(said).toEqual([expect.stringContaining('the rest does not count')]);
  });
});

describe('an account without events', () => {
  test.each([403, 404])(
    'that answers %s is asked once an hour, and the log says once what to do',
    async (status) => {
      const { crm, said, time } = connected();
      nock(API).get(EVENTS).query(true).times(2).reply(status, { status: 'error' });
      const together = [crm.readEventsOf('101', pageViews), crm.readEventsOf('102', pageViews)];
      expect(await Promise.all(together)).toEqual([null, null]);
      expect(await crm.readEventsOf('103', pageViews)).toBeNull();
      expect(said).toEqual([expect.stringContaining('need an Enterprise hub')]);
      time.now = HOUR;
      nock(API).get(EVENTS).query(true).reply(200, { results: [] });
      expect(await crm.readEventsOf('104', pageViews)).toEqual([]);
    },
  );

  test('is not mistaken for trouble: any other refusal is an error', async () => {
    nock(API).get(EVENTS).query(true).reply(400, { status: 'error', message: 'Bad objectId' });
    await expect(connected().crm.readEventsOf('x', pageViews)).rejects.toThrow(HubspotRefusedError);
  });
});
