import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at } from '../../testing/at.ts';
import { OWNERS } from '../../portal/index.ts';
import { handedOffLead, openTasks } from '../../testing/handed-off-lead.ts';
import { startTestBaton, type TestBaton } from '../../testing/test-baton.ts';

/** More calls than a request of the card makes; a run that no longer dies ends the search. */
const MOST_CALLS = 30;
/** A seeded rep of the same team who has no lead yet; every seeded rep of EMEA may decide in another's place. */
const REPS = ['40001001', '40001002', '40001003'] as const;

const NOT_MINE = {
  do: 'decide',
  decision: 'reassign',
  reasonCode: 'wrong_owner',
  requestId: 'not mine, once',
} as const;
const CALLED = {
  do: 'log_attempt',
  channel: 'phone',
  result: 'voicemail',
  nextStep: 'call again',
  requestId: 'a call, once',
} as const;
const REJECT = {
  do: 'decide',
  decision: 'reject',
  reasonCode: 'wrong_icp',
  requestId: 'a reject, once',
} as const;
const ACCEPT = {
  do: 'decide',
  decision: 'accept',
  acceptance: 'outreach_started',
  requestId: 'an accept, once',
} as const;

let baton: TestBaton;
let lead: string;

function contact(): Readonly<Record<string, string>> {
  return baton.values('contacts', lead);
}

/** Lets HubSpot tell of our own write, as it does of every one. */
async function echo(): Promise<void> {
  const { handoff_status: status = '', hubspot_owner_id: owner = '' } = contact();
  await baton.tell(lead, { handoff_status: status, hubspot_owner_id: owner });
  await baton.work();
}

/** Sends a request that goes wrong; whether the card says so or it was mended on the way is all the same here. */
async function tried(body: Readonly<Record<string, unknown>>, by?: string): Promise<void> {
  await baton.card(lead, body, by).catch(() => null);
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
});

describe('"not mine" whose write goes wrong', () => {
  test.each([
    ['is lost', 'lost'],
    ['is refused by HubSpot', 'refused'],
    ['is taken and never answered', 'unheard'],
  ] as const)(
    'takes one turn when the write %s and the same request comes again',
    async (_how, mishap) => {
      const first = contact()['handoff_owner'] ?? '';
      const before = await baton.turns();
      baton.disturbNext('updateContacts', mishap);
      await tried(NOT_MINE, first);

      const answer = await baton.card(lead, NOT_MINE, first);
      expect(answer.outcome).toBe('ok');
      const second = contact()['handoff_owner'] ?? '';
      expect(second).not.toBe(first);
      expect(answer.message).toContain(OWNERS.find(({ ownerId }) => ownerId === second)?.lastName);
      expect(contact()['hubspot_owner_id']).toBe(second);
      const after = await baton.turns();
      expect(after.total).toBe(before.total + 1);
      expect(after.byOwner.get(second)).toBe((before.byOwner.get(second) ?? 0) + 1);
      await echo();
      expect(openTasks(baton, lead).map((task) => task['hubspot_owner_id'])).toEqual([second]);

      expect(await baton.card(lead, NOT_MINE, first)).toMatchObject({
        outcome: 'ok',
        message: answer.message,
      });
      expect((await baton.turns()).total).toBe(before.total + 1);
    },
  );
});

describe('a logged attempt whose write goes wrong', () => {
  test.each(['lost', 'refused', 'unheard'] as const)(
    'is one activity and one touch when the write is %s and the same request comes again',
    async (mishap) => {
      baton.disturbNext('updateContacts', mishap);
      await tried(CALLED);
      expect((await baton.card(lead, CALLED)).outcome).toBe('ok');
      expect(baton.activities(lead)).toHaveLength(1);
      expect(contact()['handoff_touches']).toBe('1');
    },
  );

  test('is one touch with an activity when the activity itself is lost', async () => {
    baton.disturbNext('createActivities', 'lost');
    await tried(CALLED);
    expect((await baton.card(lead, CALLED)).outcome).toBe('ok');
    expect(baton.activities(lead)).toHaveLength(1);
    expect(contact()['handoff_touches']).toBe('1');
  });
});

