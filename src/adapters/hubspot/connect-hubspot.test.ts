import { describe, expect, test } from '@jest/globals';
import nock from 'nock';
import { useNock } from '../../testing/use-nock.ts';
import type { Log } from '../../application/ports/log.ts';
import { connectHubspot, type HubspotConnection } from './connect-hubspot.ts';
import { createHubspotSchema } from './hubspot-schema.ts';
import type { CallRecord } from './transport.ts';

const API = 'https://api.hubapi.com';
const UPDATE = '/crm/objects/2026-09/contacts/batch/update';
const READ = '/crm/objects/2026-09/contacts/batch/read';
const CREATE_TASKS = '/crm/objects/2026-09/tasks/batch/create';
const READ_TASKS = '/crm/objects/2026-09/tasks/batch/read';

interface Wire {
  readonly inputs: readonly {
    readonly id: string;
    readonly objectWriteTraceId: string;
    readonly properties: Readonly<Record<string, string>>;
  }[];
}

function connected(override: Partial<HubspotConnection> = {}) {
  const sleeps: number[] = [];
  const calls: CallRecord[] = [];
  const warnings: string[] = [];
  const nothing = (): void => undefined;
  const log: Log = {
    debug: nothing,
    info: nothing,
    warn: (_, message) => warnings.push(message),
    error: nothing,
  };
  const hubspot = connectHubspot({
    apiUrl: API,
    apiVersion: '2026-09',
    accessToken: 'token-1',
    log,
    limiter: { acquire: () => Promise.resolve() },
    sleep: (ms) => {
      sleeps.push(ms);
      return Promise.resolve();
    },
    elapsed: () => 0,
    random: () => 0,
    onCall: (call) => calls.push(call),
    ...override,
  });
  const schema = createHubspotSchema(hubspot.caller);
  return { ...hubspot, schema, sleeps, calls, warnings };
}

const record = (id: string, properties: Record<string, string | null> = {}) => ({
  id,
  properties,
  createdAt: '2026-11-20T00:00:00Z',
  updatedAt: '2026-11-20T00:00:00Z',
  archived: false,
});
/** HubSpot does not keep the order of a batch. */
const complete = (results: readonly object[]) => ({
  status: 'COMPLETE',
  results: results.toReversed(),
  startedAt: '2026-11-20T00:00:00Z',
  completedAt: '2026-11-20T00:00:00Z',
});
const answering =
  (make: (inputs: Wire['inputs']) => object) =>
  async (request: Request): Promise<string> => {
    const { inputs } = (await request.json()) as Wire;
    return JSON.stringify(make(inputs));
  };
const JSON_TYPE = { 'content-type': 'application/json;charset=utf-8' };
const echoed = (inputs: Wire['inputs']) => complete(inputs.map(({ id }) => record(id)));
const echo = answering(echoed);
const made = (inputs: Wire['inputs']) =>
  complete(
    inputs.map(({ properties, objectWriteTraceId }) => ({
      ...record(`id-${objectWriteTraceId}`, properties),
      objectWriteTraceId,
    })),
  );
const created = answering(made);
const update = { id: '101', properties: { handoff_tier: 'tier_1' } };
const aTask = (key: string) => ({ key, contactId: '101', properties: { hs_task_subject: 'Call' } });

useNock();

