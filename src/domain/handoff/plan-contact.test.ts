import { describe, expect, test } from '@jest/globals';
import { aNewHandoff } from '../../testing/a-new-handoff.ts';
import { at } from '../../testing/at.ts';
import type { PropertyValues } from '../condition/lead-facts.ts';
import type { HandoffStatus } from './handoff-status.ts';
import { newHandoffProperties } from './new-handoff.ts';
import { planContact, type PlanContext } from './plan-contact.ts';

const ENTERED = 'hs_v2_date_entered_marketingqualifiedlead';
const context: PlanContext = {
  triggerStages: ['marketingqualifiedlead'],
  goLiveAt: at('2026-11-01T00:00:00Z'),
  backlog: false,
  reenterFrom: ['nurture', 'rejected', 'recycled', 'closed'],
};
const mql: PropertyValues = {
  lifecyclestage: 'marketingqualifiedlead',
  [ENTERED]: '2026-11-20T09:00:00.000Z',
};

/** The same contact as Baton leaves it in a state; `change` is what somebody did to it afterwards. */
function handedOff(change: PropertyValues = {}, status: HandoffStatus = 'awaiting_decision') {
  return { ...mql, ...newHandoffProperties(aNewHandoff({ status })), ...change };
}

describe('planContact', () => {
  test.each([
    ['opens the first attempt on an entry after go-live', mql, {}, 'open'],
    [
      'opens on an entry exactly at go-live',
      { ...mql, [ENTERED]: '2026-11-01T00:00:00.000Z' },
      {},
      'open',
    ],
    [
      'leaves an entry a millisecond before go-live alone',
      { ...mql, [ENTERED]: '2026-10-31T23:59:59.999Z' },
      {},
      'nothing',
    ],
    [
      'takes an old entry that an admin asked for',
      { ...mql, [ENTERED]: '2026-01-01T00:00:00.000Z' },
      { backlog: true },
      'open',
    ],
    ['leaves everything alone while nothing is in scope', mql, { goLiveAt: null }, 'nothing'],
    [
      'leaves a contact in another stage alone',
      { lifecyclestage: 'lead', [ENTERED]: '2026-11-20T09:00:00.000Z' },
      {},
      'nothing',
    ],
    [
      'waits for the stamp of the stage',
      { lifecyclestage: 'marketingqualifiedlead', [ENTERED]: null },
      {},
      'nothing',
    ],
    [
      'only looks after the tasks when the entry is the one decided',
      handedOff(),
      {},
      'ensure_tasks',
    ],
    [
      'lets a new entry join the attempt that is still running',
      handedOff({ [ENTERED]: '2026-11-21T09:00:00.000Z' }),
      {},
      'join',
    ],
    [
      'opens another attempt when a rejected lead enters again',
      handedOff({ [ENTERED]: '2026-11-21T09:00:00.000Z' }, 'rejected'),
      {},
      'open',
    ],
    [
      'looks at a rejected lead again, without opening anything yet',
      handedOff({}, 'rejected'),
      {},
      'reconsider',
    ],
    [
      'leaves a rejected lead alone where the policy lets nobody re-enter from there',
      handedOff({}, 'rejected'),
      { reenterFrom: [] },
      'ensure_tasks',
    ],
    [
      'takes a state that a person edited for a decision',
      handedOff({ handoff_status: 'rejected' }),
      {},
      'by_hand',
    ],
    [
      'decides a disqualified lead again when a fit exception is documented',
      handedOff(
        { handoff_fit_override: 'icp_exception', handoff_fit_override_reason: 'strategic' },
        'disqualified',
      ),
      {},
      'open',
    ],
    [
      'ignores a fit exception without a reason',
      handedOff({ handoff_fit_override: 'icp_exception' }, 'disqualified'),
      {},
      'ensure_tasks',
    ],
    [
      'leaves a lead with its rep when a fit exception comes later',
      handedOff({ handoff_fit_override: 'not_icp', handoff_fit_override_reason: 'a school' }),
      {},
      'ensure_tasks',
    ],
    [
      'respects an owner that was changed by hand',
      handedOff({ hubspot_owner_id: '7' }),
      {},
      'adopt_owner',
    ],
    [
      'ends when the contact became an opportunity',
      handedOff({ lifecyclestage: 'opportunity' }),
      {},
      'close',
    ],
    [
      'ends when the contact was moved back by hand',
      handedOff({ lifecyclestage: 'lead' }),
      {},
      'close',
    ],
    [
      'stays when sales moved the contact on',
      handedOff({ lifecyclestage: 'salesqualifiedlead' }, 'accepted'),
      {},
      'ensure_tasks',
    ],
    [
      'stops at a record that was damaged by hand',
      handedOff({ handoff_record: '{' }),
      {},
      'blocked',
    ],
    [
      'does not decide twice what observe mode has seen',
      { ...mql, ...newHandoffProperties(aNewHandoff({ mode: 'observe' })) },
      {},
      'nothing',
    ],
    [
      'takes what observe mode has seen when an admin asks for it',
      { ...mql, ...newHandoffProperties(aNewHandoff({ mode: 'observe' })) },
      { backlog: true },
      'open',
    ],
  ] as const)('%s', (_name, contact, change, kind) => {
    expect(planContact(contact, { ...context, ...change }).kind).toBe(kind);
  });

  test('numbers attempts on from the last one', () => {
    const again = handedOff(
      { [ENTERED]: '2026-11-21T09:00:00.000Z', handoff_attempt: '3' },
      'recycled',
    );
    expect(planContact(again, context)).toMatchObject({ kind: 'open', attempt: 4 });
  });

  test('starts at one after observe mode, which hands nothing off', () => {
    const observed = { ...mql, ...newHandoffProperties(aNewHandoff({ mode: 'observe' })) };
    expect(planContact(observed, { ...context, backlog: true })).toMatchObject({ attempt: 1 });
  });

  test('says what to do about a damaged record', () => {
    const plan = planContact(handedOff({ handoff_record: '[]' }), context);
    expect(plan).toMatchObject({ message: expect.stringContaining("property's history") });
  });
});