/** What came of a request, whatever went wrong on the way to it. */
interface Trace {
  readonly status: string | undefined;
  readonly touches: string | undefined;
  readonly activities: number;
  readonly changedHands: boolean;
  /** Owner ids of open tasks are those of the handoff. */
  readonly openTasks: readonly boolean[];
  readonly turns: number;
  readonly told: number;
}

async function traceOf(body: Readonly<Record<string, unknown>>): Promise<{
  readonly run: () => Promise<unknown>;
  readonly trace: () => Promise<Trace>;
}> {
  lead = await handedOffLead(baton);
  const first = contact()['handoff_owner'] ?? '';
  const turnsBefore = (await baton.turns()).total;
  const toldBefore = baton.changes(lead).length;
  return {
    run: () => baton.card(lead, body, first),
    trace: async () => ({
      status: contact()['handoff_status'],
      touches: contact()['handoff_touches'],
      activities: baton.activities(lead).length,
      changedHands: contact()['handoff_owner'] !== first,
      openTasks: openTasks(baton, lead).map(
        (task) => task['hubspot_owner_id'] === contact()['handoff_owner'],
      ),
      turns: (await baton.turns()).total - turnsBefore,
      told: baton.changes(lead).length - toldBefore,
    }),
  };
}

describe('a process that dies in the middle of a request of the card', () => {
  test.each([
    ['a logged attempt', CALLED],
    ['"not mine"', NOT_MINE],
    ['a reject', REJECT],
    ['an accept', ACCEPT],
  ] as const)(
    'carries %s out once, wherever it died, when the same request comes again',
    async (_name, body) => {
      const undisturbed = await traceOf(body);
      await undisturbed.run();
      await echo();
      const expected = await undisturbed.trace();
      const differing: string[] = [];
      for (const when of ['before', 'after'] as const) {
        let died = true;
        for (let call = 1; died && call <= MOST_CALLS; call += 1) {
          const { run, trace } = await traceOf(body);
          died = await baton.dyingAt(call, when, run);
          await run();
          await echo();
          const seen = JSON.stringify(await trace());
          if (seen !== JSON.stringify(expected)) differing.push(`${when} call ${call}: ${seen}`);
        }
        expect(died).toBe(false);
      }
      expect(differing).toEqual([]);
    },
    120_000,
  );
});

describe('requests that come again', () => {
  test('two logged attempts with one request id at once are one, with one answer', async () => {
    const [one, two] = await Promise.all([baton.card(lead, CALLED), baton.card(lead, CALLED)]);
    expect(baton.activities(lead)).toHaveLength(1);
    expect(contact()['handoff_touches']).toBe('1');
    expect(two).toMatchObject({ outcome: one.outcome, message: one.message });
    expect(one.outcome).toBe('ok');
  });

  test('two "not mine" with one request id at once take one turn, with one answer', async () => {
    const before = (await baton.turns()).total;
    const [one, two] = await Promise.all([baton.card(lead, NOT_MINE), baton.card(lead, NOT_MINE)]);
    expect((await baton.turns()).total).toBe(before + 1);
    expect(two).toMatchObject({ outcome: one.outcome, message: one.message });
    expect(one.outcome).toBe('ok');
  });

  test('a request replayed by somebody else is refused in words', async () => {
    const owner = contact()['handoff_owner'] ?? '';
    const another = REPS.find((rep) => rep !== owner) ?? '';
    await baton.card(lead, CALLED, owner);
    const answer = await baton.card(lead, CALLED, another);
    expect(answer.outcome).not.toBe('ok');
    expect(answer.message).toMatch(/\w+ \w+/);
    expect(contact()['handoff_touches']).toBe('1');
  });

  test('the thirtieth request does not make the first forgotten', async () => {
    for (let n = 1; n <= 30; n += 1) {
      await baton.card(lead, { ...CALLED, requestId: `call ${n}` });
    }
    expect(baton.activities(lead)).toHaveLength(30);
    expect((await baton.card(lead, { ...CALLED, requestId: 'call 1' })).outcome).toBe('ok');
    expect(baton.activities(lead)).toHaveLength(30);
    expect(contact()['handoff_touches']).toBe('30');
  });
});