describe('a call to HubSpot', () => {
  test('goes to the dated path with the token, and is counted', async () => {
    nock(API, { reqheaders: { authorization: 'Bearer token-1' } })
      .post(READ, { inputs: [{ id: '101' }], properties: ['email'], propertiesWithHistory: [] })
      .reply(200, complete([record('101', { email: null })]));
    const { crm, calls } = connected();
    const contacts = await crm.readContacts(['101'], ['email']);
    expect(contacts).toEqual(new Map([['101', { id: '101', properties: { email: null } }]]));
    expect(calls).toEqual([{ method: 'POST', template: READ, status: 200, ms: 0 }]);
  });

  test.each([
    {
      name: 'a ten-second 429',
      status: 429,
      body: { policyName: 'TEN_SECONDLY_ROLLING' },
      wait: 1000,
    },
    { name: 'a one-second 429', status: 429, body: { policyName: 'SECONDLY' }, wait: 500 },
    { name: 'a 502 with an HTML page', status: 502, body: '<html>', wait: 250 },
  ])('is repeated after $name', async ({ status, body, wait }) => {
    nock(API).post(UPDATE).reply(status, body).post(UPDATE).reply(200, echo, JSON_TYPE);
    const { crm, sleeps, calls } = connected();
    expect(await crm.updateContacts([update])).toEqual([{ key: '101', ok: true, id: '101' }]);
    expect(sleeps).toEqual([wait]);
    expect(calls.map((call) => call.status)).toEqual([status, 200]);
  });

  test('is repeated after a lost connection', async () => {
    nock(API)
      .post(UPDATE)
      .replyWithError('socket hang up')
      .post(UPDATE)
      .reply(200, echo, JSON_TYPE);
    const { crm, calls } = connected();
    expect(await crm.updateContacts([update])).toMatchObject([{ ok: true }]);
    expect(calls.map((call) => call.status)).toEqual([null, 200]);
  });

  test('is given up when no answer comes in time, and repeated', async () => {
    let calls = 0;
    const fetch: typeof globalThis.fetch = (_, init) => {
      calls += 1;
      if (calls > 1) return Promise.resolve(Response.json(complete([record('101')])));
      return new Promise((_resolve, reject) => {
        const { signal } = init ?? {};
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
    };
    const { crm, sleeps } = connected({ fetch, timeoutMs: 1 });
    expect(await crm.updateContacts([update])).toMatchObject([{ ok: true }]);
    expect(sleeps).toEqual([250]);
  });

  test('respects Retry-After', async () => {
    nock(API)
      .post(UPDATE)
      .reply(429, {}, { 'retry-after': '7' })
      .post(UPDATE)
      .reply(200, echo, JSON_TYPE);
    const { crm, sleeps } = connected();
    await crm.updateContacts([update]);
    expect(sleeps).toEqual([8000]);
  });

  test('is not repeated after the daily limit', async () => {
    nock(API).post(UPDATE).reply(429, { policyName: 'DAILY' });
    const { crm } = connected();
    await expect(crm.updateContacts([update])).rejects.toMatchObject({
      code: 'hubspot-daily-limit',
    });
  });

  test('is left to the queue after five attempts', async () => {
    nock(API).post(UPDATE).times(5).reply(500, {});
    const { crm, sleeps } = connected();
    expect(await crm.updateContacts([update])).toMatchObject([{ ok: false, retryable: true }]);
    expect(sleeps).toEqual([250, 500, 1000, 2000]);
  });

  test('names the remedy when the token is unknown', async () => {
    nock(API).post(READ).reply(401, { message: 'expired' });
    const { crm } = connected();
    await expect(crm.readContacts(['1'], [])).rejects.toThrow('check PRIVATE_APP_ACCESS_TOKEN');
  });
});

describe('reading', () => {
  test('splits into batches of 100, asks for each record once, and leaves out what is missing', async () => {
    const sizes: number[] = [];
    nock(API)
      .post(READ)
      .times(3)
      .reply(
        207,
        answering((inputs) => {
          sizes.push(inputs.length);
          return {
            ...echoed(inputs.filter(({ id }) => id !== '7')),
            numErrors: 1,
            errors: [{ status: 'error', category: 'OBJECT_NOT_FOUND', message: 'gone' }],
          };
        }),
        JSON_TYPE,
      );
    const ids = Array.from({ length: 250 }, (_, index) => String(index));
    const { crm } = connected();
    const contacts = await crm.readContacts([...ids, '1', '2'], []);
    expect(sizes.toSorted((a, b) => a - b)).toEqual([50, 100, 100]);
    expect(contacts.size).toBe(249);
    expect(contacts.has('7')).toBe(false);
  });

  test('takes the HTML 404 for "none of them"', async () => {
    nock(API)
      .post(READ)
      .reply(404, '<html></html>', { 'content-type': 'text/html;charset=iso-8859-1' });
    expect((await connected().crm.readContacts(['1'], [])).size).toBe(0);
  });

  test('knows tasks by their key', async () => {
    nock(API)
      .post(
        READ_TASKS,
        (body: Record<string, unknown>) => body['idProperty'] === 'handoff_task_key',
      )
      .reply(200, complete([record('9', { handoff_task_key: '101-1:first_touch:1' })]));
    const tasks = await connected().crm.readTasksByKey(['101-1:first_touch:1', 'x'], []);
    expect([...tasks.keys()]).toEqual(['101-1:first_touch:1']);
  });

  test('gives every contact its deals, with numeric ids and pages as HubSpot sends them', async () => {
    const associations = '/crm/associations/2026-09/contacts/deals/batch/read';
    const page = (from: number, to: readonly number[], after?: string) => ({
      from: { id: String(from) },
      to: to.map((toObjectId) => ({ toObjectId, associationTypes: [] })),
      ...(after === undefined ? {} : { paging: { next: { after } } }),
    });
    nock(API)
      .post(associations, { inputs: [{ id: '1' }, { id: '2' }, { id: '3' }] })
      .reply(207, complete([page(1, [11, 12]), page(2, [12], 'more')]))
      .post(associations, { inputs: [{ id: '2', after: 'more' }] })
      .reply(200, complete([page(2, [13])]))
      .post('/crm/objects/2026-09/deals/batch/read')
      .reply(200, complete(['11', '12', '13'].map((id) => record(id, { dealstage: 'x' }))));
    const deals = await connected().crm.readDealsOf('contacts', ['1', '2', '3'], ['dealstage']);
    expect([...deals].map(([id, list]) => [id, list.map((deal) => deal.id)])).toEqual([
      ['1', ['11', '12']],
      ['2', ['12', '13']],
      ['3', []],
    ]);
  });

  test('gives a company its deals', async () => {
    nock(API)
      .post('/crm/associations/2026-09/companies/deals/batch/read', { inputs: [{ id: '9' }] })
      .reply(200, complete([{ from: { id: '9' }, to: [{ toObjectId: 11, associationTypes: [] }] }]))
      .post('/crm/objects/2026-09/deals/batch/read')
      .reply(200, complete([record('11', { dealstage: 'x' })]));
    const deals = await connected().crm.readDealsOf('companies', ['9'], ['dealstage']);
    expect(deals.get('9')?.map(({ id }) => id)).toEqual(['11']);
  });

  test('pages a search by id until a page is not full', async () => {
    const search = '/crm/objects/2026-09/contacts/search';
    const pageFrom = (first: number, count: number) => ({
      total: 201,
      results: Array.from({ length: count }, (_, index) => record(String(first + index))),
    });
    const afters: unknown[] = [];
    const noteAfter = (body: { filterGroups: { filters: { value?: string }[] }[] }): boolean => {
      afters.push(body.filterGroups[0]?.filters.at(-1)?.value);
      return !('after' in body);
    };
    nock(API).post(search, noteAfter).reply(200, pageFrom(1000, 200));
    nock(API).post(search, noteAfter).reply(200, pageFrom(2000, 1));
    const found: string[] = [];
    const filter = { propertyName: 'lifecyclestage', operator: 'EQ', value: 'x' } as const;
    for await (const { id } of connected().crm.searchContacts([filter], [])) found.push(id);
    expect(found).toHaveLength(201);
    expect(afters).toContain('0');
    expect(afters).toContain('1199');
  });

  test('refuses a search with more filters than HubSpot takes', async () => {
    const filter = { propertyName: 'email', operator: 'HAS_PROPERTY' } as const;
    const search = connected().crm.searchContacts(
      Array.from({ length: 6 }, () => filter),
      [],
    );
    await expect(search[Symbol.asyncIterator]().next()).rejects.toThrow('at most 5 filters');
  });
});

describe('creating tasks', () => {
  test('sends the contact, the key and a trace id, and matches the answers by key', async () => {
    const input = (key: string) => ({
      properties: { hs_task_subject: 'Call', handoff_task_key: key },
      objectWriteTraceId: key,
      associations: [
        {
          to: { id: '101' },
          types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 204 }],
        },
      ],
    });
    nock(API)
      .post(CREATE_TASKS, { inputs: [input('a'), input('b')] })
      .reply(201, created, JSON_TYPE);
    const outcomes = await connected().crm.createTasks([aTask('a'), aTask('b'), aTask('a')]);
    expect(outcomes).toEqual([
      { key: 'a', ok: true, id: 'id-a' },
      { key: 'b', ok: true, id: 'id-b' },
    ]);
  });

  test('is repeated after a 429, because nothing was made', async () => {
    nock(API).post(CREATE_TASKS).reply(429, {}).post(CREATE_TASKS).reply(201, created, JSON_TYPE);
    expect(await connected().crm.createTasks([aTask('a')])).toMatchObject([{ ok: true }]);
  });

  test.each([
    ['a 500', (call: nock.Interceptor) => call.reply(500, {})],
    ['a lost connection', (call: nock.Interceptor) => call.replyWithError('socket hang up')],
  ])('is not repeated after %s, because nobody knows', async (_, fail) => {
    fail(nock(API).post(CREATE_TASKS));
    const outcomes = await connected().crm.createTasks([aTask('a')]);
    expect(outcomes).toMatchObject([{ key: 'a', ok: false, retryable: true }]);
  });

  test('is repeated when no connection came about, because nothing arrived', async () => {
    let calls = 0;
    const fetch: typeof globalThis.fetch = () => {
      calls += 1;
      return calls === 1
        ? Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }))
        : Promise.resolve(
            Response.json(complete([record('9', { handoff_task_key: 'a' })]), { status: 201 }),
          );
    };
    const outcomes = await connected({ fetch }).crm.createTasks([aTask('a')]);
    expect(outcomes).toEqual([{ key: 'a', ok: true, id: '9' }]);
  });

  test('reports a task that exists as written, with its id', async () => {
    nock(API)
      .post(CREATE_TASKS)
      .reply(
        207,
        answering((inputs) => ({
          ...made(inputs.filter((input) => input.objectWriteTraceId === 'a')),
          numErrors: 1,
          errors: [
            {
              status: 'error',
              category: 'VALIDATION_ERROR',
              message: 'already has that value',
              context: { objectWriteTraceId: ['b'] },
            },
          ],
        })),
        JSON_TYPE,
      )
      .post(READ_TASKS)
      .reply(200, complete([record('77', { handoff_task_key: 'b' })]));
    expect(await connected().crm.createTasks([aTask('a'), aTask('b')])).toEqual([
      { key: 'a', ok: true, id: 'id-a' },
      { key: 'b', ok: true, id: '77' },
    ]);
  });

  test('reports a task that HubSpot refuses and does not have', async () => {
    nock(API)
      .post(CREATE_TASKS)
      .reply(400, { message: 'no', category: 'VALIDATION_ERROR' })
      .post(READ_TASKS)
      .reply(200, complete([]));
    expect(await connected().crm.createTasks([aTask('a')])).toMatchObject([
      { key: 'a', ok: false, retryable: false },
    ]);
  });
});

