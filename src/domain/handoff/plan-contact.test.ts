import { describe, expect, test } from '@jest/globals';
import { aHandoff, ENTRY, routedTo, type HandoffWishes } from '../../testing/a-handoff.ts';
import {
  ADA,
  aPolicy,
  BEN,
  daysLater,
  FRIDAY_TEN,
  surroundings,
} from '../../testing/surroundings.ts';
import type { PropertyValues } from '../condition/lead-facts.ts';
import type { Day } from '../day.ts';
import { HANDOFF } from '../property-names.ts';
import type { Happening } from './events.ts';
import { evolveAll } from './evolve.ts';
import type { Handoff } from './handoff.ts';
import { planContact, type PlanContext } from './plan-contact.ts';
import { writeHandoff } from './record/write-handoff.ts';

const ENTERED = 'hs_v2_date_entered_marketingqualifiedlead';
const LATER = '2026-11-21T09:00:00.000Z';
const AROUND = surroundings();
const TOLD: PlanContext = { ...AROUND, causes: ['told'] };
const mql: PropertyValues = {
  lifecyclestage: 'marketingqualifiedlead',
  [ENTERED]: '2026-11-20T09:00:00.000Z',
};

const REJECTED: Happening = {
  kind: 'rejected',
  reasonCode: 'wrong_icp',
  owes: null,
  revisitOn: null,
  note: '',
};
const RECYCLED: Happening = {
  kind: 'recycled',
  reasonCode: 'timing',
  owes: null,
  revisitOn: '2026-12-01' as Day,
  note: '',
};
const ACCEPTED: Happening = {
  kind: 'accepted',
  acceptance: 'outreach_started',
  meeting: null,
  note: '',
};

/** A handoff after what happened to it, and the contact as Baton leaves it then. */
function standing(
  happened: readonly Happening[] = [],
  wishes: HandoffWishes = {},
): { readonly handoff: Handoff; readonly contact: PropertyValues } {
  const events = happened.map((one) => ({ at: FRIDAY_TEN, by: ADA, ...one }));
  const opened = aHandoff(wishes);
  const handoff = evolveAll(opened, events);
  const contact = { ...mql, ...writeHandoff(null, opened, mql, AROUND) };
  return { handoff, contact: { ...contact, ...writeHandoff(opened, handoff, contact, AROUND) } };
}

/** What is planned, in a word: the command where it is one. */
function planned(
  { handoff, contact }: { readonly handoff: Handoff | null; readonly contact: PropertyValues },
  change: PropertyValues = {},
  context: PlanContext = TOLD,
): string {
  const plan = planContact({ ...contact, ...change }, handoff, context);
  return plan.kind === 'command' ? plan.command.do : plan.kind;
}

const because = (...causes: PlanContext['causes']): PlanContext => ({ ...AROUND, causes });
const under = (policy: Parameters<typeof aPolicy>[0]): PlanContext => ({
  ...surroundings(FRIDAY_TEN, aPolicy(policy)),
  causes: ['told'],
});

describe('a contact without a handoff', () => {
  test.each<readonly [string, PropertyValues, PlanContext, string]>([
    ['opens the first attempt on an entry after go-live', {}, TOLD, 'open'],
    [
      'opens on an entry exactly at go-live',
      { [ENTERED]: '2026-11-01T00:00:00.000Z' },
      TOLD,
      'open',
    ],
    [
      'is left alone where it entered a millisecond before go-live',
      { [ENTERED]: '2026-10-31T23:59:59.999Z' },
      TOLD,
      'nothing',
    ],
    [
      'is taken with an old entry where an admin asks for it',
      { [ENTERED]: '2026-01-01T00:00:00.000Z' },
      because('backlog'),
      'open',
    ],
    ['is left alone while nothing is in scope', {}, under({ goLiveAt: undefined }), 'nothing'],
    ['is left alone in another stage', { lifecyclestage: 'lead' }, TOLD, 'nothing'],
    ['waits for the stamp of the stage', { [ENTERED]: null }, TOLD, 'nothing'],
  ])('%s', (_name, change, context, expected) => {
    expect(planned({ handoff: null, contact: mql }, change, context)).toBe(expected);
  });

  test.each([
    [TOLD, '2026-11-20T09:00:00.000Z', 'became Marketing Qualified Lead'],
    [because('backlog'), '2026-01-01T00:00:00.000Z', 'backlog'],
  ])('says what opened the attempt', (context, entered, trigger) => {
    const plan = planContact({ ...mql, [ENTERED]: entered }, null, context);
    expect(plan).toMatchObject({ kind: 'open', trigger });
  });
});

