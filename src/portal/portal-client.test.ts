/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment, @typescript-eslint/no-unsafe-enum-assignment -- HubSpot's client is called with plain objects, as its README does; its models are classes in name only. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '@hubspot/api-client';
import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/associations/v4/models/AssociationSpec.js';
import { at } from '../testing/at.ts';
import { createPortal, type Portal } from './create-portal.ts';

/** The official client drives every family of endpoints, over its own v3 and v4 paths. */
let portal: Portal;
let hubspot: Client;

beforeAll(async () => {
  portal = createPortal({
    clientSecret: 'secret',
    webhookTarget: null,
    now: () => at('2026-11-20T09:00:00Z'),
    limits: { requests: 100_000, searchPerSecond: 100_000, searchLagMs: 0 },
  });
  const { port } = await portal.listen(0);
  hubspot = new Client({ accessToken: 'local-token', basePath: `http://127.0.0.1:${port}` });
});

afterAll(async () => {
  await portal.close();
});

const unique = (() => {
  let n = 0;
  return (): string => {
    n += 1;
    return `person-${n}@client-suite.example`;
  };
})();

async function aContact(properties: Record<string, string> = {}): Promise<string> {
  const { id } = await hubspot.crm.contacts.basicApi.create({
    properties: { email: unique(), ...properties },
    associations: [],
  });
  return id;
}

describe('the official client on single records', () => {
  test('creates a contact and gets more properties back than it sent', async () => {
    const created = await hubspot.crm.contacts.basicApi.create({
      properties: { email: unique(), firstname: 'Ada' },
      associations: [],
    });
    expect(created.properties).toMatchObject({
      firstname: 'Ada',
      lifecyclestage: 'lead',
      hs_pipeline: 'contacts-lifecycle-pipeline',
      hs_object_source: 'INTEGRATION',
      hs_object_source_id: String(portal.appId),
    });
    expect(Object.keys(created.properties).some((name) => name.startsWith('hs_v2_'))).toBe(false);
  });

  test('reads unset known properties as null and leaves unknown ones out', async () => {
    const id = await aContact();
    const { properties } = await hubspot.crm.contacts.basicApi.getById(id, ['fax', 'no_such_one']);
    expect(properties['fax']).toBeNull();
    expect(properties).not.toHaveProperty('no_such_one');
    expect(properties).not.toHaveProperty('email');
  });

  test('reads by e-mail address', async () => {
    const email = unique();
    const id = await aContact({ email });
    const found = await hubspot.crm.contacts.basicApi.getById(
      email,
      undefined,
      undefined,
      undefined,
      false,
      'email',
    );
    expect(found.id).toBe(id);
  });

  test('gets a partial record from an update: what was written, not the e-mail address', async () => {
    const id = await aContact();
    const updated = await hubspot.crm.contacts.basicApi.update(id, {
      properties: { lastname: 'Quist' },
    });
    expect(updated.properties).toMatchObject({ lastname: 'Quist', lifecyclestage: 'lead' });
    expect(updated.properties).not.toHaveProperty('email');
  });

  test('finds nothing after archiving, and the 404 is an HTML page', async () => {
    const id = await aContact();
    await hubspot.crm.contacts.basicApi.archive(id);
    await expect(hubspot.crm.contacts.basicApi.getById(id)).rejects.toMatchObject({ code: 404 });
  });

  test('pages through a list by id', async () => {
    const first = await hubspot.crm.companies.basicApi.getPage(40);
    expect(first.paging?.next?.link).toContain('after=');
    const second = await hubspot.crm.companies.basicApi.getPage(40, first.paging?.next?.after);
    const ids = [...first.results, ...second.results].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(60);
  });

  test('reads the history of a property, newest first', async () => {
    const id = await aContact({ city: 'Turku' });
    await hubspot.crm.contacts.basicApi.update(id, { properties: { city: 'Espoo' } });
    const { propertiesWithHistory } = await hubspot.crm.contacts.basicApi.getById(id, undefined, [
      'city',
    ]);
    expect(propertiesWithHistory?.['city']?.map(({ value }) => value)).toEqual(['Espoo', 'Turku']);
  });

  test('merges two contacts, and the id of the other leads to the survivor', async () => {
    const survivor = await aContact({ city: 'Turku' });
    const loser = await aContact({ jobtitle: 'Planner' });
    await hubspot.crm.contacts.basicApi.merge({
      primaryObjectId: survivor,
      objectIdToMerge: loser,
    });
    const found = await hubspot.crm.contacts.basicApi.getById(loser, ['jobtitle', 'city']);
    expect(found).toMatchObject({
      id: survivor,
      properties: { jobtitle: 'Planner', city: 'Turku' },
    });
  });

  test('forgets a contact for good on a privacy request', async () => {
    const id = await aContact();
    await hubspot.crm.contacts.basicApi.purge({ objectId: id });
    expect(portal.store.getArchived('contacts', id)).toBeUndefined();
    await expect(hubspot.crm.contacts.basicApi.getById(id)).rejects.toMatchObject({ code: 404 });
  });

  test.each([
    ['tasks', { hs_task_subject: 'Call', hs_timestamp: '1795204579707' }],
    ['notes', { hs_note_body: 'Noted', hs_timestamp: '2026-11-20T10:00:00Z' }],
    ['calls', { hs_call_title: 'Call', hs_timestamp: '2026-11-20T10:00:00Z' }],
    ['emails', { hs_email_subject: 'Hello', hs_timestamp: '2026-11-20T10:00:00Z' }],
    ['meetings', { hs_meeting_title: 'Demo', hs_timestamp: '2026-11-20T10:00:00Z' }],
    ['communications', { hs_communication_body: 'Hi', hs_timestamp: '2026-11-20T10:00:00Z' }],
    ['deals', { dealname: 'Suite' }],
    ['companies', { name: 'Alder', domain: 'alder.example' }],
    ['users', { hs_given_name: 'Ada' }],
  ])('creates, updates, reads and archives %s', async (type, properties) => {
    const api = hubspot.crm.objects.basicApi;
    const { id } = await api.create(type, { properties, associations: [] });
    const [name = ''] = Object.keys(properties);
    await api.update(type, id, { properties: { [name]: 'Changed' } });
    expect((await api.getById(type, id, [name])).properties[name]).toBe('Changed');
    await api.archive(type, id);
    await expect(api.getById(type, id)).rejects.toMatchObject({ code: 404 });
  });
});

