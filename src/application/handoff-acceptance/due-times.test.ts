import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at } from '../../testing/at.ts';
import { handedOffLead } from '../../testing/handed-off-lead.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';

const ACCEPT = { do: 'decide', decision: 'accept', acceptance: 'outreach_started' } as const;
const CALLED = {
  do: 'log_attempt',
  channel: 'phone',
  result: 'voicemail',
  nextStep: 'call again',
} as const;
/** Seeded reps of EMEA. */
const REPS = ['40001001', '40001002', '40001003'] as const;

let baton: TestBaton;
let lead: string;

function contact(): Readonly<Record<string, string>> {
  return baton.values('contacts', lead);
}

async function enterAgain(): Promise<void> {
  baton.edit(lead, { lifecyclestage: '' });
  await baton.change(lead, { lifecyclestage: 'marketingqualifiedlead' });
}

async function changeOwner(): Promise<void> {
  const another = REPS.find((rep) => rep !== contact()['handoff_owner']) ?? '';
  await baton.change(lead, { hubspot_owner_id: another });
}

async function card(...requests: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  for (const request of requests) {
    baton.portal.clock.advance(60_000);
    expect(await baton.card(lead, request)).toMatchObject({ outcome: 'ok' });
  }
}

/** Milliseconds from the change, which was made now, to the instant that a property holds; null where it holds none. */
function ahead(property: string): number | null {
  const value = contact()[property];
  return value ? at(value) - baton.portal.clock.now() : null;
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

describe('a handoff that somebody has to act on', () => {
  const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['it was opened', () => Promise.resolve()],
    ['an attempt was logged', () => card(CALLED)],
    [
      'an attempt was logged with a day for the next',
      () => card({ ...CALLED, nextStepOn: '2026-12-03' }),
    ],
    ['a new entry joined it', enterAgain],
    ['an attempt was logged and a new entry joined it', () => card(CALLED).then(enterAgain)],
    ['somebody changed its owner', changeOwner],
    ['an attempt was logged and somebody changed its owner', () => card(CALLED).then(changeOwner)],
    ['it was accepted', () => card(ACCEPT)],
    ['it was accepted and an attempt logged', () => card(ACCEPT, CALLED)],
    ['it was accepted and a new entry joined it', () => card(ACCEPT).then(enterAgain)],
    ['it was accepted and somebody changed its owner', () => card(ACCEPT).then(changeOwner)],
    [
      'it was passed on',
      () => card({ do: 'decide', decision: 'reassign', reasonCode: 'wrong_owner' }),
    ],
    ['it was accepted by hand', () => baton.change(lead, { handoff_status: 'accepted' })],
    [
      'it was rejected by hand without a reason',
      () => baton.change(lead, { handoff_status: 'rejected' }),
    ],
    [
      'it was recycled by hand without a reason',
      () => baton.change(lead, { handoff_status: 'recycled' }),
    ],
    ['it was rejected', () => card({ do: 'decide', decision: 'reject', reasonCode: 'wrong_icp' })],
    [
      'a reject was taken back',
      () =>
        card(
          { do: 'decide', decision: 'reject', reasonCode: 'wrong_icp' },
          { do: 'decide', decision: 'undo' },
        ),
    ],
    ['it was recycled', () => card({ do: 'decide', decision: 'recycle', reasonCode: 'timing' })],
  ];

  test.each(changes)(
    'has a next action, its due time and an instant to look after %s',
    async (_name, change) => {
      await change();
      expect(contact()['handoff_next_action'] ?? '').not.toBe('');
      expect({
        due: (ahead('handoff_next_action_due_at') ?? -1) >= 0,
        check: (ahead('handoff_check_at') ?? -1) >= 0,
      }).toEqual({ due: true, check: true });
    },
  );

  test('is looked at no later than its next action is due', async () => {
    await card(ACCEPT, CALLED);
    expect(ahead('handoff_check_at') ?? Infinity).toBeLessThanOrEqual(
      ahead('handoff_next_action_due_at') ?? -Infinity,
    );
  });
});
