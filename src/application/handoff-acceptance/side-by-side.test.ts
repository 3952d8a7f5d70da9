import { setTimeout as realTime } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at } from '../../testing/at.ts';
import { handedOffLead, openTasks } from '../../testing/handed-off-lead.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';

const ACCEPT = { do: 'decide', decision: 'accept', acceptance: 'outreach_started' } as const;
const REJECT = { do: 'decide', decision: 'reject', reasonCode: 'wrong_icp' } as const;
/** Seeded reps of EMEA; the first three have roles in the local policy and may decide in a rep's place. */
const REPS = ['40001001', '40001002', '40001003'] as const;
/**
 * Real milliseconds after which whoever has not finished is taken to wait for the other. It decides nothing about the
 * outcome: a run in which nobody excludes anybody is over long before.
 */
const WAITS_FOR_THE_OTHER = 1_000;

let baton: TestBaton;
let lead: string;

function contact(): Readonly<Record<string, string>> {
  return baton.values('contacts', lead);
}

function somebodyElse(): string {
  return REPS.find((rep) => rep !== contact()['handoff_owner']) ?? '';
}

/** Runs `other` while `held` stands between reading the contact and going on. */
async function between<Held, Other>(
  held: () => Promise<Held>,
  other: () => Promise<Other>,
): Promise<readonly [Held, Other]> {
  const read = baton.holdNext('readContacts');
  const first = held();
  await read.reached;
  const second = other();
  await Promise.race([second, realTime(WAITS_FOR_THE_OTHER, undefined, { ref: false })]);
  read.release();
  return Promise.all([first, second]);
}

/** Whose the handoff is, in every place that says so. */
function expectOneOwner(owner: string): void {
  expect(contact()).toMatchObject({ handoff_owner: owner, hubspot_owner_id: owner });
  expect(
    openTasks(baton, lead).map((task) => [task['handoff_task_key'], task['hubspot_owner_id']]),
  ).toEqual([[`${lead}-1:first_touch:1`, owner]]);
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
  baton.portal.clock.advance(60_000);
});

describe('worker and card at once', () => {
  test('an accept that was begun before a new entry came is kept, with its author', async () => {
    const owner = contact()['handoff_owner'] ?? '';
    const [answer] = await between(
      () => baton.card(lead, ACCEPT),
      async () => {
        baton.edit(lead, { lifecyclestage: '' });
        await baton.change(lead, { lifecyclestage: 'marketingqualifiedlead' });
      },
    );
    expect(answer.outcome).toBe('ok');
    await baton.tell(lead, { handoff_status: 'accepted' });
    expect(await baton.work()).not.toHaveProperty('by_hand');
    expect(contact()).toMatchObject({ handoff_status: 'accepted', handoff_decided_by: owner });
    expect(baton.changes(lead).filter(({ what }) => what.startsWith('accepted'))).toHaveLength(1);
  });

  test('an accept while the worker joins a new entry is kept, with its author', async () => {
    const owner = contact()['handoff_owner'] ?? '';
    baton.edit(lead, { lifecyclestage: '' });
    baton.edit(lead, { lifecyclestage: 'marketingqualifiedlead' });
    await baton.tell(lead, { lifecyclestage: 'marketingqualifiedlead' });
    const [, answer] = await between(baton.work, () => baton.card(lead, ACCEPT));
    expect(answer.outcome).toBe('ok');

    await baton.tell(lead, { handoff_status: 'accepted', lifecyclestage: 'salesqualifiedlead' });
    await baton.work();
    expect(contact()).toMatchObject({ handoff_status: 'accepted', handoff_decided_by: owner });
    const told = baton.changes(lead);
    expect(told.filter(({ what }) => what.startsWith('accepted'))).toEqual([
      expect.objectContaining({ by: owner }),
    ]);
    expect(told.map(({ why }) => why).filter((why) => why.includes('by hand'))).toEqual([]);
  });

  test('an accept while the worker adopts another owner leaves one owner with the open task', async () => {
    const owner = contact()['handoff_owner'] ?? '';
    const another = somebodyElse();
    baton.edit(lead, { hubspot_owner_id: another });
    await baton.tell(lead, { hubspot_owner_id: another });
    const [, answer] = await between(baton.work, () => baton.card(lead, ACCEPT, owner));

    await baton.tell(lead, { hubspot_owner_id: another });
    await baton.work();
    expectOneOwner(another);
    // What the rep was told is what HubSpot says.
    const accepted = answer.outcome === 'ok';
    expect(contact()['handoff_status']).toBe(accepted ? 'accepted' : 'awaiting_decision');
    expect(contact()['lifecyclestage']).toBe(
      accepted ? 'salesqualifiedlead' : 'marketingqualifiedlead',
    );
  });
});

describe('two people at once', () => {
  test('two attempts by two people both count', async () => {
    const called = {
      do: 'log_attempt',
      channel: 'phone',
      result: 'voicemail',
      nextStep: 'call again',
    };
    await Promise.all([baton.card(lead, called), baton.card(lead, called, somebodyElse())]);
    expect(baton.activities(lead)).toHaveLength(2);
    expect(contact()['handoff_touches']).toBe('2');
  });

  test('of an accept by the rep and a reject by a manager one wins and the other is told', async () => {
    const owner = contact()['handoff_owner'] ?? '';
    const answers = await Promise.all([
      baton.card(lead, ACCEPT, owner),
      baton.card(lead, REJECT, somebodyElse()),
    ]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'ok']);
    const accepted = answers[0].outcome === 'ok';
    expect(contact()).toMatchObject(
      accepted
        ? { handoff_status: 'accepted', lifecyclestage: 'salesqualifiedlead' }
        : { handoff_status: 'rejected', lifecyclestage: 'marketingqualifiedlead' },
    );
    const decisions = baton.changes(lead).filter(({ what }) => /^(accepted|rejected)/.test(what));
    expect(decisions).toHaveLength(1);
    expect(decisions[0]?.what.startsWith(accepted ? 'accepted' : 'rejected')).toBe(true);
    expect(await baton.work()).not.toHaveProperty('by_hand');
  });

  test('an accept while somebody changes the owner leaves the open task with whoever owns the lead', async () => {
    const owner = contact()['handoff_owner'] ?? '';
    const another = somebodyElse();
    const [answer] = await between(
      () => baton.card(lead, ACCEPT, owner),
      async () => {
        baton.edit(lead, { hubspot_owner_id: another });
        await baton.tell(lead, { hubspot_owner_id: another });
      },
    );
    await baton.work();
    expectOneOwner(another);
    const accepted = answer.outcome === 'ok';
    expect(contact()['handoff_status']).toBe(accepted ? 'accepted' : 'awaiting_decision');
  });
});
