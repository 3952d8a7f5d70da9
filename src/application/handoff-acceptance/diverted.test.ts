import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { contactId } from '../../domain/ids.ts';
import { aCfo, CALEB, LENA, NOAH, publishDetours, RAFAEL } from '../../testing/a-customer.ts';
import { at } from '../../testing/at.ts';
import { openTasks } from '../../testing/handed-off-lead.ts';
import { divertedLeads, MQL } from '../../testing/diverted-leads.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';
import type { Notice } from '../ports/notify.ts';
import { workContacts } from '../work/work-contacts.ts';

/** More calls than one lead makes. */
const MOST_CALLS = 30;

const { baton: running, asks, shown } = divertedLeads();
let baton: TestBaton;

beforeAll(() => {
  baton = running();
});

describe("a customer's CFO who asks for a demo", () => {
  test('goes to whoever owns the account, with a task and a due time in their hours', async () => {
    const { total } = await baton.turns();
    const id = await asks(aCfo(baton));
    expect(shown(id)).toMatchObject({
      handoff_status: 'diverted',
      handoff_outcome: 'diverted',
      handoff_owner: RAFAEL,
      hubspot_owner_id: RAFAEL,
      handoff_owner_reason: 'Rafael Sandoval owns Alder Bank, a customer.',
      handoff_next_action: 'Answer Sam, a customer who asked for a demo',
      handoff_sla_status: 'running',
      ...MQL,
    });
    // Ten in New York: half an hour later.
    expect(shown(id)['handoff_next_action_due_at']).toBe('2026-12-01T15:30:00.000Z');
    expect(shown(id)['handoff_sla_due_at']).toBe('2026-12-01T15:30:00.000Z');
    expect(shown(id)['handoff_check_at'] ?? '').not.toBe('');
    expect(shown(id)['handoff_pool'] ?? '').toBe('');
    expect(shown(id)['handoff_reason_code'] ?? '').toBe('');
    expect(openTasks(baton, id)).toMatchObject([
      {
        hs_task_subject: 'Your customer asked for a demo: Sam Reed, Alder Bank',
        hs_task_type: 'CALL',
        hubspot_owner_id: RAFAEL,
        hs_timestamp: '2026-12-01T15:30:00.000Z',
      },
    ]);
    expect((await baton.turns()).total).toBe(total);
  });

  test('is written to where there is no phone', async () => {
    const id = await asks(aCfo(baton, {}, { phone: '' }));
    expect(openTasks(baton, id)).toMatchObject([{ hs_task_type: 'EMAIL' }]);
  });

  test('is told of outside HubSpot, by name', async () => {
    const id = aCfo(baton);
    baton.edit(id, MQL);
    const send = jest.fn((_notices: readonly Notice[]) => Promise.resolve());
    const causes = [{ kind: 'sweep' as const, at: 1 }];
    const job = { jobId: 'one', contactId: id, retries: 0, causes };
    await workContacts({ ...baton.app, notify: { send } }, [job], await baton.app.clock.now());
    expect(send.mock.calls.flatMap(([notices]) => notices)).toMatchObject([
      {
        kind: 'diverted',
        ownerId: RAFAEL,
        text: 'Sam Reed, Alder Bank, asked for a demo. Rafael Sandoval owns Alder Bank, a customer.',
      },
    ]);
  });

  test('is opened once, however often HubSpot tells of it', async () => {
    const id = await asks(aCfo(baton));
    await baton.tell(id, MQL);
    await baton.tell(id, MQL);
    await baton.work();
    expect(baton.tasksOf(id)).toHaveLength(1);
    expect(baton.changes(id).map(({ what }) => what)).toEqual(['opened', 'diverted']);
  });

  test('stands whole where the worker died on the way', async () => {
    const { total } = await baton.turns();
    for (const when of ['before', 'after'] as const) {
      let died = true;
      for (let call = 1; died && call <= MOST_CALLS; call += 1) {
        const id = aCfo(baton);
        baton.edit(id, MQL);
        await baton.tell(id, MQL);
        died = await baton.dyingAt(call, when, baton.work);
        await baton.work();
        expect(shown(id)).toMatchObject({ handoff_status: 'diverted', handoff_owner: RAFAEL });
        expect(baton.tasksOf(id)).toHaveLength(1);
      }
      expect(died).toBe(false);
    }
    expect((await baton.turns()).total).toBe(total);
  }, 60_000);

  test('stays with an owner who is out of office, and with a contact owner of its own', async () => {
    const away = await asks(aCfo(baton, { hubspot_owner_id: NOAH }));
    expect(shown(away)).toMatchObject({ handoff_status: 'diverted', handoff_owner: NOAH });
    const own = await asks(aCfo(baton, {}, { hubspot_owner_id: LENA }));
    expect(shown(own)).toMatchObject({
      handoff_owner: LENA,
      handoff_owner_reason: 'Lena Keller owns this contact of Alder Bank, a customer.',
    });
  });

  test('keeps a contact owner who left, and goes to the owner of the company', async () => {
    const id = await asks(aCfo(baton, {}, { hubspot_owner_id: CALEB }));
    expect(shown(id)).toMatchObject({ handoff_owner: RAFAEL, hubspot_owner_id: CALEB });
    await baton.tell(id, MQL);
    await baton.work();
    expect(shown(id)).toMatchObject({ handoff_owner: RAFAEL, hubspot_owner_id: CALEB });
  });

  test('goes to whoever answers for sales where nobody owns the company', async () => {
    const id = await asks(aCfo(baton, { hubspot_owner_id: '' }));
    expect(shown(id)).toMatchObject({
      handoff_status: 'diverted',
      handoff_owner: LENA,
      handoff_owner_reason:
        'Lena Keller answers for sales, and nobody else has Alder Bank, a customer.',
    });
  });

  test('waits for RevOps, in words, where nobody answers for sales, and goes on once somebody does', async () => {
    await publishDetours(baton, { roles: undefined });
    const id = await asks(aCfo(baton, { hubspot_owner_id: '' }));
    expect(shown(id)).toMatchObject({ handoff_status: 'held_no_owner' });
    expect(openTasks(baton, id)[0]?.['hs_task_body']).toContain('name a person for sales');
    await publishDetours(baton);
    const { total } = await baton.turns();
    await baton.app.queue.accept([{ contactId: id, cause: { kind: 'due', at: 1 } }]);
    await baton.work();
    expect(shown(id)).toMatchObject({ handoff_status: 'diverted', handoff_owner: LENA });
    expect((await baton.turns()).total).toBe(total);
  });
});