describe('updating', () => {
  test('merges two updates of one contact and matches the answers by id', async () => {
    const seen: unknown[] = [];
    const noted = answering((inputs) => {
      seen.push(inputs);
      return echoed(inputs);
    });
    nock(API).post(UPDATE).reply(200, noted, JSON_TYPE);
    const outcomes = await connected().crm.updateContacts([
      { id: '1', properties: { a: 'x', b: 'x' } },
      { id: '2', properties: { a: 'z' } },
      { id: '1', properties: { a: 'y' } },
    ]);
    expect(seen).toEqual([
      [
        { id: '1', properties: { a: 'y', b: 'x' } },
        { id: '2', properties: { a: 'z' } },
      ],
    ]);
    expect(outcomes.map(({ key, ok }) => [key, ok])).toEqual([
      ['1', true],
      ['2', true],
    ]);
  });
});

describe('owners', () => {
  const owner = (id: string, userId: number | null, archived: boolean) => ({
    id,
    email: `${id}@example.com`,
    type: 'PERSON',
    firstName: 'Ann',
    lastName: id,
    userId,
    userIdIncludingInactive: 900 + Number(id),
    createdAt: '2026-11-20T00:00:00Z',
    updatedAt: '2026-11-20T00:00:00Z',
    archived,
  });
  const mockOwners = () =>
    nock(API)
      .get('/crm/owners/2026-09')
      .query({ limit: 500, archived: false })
      .reply(200, { results: [owner('1', 901, false)], paging: { next: { after: 'p2' } } })
      .get('/crm/owners/2026-09')
      .query({ limit: 500, archived: false, after: 'p2' })
      .reply(200, { results: [owner('2', 902, false)] })
      .get('/crm/owners/2026-09')
      .query({ limit: 500, archived: true })
      .reply(200, { results: [owner('3', null, true)] });

  test('are all of them, active and archived, with the hours of their users', async () => {
    mockOwners()
      .get('/crm/objects/2026-09/users')
      .query(true)
      .reply(200, {
        results: [
          record('55', { hs_internal_user_id: '901', hs_standard_time_zone: 'Europe/Berlin' }),
        ],
      });
    const owners = await connected().people.owners();
    expect(
      owners
        .toSorted((a, b) => a.ownerId.localeCompare(b.ownerId))
        .map(({ ownerId, userId, active, timeZone }) => [ownerId, userId, active, timeZone]),
    ).toEqual([
      ['1', '901', true, 'Europe/Berlin'],
      ['2', '902', true, null],
      ['3', '903', false, null],
    ]);
  });

  test('come without hours and with a warning when the users scope is missing', async () => {
    mockOwners()
      .get('/crm/objects/2026-09/users')
      .query(true)
      .reply(403, { category: 'MISSING_SCOPES', message: 'no' });
    const { people, warnings } = connected();
    expect((await people.owners()).every(({ timeZone }) => timeZone === null)).toBe(true);
    expect(warnings).toEqual([expect.stringContaining('add crm.objects.users.read')]);
  });
});

