import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { signRequestV3 } from '../../adapters/webhook/sign-request.ts';
import { at } from '../../testing/at.ts';
import { clockFrom } from '../../testing/clock-from.ts';
import { createPortal, type Portal, type PortalOptions } from '../create-portal.ts';
import type { ChangeSource } from '../store/record-table.ts';
import type { WebhooksConfig } from './subscriptions.ts';

interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly events: readonly Record<string, unknown>[];
}

const PERSON: ChangeSource = { type: 'CRM_UI', id: 'userId:61001' };
const APP: ChangeSource = { type: 'INTEGRATION', id: '9000001' };
/** It runs, because a retry that is due comes by a timer. */
const now = clockFrom(at('2026-11-20T09:00:00Z'));
let portal: Portal | undefined;
let server: Server | undefined;

afterEach(async () => {
  await portal?.close();
  portal = undefined;
  server?.closeAllConnections();
  server?.close();
});

async function aReceiver(answer: (n: number) => number): Promise<{
  readonly url: string;
  readonly received: Received[];
}> {
  const received: Received[] = [];
  server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      received.push({
        headers: req.headers,
        body,
        events: JSON.parse(body) as Record<string, unknown>[],
      });
      res.statusCode = answer(received.length);
      res.end();
    });
  });
  await new Promise<void>((resolve) => {
    server?.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/webhooks?tenant=a%40b`, received };
}

const watch = (...propertyNames: string[]): WebhooksConfig => ({
  subscriptions: {
    crmObjects: [
      ...propertyNames.map((propertyName) => ({
        subscriptionType: 'object.propertyChange',
        objectType: 'contact',
        propertyName,
      })),
      { subscriptionType: 'object.merge', objectType: 'contact' },
      { subscriptionType: 'object.deletion', objectType: 'contact' },
      { subscriptionType: 'object.restore', objectType: 'contact' },
      { subscriptionType: 'object.creation', objectType: 'contact', active: false },
    ],
    hubEvents: [{ subscriptionType: 'contact.privacyDeletion' }],
  },
});

function aPortal(target: string, options: Partial<PortalOptions> = {}): Portal {
  portal = createPortal({
    clientSecret: 'secret',
    webhookTarget: target,
    subscriptions: watch('lifecyclestage'),
    seed: false,
    now,
    limits: { webhookDelayMs: 1 },
    ...options,
  });
  return portal;
}

describe('webhooks', () => {
  test('carry a change by a person as HubSpot writes it, signed in version 3', async () => {
    const { url, received } = await aReceiver(() => 200);
    const { store, webhooks, portalId, appId } = aPortal(url);
    const contact = store.create('contacts', { lifecyclestage: 'lead' }, APP);
    store.update(contact, { lifecyclestage: 'marketingqualifiedlead' }, PERSON);
    await webhooks?.settled();
    const events = received.flatMap((delivery) => delivery.events);
    expect(events).toEqual([
      expect.objectContaining({ propertyValue: 'lead', changeSource: 'INTEGRATION' }),
      {
        eventId: expect.any(Number),
        subscriptionId: 3001,
        portalId,
        appId,
        occurredAt: expect.any(Number),
        subscriptionType: 'object.propertyChange',
        attemptNumber: 0,
        objectId: Number(contact.id),
        objectTypeId: '0-1',
        isSensitive: false,
        propertyName: 'lifecyclestage',
        propertyValue: 'marketingqualifiedlead',
        changeSource: 'CRM_UI',
        sourceId: 'userId:61001',
      },
    ]);
    const [first] = received;
    expect(first?.headers['x-hubspot-signature-v3']).toBe(
      signRequestV3({
        clientSecret: 'secret',
        method: 'POST',
        uri: url,
        body: first?.body ?? '',
        timestamp: String(first?.headers['x-hubspot-request-timestamp']),
      }),
    );
  });

  test('go out in deliveries of at most 100 events', async () => {
    const { url, received } = await aReceiver(() => 200);
    const { store, webhooks } = aPortal(url);
    store.transaction(() => {
      for (let i = 0; i < 250; i += 1) store.create('contacts', {}, APP);
    });
    await webhooks?.settled();
    expect(received.map(({ events }) => events.length).sort()).toEqual([100, 100, 50]);
  });

  test('tell of nothing that was rolled back', async () => {
    const { url, received } = await aReceiver(() => 200);
    const { store, webhooks } = aPortal(url);
    expect(() =>
      store.transaction(() => {
        store.create('contacts', {}, APP);
        throw new Error('half way');
      }),
    ).toThrow('half way');
    await webhooks?.settled();
    expect(received).toEqual([]);
    expect(store.count('contacts')).toBe(0);
  });

  test('tell of a merge, an archived, a restored and a forgotten contact', async () => {
    const { url, received } = await aReceiver(() => 200);
    const { store, webhooks } = aPortal(url);
    const [survivor, loser] = [
      store.create('contacts', {}, APP),
      store.create('contacts', {}, APP),
    ];
    store.merge({ survivor, loser }, PERSON);
    store.archive(survivor, PERSON);
    const archived = store.getArchived('contacts', survivor.id);
    if (archived !== undefined) store.restore(archived, PERSON);
    const back = store.get('contacts', survivor.id);
    if (back !== undefined) store.erase(back, PERSON);
    await webhooks?.settled();
    const events = received
      .flatMap((delivery) => delivery.events)
      .filter(({ propertyName }) => propertyName === undefined);
    expect(events.map(({ subscriptionType }) => subscriptionType)).toEqual([
      'object.merge',
      'object.deletion',
      'object.restore',
      'object.deletion',
      'contact.privacyDeletion',
    ]);
    expect(events[0]).toMatchObject({
      primaryObjectId: Number(survivor.id),
      mergedObjectIds: [Number(loser.id)],
      newObjectId: Number(survivor.id),
    });
  });

  test('are retried when told to, with the attempt counted, and given up after ten retries', async () => {
    const { url, received } = await aReceiver(() => 500);
    const { store, webhooks, deliveries } = aPortal(url);
    store.create('contacts', {}, APP);
    await webhooks?.settled();
    for (let i = 0; i < 12; i += 1) {
      webhooks?.retryNow(false);
      await webhooks?.settled();
    }
    expect(received.map(({ events }) => events[0]?.['attemptNumber'])).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(deliveries.counts()).toEqual({ pending: 0, sent: 0, given_up: 1 });
  });

  test('wait longer for each retry, the first well within minutes of a day’s window', async () => {
    const { url } = await aReceiver(() => 503);
    const { store, webhooks, deliveries } = aPortal(url);
    store.create('contacts', {}, APP);
    await webhooks?.settled();
    const wait = (deliveries.newest(1)[0]?.nextAt ?? 0) - now();
    expect(wait).toBeGreaterThan(30_000);
    expect(wait).toBeLessThan(90_000);
  });

  test('come back by themselves when the window is short', async () => {
    const { url, received } = await aReceiver((n) => (n < 3 ? 500 : 200));
    const { store, deliveries } = aPortal(url, {
      limits: { webhookDelayMs: 1, retryWindowMs: 1_000 },
    });
    store.create('contacts', {}, APP);
    const deadline = now() + 5_000;
    while (deliveries.counts().sent === 0 && now() < deadline)
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    expect(received).toHaveLength(3);
  });

  test('come twice and shuffled when the faults say so', async () => {
    const { url, received } = await aReceiver(() => 200);
    const { store, webhooks } = aPortal(url, {
      faults: { duplicateEvents: 1, shuffleEvents: true, seed: 2 },
    });
    store.transaction(() => {
      for (let i = 0; i < 20; i += 1) store.create('contacts', {}, APP);
    });
    await webhooks?.settled();
    const ids = received.flatMap(({ events }) => events.map(({ objectId }) => Number(objectId)));
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(20);
    expect(ids).not.toEqual([...ids].sort((a, b) => a - b));
  });

  test('refuse a subscription they could never deliver', () => {
    expect(() =>
      aPortal('http://127.0.0.1:1/', {
        subscriptions: {
          subscriptions: {
            crmObjects: [{ subscriptionType: 'object.propertyChange', objectType: 'contact' }],
          },
        },
      }),
    ).toThrow('propertyName goes with propertyChange');
  });
});
