import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { PolicyDocument } from '../../domain/policy/policy-document.ts';
import { at } from '../../testing/at.ts';
import { createDemoLeads } from '../../testing/demo-leads.ts';
import { handedOffLead } from '../../testing/handed-off-lead.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';
import { sweep } from '../clock/sweep.ts';
import type { Notice } from '../ports/notify.ts';
import { workContacts } from '../work/work-contacts.ts';

let baton: TestBaton;

beforeAll(async () => {
  baton = await startTestBaton();
});

afterAll(async () => {
  await baton.close();
});

beforeEach(() => {
  baton.portal.clock.freeze(true);
});

const swept = async () => sweep(baton.app, 1_000, await baton.app.clock.now());

test('a recycled lead comes back on its day, and not before', async () => {
  baton.portal.clock.set(at('2026-12-01T09:00:00Z'));
  const lead = await handedOffLead(baton);
  await baton.card(lead, {
    do: 'decide',
    decision: 'recycle',
    reasonCode: 'timing',
    revisitOn: '2026-12-14',
  });
  baton.portal.clock.set(at('2026-12-13T12:00:00Z'));
  await swept();
  await baton.work();
  expect(baton.values('contacts', lead)['handoff_status']).toBe('recycled');

  baton.portal.clock.set(at('2026-12-14T09:00:00Z'));
  expect(await swept()).toBeGreaterThan(0);
  await baton.work();
  expect(baton.values('contacts', lead)).toMatchObject({
    handoff_attempt: '2',
    handoff_trigger: 'the day to look at it again has come',
  });
});

test('a lead that nobody could take is told of, and served when somebody can', async () => {
  baton.portal.clock.set(at('2026-12-15T09:00:00Z'));
  const { policies } = baton.app;
  const live = await policies.live();
  const { routing, ...rest } = live?.document as PolicyDocument;
  const nobody = {
    everyone: { members: [{ ownerId: '40001008', weight: 1 }], calendar: 'office' },
  };
  const published = await policies.publish(
    { ...rest, routing: { ...routing, rules: [], pools: nobody } },
    live?.version ?? null,
  );
  const [lead = ''] = createDemoLeads(baton.portal, 1);
  baton.makeMql(lead);
  const send = jest.fn((_notices: readonly Notice[]) => Promise.resolve());
  const job = {
    jobId: 'one',
    contactId: lead,
    retries: 0,
    causes: [{ kind: 'sweep' as const, at: 1 }],
  };
  await workContacts({ ...baton.app, notify: { send } }, [job], await baton.app.clock.now());
  expect(baton.values('contacts', lead)['handoff_status']).toBe('held_no_owner');
  expect(send.mock.calls.flatMap(([notices]) => notices)).toMatchObject([
    { kind: 'held', contactId: lead, text: expect.stringMatching(/^Nobody could take Lead 0/) },
  ]);

  await policies.publish(live?.document, published.version);
  baton.portal.clock.advance(2 * 3_600_000);
  await swept();
  await baton.work();
  const served = baton.values('contacts', lead);
  expect(served).toMatchObject({
    handoff_status: 'awaiting_decision',
    hubspot_owner_id: served['handoff_owner'],
    handoff_attempt: '1',
  });
});

test('whoever has a meeting with the lead gets it, without a clock', async () => {
  baton.portal.clock.set(at('2026-12-16T09:00:00Z'));
  const [lead = ''] = createDemoLeads(baton.portal, 1);
  const contact = baton.portal.store.get('contacts', lead);
  if (!contact) throw new Error('No lead');
  const host = '40001006';
  const meeting = baton.portal.store.create(
    'meetings',
    {
      hs_timestamp: '2026-12-18T10:00:00Z',
      hs_meeting_start_time: '2026-12-18T10:00:00Z',
      hs_meeting_end_time: '2026-12-18T10:30:00Z',
      hs_meeting_title: 'Discovery',
      hs_meeting_outcome: 'SCHEDULED',
      hubspot_owner_id: host,
    },
    { type: 'CRM_UI', id: 'userId:1' },
  );
  baton.portal.store.associate(meeting, contact);
  await baton.change(lead, { lifecyclestage: 'marketingqualifiedlead' });
  expect(baton.values('contacts', lead)).toMatchObject({
    handoff_owner: host,
    handoff_sla_status: 'not_applicable',
    handoff_next_action: expect.stringMatching(/^Prepare for the meeting/),
  });
});
