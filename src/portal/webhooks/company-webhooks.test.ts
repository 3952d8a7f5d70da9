import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { at } from '../../testing/at.ts';
import { createPortal, type Portal } from '../create-portal.ts';
import type { ChangeSource, StoredRecord } from '../store/record-table.ts';
import type { WebhooksConfig } from './subscriptions.ts';

const PERSON: ChangeSource = { type: 'CRM_UI', id: 'userId:61001' };
const NOBODY_LISTENS = 'http://127.0.0.1:1/webhooks';
const OUR_WEBHOOKS = path.join(
  import.meta.dirname,
  '../../../serverless/webhooks/webhooks-hsmeta.json',
);
let portal: Portal | undefined;

afterEach(async () => {
  await portal?.close();
  portal = undefined;
});

async function aCompany(): Promise<{ readonly portal: Portal; readonly company: StoredRecord }> {
  const { config } = JSON.parse(await readFile(OUR_WEBHOOKS, 'utf8')) as { config: WebhooksConfig };
  portal = createPortal({
    clientSecret: 'secret',
    webhookTarget: NOBODY_LISTENS,
    subscriptions: config,
    seed: false,
    now: () => at('2026-11-20T09:00:00Z'),
    limits: { webhookDelayMs: 1 },
  });
  return { portal, company: portal.store.create('companies', { name: 'Acme' }, PERSON) };
}

/** Events about one property of a company that left or wait to leave, oldest first. */
async function eventsAbout(one: Portal, propertyName: string) {
  await one.webhooks?.settled();
  return one.deliveries
    .newest(100)
    .toReversed()
    .flatMap(({ body }) => JSON.parse(body) as readonly Record<string, unknown>[])
    .filter((event) => event['propertyName'] === propertyName);
}

describe('the app as it is deployed', () => {
  test('is told that a company was edited through the API', async () => {
    const { portal: one, company } = await aCompany();
    const { port } = await one.listen(0);
    const edited = await fetch(
      `http://127.0.0.1:${port}/crm/objects/2026-09/companies/${company.id}`,
      {
        method: 'PATCH',
        headers: { authorization: 'Bearer local-token', 'content-type': 'application/json' },
        body: JSON.stringify({ properties: { numberofemployees: '250' } }),
      },
    );
    expect(edited.status).toBe(200);
    expect(await eventsAbout(one, 'numberofemployees')).toMatchObject([
      {
        subscriptionType: 'object.propertyChange',
        objectTypeId: '0-2',
        objectId: Number(company.id),
        propertyValue: '250',
        changeSource: 'INTEGRATION',
      },
    ]);
  });

  test('is told that a person edited a company', async () => {
    const { portal: one, company } = await aCompany();
    one.store.update(company, { name: 'Acme GmbH' }, PERSON);
    expect(await eventsAbout(one, 'name')).toMatchObject([
      { objectTypeId: '0-2', propertyValue: 'Acme' },
      { objectTypeId: '0-2', propertyValue: 'Acme GmbH', sourceId: 'userId:61001' },
    ]);
  });

  test('is not told what it does not ask for', async () => {
    const { portal: one, company } = await aCompany();
    one.store.update(company, { city: 'Hamburg' }, PERSON);
    expect(await eventsAbout(one, 'city')).toEqual([]);
  });
});