describe('the schema', () => {
  const groups = '/crm/properties/2026-09/contacts/groups';
  const definition = {
    name: 'handoff_tier',
    label: 'Tier',
    description: '',
    groupName: 'lead_handoff',
    type: 'enumeration',
    fieldType: 'select',
    options: [{ label: 'Tier 1', value: 'tier_1', displayOrder: 0 }],
  } as const;

  test.each([
    { name: 'present', listed: [{ name: 'lead_handoff', label: 'x' }], expected: 'present' },
    { name: 'absent', listed: [], expected: 'created' },
  ])('a group that is $name is $expected', async ({ listed, expected }) => {
    nock(API).get(groups).reply(200, { results: listed });
    if (expected === 'created')
      nock(API).post(groups).reply(201, { name: 'lead_handoff', label: 'x' });
    expect(await connected().schema.createGroup('contacts', 'lead_handoff', 'x')).toBe(expected);
  });

  test('a group that somebody else made in between is present', async () => {
    nock(API)
      .get(groups)
      .reply(200, { results: [] })
      .post(groups)
      .reply(409, { message: 'exists' });
    expect(await connected().schema.createGroup('contacts', 'lead_handoff', 'x')).toBe('present');
  });

  test('properties are created in one batch and read back', async () => {
    nock(API)
      .post('/crm/properties/2026-09/contacts/batch/create', {
        inputs: [{ ...definition, options: [{ ...definition.options[0], hidden: false }] }],
      })
      .reply(201, complete([definition]))
      .get('/crm/properties/2026-09/contacts')
      .reply(200, { results: [definition] });
    const { schema } = connected();
    expect(await schema.createProperties('contacts', [definition])).toEqual([
      { key: 'handoff_tier', ok: true, id: 'handoff_tier' },
    ]);
    expect((await schema.readProperties('contacts')).get('handoff_tier')).toMatchObject(definition);
  });

  test('a property is changed and archived by name', async () => {
    nock(API)
      .patch('/crm/properties/2026-09/contacts/handoff_tier', { label: 'Level' })
      .reply(200, { ...definition, label: 'Level' })
      .post('/crm/properties/2026-09/contacts/batch/archive', {
        inputs: [{ name: 'handoff_tier' }],
      })
      .reply(204);
    const { schema } = connected();
    await schema.updateProperty('contacts', 'handoff_tier', { label: 'Level' });
    await schema.archiveProperties('contacts', ['handoff_tier']);
    expect(nock.isDone()).toBe(true);
  });
});
