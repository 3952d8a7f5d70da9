import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { at } from '../../testing/at.ts';
import { createPortal, type Portal } from '../create-portal.ts';
import { importContacts, type ImportProgress } from './import-contacts.ts';
import { propertyName } from './import-columns.ts';

let portal: Portal;

beforeEach(() => {
  portal = createPortal({
    clientSecret: 'secret',
    webhookTarget: null,
    seed: true,
    now: () => at('2026-11-20T09:00:00Z'),
  });
});

afterEach(async () => {
  await portal.close();
});

function contact(email: string): Readonly<Record<string, string>> {
  const record = portal.store.findBy('contacts', 'email', email);
  if (record === undefined) throw new Error(`No contact ${email}`);
  return record.properties;
}

describe('importing contacts', () => {
  test('takes labels and internal names, and makes properties of unknown columns', async () => {
    const summary = await importContacts(
      portal.store,
      'Record ID,First Name,email,Lead Status,Fördermittel (2026)\n7,Ada,ada@import.example,In Progress,ja\n',
    );
    expect(summary).toEqual({
      read: 1,
      created: 1,
      updated: 0,
      failed: [],
      newProperties: ['fo_rdermittel_2026'],
    });
    expect(contact('ada@import.example')).toMatchObject({
      firstname: 'Ada',
      hs_lead_status: 'IN_PROGRESS',
      fo_rdermittel_2026: 'ja',
    });
  });

  test('updates the contact with the same address and leaves blank cells alone', async () => {
    const csv = 'email,city,jobtitle\nADA@import.example,Turku,Planner\nada@import.example,,Head\n';
    expect(await importContacts(portal.store, csv)).toMatchObject({ created: 1, updated: 1 });
    expect(contact('ada@import.example')).toMatchObject({ city: 'Turku', jobtitle: 'Head' });
  });

  test('reports a bad row by its line with the remedy, and takes the rest', async () => {
    const csv = [
      'email,recent_conversion_date,hubspot_owner_id',
      'good@import.example,01-02-2018,Lena Keller',
      'bad@import.example,31-02-2018,',
      'nobody,,',
      'cells@import.example,2026-11-20',
      'last@import.example,2026-11-20 08:30,lena.keller@fernline.example',
      '"quoted"@import.example,,',
      'after-the-quote@import.example,,',
    ].join('\n');
    const { created, failed } = await importContacts(portal.store, csv);
    expect(created).toBe(4);
    expect(failed.map(({ line }) => line)).toEqual([3, 4, 5]);
    expect(failed[0]?.reason).toContain('write it as 2026-11-20');
    expect(contact('good@import.example')).toMatchObject({
      recent_conversion_date: '2018-02-01T00:00:00.000Z',
      hubspot_owner_id: '40001001',
    });
    expect(contact('last@import.example')).toMatchObject({
      recent_conversion_date: '2026-11-20T08:30:00.000Z',
      hubspot_owner_id: '40001001',
    });
  });

  test('takes rows without an e-mail address, each as a new contact', async () => {
    const before = portal.store.count('contacts');
    const progress: ImportProgress[] = [];
    const summary = await importContacts(portal.store, 'origin\nsocial\n\nemail\n', {
      stage: 'marketingqualifiedlead',
      onProgress: (at) => progress.push(at),
    });
    expect(summary).toMatchObject({ read: 2, created: 2 });
    expect(portal.store.count('contacts')).toBe(before + 2);
    expect(progress.at(-1)).toEqual({ read: 2, created: 2, updated: 0, failed: 0 });
    const [id = ''] = portal.store.search({
      type: 'contacts',
      groups: [[{ propertyName: 'origin', operator: 'EQ', value: 'social' }]],
    });
    expect(portal.store.get('contacts', id)?.properties['lifecyclestage']).toBe(
      'marketingqualifiedlead',
    );
  });

  test.each([
    { name: 'an empty file', csv: '', message: 'first line must name the columns' },
    {
      name: 'two columns for one property',
      csv: 'Email,email\na,b\n',
      message: 'remove or rename',
    },
  ])('refuses $name as a whole', async ({ csv, message }) => {
    await expect(importContacts(portal.store, csv)).rejects.toThrow(message);
  });

  test('streams progress and the summary as JSON lines', async () => {
    const { port } = await portal.listen(0);
    const response = await fetch(`http://127.0.0.1:${port}/_portal/import`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: 'email\nada@import.example\n',
    });
    const lines = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toEqual([
      { read: 1, created: 1, updated: 0, failed: 0 },
      { summary: { read: 1, created: 1, updated: 0, failed: [], newProperties: [] } },
    ]);
  });
});

test.each([
  ['Company Size', 'company_size'],
  ['2026 budget', 'column_2026_budget'],
  ['???', 'column'],
])('the header "%s" becomes the property %s', (header, name) => {
  expect(propertyName(header)).toBe(name);
});
