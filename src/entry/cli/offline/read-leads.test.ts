import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { temporaryFiles } from '../../../testing/temporary-files.ts';
import type { LeadItem } from './lead-item.ts';
import { readLeads } from './read-leads.ts';

const files = temporaryFiles();

async function itemsOf(name: string, content: unknown): Promise<readonly LeadItem[]> {
  const items: LeadItem[] = [];
  for await (const item of (await readLeads(files.write(name, content))).items) items.push(item);
  return items;
}

async function factsOf(csv: string) {
  return (await itemsOf('leads.csv', csv)).map((item) =>
    item.kind === 'lead' ? item.facts : item.message,
  );
}

describe('readLeads, JSON', () => {
  test('turns numbers and yes or no into the texts HubSpot holds, and leaves null', async () => {
    const properties = { email: 'a@b.example', score: 5, hs_email_optout: false, phone: null };
    const [item] = await itemsOf('leads.json', { leads: [{ id: 101, properties }] });
    expect(item).toMatchObject({
      facts: {
        id: '101',
        properties: { email: 'a@b.example', score: '5', hs_email_optout: 'false', phone: null },
      },
    });
  });

  test('reads when a message was written, as HubSpot returns its history', async () => {
    const propertiesWithHistory = {
      message: [
        { value: 'Call me', timestamp: '2026-11-20T09:00:00Z', sourceType: 'FORM' },
        { value: null, timestamp: '2026-11-01T09:00:00Z' },
      ],
      email: [{ value: 'a@b.example', timestamp: 'never looked at' }],
    };
    const items = await itemsOf('leads.json', {
      leads: [
        { id: '1', properties: { message: 'Call me' }, propertiesWithHistory },
        { id: '2', properties: {}, propertiesWithHistory: {} },
      ],
    });
    expect(items.map((item) => item.kind === 'lead' && item.facts)).toEqual([
      {
        id: '1',
        properties: { message: 'Call me' },
        history: {
          message: [
            { value: 'Call me', at: '2026-11-20T09:00:00Z' },
            { value: '', at: '2026-11-01T09:00:00Z' },
          ],
        },
      },
      { id: '2', properties: {} },
    ]);
  });

  test('leaves what is absent unknown and what is empty none', async () => {
    const items = await itemsOf('leads.json', {
      leads: [
        { id: '1', properties: {} },
        { id: '2', properties: {}, company: null, segments: [], events: [], deals: [] },
      ],
    });
    expect(items).toEqual([
      { kind: 'lead', where: 'leads[0]', facts: { id: '1', properties: {} } },
      {
        kind: 'lead',
        where: 'leads[1]',
        facts: { id: '2', properties: {}, company: null, segments: [], events: [], deals: [] },
      },
    ]);
  });

  test("passes over the contact's lifecycle stage, which is no evidence, and keeps the company's", async () => {
    const lifecyclestage = 'customer';
    const [item] = await itemsOf('leads.json', {
      leads: [
        {
          id: '1',
          properties: { lifecyclestage, email: 'a@b.example' },
          company: { id: '9', properties: { lifecyclestage } },
        },
      ],
    });
    expect(item).toMatchObject({
      facts: {
        properties: { email: 'a@b.example' },
        company: { id: '9', properties: { lifecyclestage } },
      },
    });
    expect(item).not.toHaveProperty('facts.properties.lifecyclestage');
  });

  test.each([
    ['a text instead of a lead', 'lead', 'write a lead as an object with id and properties'],
    ['no id', { properties: {} }, 'id: write the record id as text, such as "101"'],
    ['no properties', { id: '1' }, 'properties: write an object of property names and values'],
    [
      'a list as a value',
      { id: '1', properties: { email: [] } },
      'properties.email: write a text, a number, true, false or null',
    ],
    [
      'a date without its zone',
      { id: '1', properties: {}, segments: [{ id: '5', joinedAt: '2026-11-20T09:00' }] },
      'segments.0.joinedAt: write an instant such as 2026-11-20T09:00:00Z',
    ],
  ])('reports %s by its index and goes on', async (_, broken, message) => {
    const items = await itemsOf('leads.json', { leads: [broken, { id: '2', properties: {} }] });
    expect(items).toMatchObject([
      { kind: 'fault', where: 'leads[0]', message },
      { kind: 'lead', where: 'leads[1]' },
    ]);
  });

  test.each([
    ['other JSON', '[1]', /holds no list of leads\. Write \{ "leads"/],
    ['broken JSON', '{ "leads": [', /is not JSON: .*Mend the file/],
  ])('refuses %s as a whole', async (_, content, message) => {
    await expect(itemsOf('leads.json', content)).rejects.toThrow(message);
  });

  test('refuses a file that is not there', async () => {
    await expect(readLeads(path.join(files.folder, 'none.json'))).rejects.toThrow(
      /cannot be read: .*ENOENT.*Check the path/,
    );
  });

  test('reads one lead per line from .ndjson, and reports a broken line', async () => {
    const lines = ['{"id":"1","properties":{}}', '', '{"id":', '{"id":"2","properties":{}}'];
    expect(await itemsOf('leads.ndjson', lines.join('\r\n'))).toMatchObject([
      { kind: 'lead', where: 'line 1', facts: { id: '1' } },
      { kind: 'fault', where: 'line 3' },
      { kind: 'lead', where: 'line 4', facts: { id: '2' } },
    ]);
  });
});

describe('readLeads, CSV', () => {
  test("reads HubSpot's labels, with the company's facts on the company too", async () => {
    const csv = [
      '\uFEFFRecord ID,First Name,Email,Job Title,Company Name,Industry,Company Size,Original Traffic Source,Recent Conversion,Recent Conversion Date,Country/Region,Lifecycle Stage,Budget 2026',
      '101,Ada,ada@bank.example,"Head, Data",Harbor Bank,Banking,51-200,Organic Search,Demo request,2026-11-20 09:30,Germany,Customer,big',
    ].join('\n');
    expect(await factsOf(csv)).toEqual([
      {
        id: '101',
        properties: {
          firstname: 'Ada',
          email: 'ada@bank.example',
          jobtitle: 'Head, Data',
          company: 'Harbor Bank',
          industry: 'Banking',
          company_size: '51-200',
          hs_analytics_source: 'ORGANIC_SEARCH',
          recent_conversion: undefined,
          recent_conversion_event_name: 'Demo request',
          recent_conversion_date: '2026-11-20T09:30Z',
          country: 'Germany',
          budget_2026: 'big',
        },
        company: {
          id: 'Harbor Bank',
          properties: { name: 'Harbor Bank', industry: 'BANKING', numberofemployees: '126' },
        },
      },
    ]);
  });

  test('reads internal names and the fields of a policy', async () => {
    const csv = 'hs_object_id,jobtitle,company.type,associatedcompanyid\n7,CEO,PROSPECT,55\n';
    expect(await factsOf(csv)).toEqual([
      {
        id: '7',
        properties: { jobtitle: 'CEO', associatedcompanyid: '55' },
        company: { id: '55', properties: { type: 'PROSPECT' } },
      },
    ]);
  });

  test('says that there is no company only where the file names the associated company', async () => {
    expect(await factsOf('Email,Company Name\na@b.example,\n')).toEqual([
      expect.not.objectContaining({ company: expect.anything() }),
    ]);
    const [named] = await factsOf('Email,Associated Company IDs\na@b.example,\n');
    expect(named).toMatchObject({ id: 'a@b.example', company: null });
  });

  test('lets the first of two columns for one field win', async () => {
    const [facts] = await factsOf('Email,E-mail\nfirst@b.example,second@b.example\n');
    expect(facts).toMatchObject({ properties: { email: 'first@b.example' } });
  });

  test('reports a row by its line and goes on', async () => {
    const csv = 'Email,Company Name\na@b.example,A,B\n\nc@b.example,C\n';
    expect(await itemsOf('leads.csv', csv)).toMatchObject([
      {
        kind: 'fault',
        where: 'line 2',
        message:
          'the row has 3 cells where the header has 2; put quotes around a cell that holds a comma',
      },
      { kind: 'lead', where: 'line 4', facts: { id: 'c@b.example' } },
    ]);
  });

  test('takes a quote inside a cell for a character, so that it swallows no other row', async () => {
    const csv =
      'Email,Company Name\na@b.example,"Big" Bank\nb@b.example,"6"" nails"\nc@b.example,C\n';
    expect(await factsOf(csv)).toMatchObject([
      { properties: { company: '"Big" Bank' } },
      { properties: { company: '6" nails' } },
      { properties: { company: 'C' } },
    ]);
  });

  test('says after which line a quote is never closed', async () => {
    const csv = 'Email,Company Name\na@b.example,A\nb@b.example,"B\nc@b.example,C\n';
    expect(await itemsOf('leads.csv', csv)).toMatchObject([
      { kind: 'lead', where: 'line 2' },
      { kind: 'fault', where: 'after line 2' },
    ]);
  });

  test('refuses an empty file', async () => {
    await expect(itemsOf('leads.csv', '')).rejects.toThrow(/is empty.*name the columns/);
  });

  test('reads 200,000 rows without keeping them', async () => {
    const file = path.join(files.folder, 'long.csv');
    const out = createWriteStream(file);
    out.write('Record ID,Email,Job Title,Company Name,Industry\n');
    for (let block = 0; block < 200; block++) {
      const rows = Array.from(
        { length: 1000 },
        (_, row) =>
          `${block * 1000 + row},p${block}-${row}@c.example,Head of Data,Company,Banking\n`,
      );
      if (!out.write(rows.join(''))) await once(out, 'drain');
    }
    out.end();
    await once(out, 'finish');

    const leads = await readLeads(file);
    const before = process.memoryUsage().heapUsed;
    let most = 0;
    let count = 0;
    for await (const item of leads.items) {
      if (item.kind === 'lead') count++;
      if (count % 20_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    expect(count).toBe(200_000);
    expect(leads.share()).toBe(1);
    // Kept rows would take more than 100 MB; what is seen is garbage not yet collected.
    expect(most).toBeLessThan(60_000_000);
  });
});
