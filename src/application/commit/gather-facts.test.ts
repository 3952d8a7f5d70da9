import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { connectHubspot } from '../../adapters/hubspot/connect-hubspot.ts';
import { createEmailDomains } from '../../adapters/email-domains/email-domains.ts';
import { DAY, HOUR, instant } from '../../domain/instant.ts';
import { defaultPolicy } from '../../domain/policy/default/default-policy.ts';
import type { PolicyDocument } from '../../domain/policy/policy-document.ts';
import { DERIVED_ACTS } from '../../domain/condition/acts-of.ts';
import { judge } from '../../domain/qualification/judge.ts';
import { at } from '../../testing/at.ts';
import { createPortal, type Portal } from '../../portal/index.ts';
import { preparePolicy, type LivePolicy } from '../live-policy.ts';
import type { Crm } from '../ports/crm.ts';
import { gatherFacts, type FoundLead } from './gather-facts.ts';

const EVENTS = '/events/event-occurrences/2026-09';
const HISTORY = '/crm/objects/2026-09/contacts/batch/read';
const LISTS = '/crm/lists/2026-09/records/memberships/batch/read';
const WEBINAR = '11';

let portal: Portal;
let crm: Crm;

async function started(hasEvents: boolean): Promise<void> {
  portal = createPortal({
    clientSecret: 'secret',
    webhookTarget: null,
    now: () => at('2026-11-24T08:00:00Z'),
    limits: { requests: 100_000 },
    hasEvents,
  });
  const { port } = await portal.listen(0);
  const nothing = (): void => undefined;
  crm = connectHubspot({
    apiUrl: `http://127.0.0.1:${port}`,
    apiVersion: '2026-09',
    accessToken: 'local-token',
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
  }).crm;
}

function prepared(change: (policy: PolicyDocument) => PolicyDocument): LivePolicy {
  return preparePolicy('test', change(defaultPolicy), createEmailDomains(new Set()));
}

/** Rules on events become rules that nobody meets, because plays count them by name. */
const withoutEvents = (policy: PolicyDocument): PolicyDocument => ({
  ...policy,
  examples: [],
  intent: {
    ...policy.intent,
    rules: (policy.intent.rules ?? []).map((rule) =>
      'event' in rule.when && [rule.when.event].flat().some((type) => !DERIVED_ACTS.includes(type))
        ? { ...rule, when: { cond: { field: 'contact.firstname', op: 'eq', value: 'Nobody' } } }
        : rule,
    ),
  },
});
const withSegment = (policy: PolicyDocument): PolicyDocument => {
  const plain = withoutEvents(policy);
  return {
    ...plain,
    intent: {
      ...plain.intent,
      rules: [
        ...(plain.intent.rules ?? []),
        {
          id: 'webinar-list',
          label: 'attended a webinar',
          strength: 'medium',
          when: { segment: WEBINAR },
          points: 10,
          maxCount: 1,
        },
      ],
    },
  };
};

/** What a lead wrote asks to be contacted, from the moment it was written. */
const withMessages = (policy: PolicyDocument): PolicyDocument => {
  const plain = withoutEvents(policy);
  return {
    ...plain,
    intent: {
      ...plain.intent,
      rules: [
        ...(plain.intent.rules ?? []).filter(({ id }) => id !== 'asked-in-words'),
        {
          id: 'asked-in-words',
          label: 'asked for prices in a message',
          strength: 'high',
          when: { event: 'message', match: { text: { has_word: ['quote'] } } },
          points: 100,
          freshDays: 7,
          maxCount: 1,
          request: true,
        },
      ],
    },
  };
};

async function contactsOf(policy: LivePolicy, ids: readonly string[]): Promise<FoundLead[]> {
  const contacts = await crm.readContacts(ids, policy.reads.contact);
  portal.requests.clear();
  return [...contacts.values()].map((contact) => ({ contact, handoff: null }));
}

const calls = (path: string): number =>
  portal.requests
    .counts()
    .filter((each) => each.path === path)
    .reduce((sum, { count }) => sum + count, 0);
const seeded = (): readonly string[] =>
  portal.store.list({ type: 'contacts', limit: 100 }).map(({ id }) => id);

