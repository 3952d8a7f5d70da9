import { describe, expect, test } from '@jest/globals';
import { createPortalClock } from './portal-clock.ts';

const url = 'http://localhost:4400/_portal/clock';
const answering = (body: string) =>
  createPortalClock({ url, fetch: () => Promise.resolve(new Response(body)) });

describe('createPortalClock', () => {
  test.each(['{"now":"2026-11-20T00:00:00.000Z"}', '{"now":1795132800000,"speed":1}'])(
    'reads %s',
    async (body) => {
      expect(await answering(body).now()).toBe(Date.UTC(2026, 10, 20));
    },
  );

  test.each(['{}', '{"now":"soon"}', 'null'])('refuses %s, naming the address', async (body) => {
    const time = answering(body).now();
    await expect(time).rejects.toMatchObject({ code: 'portal-clock-unavailable' });
    await expect(time).rejects.toThrow(url);
  });

  test('says what to do when the portal is not there', async () => {
    const clock = createPortalClock({ url, fetch: () => Promise.reject(new Error('refused')) });
    await expect(clock.now()).rejects.toThrow('start the local portal or unset CLOCK_URL');
  });
});