describe('the official client on tasks', () => {
  test('gets milliseconds back as ISO 8601, and the fields HubSpot works out', async () => {
    const task = await hubspot.crm.objects.tasks.basicApi.create({
      properties: { hs_task_subject: 'Call', hs_timestamp: '1660000000000' },
      associations: [],
    });
    expect(task.properties).toMatchObject({
      hs_timestamp: '2022-08-08T23:06:40.000Z',
      hs_task_priority: 'NONE',
      hs_task_status: 'NOT_STARTED',
      hs_task_is_overdue: 'true',
      hs_task_is_completed: '0',
    });
    expect(task.properties).not.toHaveProperty('hubspot_owner_id');
  });

  test('is overdue one millisecond after its due time, not at it', async () => {
    portal.clock.set(portal.clock.now());
    portal.clock.freeze(true);
    const due = portal.clock.now();
    const { id } = await hubspot.crm.objects.tasks.basicApi.create({
      properties: { hs_task_subject: 'Call', hs_timestamp: String(due) },
      associations: [],
    });
    const overdue = async (): Promise<unknown> =>
      (await hubspot.crm.objects.tasks.basicApi.getById(id, ['hs_task_is_overdue'])).properties[
        'hs_task_is_overdue'
      ];
    expect(await overdue()).toBe('false');
    portal.clock.advance(1);
    expect(await overdue()).toBe('true');
    portal.clock.reset();
  });
});

