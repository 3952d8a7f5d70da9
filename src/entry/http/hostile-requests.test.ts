import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { openQueue } from '../../adapters/queue/open-queue.ts';
import { testDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { signatureOf, startTestServer, type TestServer } from '../../testing/test-server.ts';
import type { UseCases } from '../use-cases.ts';

const MUTATIONS = 10_000;
const BODIES = 1_500;

describe('a webhook body from anybody', () => {
  let data: TestDatabase;
  let queue: Awaited<ReturnType<typeof openQueue>>;
  let server: TestServer;

  beforeAll(async () => {
    const [embedded] = testDatabases();
    if (!embedded) throw new Error('There is no database to test with');
    data = await embedded.open();
    const silent = { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error: jest.fn() };
    queue = await openQueue({
      database: data.database,
      log: silent,
      sleep: () => Promise.resolve(),
    });
    // The real queue, because it is the database that is particular about text.
    server = await startTestServer({ queue });
  });

  afterAll(async () => {
    await server.close();
    await queue.close();
    await data.discard();
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\0', 'a\0b', '\ud800', '\udc00x', '__proto__', 'constructor', '\u2028'),
  );
  const number = fc.oneof(
    fc.double(),
    fc.maxSafeInteger(),
    fc.constantFrom(0, -1, 1e308, -1e308, 5e-324, 2 ** 53, 1.5),
  );
  const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));
  const any = fc.oneof(scalar, fc.jsonValue(), fc.array(scalar), fc.dictionary(text, scalar));
  /** An event with every field of its right type, so that it is stored. */
  const soundEvent = fc.record(
    {
      subscriptionType: fc.oneof(
        text,
        fc.constantFrom('object.propertyChange', 'contact.deletion'),
      ),
      objectId: fc.oneof(fc.nat(), fc.maxSafeInteger(), fc.stringMatching(/^\d{1,30}$/)),
      objectTypeId: fc.oneof(text, fc.constant('0-1')),
      propertyName: text,
      propertyValue: fc.oneof(text, number, fc.boolean(), fc.constant(null)),
      occurredAt: number,
      attemptNumber: number,
      changeSource: text,
      sourceId: text,
      primaryObjectId: fc.oneof(text, number),
      mergedObjectIds: fc.array(fc.oneof(text, number)),
      newObjectId: fc.oneof(text, number),
      unknownToUs: any,
    },
    { requiredKeys: ['subscriptionType', 'objectId', 'occurredAt'] },
  );
  const wrongEvent = fc.tuple(soundEvent, text, any).map(([event, key, value]) => ({
    ...event,
    [key]: value,
    objectId: value,
  }));
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 2_000 }),
    fc.json(),
    fc
      .array(fc.oneof(soundEvent, wrongEvent, any), { maxLength: 20 })
      .map((events) => JSON.stringify(events)),
    fc.nat(200_000).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
    fc.nat(50_000).map((depth) => `[${'{"objectId":'.repeat(depth)}1${'}'.repeat(depth)}]`),
    fc.constantFrom(
      '[{"__proto__":{"objectId":1},"subscriptionType":"x","objectId":1,"occurredAt":1}]',
      '[{"subscriptionType":"x","objectId":1e999,"occurredAt":1}]',
      `[{"subscriptionType":"x","objectId":${'9'.repeat(400)},"occurredAt":1}]`,
      '[{"subscriptionType":"x","objectId":1,"occurredAt":1,"propertyValue":"\\u0000"}]',
    ),
  );

  test(`never gets a 5xx when it is signed, in ${BODIES} bodies`, async () => {
    await fc.assert(
      fc.asyncProperty(body, async (content) => {
        const { status } = await server.sendSigned({ path: '/webhooks', body: content });
        expect(status).toBe(204);
      }),
      { numRuns: BODIES },
    );
  }, 240_000);

  test('leaves a queue that can be worked to its end', async () => {
    let taken = 0;
    for (;;) {
      const work = await queue.take(100);
      if (work.length === 0) break;
      for (const { contactId } of work) expect(contactId).toMatch(/^\d{1,19}$/);
      taken += work.length;
      await queue.done(work.map(({ jobId }) => jobId));
    }
    expect(taken).toBeGreaterThan(0);
    expect(await queue.depth()).toEqual({ deliveries: 0, contacts: 0, dead: 0 });
  }, 120_000);
});

describe('a request of the card that was tampered with', () => {
  const path = '/card?userId=77&userEmail=ada%40acme.example&portalId=42&appId=9';
  const body = JSON.stringify({
    do: 'decide',
    contactId: '101',
    handoffId: '101-1',
    decision: 'reject',
    reasonCode: 'student',
    requestId: 'r-1',
  });
  const card = jest
    .fn<UseCases['answerCard']>()
    .mockResolvedValue({ outcome: 'ok', message: '', current: null });
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ useCases: { answerCard: card } });
  });

  afterAll(async () => {
    await server.close();
  });

  test('is accepted as HubSpot sent it', async () => {
    expect((await server.sendSigned({ path, body })).status).toBe(200);
    expect(card).toHaveBeenCalledTimes(1);
  });

  test(`is never accepted, in ${MUTATIONS.toLocaleString('en')} mutations`, async () => {
    card.mockClear();
    // Characters that HTTP carries unchanged in a path and in a header.
    const char = fc.constantFrom(...Array.from('abcxyzABCXYZ0189+/=-_.~%&?:;@!$*(),'));
    const mutation = fc.record({
      part: fc.constantFrom('path', 'body', 'timestamp', 'signature'),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      kind: fc.constantFrom('replace', 'insert', 'remove'),
      char,
    });
    const signed = signatureOf({ path, body });
    const original = {
      path,
      body,
      timestamp: signed['x-hubspot-request-timestamp'] ?? '',
      signature: signed['x-hubspot-signature-v3'] ?? '',
    };
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(mutation, async ({ part, at, kind, char: put }) => {
        const value = original[part];
        const index = Math.floor(at * value.length);
        const mutated =
          value.slice(0, index) +
          (kind === 'remove' ? '' : put) +
          value.slice(kind === 'insert' ? index : index + 1);
        fc.pre(mutated !== value && (part !== 'path' || mutated.startsWith('/')));
        sent += 1;
        const request = { ...original, [part]: mutated };
        const { status } = await server.send({
          path: request.path,
          body: request.body,
          headers: {
            'x-hubspot-signature-v3': request.signature,
            'x-hubspot-request-timestamp': request.timestamp,
          },
        });
        expect([400, 401, 404]).toContain(status);
      }),
      { numRuns: MUTATIONS },
    );
    expect(sent).toBe(MUTATIONS);
    expect(card).not.toHaveBeenCalled();
  }, 240_000);
});
