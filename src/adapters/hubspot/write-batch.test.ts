import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HubspotRefusedError, HubspotUnauthorizedError } from './hubspot-errors.ts';
import { toHubspotError } from './to-hubspot-error.ts';
import { writeBatch, type BatchAnswer, type BatchInput } from './write-batch.ts';

const failure = { call: 'POST /x', status: 400, detail: 'bad', correlationId: null };
const inputs = (count: number): readonly BatchInput[] =>
  Array.from({ length: count }, (_, index) => ({ key: String(index), properties: { a: '1' } }));
const written = (part: readonly BatchInput[]): BatchAnswer => ({
  results: part.map(({ key }) => ({ key, id: `id-${key}` })).toReversed(),
  errors: [],
});

/** Stands for HubSpot: refuses any batch with one of the bad keys in it. */
function refusing(bad: ReadonlySet<string>) {
  const calls: number[] = [];
  const send = (part: readonly BatchInput[]): Promise<BatchAnswer> => {
    calls.push(part.length);
    return part.some(({ key }) => bad.has(key))
      ? Promise.reject(new HubspotRefusedError(failure, []))
      : Promise.resolve(written(part));
  };
  return { send, calls };
}

describe('writeBatch', () => {
  test('isolates one bad record among 100 with 14 more calls', async () => {
    const hubspot = refusing(new Set(['37']));
    const outcomes = await writeBatch(inputs(100), hubspot.send);
    expect(outcomes.filter((outcome) => !outcome.ok).map(({ key }) => key)).toEqual(['37']);
    expect(hubspot.calls.length - 1).toBeLessThanOrEqual(14);
  });

  test('writes exactly the good ones, whichever are bad', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: 39 })), async (bad) => {
        const keys = new Set(bad.map(String));
        const outcomes = await writeBatch(inputs(40), refusing(keys).send);
        expect(outcomes).toHaveLength(40);
        for (const outcome of outcomes) expect(outcome.ok).toBe(!keys.has(outcome.key));
      }),
    );
  });

  test('knows at once who is refused when a property does not exist', async () => {
    let calls = 0;
    const send = (part: readonly BatchInput[]): Promise<BatchAnswer> => {
      calls += 1;
      const faults = [{ property: 'gone', code: 'PROPERTY_DOESNT_EXIST' }];
      return part.some(({ properties }) => 'gone' in properties)
        ? Promise.reject(new HubspotRefusedError(failure, faults))
        : Promise.resolve(written(part));
    };
    const mixed = inputs(10).map((input, index) =>
      index < 4 ? { ...input, properties: { gone: '1' } } : input,
    );
    const outcomes = await writeBatch(mixed, send);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(6);
    expect(calls).toBe(2);
  });

  test('reads a 207: written, named as failed, and silently missing', async () => {
    const outcomes = await writeBatch(inputs(3), () =>
      Promise.resolve({
        results: [{ key: '2', id: 'id-2' }],
        errors: [{ keys: ['0'], category: 'VALIDATION_ERROR', message: 'no' }],
      }),
    );
    expect(outcomes).toEqual([
      { key: '0', ok: false, message: 'VALIDATION_ERROR: no', retryable: false },
      { key: '1', ok: false, message: 'VALIDATION_ERROR: no', retryable: false },
      { key: '2', ok: true, id: 'id-2' },
    ]);
  });

  test.each([
    ['VALIDATION_ERROR', false],
    ['INTERNAL_ERROR', true],
    ['RATE_LIMITS', true],
  ])('a record that a 207 fails with %s is worth another try: %s', async (category, retryable) => {
    const outcomes = await writeBatch(inputs(1), () =>
      Promise.resolve({ results: [], errors: [{ keys: [], category, message: 'no' }] }),
    );
    expect(outcomes[0]).toMatchObject({ ok: false, retryable });
  });

  test('a record that the answer does not mention is worth another try', async () => {
    const outcomes = await writeBatch(inputs(1), () =>
      Promise.resolve({ results: [], errors: [] }),
    );
    expect(outcomes[0]).toMatchObject({ ok: false, retryable: true });
  });

  test('keeps every record for later when HubSpot is not available', async () => {
    const error = toHubspotError({ call: 'POST /x', status: 503, headers: {}, body: '' });
    const outcomes = await writeBatch(inputs(3), () => Promise.reject(error));
    expect(outcomes.every((outcome) => !outcome.ok && outcome.retryable)).toBe(true);
  });

  test('raises what concerns the whole app', async () => {
    const error = new HubspotUnauthorizedError({ ...failure, status: 401 });
    await expect(writeBatch(inputs(3), () => Promise.reject(error))).rejects.toBe(error);
  });

  test('sends nothing for nothing', async () => {
    expect(await writeBatch([], () => Promise.reject(new Error('sent')))).toEqual([]);
  });
});
