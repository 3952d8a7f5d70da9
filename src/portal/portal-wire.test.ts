import { afterEach, describe, expect, test } from '@jest/globals';
import { createPortal, type Portal, type PortalOptions } from './create-portal.ts';

/** What only shows on the wire: statuses, headers, bodies, and the dated paths the official client does not call. */
let portal: Portal | undefined;
let realTime = Date.parse('2026-11-20T10:00:00.000Z');

afterEach(async () => {
  await portal?.close();
  portal = undefined;
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

type Call = (method: string, path: string, body?: unknown, token?: string) => Promise<Answer>;

async function aPortal(options: Partial<PortalOptions> = {}): Promise<Call> {
  portal = createPortal({
    clientSecret: 'secret',
    webhookTarget: null,
    seed: false,
    now: () => realTime,
    ...options,
  });
  const { port } = await portal.listen(0);
  return async (method, path, body, token = 'local-token') => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      signal: AbortSignal.timeout(5_000),
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: response.status, headers: response.headers, text, json };
  };
}

const CONTACTS = '/crm/objects/2026-09/contacts';

async function aContact(call: Call, properties: Record<string, unknown> = {}): Promise<string> {
  const { json } = await call('POST', CONTACTS, { properties });
  return String(json['id']);
}

describe('the gate', () => {
  test('answers 401 to a wrong token, with a correlation id and no rate-limit headers', async () => {
    const call = await aPortal();
    const answer = await call('GET', CONTACTS, undefined, 'wrong');
    expect(answer.status).toBe(401);
    expect(answer.json).toMatchObject({ status: 'error', category: 'INVALID_AUTHENTICATION' });
    expect(answer.headers.get('x-hubspot-correlation-id')).toBe(answer.json['correlationId']);
    expect(answer.headers.get('x-hubspot-ratelimit-max')).toBeNull();
  });

  test('names the missing scope and sends no rate-limit headers', async () => {
    const call = await aPortal({ scopes: ['crm.objects.contacts.read'] });
    const answer = await call('POST', CONTACTS, { properties: {} });
    expect(answer.status).toBe(403);
    expect(answer.json).toMatchObject({
      category: 'MISSING_SCOPES',
      errors: [{ context: { requiredGranularScopes: ['crm.objects.contacts.write'] } }],
      links: { scopes: 'https://developers.hubspot.com/scopes' },
    });
    expect(answer.headers.get('x-hubspot-ratelimit-max')).toBeNull();
  });

  test('refuses property definitions without their scope in a shorter body, with the headers', async () => {
    const call = await aPortal({ scopes: ['crm.objects.contacts.read'] });
    const answer = await call('GET', '/crm/v3/properties/contacts');
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.json)).toEqual(['status', 'message', 'correlationId']);
    expect(answer.headers.get('x-hubspot-ratelimit-max')).toBe('190');
  });

  test('sends search answers the two daily headers only', async () => {
    const call = await aPortal();
    const { headers } = await call('POST', `${CONTACTS}/search`, {});
    const names = [...headers.keys()].filter((name) => name.includes('ratelimit')).sort();
    expect(names).toEqual(['x-hubspot-ratelimit-daily', 'x-hubspot-ratelimit-daily-remaining']);
  });

  test('answers 429 to the call after the last allowed one, until the window has rolled on', async () => {
    const call = await aPortal({ limits: { requests: 2 } });
    expect((await call('GET', CONTACTS)).headers.get('x-hubspot-ratelimit-remaining')).toBe('1');
    await call('GET', CONTACTS);
    const refused = await call('GET', CONTACTS);
    expect(refused.status).toBe(429);
    expect(refused.json).toMatchObject({
      message: 'You have reached your ten_secondly_rolling limit.',
      errorType: 'RATE_LIMIT',
      policyName: 'TEN_SECONDLY_ROLLING',
    });
    realTime += 9_999;
    expect((await call('GET', CONTACTS)).status).toBe(429);
    realTime += 1;
    expect((await call('GET', CONTACTS)).status).toBe(200);
  });

  test.each([
    { name: 'daily', limits: { daily: 0 }, path: CONTACTS, policyName: 'DAILY' },
    { name: 'secondly', limits: { perSecond: 1 }, path: CONTACTS, policyName: 'SECONDLY' },
  ])('names the $name limit', async ({ limits, path, policyName }) => {
    const call = await aPortal({ limits });
    await call('GET', path);
    expect(await call('GET', path)).toMatchObject({ status: 429, json: { policyName } });
  });

  test('limits searches by themselves, and their 429 has no policy name', async () => {
    const call = await aPortal({ limits: { searchPerSecond: 1 } });
    await call('POST', `${CONTACTS}/search`, {});
    const refused = await call('POST', `${CONTACTS}/search`, {});
    expect(refused.status).toBe(429);
    expect(refused.json).toEqual({
      status: 'error',
      message: 'You have reached your secondly limit.',
      errorType: 'RATE_LIMIT',
    });
    expect((await call('GET', CONTACTS)).status).toBe(200);
  });

  test('answers a body that is not JSON with a 400 envelope', async () => {
    await aPortal();
    const { port } = await portalListensAgain();
    const response = await fetch(`http://127.0.0.1:${port}${CONTACTS}`, {
      method: 'POST',
      headers: { authorization: 'Bearer local-token' },
      body: '{',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ category: 'VALIDATION_ERROR' });
  });
});

