import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { describeEvent, type EventWords } from '../../domain/handoff/describe.ts';
import { decodeHandoff } from '../../domain/handoff/record/codec.ts';
import { HANDOFF } from '../../domain/property-names.ts';
import { OWNERS } from '../../portal/index.ts';
import {
  OLD_LEADS,
  startOldBaton,
  type OldBaton,
  type OldLeadName,
} from '../../testing/old-portal.ts';

/** Of the recorded rotation: turns that its one pool had given. */
const OLD_TURNS = 11;
/** The decisions that stand, as the card says them. */
const DECIDED: Readonly<Partial<Record<OldLeadName, string>>> = {
  accepted: 'Accepted: Meeting booked',
  untouched: 'Accepted: Outreach started',
  recycled: 'Recycled: wrong timing',
  rejected: 'Rejected: wrong ICP',
  disqualified: 'Disqualified: wrong ICP',
};

let old: OldBaton;

function fullName(ownerId: string | undefined): string {
  const owner = OWNERS.find((one) => one.ownerId === ownerId);
  return `${owner?.firstName} ${owner?.lastName}`;
}

/** The events of the handoff in words. */
function history(name: OldLeadName): readonly EventWords[] {
  const record = decodeHandoff(old.contact(name)[HANDOFF.record], old.contact(name));
  if (record.kind !== 'handoff') throw new Error(`${name}: ${JSON.stringify(record)}`);
  const names = {
    owner: (ownerId: string | null) => fullName(ownerId ?? undefined),
    reason: (code: string) => code,
    channel: (channel: string) => channel,
    result: (result: string) => result,
  };
  return record.handoff.events.map((event) => describeEvent(event, names));
}

beforeAll(async () => {
  old = await startOldBaton();
});

afterAll(async () => {
  await old.baton.close();
});

describe('what the first version left', () => {
  test('opens with its policy and its rotation', async () => {
    expect((await old.baton.app.livePolicy()).version).toBe('v2');
    expect((await old.baton.app.livePolicy()).policy.mode).toBe('live');
    const { total, byOwner } = await old.baton.turns();
    expect(total).toBe(OLD_TURNS);
    // The one that was passed on and the one that was rejected gave theirs back.
    expect([...byOwner.values()].reduce((sum, turns) => sum + turns, 0)).toBe(OLD_TURNS - 2);
  });

  test('is known again: an echo of the old writes costs no call', async () => {
    for (const name of OLD_LEADS) {
      const written = Object.entries(old.before(name)).filter(([of]) => of.startsWith('handoff_'));
      await old.baton.tell(old.idOf(name), Object.fromEntries(written));
    }
    old.baton.portal.requests.clear();
    expect(await old.baton.work()).toEqual({ echo: OLD_LEADS.length });
    expect(old.baton.portal.requests.counts()).toEqual([]);
  });

  test.each(OLD_LEADS)(
    'shows on the card of the lead that is %s what its contact shows',
    async (name) => {
      const { current } = await old.baton.card(old.idOf(name), { do: 'open' });
      const shows = old.before(name);
      const owner = shows[HANDOFF.owner];
      expect(current).toMatchObject({
        handoffId: shows[HANDOFF.id],
        attempt: 1,
        status: { id: shows[HANDOFF.status] },
        ownerName: owner === undefined ? null : fullName(owner),
        yours: owner !== undefined,
        reason: shows[HANDOFF.reason],
        ownerReason: shows[HANDOFF.ownerReason] ?? null,
        dueAt: shows[HANDOFF.slaDueAt] ?? null,
        policyVersion: 'v2',
        decided: DECIDED[name] === undefined ? null : { text: DECIDED[name] },
      });
    },
  );

  test('keeps note, day and author of a decision, and when the meeting is', async () => {
    const recycled = await old.baton.card(old.idOf('recycled'), { do: 'open' });
    expect(recycled.current?.decided).toMatchObject({
      byName: fullName(old.before('recycled')[HANDOFF.owner]),
      at: '2026-12-01T09:14:00.000Z',
      note: 'New plant opens in March.',
      revisitOn: '2027-03-01',
    });
    const accepted = await old.baton.card(old.idOf('accepted'), { do: 'open' });
    expect(accepted.current?.decided).toMatchObject({ note: 'Wants to see planning.' });
    expect(accepted.current?.nextAction).toEqual({
      text: old.before('accepted')[HANDOFF.nextAction],
      dueAt: '2026-12-04T10:00:00.000Z',
    });
  });

  test('has its history in words, without ids and codes', () => {
    const told = (name: OldLeadName): readonly string[] => history(name).map(({ what }) => what);
    expect(told('accepted')).toEqual([
      'Waiting for the rep to decide',
      'Call: connected',
      'Accepted by sales',
    ]);
    expect(told('rejected')).toEqual(['Waiting for the rep to decide', 'Rejected by sales']);
    expect(history('rejected').at(-1)).toMatchObject({
      by: fullName(old.before('rejected')[HANDOFF.owner]),
      why: 'wrong ICP: They sell to us.',
    });
    expect(JSON.stringify(OLD_LEADS.map(history))).not.toMatch(/4000\d|[a-z]_[a-z]/);
  });

  test('is not opened again by a look at every contact, and has each task once', async () => {
    const contacts = OLD_LEADS.map(old.contact);
    const tasks = OLD_LEADS.map(old.toDo);
    expect(Object.keys(await old.lookAtAll()).sort()).toEqual(['ensure', 'reconsider', 'release']);
    expect(OLD_LEADS.map(old.contact)).toEqual(contacts);
    expect((await old.baton.turns()).total).toBe(OLD_TURNS);
    const keys = OLD_LEADS.flatMap((name) => old.baton.tasksOf(old.idOf(name))).map(
      (task) => task['handoff_task_key'],
    );
    expect(new Set(keys).size).toBe(keys.length);
    // Where the first touch was made, the old version had left its task open, or without the next one.
    const owner = (name: OldLeadName): string => old.before(name)[HANDOFF.owner] ?? '';
    expect(OLD_LEADS.map(old.toDo)).toEqual(
      OLD_LEADS.map((name, index) => {
        if (name === 'accepted' || name === 'touched') return [`touch 2 ${owner(name)}`];
        // Accepting had ended its clock and its only task.
        return name === 'untouched' ? [`touch 1 ${owner(name)}`] : tasks[index];
      }),
    );
    old.baton.portal.requests.clear();
    await old.lookAtAll();
    expect(old.baton.writes()).toEqual([]);
  });
});
