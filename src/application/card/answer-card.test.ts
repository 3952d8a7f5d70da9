import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at } from '../../testing/at.ts';
import { createDemoLeads } from '../../testing/demo-leads.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';
import { contactId } from '../../domain/ids.ts';
import { answerCard } from './answer-card.ts';

const MQL = { lifecyclestage: 'marketingqualifiedlead' };

let baton: TestBaton;
let lead: string;
let requests = 0;

function contact(): Readonly<Record<string, string>> {
  return baton.values('contacts', lead);
}

function userOf(ownerId: string): Promise<string | null> {
  return baton.app
    .directory()
    .then(({ owners }) => owners.find((owner) => owner.ownerId === ownerId)?.userId ?? null);
}

async function asOwner(body: Readonly<Record<string, unknown>>) {
  return ask(body, await userOf(contact()['handoff_owner'] ?? ''));
}

async function ask(body: Readonly<Record<string, unknown>>, userId: string | null) {
  requests += 1;
  const about = { contactId: lead, handoffId: `${lead}-1`, requestId: `r${requests}` };
  return answerCard(baton.app, { ...about, ...body }, userId, await baton.app.clock.now());
}

/** Handoffs received so far, by owner. */
async function received(): Promise<ReadonlyMap<string, number>> {
  return (await baton.turns()).byOwner;
}

beforeAll(async () => {
  baton = await startTestBaton();
  baton.portal.clock.set(at('2026-11-24T09:00:00Z'));
});

afterAll(async () => {
  await baton.close();
});

beforeEach(async () => {
  baton.portal.clock.set(at('2026-11-24T09:00:00Z'));
  [lead = ''] = createDemoLeads(baton.portal, 1);
  baton.makeMql(lead);
  await baton.tell(lead, MQL);
  await baton.work();
});

describe('opening the card', () => {
  test('costs one call to HubSpot and shows what the record says', async () => {
    await baton.app.directory();
    baton.portal.requests.clear();
    const answer = await asOwner({ do: 'open' });
    expect(baton.portal.requests.counts()).toHaveLength(1);
    expect(answer).toMatchObject({
      outcome: 'ok',
      current: {
        handoffId: `${lead}-1`,
        yours: true,
        reason: contact()['handoff_reason'],
        may: ['accept', 'reject', 'recycle', 'reassign', 'log_attempt'],
      },
    });
  });

  test('says when the contact was never handed over', async () => {
    const [other = ''] = createDemoLeads(baton.portal, 1);
    const answer = await ask({ do: 'open', contactId: other }, null);
    expect(answer).toMatchObject({ outcome: 'ok', current: null });
    expect(answer.message).toContain('has not been handed to sales');
  });
});