describe('the official client on batches', () => {
  test('reads a hundred, with one error for those that do not exist', async () => {
    const ids = portal.store.list({ type: 'contacts', limit: 99 }).map(({ id }) => ({ id }));
    const answer = await hubspot.crm.contacts.batchApi.read({
      inputs: [...ids, { id: '12' }],
      properties: ['email'],
      propertiesWithHistory: [],
    });
    expect(answer.results).toHaveLength(99);
    expect(answer).toMatchObject({
      numErrors: 1,
      errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['12'] } }],
    });
  });

  test('never gets results in the order of the inputs, over several batches', async () => {
    const inputs = portal.store.list({ type: 'contacts', limit: 20 }).map(({ id }) => ({ id }));
    const orders = await Promise.all(
      [1, 2, 3].map(async () => {
        const { results } = await hubspot.crm.contacts.batchApi.read({
          inputs,
          properties: [],
          propertiesWithHistory: [],
        });
        return results.map(({ id }) => id).join();
      }),
    );
    expect(orders).not.toContain(inputs.map(({ id }) => id).join());
  });

  test('refuses 101 inputs, and 51 with history', async () => {
    const many = (n: number): { id: string }[] =>
      Array.from({ length: n }, (_, i) => ({ id: String(i + 1) }));
    const read = (n: number, propertiesWithHistory: string[]): Promise<unknown> =>
      hubspot.crm.contacts.batchApi.read({
        inputs: many(n),
        properties: [],
        propertiesWithHistory,
      });
    await expect(read(101, [])).rejects.toMatchObject({ code: 400 });
    await expect(read(51, ['email'])).rejects.toMatchObject({ code: 400 });
    await expect(read(50, ['email'])).resolves.toMatchObject({ status: 'COMPLETE' });
  });

  test('creates all or nothing without trace ids', async () => {
    const before = portal.store.count('contacts');
    await expect(
      hubspot.crm.contacts.batchApi.create({
        inputs: [
          { properties: { email: unique() }, associations: [] },
          { properties: { no_such_property: '1' }, associations: [] },
        ],
      }),
    ).rejects.toMatchObject({ code: 400 });
    expect(portal.store.count('contacts')).toBe(before);
  });

  test('creates what it can with trace ids, and names the one that failed', async () => {
    const answer = await hubspot.crm.contacts.batchApi.create({
      inputs: [
        { properties: { email: unique() }, associations: [], objectWriteTraceId: 'good' },
        { properties: { no_such_property: '1' }, associations: [], objectWriteTraceId: 'bad' },
      ],
    });
    expect(answer.results.map((result) => result.objectWriteTraceId)).toEqual(['good']);
    expect(answer).toMatchObject({
      numErrors: 1,
      errors: [{ category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['bad'] } }],
    });
  });

  test('updates by id and refuses the same id twice', async () => {
    const id = await aContact();
    const update = (ids: string[]): Promise<unknown> =>
      hubspot.crm.contacts.batchApi.update({
        inputs: ids.map((each) => ({ id: each, properties: { city: 'Oulu' } })),
      });
    await expect(update([id])).resolves.toMatchObject({
      results: [{ id, properties: { city: 'Oulu' } }],
    });
    await expect(update([id, id])).rejects.toMatchObject({
      code: 400,
      body: {
        message: `Duplicate IDs found in batch input: [${id}]. IDs must be unique`,
        context: { ids: [id] },
      },
    });
  });

  test('upserts by e-mail address and says which is new', async () => {
    const [known, fresh] = [unique(), unique()];
    await aContact({ email: known });
    const { results } = await hubspot.crm.contacts.batchApi.upsert({
      inputs: [known, fresh].map((id) => ({
        id,
        idProperty: 'email',
        properties: { city: 'Oulu' },
      })),
    });
    expect(results.map((result) => result._new).sort()).toEqual([false, true]);
  });

  test('archives in a batch, and an unknown id is no error', async () => {
    const id = await aContact();
    await hubspot.crm.contacts.batchApi.archive({ inputs: [{ id }, { id: '12' }] });
    expect(portal.store.get('contacts', id)).toBeUndefined();
  });
});

