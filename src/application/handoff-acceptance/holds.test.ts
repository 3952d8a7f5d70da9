import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at } from '../../testing/at.ts';
import { createDemoLeads } from '../../testing/demo-leads.ts';
import { handedOffLead, openTasks } from '../../testing/handed-off-lead.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';

const SOURCE = { hs_analytics_source: 'PAID_SEARCH' };

let baton: TestBaton;
let lead: string;

function contact(): Readonly<Record<string, string>> {
  return baton.values('contacts', lead);
}

beforeAll(async () => {
  baton = await startTestBaton();
});

afterAll(async () => {
  await baton.close();
});

/** Strong intent that asks for nothing, and nobody knows where the lead came from or which company it is. */
const INTERESTED = {
  message: '',
  recent_conversion_event_name: 'Comparison guide: planning software compared',
};

beforeEach(async () => {
  baton.portal.clock.freeze(true);
  baton.portal.clock.set(at('2026-12-01T09:00:00Z'));
  lead = await handedOffLead(baton, INTERESTED);
  baton.portal.clock.advance(60_000);
});

/** Gives the contact a company with all that the policy requires. */
function fillCompany(): void {
  const company = baton.portal.store.create(
    'companies',
    {
      name: 'Hannover Guss',
      industry: 'MACHINERY',
      numberofemployees: '400',
      country: 'Germany',
    },
    { type: 'CRM_UI', id: 'userId:1' },
  );
  const person = baton.portal.store.get('contacts', lead);
  if (!person) throw new Error(`No contact ${lead} in the portal`);
  baton.portal.store.associate(person, company);
}

describe('a lead on hold because facts are missing', () => {
  test('waits with marketing, who has a task and a due time', () => {
    expect(contact()).toMatchObject({ handoff_status: 'held_needs_data' });
    expect(contact()['handoff_missing']).toContain('hs_analytics_source');
    expect(contact()['handoff_next_action_due_at'] ?? '').not.toBe('');
    expect(contact()['handoff_check_at'] ?? '').not.toBe('');
    expect(openTasks(baton, lead)).toHaveLength(1);
  });

  test('would not have waited, had they been there from the start', async () => {
    const [other = ''] = createDemoLeads(baton.portal, 1);
    lead = other;
    fillCompany();
    await baton.change(lead, {
      ...INTERESTED,
      ...SOURCE,
      lifecyclestage: 'marketingqualifiedlead',
    });
    expect(contact()).toMatchObject({
      handoff_status: 'awaiting_decision',
      handoff_complete: 'true',
    });
    expect(contact()['handoff_missing'] ?? '').toBe('');
  });

  test('goes on by itself when the facts arrive', async () => {
    fillCompany();
    await baton.change(lead, SOURCE);
    const owner = contact()['handoff_owner'] ?? '';
    expect(contact()['handoff_status']).toBe('awaiting_decision');
    expect(owner).not.toBe('');
    expect(contact()).toMatchObject({ hubspot_owner_id: owner, handoff_sla_status: 'running' });
    expect(
      openTasks(baton, lead).map((task) => [
        task['handoff_task_key']?.split(':')[1],
        task['hubspot_owner_id'],
      ]),
    ).toEqual([['first_touch', owner]]);
  });

  test('says that nothing is missing any more', async () => {
    fillCompany();
    await baton.change(lead, SOURCE);
    expect(contact()['handoff_missing'] ?? '').toBe('');
    expect(contact()['handoff_complete']).toBe('true');
  });

  test('names what is still missing when only a part arrives', async () => {
    await baton.change(lead, SOURCE);
    expect(contact()['handoff_missing']).not.toContain('hs_analytics_source');
    expect(contact()['handoff_missing']).toContain('industry');
  });

  test('is released once, however often it is told', async () => {
    fillCompany();
    await baton.change(lead, SOURCE);
    expect(contact()['handoff_status']).toBe('awaiting_decision');
    const { total } = await baton.turns();
    const { handoff_owner: owner, handoff_id: id } = contact();
    baton.portal.clock.advance(60_000);
    await baton.tell(lead, SOURCE);
    await baton.work();
    expect((await baton.turns()).total).toBe(total);
    expect(contact()).toMatchObject({ handoff_owner: owner, handoff_id: id });
  });
});