describe('deciding on the card', () => {
  test('accepting moves the contact on and leaves the first touch owed, with its task', async () => {
    const before = contact();
    const answer = await asOwner({
      do: 'decide',
      decision: 'accept',
      acceptance: 'outreach_started',
    });
    expect(answer.outcome).toBe('ok');
    expect(contact()).toMatchObject({
      handoff_status: 'accepted',
      lifecyclestage: 'salesqualifiedlead',
      handoff_decided_by: before['handoff_owner'],
      handoff_sla_status: 'running',
      handoff_next_action_due_at: before['handoff_sla_due_at'],
    });
    expect(baton.tasksOf(lead).map((task) => task['hs_task_status'])).toEqual(['NOT_STARTED']);
  });

  test('recycling with a reason sets the day it comes back', async () => {
    await asOwner({ do: 'decide', decision: 'recycle', reasonCode: 'timing' });
    expect(contact()).toMatchObject({
      handoff_status: 'recycled',
      handoff_reason_code: 'timing',
      handoff_revisit_on: '2027-02-22',
    });
  });

  test.each([
    ['a reason of another kind', { decision: 'reject', reasonCode: 'timing' }, 'no reason to'],
    ['a reason that nobody defined', { decision: 'reject', reasonCode: 'mood' }, '"mood"'],
    [
      'a day that has passed',
      { decision: 'recycle', reasonCode: 'timing', revisitOn: '2026-11-24' },
      'not in the future',
    ],
    ['handing on where there is one stage', { decision: 'hand_on' }, 'nobody to hand on to'],
  ])('refuses %s in words and changes nothing', async (_name, decision, words) => {
    const answer = await asOwner({ do: 'decide', ...decision });
    expect(answer).toMatchObject({ outcome: 'invalid', message: expect.stringContaining(words) });
    expect(contact()['handoff_status']).toBe('awaiting_decision');
  });

  test('refuses somebody else, naming whose it is', async () => {
    // A rep of another team, without any role.
    const answer = await ask(
      { do: 'decide', decision: 'accept', acceptance: 'outreach_started' },
      await userOf('40001006'),
    );
    expect(answer.outcome).toBe('forbidden');
    expect(contact()['handoff_status']).toBe('awaiting_decision');
  });

  test('refuses a user HubSpot does not vouch for', async () => {
    const answer = await ask({ do: 'decide', decision: 'undo' }, null);
    expect(answer.outcome).toBe('forbidden');
  });

  test('refuses a card about another attempt, with what is true now', async () => {
    const answer = await asOwner({
      do: 'decide',
      handoffId: `${lead}-7`,
      decision: 'accept',
      acceptance: 'outreach_started',
    });
    expect(answer).toMatchObject({ outcome: 'conflict', current: { handoffId: `${lead}-1` } });
  });

  test('carries the same request out once', async () => {
    const request = {
      do: 'decide',
      decision: 'reject',
      reasonCode: 'wrong_icp',
      requestId: 'the same',
    };
    await asOwner(request);
    baton.portal.requests.clear();
    expect(await asOwner(request)).toMatchObject({ outcome: 'ok' });
    expect(baton.writes()).toEqual([]);
  });

  test('a second decision on a decided handoff is a conflict', async () => {
    await asOwner({ do: 'decide', decision: 'reject', reasonCode: 'wrong_icp' });
    const answer = await asOwner({
      do: 'decide',
      decision: 'accept',
      acceptance: 'outreach_started',
    });
    expect(answer).toMatchObject({ outcome: 'conflict', current: { status: { id: 'rejected' } } });
  });

  test('undo within five minutes brings handoff and task back, and later not', async () => {
    await asOwner({ do: 'decide', decision: 'reject', reasonCode: 'wrong_icp' });
    baton.portal.clock.set(at('2026-11-24T09:04:30Z'));
    expect(await asOwner({ do: 'decide', decision: 'undo' })).toMatchObject({ outcome: 'ok' });
    expect(contact()).toMatchObject({
      handoff_status: 'awaiting_decision',
      handoff_sla_status: 'running',
    });
    expect(baton.tasksOf(lead)[0]?.['hs_task_status']).toBe('NOT_STARTED');

    await asOwner({ do: 'decide', decision: 'reject', reasonCode: 'wrong_icp' });
    baton.portal.clock.set(at('2026-11-24T09:10:00Z'));
    expect(await asOwner({ do: 'decide', decision: 'undo' })).toMatchObject({
      outcome: 'conflict',
    });
  });

  test('a decision whose task was never seen to is finished when HubSpot echoes it', async () => {
    const userId = await userOf(contact()['handoff_owner'] ?? '');
    const crm = { ...baton.app.crm, readTasksByKey: () => Promise.reject(new Error('killed')) };
    const reject = {
      do: 'decide',
      contactId: lead,
      handoffId: `${lead}-1`,
      requestId: 'dies',
      decision: 'reject',
      reasonCode: 'wrong_icp',
    };
    const now = await baton.app.clock.now();
    await expect(answerCard({ ...baton.app, crm }, reject, userId, now)).rejects.toThrow('killed');
    expect(baton.tasksOf(lead)[0]?.['hs_task_status']).toBe('NOT_STARTED');

    await baton.tell(lead, { handoff_status: 'rejected' });
    await baton.work();
    expect(baton.tasksOf(lead)[0]?.['hs_task_status']).toBe('COMPLETED');
    expect((await baton.app.ledger.newest([contactId(lead)])).get(contactId(lead))?.status).toBe(
      'rejected',
    );
  });

  test('a reason that is not the rep’s fault gives the turn back', async () => {
    const owner = contact()['handoff_owner'] ?? '';
    const before = (await received()).get(owner) ?? 0;
    await asOwner({ do: 'decide', decision: 'reject', reasonCode: 'wrong_icp' });
    expect((await received()).get(owner)).toBe(before - 1);
  });

  test('"not mine" passes the lead and its task on by the rules of routing', async () => {
    const first = contact()['handoff_owner'];
    const answer = await asOwner({
      do: 'decide',
      decision: 'reassign',
      reasonCode: 'wrong_owner',
    });
    expect(answer.outcome).toBe('ok');
    const next = contact()['handoff_owner'];
    expect(next).not.toBe(first);
    expect(contact()['hubspot_owner_id']).toBe(next);
    expect(baton.tasksOf(lead).map((task) => task['hubspot_owner_id'])).toEqual([next]);
  });

  test('a logged call counts, stops the clock and stands on the timeline', async () => {
    const answer = await asOwner({
      do: 'log_attempt',
      channel: 'phone',
      result: 'voicemail',
      nextStep: 'call again',
    });
    expect(answer.outcome).toBe('ok');
    expect(contact()).toMatchObject({
      handoff_touches: '1',
      handoff_sla_status: 'met',
      handoff_next_action: 'call again',
    });
    expect(baton.portal.store.associations(lead, 'calls')).toHaveLength(1);
  });
});

describe('a decision made by editing the properties', () => {
  test('goes the way of the card', async () => {
    baton.edit(lead, { handoff_status: 'rejected', handoff_reason_code: 'wrong_icp' });
    await baton.tell(lead, { handoff_status: 'rejected' });
    await baton.work();
    expect(contact()['handoff_outcome']).toBe('rejected');
    expect(contact()['handoff_decided_at']).toBeTruthy();
    expect(baton.tasksOf(lead)[0]?.['hs_task_status']).toBe('COMPLETED');
  });

  test('without a reason is kept, and asks for one', async () => {
    baton.edit(lead, { handoff_status: 'rejected' });
    await baton.tell(lead, { handoff_status: 'rejected' });
    await baton.work();
    expect(contact()).toMatchObject({ handoff_status: 'rejected' });
    expect(contact()['handoff_next_action']).toMatch(/^Say why it was rejected/);
  });
});
