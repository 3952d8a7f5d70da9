import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startLocalBaton } from '../../../testing/local-baton.ts';
import type { LocalBaton } from './start-local.ts';

let baton: LocalBaton;

beforeAll(async () => {
  baton = await startLocalBaton();
});

afterAll(async () => {
  await baton.stop();
});

test('a reset of the portal leaves an app that works: its properties are there again', async () => {
  const properties = () => baton.portal.store.properties.all('contacts').map(({ name }) => name);
  expect(properties()).toContain('handoff_status');
  const answer = await fetch(`${baton.portalUrl}/_portal/reset`, { method: 'POST' });
  expect(answer.status).toBe(204);
  expect(properties()).toContain('handoff_status');
});

test('the app is ready and says so', async () => {
  const answer = await fetch(`${baton.appUrl}/readyz`);
  expect(await answer.json()).toEqual({ status: 'ready' });
});
