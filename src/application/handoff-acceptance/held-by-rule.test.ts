import { beforeAll, describe, expect, test } from '@jest/globals';
import { aCfo } from '../../testing/a-customer.ts';
import { divertedLeads } from '../../testing/diverted-leads.ts';
import type { TestBaton } from '../../testing/test-baton.ts';

const { baton: running, asks, shown } = divertedLeads();
let baton: TestBaton;

beforeAll(() => {
  baton = running();
});

describe('a lead whose data are wrong', () => {
  const bounced = {
    message: '',
    recent_conversion_event_name: 'Comparison guide: planning software compared',
    hs_email_bounce: '1',
    hs_analytics_source: 'PAID_SEARCH',
  };
  const company = { lifecyclestage: 'lead', industry: 'BANKING', numberofemployees: '400' };

  test('says what is wrong, and goes on by itself once it is put right', async () => {
    const id = await asks(aCfo(baton, company, { ...bounced, phone: '' }));
    expect(shown(id)).toMatchObject({
      handoff_status: 'held_needs_data',
      handoff_next_action: 'The address bounced: find a working one',
    });
    await baton.change(id, {
      email: 'sam.reed@alder.example',
      hs_email_bounce: '',
    });
    expect(shown(id)['handoff_status']).not.toBe('held_needs_data');
  });

  test('goes on with the next look where HubSpot tells of nothing', async () => {
    const id = await asks(aCfo(baton, company, { ...bounced, phone: '' }));
    baton.edit(id, { hs_email_bounce: '' });
    baton.portal.clock.advance(3_600_000);
    const due = await baton.app.ledger.due(await baton.app.clock.now(), 1_000);
    expect(due.map((entry) => String(entry.contactId))).toContain(id);
    await baton.app.queue.accept([{ contactId: id, cause: { kind: 'due', at: 1 } }]);
    await baton.work();
    expect(shown(id)['handoff_status']).not.toBe('held_needs_data');
  });

  test('is not held where it asked and can be called', async () => {
    const asked = { ...bounced, message: 'Please show us a demo.' };
    const id = await asks(
      aCfo(baton, company, { ...asked, recent_conversion_event_name: 'Request a demo' }),
    );
    expect(shown(id)['handoff_status']).toBe('awaiting_decision');
  });
});
