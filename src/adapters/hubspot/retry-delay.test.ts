import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MAX_ATTEMPTS, retryDelay } from './retry-delay.ts';
import { toHubspotError } from './to-hubspot-error.ts';
import { HubspotUnavailableError } from './hubspot-errors.ts';

const answer = (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  toHubspotError({
    call: 'POST /x',
    status,
    headers: { 'content-type': 'application/json;charset=utf-8', ...headers },
    body: JSON.stringify(body),
  });
const tenSecondly = answer(429, { policyName: 'TEN_SECONDLY_ROLLING' });
const secondly = answer(429, { message: 'You have reached your secondly limit.' });
const lost = (mayHaveArrived: boolean) =>
  new HubspotUnavailableError(
    { call: 'POST /x', status: null, detail: 'lost', correlationId: null },
    { mayHaveArrived, retryAfterMs: null },
  );

describe('retryDelay', () => {
  const highest = 1 - Number.EPSILON;
  test.each([
    { name: 'a ten-second limit', error: tenSecondly, attempt: 1, least: 1000, most: 2000 },
    { name: 'a second one in a row', error: tenSecondly, attempt: 2, least: 2000, most: 4000 },
    { name: 'a fourth one in a row', error: tenSecondly, attempt: 4, least: 5000, most: 10_000 },
    { name: 'a one-second limit', error: secondly, attempt: 1, least: 500, most: 1000 },
    { name: 'a 500', error: answer(500), attempt: 1, least: 250, most: 500 },
    { name: 'a locked record', error: answer(423), attempt: 1, least: 2000, most: 4000 },
    {
      name: 'a Retry-After of 3 s',
      error: answer(429, {}, { 'retry-after': '3' }),
      attempt: 1,
      least: 4000,
      most: 5000,
    },
  ])('waits between $least and $most ms after $name', ({ error, attempt, least, most }) => {
    const at = (random: number) => retryDelay({ error, attempt, create: false, random });
    expect(at(0)).toBe(least);
    expect(at(highest)).toBeCloseTo(most, 3);
  });

  test.each([
    { name: 'a create after a 429', error: tenSecondly, create: true, repeated: true },
    { name: 'a create that never arrived', error: lost(false), create: true, repeated: true },
    { name: 'a create with a lost answer', error: lost(true), create: true, repeated: false },
    { name: 'a create after a 500', error: answer(500), create: true, repeated: false },
    { name: 'an update with a lost answer', error: lost(true), create: false, repeated: true },
    {
      name: 'anything after the daily limit',
      error: answer(429, { policyName: 'DAILY' }),
      create: false,
      repeated: false,
    },
    { name: 'a refused call', error: answer(400), create: false, repeated: false },
    { name: 'an unknown token', error: answer(401), create: false, repeated: false },
    {
      name: 'a Retry-After of an hour',
      error: answer(503, {}, { 'retry-after': '3600' }),
      create: false,
      repeated: false,
    },
    { name: 'a programming error', error: new TypeError('x'), create: false, repeated: false },
  ])('repeats $name: $repeated', ({ error, create, repeated }) => {
    expect(retryDelay({ error, attempt: 1, create, random: 0 }) !== null).toBe(repeated);
  });

  test('gives up after the last attempt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (attempt) => {
        const delay = retryDelay({ error: tenSecondly, attempt, create: false, random: 0.5 });
        expect(delay !== null).toBe(attempt < MAX_ATTEMPTS);
      }),
    );
  });
});