describe('a handoff that a rep has', () => {
  test.each<readonly [string, PropertyValues, string]>([
    ['only has its tasks looked after while nothing is new', {}, 'ensure'],
    ['takes in a new entry', { [ENTERED]: LATER }, 'join'],
    ['takes an edited state for a decision', { [HANDOFF.status]: 'rejected' }, 'edit'],
    ['respects an owner who was changed by hand', { hubspot_owner_id: BEN }, 'adopt'],
    ['ends when the contact became an opportunity', { lifecyclestage: 'opportunity' }, 'close'],
    ['ends when the contact was moved back by hand', { lifecyclestage: 'lead' }, 'close'],
    ['stays when the stage is not stamped yet', { [ENTERED]: null }, 'ensure'],
    [
      'stays with its rep when a fit exception comes later',
      { [HANDOFF.fitOverride]: 'not_icp', [HANDOFF.fitOverrideReason]: 'a school' },
      'ensure',
    ],
  ])('%s', (_name, change, expected) => {
    expect(planned(standing(), change)).toBe(expected);
  });

  test('knows the entry by its key', () => {
    const { handoff, contact } = standing();
    const plan = planContact({ ...contact, [ENTERED]: LATER }, handoff, TOLD);
    expect(handoff.entries).toEqual([ENTRY]);
    expect(plan).toMatchObject({ command: { entry: `marketingqualifiedlead@${LATER}` } });
  });

  test('stays when sales moved an accepted contact on', () => {
    expect(planned(standing([ACCEPTED]), { lifecyclestage: 'salesqualifiedlead' })).toBe('ensure');
  });

  test('lets an edit go before the end that the same person set', () => {
    const change = { lifecyclestage: 'opportunity', [HANDOFF.status]: 'accepted' };
    expect(planned(standing(), change)).toBe('edit');
  });
});

describe('a lead that sales gave back', () => {
  test.each<readonly [string, Happening, PropertyValues, PlanContext, string]>([
    ['opens another attempt when it enters again', REJECTED, { [ENTERED]: LATER }, TOLD, 'open'],
    ['is judged again, without opening anything yet', REJECTED, {}, TOLD, 'reconsider'],
    [
      'is left alone where nothing brings it back',
      REJECTED,
      {},
      under({ reenter: undefined }),
      'ensure',
    ],
    [
      'is given to sales by the rules where a person puts it before another owner',
      REJECTED,
      { [HANDOFF.status]: 'awaiting_decision', hubspot_owner_id: BEN },
      TOLD,
      'route',
    ],
    [
      'goes back before the rep who had it',
      REJECTED,
      { [HANDOFF.status]: 'awaiting_decision' },
      TOLD,
      'edit',
    ],
    ['may have its day corrected', RECYCLED, { [HANDOFF.revisitOn]: '2027-01-04' }, TOLD, 'edit'],
    [
      'does not wait for a reason that is none: a new entry counts all the same',
      REJECTED,
      { [HANDOFF.reasonCode]: 'no_such_reason', [ENTERED]: LATER },
      TOLD,
      'open',
    ],
    [
      'waits for its day',
      RECYCLED,
      {},
      { ...surroundings(daysLater(10)), causes: ['due'] },
      'reconsider',
    ],
    [
      'comes back when the owner begins to work on that day',
      RECYCLED,
      {},
      { ...surroundings(daysLater(11)), causes: ['due'] },
      'open',
    ],
  ])('%s', (_name, happened, change, context, expected) => {
    expect(planned(standing([happened]), change, context)).toBe(expected);
  });
});

describe('a lead on hold', () => {
  const nobody = { routed: routedTo(null, AROUND) };
  const needsData = { verdict: { status: 'held_needs_data', tier: null } } as const;
  const disqualified = { verdict: { status: 'disqualified', tier: null } } as const;
  const known: PropertyValues = { [HANDOFF.fitOverride]: null, [HANDOFF.fitOverrideReason]: null };
  const judgedWithout = { opening: { facts: { id: '101', properties: known } } };
  const exception = {
    [HANDOFF.fitOverride]: 'icp_exception',
    [HANDOFF.fitOverrideReason]: 'strategic',
  };

  test.each<readonly [string, HandoffWishes, PropertyValues, PlanContext, string]>([
    ['for facts is judged again at every look', needsData, {}, TOLD, 'release'],
    ['for an owner waits', nobody, {}, TOLD, 'ensure'],
    ['for an owner is routed when somebody is free', nobody, {}, because('freed'), 'route'],
    ['for an owner is routed when its time has come', nobody, {}, because('due'), 'route'],
    ['for an owner takes one whom a person set', nobody, { hubspot_owner_id: BEN }, TOLD, 'adopt'],
    [
      'that is disqualified is decided again when an exception is documented',
      { ...disqualified, ...judgedWithout },
      exception,
      TOLD,
      'open',
    ],
    [
      'that is disqualified stays so where the exception has no reason',
      { ...disqualified, ...judgedWithout },
      { [HANDOFF.fitOverride]: 'icp_exception' },
      TOLD,
      'ensure',
    ],
  ])('%s', (_name, wishes, change, context, expected) => {
    expect(planned(standing([], wishes), change, context)).toBe(expected);
  });
});

describe('a lead that was only observed', () => {
  const observed = { opening: { mode: 'observe' } } as const;

  test('is not decided twice', () => {
    expect(planned(standing([], observed))).toBe('nothing');
  });

  test('is taken when an admin asks for it', () => {
    expect(planned(standing([], observed), {}, because('backlog'))).toBe('open');
  });
});
