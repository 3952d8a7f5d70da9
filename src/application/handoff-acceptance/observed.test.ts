import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contactId } from '../../domain/ids.ts';
import { at } from '../../testing/at.ts';
import { handedOffLead } from '../../testing/handed-off-lead.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';

let baton: TestBaton;

beforeAll(async () => {
  baton = await startTestBaton('observe');
  baton.portal.clock.set(at('2026-12-01T09:00:00Z'));
});

afterAll(async () => {
  await baton.close();
});

test('what is only watched is routed as if, kept, and said on the card', async () => {
  const lead = await handedOffLead(baton);
  const entry = (await baton.app.ledger.newest([contactId(lead)])).get(contactId(lead));
  expect(entry).toMatchObject({ mode: 'observe', status: 'awaiting_decision', checkAt: null });
  const { owners } = await baton.app.directory();
  const owner = owners.find(({ ownerId }) => ownerId === entry?.ownerId);
  expect(owner).toBeDefined();

  const { message, current } = await baton.card(lead, { do: 'open' }, owner?.ownerId);
  expect(current).toBeNull();
  expect(message).toMatch(
    new RegExp(`^Baton only watches: it would have gone to ${owner?.name ?? ''}, Call now, due `),
  );
  // The rotation of what counts has not moved, and nobody got anything.
  expect((await baton.turns()).total).toBe(0);
  expect(baton.values('contacts', lead)['hubspot_owner_id'] ?? '').toBe('');
  expect(baton.tasksOf(lead)).toEqual([]);
});

test('leads that are watched take turns among themselves', async () => {
  const leads = [await handedOffLead(baton), await handedOffLead(baton)];
  const entries = await baton.app.ledger.newest(leads.map(contactId));
  expect(new Set([...entries.values()].map(({ ownerId }) => ownerId)).size).toBe(2);
});