describe('gathering facts of a hundred leads', () => {
  beforeAll(() => started(true));
  beforeEach(() => {
    portal.requests.clear();
  });
  afterAll(() => portal.close());

  test('asks for neither segments nor events when the policy uses neither', async () => {
    const policy = prepared(withoutEvents);
    const contacts = await contactsOf(policy, seeded());
    const facts = await gatherFacts(crm, policy, contacts, portal.clock.now());
    expect([calls(LISTS), calls(EVENTS)]).toEqual([0, 0]);
    for (const lead of facts.values()) {
      expect([lead.segments, lead.events]).toEqual([undefined, undefined]);
    }
  });

  test('reads segments in one call, and the decision rests on them', async () => {
    const policy = prepared(withSegment);
    const now = portal.clock.now();
    const facts = await gatherFacts(crm, policy, await contactsOf(policy, seeded()), now);
    expect([calls(LISTS), calls(EVENTS)]).toEqual([1, 0]);
    const member = [...facts.values()].find(({ segments }) => (segments ?? []).length > 0);
    expect(member?.segments).toEqual([{ id: WEBINAR, joinedAt: expect.stringMatching(/Z$/) }]);
    expect(member && judge(policy.compiled, member, now).evidence).toBe('segments');
  });

  test('reads when a message was written only of leads whose place it could change', async () => {
    const policy = prepared(withMessages);
    const now = portal.clock.now();
    const form = (which: string, name: string, daysAgo: number): Record<string, string> => ({
      [`${which}_conversion_event_name`]: name,
      [`${which}_conversion_date`]: new Date(now - daysAgo * DAY).toISOString(),
    });
    const old = form('first', 'Newsletter sign-up', 400);
    let made = 0;
    const aLead = (more: Readonly<Record<string, string>>): string => {
      made += 1;
      const email = `writer-${made}@bank.example`;
      const source = { type: 'IMPORT', id: 'test' } as const;
      return portal.store.create('contacts', { email, ...old, ...more }, source).id;
    };
    const message = 'Please send a quote.';
    const open = Array.from({ length: 51 }, () =>
      aLead({ message, ...form('recent', 'Newsletter sign-up', 1) }),
    );
    const silent = aLead(form('recent', 'Newsletter sign-up', 1));
    const asker = aLead({ message, ...form('recent', 'Demo request: Book a demo', 1) });
    const contacts = await contactsOf(policy, [...open, silent, asker]);
    const facts = await gatherFacts(crm, policy, contacts, now);
    expect(calls(HISTORY)).toBe(2);
    const [first = ''] = open;
    const written = facts.get(first);
    expect(written?.history?.message).toEqual([
      { value: message, at: new Date(now).toISOString() },
    ]);
    expect(written && judge(policy.compiled, written, now).requested).toBe(true);
    for (const id of [silent, asker]) expect(facts.get(id)?.history).toBeUndefined();
  });

  test('reads the deals that run with a company, for all its people in few calls', async () => {
    const policy = prepared(withoutEvents);
    const source = { type: 'IMPORT', id: 'test' } as const;
    const { store } = portal;
    const mill = store.create('companies', { name: 'Mill', domain: 'mill.example' }, source);
    const [buyer, ...colleagues] = ['buyer', 'one', 'two'].map((name) => {
      const person = store.create('contacts', { email: `${name}@mill.example` }, source);
      store.associate(person, mill);
      return person;
    });
    const running = { dealname: 'Mill', dealstage: 'presentationscheduled', pipeline: 'default' };
    const deal = store.create('deals', { ...running, hubspot_owner_id: '40001001' }, source);
    const lost = store.create('deals', { ...running, dealstage: 'closedlost' }, source);
    for (const one of [deal, lost]) store.associate(one, store.get('companies', mill.id) ?? mill);
    if (buyer) store.associate(deal, store.get('contacts', buyer.id) ?? buyer);
    const everybody = [buyer, ...colleagues].flatMap((one) => (one ? [one.id] : []));
    const facts = await gatherFacts(
      crm,
      policy,
      await contactsOf(policy, everybody),
      portal.clock.now(),
    );
    for (const id of everybody) {
      const known = facts.get(id);
      expect(known?.deals?.map((one) => one.id)).toEqual([deal.id]);
      expect(known?.deals?.[0]?.properties['hubspot_owner_id']).toBe('40001001');
    }
    expect(calls('/crm/associations/2026-09/companies/deals/batch/read')).toBe(1);
    expect(calls('/crm/objects/2026-09/deals/batch/read')).toBe(2);
    store.update(store.get('deals', deal.id) ?? deal, { dealstage: 'closedlost' }, source);
    expect(store.get('companies', mill.id)?.properties['hs_num_open_deals']).toBe('0');
  });

  test('reads events only of the leads whose tier they could change', async () => {
    const policy = prepared((it) => it);
    const now = portal.clock.now();
    const source = { type: 'IMPORT', id: 'test' } as const;
    const bank = portal.store.create(
      'companies',
      {
        name: 'Bank',
        domain: 'bank.example',
        industry: 'BANKING',
        numberofemployees: '800',
        country: 'Germany',
      },
      source,
    );
    const aLead = (email: string, more: Readonly<Record<string, string>>): string => {
      const lead = portal.store.create('contacts', { email, jobtitle: 'CFO', ...more }, source);
      portal.store.associate(lead, bank);
      return lead.id;
    };
    const visitor = aLead('visitor@bank.example', {});
    // Already the best there is: no page view lifts it.
    const asker = aLead('asker@bank.example', {
      recent_conversion_event_name: 'Demo request: Book a demo',
      recent_conversion_date: new Date(now - HOUR).toISOString(),
    });
    portal.store.occurrences.add({
      recordId: visitor,
      type: 'e_visited_page',
      occurredAt: instant(now - DAY),
      properties: { hs_url: 'https://www.example.com/pricing' },
    });
    const facts = await gatherFacts(crm, policy, await contactsOf(policy, [visitor, asker]), now);
    expect(facts.get(asker)?.events).toBeUndefined();
    expect(facts.get(visitor)?.events).toEqual([
      expect.objectContaining({
        type: 'page_view',
        properties: { url: 'https://www.example.com/pricing' },
      }),
    ]);
    expect(calls(EVENTS)).toBe(1);
    const read = facts.get(visitor);
    expect(read && judge(policy.compiled, read, now).evidence).toBe('events');
  });
});

describe('in an account without Enterprise', () => {
  beforeAll(() => started(false));
  afterAll(() => portal.close());

  test('a burst asks for events once, and every decision still stands', async () => {
    const policy = prepared((it) => it);
    const now = portal.clock.now();
    const contacts = await contactsOf(policy, seeded());
    const facts = await gatherFacts(crm, policy, contacts, now);
    expect(calls(EVENTS)).toBe(1);
    portal.requests.clear();
    await gatherFacts(crm, policy, contacts, now);
    expect(calls(EVENTS)).toBe(0);
    for (const lead of facts.values()) {
      expect(judge(policy.compiled, lead, now).evidence).toBe('properties');
    }
  });
});