describe('the official client on associations', () => {
  test('makes the first company primary and keeps associatedcompanyid', async () => {
    const contact = await aContact();
    const company = (
      await hubspot.crm.companies.basicApi.create({
        properties: { name: 'Alder' },
        associations: [],
      })
    ).id;
    await hubspot.crm.associations.v4.basicApi.createDefault(
      'contact',
      contact,
      'company',
      company,
    );
    const { properties } = await hubspot.crm.contacts.basicApi.getById(contact, [
      'associatedcompanyid',
    ]);
    expect(properties['associatedcompanyid']).toBe(company);
    const { results } = await hubspot.crm.associations.v4.batchApi.getPage('contact', 'company', {
      inputs: [{ id: contact }],
    });
    // The wire has numbers and nulls where the client's types say strings (hubspot §9.1).
    expect(results[0]?.to[0]).toMatchObject({ toObjectId: Number(company) });
    expect(
      results[0]?.to[0]?.associationTypes
        .map(({ typeId, label }) => [typeId, label])
        .sort(([a], [b]) => Number(a) - Number(b)),
    ).toEqual([
      [1, 'Primary'],
      [279, null],
    ]);
  });

  test('answers 207 with numbers for an invalid id, its status still COMPLETE', async () => {
    const contact = await aContact();
    const deal = (
      await hubspot.crm.deals.basicApi.create({
        properties: { dealname: 'Suite' },
        associations: [],
      })
    ).id;
    const types = [{ associationCategory: Category.HubspotDefined, associationTypeId: 3 }];
    const answer = await hubspot.crm.associations.v4.batchApi.create('Deal', 'Contact', {
      inputs: [
        { _from: { id: deal }, to: { id: contact }, types },
        { _from: { id: deal }, to: { id: '1234' }, types },
      ],
    });
    expect(answer).toMatchObject({
      status: 'COMPLETE',
      results: [
        {
          fromObjectTypeId: '0-3',
          fromObjectId: Number(deal),
          toObjectTypeId: '0-1',
          toObjectId: Number(contact),
          labels: [],
        },
      ],
      numErrors: 1,
      errors: [{ category: 'VALIDATION_ERROR', message: 'CONTACT=1234 is not valid' }],
    });
    const { properties } = await hubspot.crm.contacts.basicApi.getById(contact, [
      'num_associated_deals',
    ]);
    expect(properties['num_associated_deals']).toBe('1');
  });

  test('archives associations without minding an unknown id', async () => {
    const contact = await aContact();
    const company = (
      await hubspot.crm.companies.basicApi.create({
        properties: { name: 'Alder' },
        associations: [],
      })
    ).id;
    await hubspot.crm.associations.v4.basicApi.createDefault(
      'contact',
      contact,
      'company',
      company,
    );
    await hubspot.crm.associations.v4.batchApi.archive('contact', 'company', {
      inputs: [{ _from: { id: contact }, to: [{ id: company }, { id: '1234' }] }],
    });
    const answer = await hubspot.crm.associations.v4.batchApi.getPage('contact', 'company', {
      inputs: [{ id: contact }],
    });
    expect(answer).toMatchObject({
      results: [],
      errors: [{ subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND' }],
    });
  });

  test('notes a call as sales activity on its contact', async () => {
    const contact = await aContact();
    await hubspot.crm.objects.calls.basicApi.create({
      properties: { hs_call_title: 'Call', hs_timestamp: '2026-01-05T10:00:00.000Z' },
      associations: [
        {
          to: { id: contact },
          types: [{ associationCategory: Category.HubspotDefined, associationTypeId: 194 }],
        },
      ],
    });
    const { properties } = await hubspot.crm.contacts.basicApi.getById(contact, [
      'hs_last_sales_activity_timestamp',
      'notes_last_contacted',
      'num_contacted_notes',
      'hs_is_unworked',
    ]);
    expect(properties).toMatchObject({
      hs_last_sales_activity_timestamp: '2026-01-05T10:00:00.000Z',
      notes_last_contacted: '2026-01-05T10:00:00.000Z',
      num_contacted_notes: '1',
      hs_is_unworked: 'false',
    });
  });
});

describe('the official client on properties', () => {
  const definition = {
    name: 'suite_score',
    label: 'Suite score',
    groupName: 'suite',
    type: 'number',
    fieldType: 'number',
  } as const;

  test('makes a group and a property, and reads them back with the recorded fields', async () => {
    await hubspot.crm.properties.groupsApi.create('contacts', {
      name: 'suite',
      label: 'Suite',
      displayOrder: 1,
    });
    const made = await hubspot.crm.properties.coreApi.create('contacts', definition as never);
    expect(made).toMatchObject({
      ...definition,
      archived: false,
      hasUniqueValue: false,
      modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
    });
    await expect(
      hubspot.crm.properties.coreApi.create('contacts', definition as never),
    ).rejects.toMatchObject({ code: 409 });
    const { results } = await hubspot.crm.properties.coreApi.getAll('contacts');
    expect(results.map(({ name }) => name)).toContain('suite_score');
    const changed = await hubspot.crm.properties.coreApi.update('contacts', 'suite_score', {
      label: 'Score',
    });
    expect(changed.label).toBe('Score');
    const groups = await hubspot.crm.properties.groupsApi.getAll('contacts');
    expect(groups.results.map(({ name }) => name)).toContain('suite');
  });

  test('makes, reads and archives properties in batches', async () => {
    await hubspot.crm.properties.batchApi.create('tasks', {
      inputs: ['key_a', 'key_b'].map((name) => ({
        name,
        label: name,
        groupName: 'task',
        type: 'string',
        fieldType: 'text',
        hasUniqueValue: true,
      })) as never,
    });
    const read = (): Promise<{ results: { name: string }[] }> =>
      hubspot.crm.properties.batchApi.read('tasks', {
        inputs: [{ name: 'key_a' }, { name: 'key_b' }],
        archived: false,
      });
    expect((await read()).results.map(({ name }) => name).sort()).toEqual(['key_a', 'key_b']);
    await hubspot.crm.properties.batchApi.archive('tasks', { inputs: [{ name: 'key_b' }] });
    expect((await read()).results.map(({ name }) => name)).toEqual(['key_a']);
  });

  test('refuses a second record with the same unique value, and finds the first by it', async () => {
    const create = (): Promise<{ id: string }> =>
      hubspot.crm.objects.tasks.basicApi.create({
        properties: { hs_task_subject: 'Call', hs_timestamp: '1660000000000', key_a: 'k1' },
        associations: [],
      });
    const { id } = await create();
    await expect(create()).rejects.toMatchObject({
      code: 400,
      body: { category: 'VALIDATION_ERROR' },
    });
    const answer = await hubspot.crm.objects.tasks.batchApi.read({
      idProperty: 'key_a',
      inputs: [{ id: 'k1' }, { id: 'k2' }],
      properties: ['key_a'],
      propertiesWithHistory: [],
    });
    expect(answer.results.map((result) => result.id)).toEqual([id]);
    expect(answer).toMatchObject({ errors: [{ context: { ids: ['k2'] } }] });
  });
});

describe('the official client on owners', () => {
  test('lists active owners through its path with a trailing slash', async () => {
    const { results } = await hubspot.crm.owners.ownersApi.getPage();
    expect(results).toHaveLength(11);
    expect(results[0]).toMatchObject({ id: '40001001', userId: 61001 });
  });

  test('lists archived owners apart, without a user id', async () => {
    const { results } = await hubspot.crm.owners.ownersApi.getPage(
      undefined,
      undefined,
      undefined,
      true,
    );
    expect(results).toMatchObject([
      { id: '40001008', userId: null, userIdIncludingInactive: 61008 },
    ]);
  });

  test('finds an owner by user id, and nobody by an unknown address', async () => {
    const api = hubspot.crm.owners.ownersApi;
    expect((await api.getById(61002, 'userId')).id).toBe('40001002');
    expect((await api.getPage('nobody@fernline.example')).results).toEqual([]);
  });
});

describe('the official client on search', () => {
  test('searches without sorts, properties and after', async () => {
    const answer = await hubspot.crm.contacts.searchApi.doSearch({
      filterGroups: [
        {
          filters: [
            {
              propertyName: 'lifecyclestage',
              operator: 'EQ' as never,
              value: 'marketingqualifiedlead',
            },
          ],
        },
      ],
      limit: 5,
    });
    expect(answer.total).toBe(25);
    expect(answer.results).toHaveLength(5);
    expect(answer.paging?.next).toEqual({ after: '5' });
  });

  test.each([
    {
      name: 'six groups',
      body: { filterGroups: Array.from({ length: 6 }, () => ({ filters: [] })) },
    },
    { name: 'a page of 201', body: { limit: 201 } },
    { name: 'results beyond 10,000', body: { after: '9995', limit: 10 } },
    {
      name: 'an unknown property',
      body: { filterGroups: [{ filters: [{ propertyName: 'x', operator: 'HAS_PROPERTY' }] }] },
    },
    {
      name: 'an unknown operator',
      body: { filterGroups: [{ filters: [{ propertyName: 'email', operator: 'IS' }] }] },
    },
  ])('is refused for $name', async ({ body }) => {
    await expect(hubspot.crm.contacts.searchApi.doSearch(body as never)).rejects.toMatchObject({
      code: 400,
    });
  });
});