function portalListensAgain(): Promise<{ readonly port: number }> {
  if (portal === undefined) throw new Error('No portal');
  return portal.listen(0);
}

describe('records on the wire', () => {
  test('a missing record is an HTML page, a missing path too', async () => {
    const call = await aPortal();
    const answer = await call('GET', `${CONTACTS}/12`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('text/html;charset=iso-8859-1');
    expect(answer.headers.get('x-hubspot-notfound')).toBe('true');
    expect(answer.text).toContain('Resource not found');
    expect((await call('GET', '/crm/nothing')).status).toBe(404);
  });

  test('a created record has its address in the location header', async () => {
    const call = await aPortal();
    const answer = await call('POST', '/crm/v3/objects/contacts', { properties: {} });
    expect(answer.headers.get('location')).toMatch(
      new RegExp(`/crm/v3/objects/contacts/${String(answer.json['id'])}$`),
    );
  });

  test.each([
    { name: 'no_such', value: '1', error: 'PROPERTY_DOESNT_EXIST' },
    { name: 'hs_lead_status', value: 'HAPPY', error: 'INVALID_OPTION' },
    { name: 'createdate', value: 'invalid', error: 'INVALID_LONG' },
    { name: 'closed_on', value: '2026-13-01', error: 'INVALID_DATE' },
    { name: 'closed_on', value: '1795132800001', error: 'INVALID_DATE' },
    { name: 'num_conversion_events', value: '1e-14', error: 'INVALID_INTEGER' },
    { name: 'email', value: 'nobody', error: 'INVALID_EMAIL' },
    { name: 'hubspot_owner_id', value: '1', error: 'INVALID_OWNER_ID' },
    { name: 'hs_object_id', value: '1', error: 'READ_ONLY_VALUE' },
    { name: 'message', value: 'x'.repeat(65_537), error: 'VALUE_TOO_LONG' },
  ])('$error: a JSON array inside the message', async ({ name, value, error }) => {
    const call = await aPortal();
    await call('POST', '/crm/properties/2026-09/contacts', {
      name: 'closed_on',
      label: 'Closed on',
      groupName: 'contactinformation',
      type: 'date',
      fieldType: 'date',
    });
    const answer = await call('POST', CONTACTS, { properties: { [name]: value } });
    expect(answer.status).toBe(400);
    const [, items = ''] =
      /^Property values were not valid: (.*)$/s.exec(String(answer.json['message'])) ?? [];
    expect(JSON.parse(items)).toEqual([
      { isValid: false, message: expect.any(String), error, name },
    ]);
  });

  test('a text of exactly 65,536 characters is taken', async () => {
    const call = await aPortal();
    const answer = await call('POST', CONTACTS, { properties: { message: 'x'.repeat(65_536) } });
    expect(answer.status).toBe(201);
  });

  test('a hundred records with a full text property fit into one request', async () => {
    const call = await aPortal();
    const inputs = Array.from({ length: 100 }, () => ({
      properties: { message: 'x'.repeat(65_536) },
    }));
    expect((await call('POST', `${CONTACTS}/batch/create`, { inputs })).status).toBe(201);
  });

  test('a second contact with the same e-mail address is a conflict that names the first', async () => {
    const call = await aPortal();
    const id = await aContact(call, { email: 'one@alder.example' });
    const answer = await call('POST', CONTACTS, { properties: { email: 'ONE@alder.example' } });
    expect(answer).toMatchObject({
      status: 409,
      json: { category: 'CONFLICT', message: `Contact already exists. Existing ID: ${id}` },
    });
  });

  test('an archived contact gives its e-mail address free, and the portal can restore it', async () => {
    const call = await aPortal();
    const id = await aContact(call, { email: 'one@alder.example' });
    await call('DELETE', `${CONTACTS}/${id}`);
    expect((await call('POST', `/_portal/records/contacts/${id}/restore`)).status).toBe(204);
    expect(
      (await call('GET', `${CONTACTS}/one@alder.example?idProperty=email`)).json,
    ).toMatchObject({
      id,
    });
  });

  test('properties of a checkbox add to the present ones after a leading semicolon', async () => {
    const call = await aPortal();
    const id = await aContact(call, { hs_buying_role: 'BLOCKER' });
    const answer = await call('PATCH', `${CONTACTS}/${id}`, {
      properties: { hs_buying_role: ';CHAMPION' },
    });
    expect(answer.json['properties']).toMatchObject({ hs_buying_role: 'BLOCKER;CHAMPION' });
  });
});

describe('the lifecycle stage', () => {
  const read = async (call: Call, id: string): Promise<Record<string, string | null>> =>
    (
      await call(
        'GET',
        `${CONTACTS}/${id}?properties=lifecyclestage,hs_v2_date_entered_lead,hs_v2_date_exited_lead,hs_v2_date_entered_marketingqualifiedlead`,
      )
    ).json['properties'] as Record<string, string | null>;

  test('stamps when a stage is entered and left, in the portal’s time', async () => {
    const call = await aPortal();
    await call('POST', '/_portal/clock', { set: '2026-11-01T08:00:00.000Z', frozen: true });
    const id = await aContact(call);
    await call('POST', '/_portal/clock', { advance: 'PT40M' });
    await call('PATCH', `${CONTACTS}/${id}`, {
      properties: { lifecyclestage: 'marketingqualifiedlead' },
    });
    expect(await read(call, id)).toMatchObject({
      lifecyclestage: 'marketingqualifiedlead',
      hs_v2_date_entered_lead: '2026-11-01T08:00:00.000Z',
      hs_v2_date_exited_lead: '2026-11-01T08:40:00.000Z',
      hs_v2_date_entered_marketingqualifiedlead: '2026-11-01T08:40:00.000Z',
    });
  });

  test('does not move backward through the API: 200, and nothing happens', async () => {
    const call = await aPortal();
    const id = await aContact(call, { lifecyclestage: 'salesqualifiedlead' });
    const answer = await call('PATCH', `${CONTACTS}/${id}`, {
      properties: { lifecyclestage: 'lead' },
    });
    expect(answer.status).toBe(200);
    expect(await read(call, id)).toMatchObject({ lifecyclestage: 'salesqualifiedlead' });
  });

  test('moves anywhere once it was cleared in a request of its own', async () => {
    const call = await aPortal();
    const id = await aContact(call, { lifecyclestage: 'salesqualifiedlead' });
    await call('PATCH', `${CONTACTS}/${id}`, { properties: { lifecyclestage: '' } });
    expect((await read(call, id))['lifecyclestage']).toBeNull();
    await call('PATCH', `${CONTACTS}/${id}`, { properties: { lifecyclestage: 'lead' } });
    expect(await read(call, id)).toMatchObject({ lifecyclestage: 'lead' });
  });

  test('gets a newer stamp when it is entered again', async () => {
    const call = await aPortal();
    await call('POST', '/_portal/clock', { frozen: true });
    const id = await aContact(call, { lifecyclestage: 'marketingqualifiedlead' });
    const first = (await read(call, id))['hs_v2_date_entered_marketingqualifiedlead'];
    for (const stage of ['', 'lead', 'marketingqualifiedlead']) {
      await call('POST', '/_portal/clock', { advance: 'P1D' });
      await call('PATCH', `${CONTACTS}/${id}`, { properties: { lifecyclestage: stage } });
    }
    const second = (await read(call, id))['hs_v2_date_entered_marketingqualifiedlead'];
    expect(Date.parse(second ?? '') - Date.parse(first ?? '')).toBe(3 * 86_400_000);
  });
});

describe('search', () => {
  test('trails behind writes: a new record and a new value appear only after the lag', async () => {
    const call = await aPortal({ limits: { searchLagMs: 2_000 } });
    const find = async (city: string): Promise<unknown> =>
      (
        await call('POST', `${CONTACTS}/search`, {
          filterGroups: [{ filters: [{ propertyName: 'city', operator: 'EQ', value: city }] }],
        })
      ).json['total'];
    const id = await aContact(call, { city: 'Turku' });
    expect(await find('Turku')).toBe(0);
    realTime += 2_000;
    expect(await find('Turku')).toBe(1);
    await call('PATCH', `${CONTACTS}/${id}`, { properties: { city: 'Oulu' } });
    expect([await find('Turku'), await find('Oulu')]).toEqual([1, 0]);
    realTime += 2_000;
    expect([await find('Turku'), await find('Oulu')]).toEqual([0, 1]);
  });
});

describe('the faults', () => {
  test('are seeded: the same calls meet the same trouble', async () => {
    const outcomes = async (): Promise<number[]> => {
      const call = await aPortal();
      await call('POST', '/_portal/faults', { tooManyRequests: 0.3, serverError: 0.3, seed: 7 });
      const statuses: number[] = [];
      for (let i = 0; i < 20; i += 1) statuses.push((await call('GET', CONTACTS)).status);
      await portal?.close();
      portal = undefined;
      return statuses;
    };
    const first = await outcomes();
    expect(await outcomes()).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 429, 500]));
  });

  test('cut connections, sometimes after the work was done', async () => {
    const call = await aPortal();
    await call('POST', '/_portal/faults', { drop: 1, seed: 3 });
    for (let i = 0; i < 8; i += 1)
      await expect(call('POST', CONTACTS, { properties: {} })).rejects.toThrow('fetch failed');
    const done = portal?.store.count('contacts') ?? 0;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(8);
  });

  test('make batches partial: 207, and what failed was not written', async () => {
    const call = await aPortal();
    await call('POST', '/_portal/faults', { partial: 1, seed: 5 });
    const inputs = Array.from({ length: 20 }, () => ({ properties: {} }));
    const { status, json } = await call('POST', `${CONTACTS}/batch/create`, { inputs });
    expect(status).toBe(207);
    const written = (json['results'] as unknown[]).length;
    expect(written + Number(json['numErrors'])).toBe(20);
    expect(portal?.store.count('contacts')).toBe(written);
  });

  test('end with an empty body, and a misspelt one is refused', async () => {
    const call = await aPortal();
    await call('POST', '/_portal/faults', { drop: 1 });
    await call('POST', '/_portal/faults', {});
    expect((await call('GET', CONTACTS)).status).toBe(200);
    expect((await call('POST', '/_portal/faults', { dorp: 1 })).status).toBe(400);
  });
});