describe('who else is ours already', () => {
  test('a partner goes to the owner of the company', async () => {
    const id = await asks(aCfo(baton, { lifecyclestage: 'lead', type: 'PARTNER' }));
    expect(shown(id)).toMatchObject({ handoff_status: 'diverted', handoff_owner: RAFAEL });
    expect(openTasks(baton, id)[0]?.['hs_task_subject']).toMatch(/^Your partner asked for a demo/);
  });

  test('somebody in a running deal goes to its owner', async () => {
    const id = aCfo(baton, { lifecyclestage: 'lead', hubspot_owner_id: '' });
    const deal = baton.portal.store.create(
      'deals',
      { dealname: 'Alder', dealstage: 'presentationscheduled', hubspot_owner_id: RAFAEL },
      { type: 'CRM_UI', id: 'userId:1' },
    );
    const contact = baton.portal.store.get('contacts', id);
    if (!contact) throw new Error(`No contact ${id}`);
    baton.portal.store.associate(deal, contact);
    await asks(id);
    expect(shown(id)).toMatchObject({
      handoff_status: 'diverted',
      handoff_owner: RAFAEL,
      handoff_owner_reason: expect.stringMatching(/^Rafael Sandoval owns an open deal with Alder/),
    });
  });

  test('a customer who reads on is stopped, and nobody has a task', async () => {
    const guide = { message: '', recent_conversion_event_name: 'Blog guide: planning' };
    const id = await asks(aCfo(baton, {}, guide));
    expect(shown(id)).toMatchObject({ handoff_status: 'disqualified' });
    expect(baton.tasksOf(id)).toEqual([]);
  });
});

test('in observe mode it is recorded, and nobody gets anything', async () => {
  const watching = await startTestBaton('observe');
  try {
    await publishDetours(watching);
    watching.portal.clock.set(at('2026-12-01T15:00:00Z'));
    const id = aCfo(watching);
    await watching.change(id, MQL);
    const entry = (await watching.app.ledger.newest([contactId(id)])).get(contactId(id));
    expect(entry).toMatchObject({ mode: 'observe', status: 'diverted', ownerId: RAFAEL });
    expect(watching.values('contacts', id)['hubspot_owner_id'] ?? '').toBe('');
    expect(watching.values('contacts', id)['handoff_status'] ?? '').toBe('');
    expect(watching.tasksOf(id)).toEqual([]);
    const { message } = await watching.card(id, { do: 'open' }, RAFAEL);
    expect(message).toMatch(/^Baton only watches: it would have gone to Rafael Sandoval/);
  } finally {
    await watching.close();
  }
});
