import { describe, expect, test } from '@jest/globals';
import { routedTo } from '../../testing/a-handoff.ts';
import { everyLife } from '../../testing/every-life.ts';
import { ADA, BEN, FRIDAY_TEN, surroundings } from '../../testing/surroundings.ts';
import type { Surroundings } from './clock/next-action.ts';
import { describeEvent, type Names } from './describe.ts';
import type { HandoffEvent, Happening } from './events.ts';
import { BATON, SOMEBODY } from './progress.ts';

/** Every kind of event that a life can bring; the one that is left comes of old records. */
const KINDS = {
  opened: 'opened',
  routed: 'routed',
  adopted: 'adopted',
  diverted: 'diverted',
  passed_on: 'passed_on',
  accepted: 'accepted',
  rejected: 'rejected',
  recycled: 'recycled',
  reason_given: 'reason_given',
  amended: 'amended',
  undone: 'undone',
  attempted: 'attempted',
  joined: 'joined',
  released: 'released',
  set_by_hand: 'set_by_hand',
  closed: 'closed',
} satisfies { [Kind in Exclude<HandoffEvent['kind'], 'carried_over'>]: Kind };

function namesOf({ policy, people }: Surroundings): Names {
  return {
    owner: (id) => people.reps.get(id ?? '')?.name ?? null,
    reason: (code) => policy.reasons.find((one) => one.code === code)?.label ?? null,
    channel: (channel) => (channel === 'phone' ? 'Call' : 'E-mail'),
    result: (result) => result.replaceAll('_', ' '),
  };
}

test('every event has words, and none of them is an id or a code', () => {
  const seen = new Set<string>();
  everyLife(
    () =>
      ({ after, around }) => {
        const names = namesOf(around);
        const codes = around.policy.reasons.map(({ code }) => code);
        const hidden = [
          ...around.people.reps.keys(),
          ...codes.filter((code) => code.includes('_')),
        ];
        return after.events.flatMap((event) => {
          seen.add(event.kind);
          const { what, why, by } = describeEvent(event, names);
          const text = `${what} | ${why} | ${by}`;
          const shows = hidden.some((word) => text.includes(word));
          return what === '' || by === '' || shows ? [`${event.kind}: ${text}`] : [];
        });
      },
    (broken) => {
      expect(broken).toEqual([]);
    },
  );
  expect([...seen].sort()).toEqual(Object.keys(KINDS).sort());
});

describe('an event in words', () => {
  const around = surroundings();
  const names = namesOf(around);
  const words = (happening: Happening): string => {
    const event = { at: FRIDAY_TEN, by: ADA, ...happening };
    const { what, why } = describeEvent(event, names);
    return why === '' ? what : `${what} (${why})`;
  };

  test.each<readonly [Happening, string]>([
    [
      { kind: 'routed', ...routedTo(BEN, around) },
      'Handed to Ben Brook (It was your turn in EMEA.)',
    ],
    [
      { kind: 'routed', ...routedTo(null, around) },
      'Nobody could take it (Nobody in EMEA can take it now.)',
    ],
    [
      { kind: 'routed', ...routedTo('99999', around) },
      'Handed to somebody who is no owner any more (It was your turn in EMEA.)',
    ],
    [
      {
        kind: 'passed_on',
        from: ADA,
        reasonCode: 'wrong_owner',
        note: 'hers is the north',
        ...routedTo(BEN, around),
      },
      'Passed on. Handed to Ben Brook (wrong territory or owner: hers is the north)',
    ],
    [
      { kind: 'rejected', reasonCode: 'long_gone', owes: null, revisitOn: null, note: '' },
      'Rejected (a reason the policy no longer has)',
    ],
    [{ kind: 'rejected', reasonCode: null, owes: 'reason', revisitOn: null, note: '' }, 'Rejected'],
    [
      {
        kind: 'attempted',
        channel: 'phone',
        result: 'no_answer',
        real: true,
        nextStep: 'Call again',
        nextStepOn: null,
        minutes: 3,
      },
      'Call: no answer (Next: Call again)',
    ],
    [
      { kind: 'joined', entry: 'x', stage: 'marketingqualifiedlead' },
      'Another entry joined (Became Marketing Qualified Lead again)',
    ],
    [{ kind: 'carried_over', what: 'Recycled', why: 'wrong timing' }, 'Recycled (wrong timing)'],
  ])('%j', (happening, expected) => {
    expect(words(happening)).toBe(expected);
  });

  test.each([
    [ADA, 'Ada Adams'],
    [BATON, 'Baton'],
    [SOMEBODY, 'Somebody, by hand'],
  ] as const)('says who did it: %s', (by, expected) => {
    const event: HandoffEvent = { at: FRIDAY_TEN, kind: 'undone', by };
    expect(describeEvent(event, names).by).toBe(expected);
  });
});