describe('the controls', () => {
  test('count calls by method, path template and status', async () => {
    const call = await aPortal();
    await call('GET', `${CONTACTS}/12`);
    await call('GET', `${CONTACTS}/13`);
    await call('POST', '/crm/v3/objects/contacts/batch/read', { inputs: [] });
    const { json } = await call('GET', '/_portal/requests');
    expect(json).toEqual({
      total: 3,
      requests: [
        { method: 'GET', path: `${CONTACTS}/:id`, status: 404, count: 2 },
        { method: 'POST', path: '/crm/v3/objects/contacts/batch/read', status: 200, count: 1 },
      ],
    });
    await call('DELETE', '/_portal/requests');
    expect((await call('GET', '/_portal/requests')).json).toEqual({ total: 0, requests: [] });
  });

  test('say what is wrong with a duration', async () => {
    const call = await aPortal();
    const answer = await call('POST', '/_portal/clock', { advance: '40 minutes' });
    expect(answer).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining('PT40M') },
    });
  });

  test('are closed to pages from elsewhere', async () => {
    await aPortal();
    const { port } = await portalListensAgain();
    const response = await fetch(`http://127.0.0.1:${port}/_portal/reset`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(response.status).toBe(403);
  });

  test('listen on this machine only', async () => {
    await aPortal();
    expect(() => portal?.listen(0, '0.0.0.0')).toThrow('this machine only');
  });

  test('reset to the same company, with real time', async () => {
    const call = await aPortal({ seed: true });
    await call('POST', '/_portal/clock', { advance: 'P1D' });
    const names = (): unknown =>
      portal?.store
        .list({ type: 'contacts', limit: 400 })
        .map(({ properties }) => properties['email']);
    const before = names();
    expect((await call('POST', '/_portal/reset')).status).toBe(204);
    expect(names()).toEqual(before);
    expect((await call('GET', '/_portal/clock')).json).toMatchObject({ offsetMs: 0 });
  });
});
