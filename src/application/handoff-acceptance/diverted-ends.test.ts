import { beforeAll, describe, expect, test } from '@jest/globals';
import { aCfo, LENA, NOAH, RAFAEL } from '../../testing/a-customer.ts';
import { openTasks } from '../../testing/handed-off-lead.ts';
import { divertedLeads, MQL } from '../../testing/diverted-leads.ts';
import type { TestBaton } from '../../testing/test-baton.ts';

const CALLED = {
  do: 'log_attempt',
  channel: 'phone',
  result: 'no_answer',
  nextStep: 'Call again',
} as const;
const NOT_MINE = { do: 'decide', decision: 'reassign', reasonCode: 'wrong_owner', note: '' };

const { baton: running, asks, shown } = divertedLeads();
let baton: TestBaton;

beforeAll(() => {
  baton = running();
});

describe('what ends it', () => {
  test('a call that was logged', async () => {
    const id = await asks(aCfo(baton));
    baton.portal.clock.advance(5 * 60_000);
    const answer = await baton.card(id, CALLED);
    expect(answer).toMatchObject({
      outcome: 'ok',
      message: 'Logged. The request is answered, and closed here.',
    });
    expect(shown(id)).toMatchObject({
      handoff_status: 'closed',
      handoff_outcome: 'diverted',
      handoff_sla_status: 'met',
      handoff_touches: '1',
      ...MQL,
    });
    expect(openTasks(baton, id)).toEqual([]);
  });

  test('not a mail that bounced', async () => {
    const id = await asks(aCfo(baton));
    await baton.card(id, { ...CALLED, channel: 'email', result: 'bounced' });
    expect(shown(id)).toMatchObject({
      handoff_status: 'diverted',
      handoff_next_action: 'Call again',
    });
    expect(openTasks(baton, id)).toHaveLength(1);
  });

  test('its owner who says "I have it", once', async () => {
    const id = await asks(aCfo(baton));
    const take = {
      do: 'decide',
      decision: 'accept',
      acceptance: 'outreach_started',
      requestId: 'mine',
    };
    await baton.card(id, take);
    await baton.card(id, take);
    expect(shown(id)).toMatchObject({ handoff_status: 'closed', handoff_outcome: 'diverted' });
    expect(shown(id)).toMatchObject(MQL);
    expect(baton.changes(id).map(({ what }) => what)).toEqual(['opened', 'diverted', 'closed']);
  });

  test.each(['accepted', 'rejected', 'recycled', 'closed'])(
    'a person who sets it to %s by hand, and it counts as none of these',
    async (handoff_status) => {
      const id = await asks(aCfo(baton));
      await baton.change(id, { handoff_status }, RAFAEL);
      expect(shown(id)).toMatchObject({ handoff_status: 'closed', handoff_outcome: 'diverted' });
      expect(shown(id)).toMatchObject(MQL);
    },
  );

  test('not that somebody corrects the lifecycle stage', async () => {
    const id = await asks(aCfo(baton));
    await baton.change(id, { lifecyclestage: 'customer' });
    expect(shown(id)).toMatchObject({ handoff_status: 'diverted' });
    expect(openTasks(baton, id)).toHaveLength(1);
  });

  test('and it opens again, to the same owner, when the customer comes back', async () => {
    const id = await asks(aCfo(baton));
    await baton.card(id, CALLED);
    baton.portal.clock.advance(24 * 3_600_000);
    await baton.change(id, { lifecyclestage: '' });
    await baton.change(id, MQL);
    expect(shown(id)).toMatchObject({
      handoff_attempt: '2',
      handoff_status: 'diverted',
      handoff_owner: RAFAEL,
    });
  });

  test('nobody rejects it', async () => {
    const id = await asks(aCfo(baton));
    const reject = { do: 'decide', decision: 'reject', reasonCode: 'wrong_icp', note: '' };
    const answer = await baton.card(id, reject);
    expect(answer.outcome).toBe('conflict');
    expect(answer.message).toMatch(/nobody rejects it/);
    expect(shown(id)).toMatchObject({ handoff_status: 'diverted' });
  });
});

describe('whose it is not', () => {
  test('passes it on to whoever has it next, then to sales, then to RevOps, without a turn', async () => {
    const { total } = await baton.turns();
    const id = await asks(aCfo(baton, {}, { hubspot_owner_id: NOAH }));
    await baton.card(id, NOT_MINE);
    expect(shown(id)).toMatchObject({ handoff_owner: RAFAEL, hubspot_owner_id: NOAH });
    await baton.card(id, NOT_MINE);
    expect(shown(id)).toMatchObject({ handoff_owner: LENA, handoff_status: 'diverted' });
    await baton.card(id, NOT_MINE, LENA);
    expect(shown(id)).toMatchObject({
      handoff_status: 'held_no_owner',
      hubspot_owner_id: NOAH,
    });
    expect((await baton.turns()).total).toBe(total);
  });

  test('is whoever a person names on the contact', async () => {
    const id = await asks(aCfo(baton));
    await baton.change(id, { hubspot_owner_id: LENA }, RAFAEL);
    expect(shown(id)).toMatchObject({ handoff_status: 'diverted', handoff_owner: LENA });
    expect(openTasks(baton, id)).toMatchObject([{ hubspot_owner_id: LENA }]);
  });
});

test('a lead of sales that turns out to be a customer is diverted by hand', async () => {
  const id = await asks(aCfo(baton, { lifecyclestage: 'lead' }));
  expect(shown(id)).toMatchObject({ handoff_status: 'awaiting_decision' });
  const { handoff_owner: rep = '' } = shown(id);
  await baton.change(id, { handoff_status: 'diverted' }, rep);
  expect(shown(id)).toMatchObject({
    handoff_status: 'diverted',
    handoff_owner: RAFAEL,
    hubspot_owner_id: RAFAEL,
    handoff_outcome: 'diverted',
  });
  expect(openTasks(baton, id)).toMatchObject([{ hubspot_owner_id: RAFAEL }]);
});
