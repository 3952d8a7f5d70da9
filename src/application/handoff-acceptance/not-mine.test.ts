import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { OWNERS } from '../../portal/index.ts';
import { at } from '../../testing/at.ts';
import { handedOffLead, openTasks } from '../../testing/handed-off-lead.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';

const NOTE = 'Their group is served from Paris.';
const NOT_MINE = {
  do: 'decide',
  decision: 'reassign',
  reasonCode: 'wrong_owner',
  note: NOTE,
} as const;

let baton: TestBaton;
let lead: string;
let first: string;

function contact(): Readonly<Record<string, string>> {
  return baton.values('contacts', lead);
}

function lastNameOf(ownerId: string): string {
  return OWNERS.find((owner) => owner.ownerId === ownerId)?.lastName ?? '';
}

beforeAll(async () => {
  baton = await startTestBaton();
});

afterAll(async () => {
  await baton.close();
});

beforeEach(async () => {
  baton.portal.clock.freeze(true);
  baton.portal.clock.set(at('2026-12-01T09:00:00Z'));
  lead = await handedOffLead(baton);
  first = contact()['handoff_owner'] ?? '';
  baton.portal.clock.advance(60_000);
});

describe('a lead that was passed on', () => {
  beforeEach(async () => {
    await baton.card(lead, NOT_MINE);
  });

  test('has a task that tells the next one who passed it on and why', () => {
    const [task] = openTasks(baton, lead);
    expect(task?.['hubspot_owner_id']).toBe(contact()['handoff_owner']);
    expect(task?.['hs_task_body']).toContain(lastNameOf(first));
    expect(task?.['hs_task_body']).toContain(NOTE);
  });

  test('shows the next one on the card who passed it on and why', async () => {
    const { current } = await baton.card(lead, { do: 'open' });
    const shown = JSON.stringify(current);
    expect(current?.yours).toBe(true);
    expect(shown).toContain(lastNameOf(first));
    expect(shown).toContain(NOTE);
  });

  test('has the change, its author and its reason in the record', () => {
    expect(baton.changes(lead).at(-1)).toMatchObject({
      by: first,
      why: expect.stringContaining(NOTE),
    });
  });

  test('costs the first one no turn', async () => {
    const other = await handedOffLead(baton);
    const owner = baton.values('contacts', other)['handoff_owner'] ?? '';
    const before = await baton.turns();
    await baton.card(other, NOT_MINE);
    const after = await baton.turns();
    expect(after.byOwner.get(owner)).toBe((before.byOwner.get(owner) ?? 0) - 1);
    expect(after.total).toBe(before.total + 1);
  });

  test('is owed a first touch by the next one, in a due time of their own', () => {
    expect(contact()).toMatchObject({
      handoff_status: 'awaiting_decision',
      handoff_sla_status: 'running',
      handoff_sla_due_at: '2026-12-01T09:31:00.000Z',
      handoff_routed_at: '2026-12-01T09:01:00.000Z',
    });
  });
});

test('the words say nothing of RevOps when a colleague has the lead at once', async () => {
  const { current } = await baton.card(lead, { do: 'open' });
  expect(JSON.stringify(current?.reasons.reassign)).not.toContain('RevOps routes it again');
});
