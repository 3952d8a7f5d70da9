import { describe, expect, test } from '@jest/globals';
import { aHandoff, ENTRY, routedTo } from '../../testing/a-handoff.ts';
import { ADA, FRIDAY_TEN, minutesLater, surroundings } from '../../testing/surroundings.ts';
import { at } from '../../testing/at.ts';
import { evolve } from './evolve.ts';

const AROUND = surroundings();

describe('a new attempt', () => {
  test('is with the rep, and its clock runs', () => {
    expect(aHandoff()).toMatchObject({
      id: '101-1',
      state: { status: 'awaiting_decision', owner: ADA },
      clock: { status: 'running', dueAt: minutesLater(30), warnAt: minutesLater(5) },
      entries: [ENTRY],
      events: [{ kind: 'opened' }, { kind: 'routed' }],
      version: 2,
      undo: null,
    });
  });

  test.each([
    // An hour of work for whoever assigns, a working day for a hold, three for the review of nurture.
    ['held_no_owner', { routed: routedTo(null, AROUND) }, '2026-11-20T10:00:00.000Z'],
    ['held_needs_data', { verdict: { status: 'held_needs_data' } }, '2026-11-23T09:00:00.000Z'],
    ['held_for_review', { verdict: { status: 'held_for_review' } }, '2026-11-23T09:00:00.000Z'],
    [
      'nurture',
      { verdict: { status: 'nurture', sla: { businessDays: 3 } } },
      '2026-11-25T09:00:00.000Z',
    ],
  ] as const)('that is %s is due for whoever has it', (status, wishes, due) => {
    expect(aHandoff(wishes).state).toEqual({ status, dueAt: at(due) });
  });

  test('that is disqualified is due for nobody', () => {
    const stopped = aHandoff({ verdict: { status: 'disqualified' } });
    expect(stopped.state).toEqual({ status: 'disqualified' });
  });

  test('remembers what the one before came to', () => {
    const note = 'Too small for us.';
    const rejected = {
      kind: 'rejected',
      reasonCode: 'wrong_icp',
      owes: null,
      revisitOn: null,
      note,
    } as const;
    const previous = evolve(aHandoff(), { at: FRIDAY_TEN, by: ADA, ...rejected });
    expect(aHandoff({ attempt: 2, previous }).earlier).toEqual([
      {
        attempt: 1,
        handoffId: '101-1',
        status: 'rejected',
        tier: 'tier_1',
        ownerId: ADA,
        decidedAt: '2026-11-20T09:00:00.000Z',
        reasonCode: 'wrong_icp',
        note,
      },
    ]);
  });

  test('answers the entry before it where it has none of its own, and counts nothing that was only observed', () => {
    const previous = aHandoff({ opening: { mode: 'observe' } });
    const next = aHandoff({ previous, entry: null });
    expect(next.entries).toEqual([ENTRY]);
    expect(next.earlier).toEqual([]);
    expect(previous.id).toBe('101-observed-1');
  });
});
