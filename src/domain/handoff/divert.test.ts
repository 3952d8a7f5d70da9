import { describe, expect, test } from '@jest/globals';
import { aHandoff } from '../../testing/a-handoff.ts';
import { aVerdict } from '../../testing/a-verdict.ts';
import {
  ADA,
  aPolicy,
  BEN,
  daysLater,
  FRIDAY_TEN,
  minutesLater,
  ROLES,
  surroundings,
} from '../../testing/surroundings.ts';
import type { LeadFacts, PropertyValues } from '../condition/lead-facts.ts';
import type { Verdict } from '../qualification/verdict.ts';
import { checkAt } from './clock/check-at.ts';
import { nextAction } from './clock/next-action.ts';
import { toMend } from './clock/to-mend.ts';
import { ownsAccount, whoAsked, yoursAsked } from './divert-words.ts';
import type { Happening } from './events.ts';
import { evolveAll } from './evolve.ts';
import type { Handoff } from './handoff.ts';
import { planContact } from './plan-contact.ts';
import { writeHandoff } from './record/write-handoff.ts';
import { comesBackBy } from './reenter.ts';
import { wantedTasks } from './tasks/wanted-tasks.ts';

const AROUND = surroundings();
const rule = (label: string): Verdict['diverted'] => ({ rule: 'r', reasonCode: 'c', label });
const CUSTOMER = rule('already a customer');

function factsOf(
  properties: PropertyValues = {},
  company: LeadFacts['company'] = {
    id: '501',
    properties: { name: 'Alder Bank', hubspot_owner_id: ADA },
  },
): LeadFacts {
  return {
    id: '101',
    properties: { firstname: 'Sam', jobtitle: 'CFO', email: 'sam@alder.example', ...properties },
    company,
  };
}

function diverted(facts = factsOf(), verdict: Partial<Verdict> = {}, around = AROUND): Handoff {
  return aHandoff(
    { verdict: { status: 'diverted', diverted: CUSTOMER, ...verdict }, opening: { facts } },
    around,
  );
}

describe('the words of a diverted lead', () => {
  test.each<readonly [string, string, string, string]>([
    [
      'already a customer',
      'Your customer asked for a demo',
      "Sam is your customer's CFO and asked for a demo.",
      'Ada owns Alder Bank, a customer.',
    ],
    [
      'a partner, reseller or supplier',
      'Your partner asked for a demo',
      "Sam is your partner's CFO and asked for a demo.",
      'Ada owns Alder Bank, a partner.',
    ],
    [
      'in a running deal',
      'Somebody in your running deal asked for a demo',
      'Sam is the CFO in your running deal and asked for a demo.',
      'Ada owns Alder Bank, with whom a deal is running.',
    ],
    [
      'on our list',
      'Somebody of your account asked for a demo',
      'Sam is the CFO of your account and asked for a demo.',
      'Ada owns Alder Bank.',
    ],
  ])('%s', (label, task, card, reason) => {
    const about = { verdict: aVerdict({ diverted: rule(label) }), facts: factsOf() };
    expect(yoursAsked(about)).toBe(task);
    expect(whoAsked(about, 'your')).toBe(card);
    expect(ownsAccount(about, 'account_owner', 'Ada')).toBe(reason);
  });

  test('without a job title, an act or a company', () => {
    const none = { score: 0, level: 3, contributions: [] } as const;
    const verdict = aVerdict({ diverted: CUSTOMER, intent: none, requested: false });
    const about = { verdict, facts: factsOf({ jobtitle: null, company: null }, null) };
    expect(whoAsked(about, 'a')).toBe('Sam is with a customer and got in touch.');
    expect(ownsAccount(about, 'contact_owner', null)).toBe(
      'You own this contact of the account, a customer.',
    );
  });
});

describe('a diverted lead', () => {
  test('without a class of its own is due in one business day', () => {
    const handoff = diverted(factsOf(), { sla: null });
    expect(nextAction(handoff, AROUND).dueAt).toBe(Date.parse('2026-11-23T09:00:00.000Z'));
    expect(handoff.clock).toMatchObject({ status: 'running', warnAt: null });
  });

  test('is looked at when it is to be warned of and when it is due, and by no ladder', () => {
    const handoff = diverted();
    expect(checkAt(handoff, AROUND)).toBe(minutesLater(5));
    expect(checkAt(handoff, surroundings(minutesLater(5)))).toBe(minutesLater(30));
    expect(checkAt(handoff, surroundings(minutesLater(30)))).toBeGreaterThan(minutesLater(120));
  });

  test.each([
    [{ phone: '+49 30 1' }, 'CALL'],
    [{ mobilephone: '+49 170 1' }, 'CALL'],
    [{}, 'EMAIL'],
    [{ email: null }, 'TODO'],
  ])('asks for what is possible: %j is a %s', (properties, type) => {
    const tasks = wantedTasks(diverted(factsOf(properties)), { ...AROUND, linkTo: () => '' });
    expect(tasks.map(({ task }) => task.properties['hs_task_type'])).toEqual([type]);
  });

  test('goes by who is asked first: contact, company, deal, sales', () => {
    const deals = [
      { id: '7', properties: { dealstage: 'presentationscheduled', hubspot_owner_id: BEN } },
    ];
    const company = { id: '501', properties: { name: 'Alder Bank' } };
    const owners = [
      factsOf({ hubspot_owner_id: BEN }),
      factsOf(),
      { ...factsOf({}, company), deals },
      factsOf({}, company),
      factsOf({ hubspot_owner_id: 'gone' }),
    ].map((facts) => diverted(facts).assignment);
    expect(owners.map((one) => [one?.ownerId, one?.via])).toEqual([
      [BEN, 'contact_owner'],
      [ADA, 'account_owner'],
      [BEN, 'deal_owner'],
      [ROLES.sales, 'sales_role'],
      [ADA, 'account_owner'],
    ]);
  });

  test('is on hold in words where nobody is left', () => {
    const around = surroundings(FRIDAY_TEN, aPolicy({ roles: undefined }));
    const { state, assignment } = diverted(factsOf({}, null), {}, around);
    expect(state).toEqual({ status: 'held_no_owner', dueAt: minutesLater(60) });
    expect(assignment).toMatchObject({ via: 'no_account_owner', ownerId: null, pool: null });
    expect(assignment?.reason).toMatch(/name a person for sales in the policy\.$/);
  });
});

describe('what a diverted contact asks for', () => {
  const mql: PropertyValues = {
    lifecyclestage: 'marketingqualifiedlead',
    hs_v2_date_entered_marketingqualifiedlead: '2026-11-20T09:00:00.000Z',
  };

  test.each<readonly [string, PropertyValues, string]>([
    ['nothing', {}, 'ensure'],
    ['a new owner', { hubspot_owner_id: BEN }, 'adopt'],
    [
      'another entry',
      { hs_v2_date_entered_marketingqualifiedlead: '2026-11-21T09:00:00.000Z' },
      'join',
    ],
    ['nothing as a customer', { lifecyclestage: 'customer' }, 'ensure'],
    ['nothing as a lead', { lifecyclestage: 'lead' }, 'ensure'],
    ['an end by hand', { handoff_status: 'closed' }, 'edit'],
  ])('%s', (_what, change, expected) => {
    const handoff = diverted();
    const contact = { ...mql, ...writeHandoff(null, handoff, mql, AROUND), ...change };
    const plan = planContact(contact, handoff, { ...AROUND, causes: ['told'] });
    expect(plan.kind === 'command' ? plan.command.do : plan.kind).toBe(expected);
  });

  test('nothing of the owner with whom it was found', () => {
    const handoff = diverted(factsOf({ hubspot_owner_id: 'gone' }));
    const found = { ...mql, hubspot_owner_id: 'gone' };
    const contact = { ...found, ...writeHandoff(null, handoff, found, AROUND) };
    expect(contact).toMatchObject({ hubspot_owner_id: 'gone', handoff_owner: ADA });
    expect(planContact(contact, handoff, { ...AROUND, causes: ['told'] }).kind).toBe('ensure');
  });
});

describe('a customer who was answered', () => {
  const closed: Happening = { kind: 'closed', outcome: 'diverted', why: '' };
  const answered = evolveAll(diverted(), [{ at: minutesLater(60), by: ADA, ...closed }]);
  const policy = aPolicy({
    reenter: { from: ['closed'], strength: 'high', minHours: 24 },
  });
  const again = (at: string): Pick<Verdict, 'intent' | 'status' | 'tier'> => {
    const demo = policy.intent.rules.find(({ strength }) => strength === 'high')?.id ?? '';
    const act = { rule: demo, label: 'asked for a demo', points: 100, occurredAt: at };
    const intent = { score: 100, level: 1, contributions: [act] } as const;
    return aVerdict({ status: 'diverted', diverted: CUSTOMER, tier: 'tier_2', intent });
  };

  test.each([
    ['comes back who asks again', '2026-11-24T09:00:00.000Z', 'came back: asked for a demo'],
    ['does not come back for what was answered', '2026-11-20T09:59:00.000Z', null],
  ])('%s', (_name, at, expected) => {
    expect(comesBackBy(answered, again(at), policy, daysLater(5))).toBe(expected);
  });
});

describe('what is to be mended', () => {
  test.each([
    ['the address bounced', [], 'The address bounced: find a working one'],
    ['no consent on record', [], 'No consent on record: ask for it first'],
    ['a duplicate of another contact', [], 'A duplicate of another contact: merge the two records'],
    ['test data', [], 'Test data: put it right'],
    [
      'the address bounced',
      ['company.name'],
      'The address bounced: find a working one; fill in what is missing: company name',
    ],
  ])('%s, missing %j', (label, missing, text) => {
    expect(toMend({ held: rule(label), missing })).toBe(text);
  });

  test('only what is missing', () => {
    expect(toMend({ held: null, missing: ['company.name', 'contact.phone'] })).toBe(
      'Fill in what is missing: company name and phone number',
    );
  });
});
