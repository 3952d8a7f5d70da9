import { describe, expect, test } from '@jest/globals';
import { runCli } from '../../../testing/run-cli.ts';
import { temporaryFiles } from '../../../testing/temporary-files.ts';
import { defaultPolicy } from '../../../domain/policy/default/default-policy.ts';

const files = temporaryFiles();

const BANK = {
  id: '9',
  properties: {
    name: 'Harbor Bank',
    industry: 'BANKING',
    numberofemployees: 400,
    country: 'Germany',
    type: 'PROSPECT',
  },
};

function aLead(id: string, over: object = {}): object {
  return {
    id,
    properties: {
      email: `p${id}@harbor-bank.example`,
      firstname: 'Ada',
      jobtitle: 'Head of Data',
      hs_analytics_source: 'ORGANIC_SEARCH',
      recent_conversion_event_name: 'Demo request: Book a demo',
      recent_conversion_date: '2026-11-19T09:00:00Z',
    },
    company: BANK,
    segments: [],
    events: [],
    deals: [],
    ...over,
  };
}

const CUSTOMER = {
  ...BANK,
  id: '8',
  properties: { ...BANK.properties, lifecyclestage: 'customer' },
};
const CALENDAR = {
  timeZone: 'Europe/Berlin',
  hours: { mon: [['09:00', '17:00']], fri: [['09:00', '17:00']] },
};

describe('baton evaluate', () => {
  test('prints the JSON of design §9, in input order', async () => {
    const leads = files.write('two.json', {
      leads: [aLead('101'), aLead('102', { company: CUSTOMER })],
    });
    const { code, lines } = await runCli(['evaluate', '--leads', leads, '--json']);
    expect(code).toBe(0);
    const { results, ...rest } = JSON.parse(lines.join('\n')) as { results: object[] };
    expect(rest).toEqual({});
    expect(results).toMatchObject([
      {
        id: '101',
        status: 'awaiting_decision',
        tier: 'tier_1',
        class: 'requested',
        fit: { score: 100, grade: 'A' },
        intent: { score: 100, level: 1 },
        disqualified: null,
        missing: [],
        bestTier: 'tier_1',
        worstTier: 'tier_1',
        askFor: null,
        nextTier: null,
        play: 'demo',
        sla: { minutes: 30, warnAfterMinutes: 5 },
        evidence: 'events',
      },
      { id: '102', status: 'diverted', tier: 'tier_1', class: 'requested', disqualified: null },
    ]);
    expect(Object.keys(results[0] ?? {})).toEqual(
      'id status tier class fit intent disqualified missing bestTier worstTier askFor nextTier reason play sla evidence'.split(
        ' ',
      ),
    );
  });

  test('reports a lead that cannot be read, does the others and finds a problem', async () => {
    const leads = files.write('one-bad.json', { leads: [{ id: '1' }, aLead('2')] });
    const human = await runCli(['evaluate', '--leads', leads]);
    expect(human.code).toBe(1);
    expect(human.lines).toContain('1 lead could not be read; the others are done:');
    expect(human.lines.at(-1)).toMatch(/leads\[0\]: properties: write an object/);
    const machine = await runCli(['evaluate', '--leads', leads, '--json']);
    expect(machine.code).toBe(1);
    expect(JSON.parse(machine.lines.join(''))).toMatchObject({
      results: [{ id: '2' }],
      faults: { count: 1, first: [{ where: 'leads[0]' }] },
    });
  });

  test('tells a marketer tier, reason, what is missing and what would lift the lead', async () => {
    const leads = files.write('thin.json', {
      leads: [
        {
          id: '104',
          properties: {
            email: 'x@y.example',
            recent_conversion_event_name: 'Comparison guide: Us',
            recent_conversion_date: '2026-11-18',
          },
          company: null,
        },
      ],
    });
    const { lines } = await runCli(['evaluate', '--leads', leads]);
    expect(lines.slice(0, 8)).toEqual([
      '104 · x@y.example',
      '  Tier     Tier 2, Review today · real interest, fit not known yet',
      '  State    On hold: facts missing',
      expect.stringMatching(/^ {2}Why {6}Looked at a comparison 2 days ago\./),
      '  Scores   fit 0 (not known yet), intent 30 (level 2)',
      '  Missing  first name, original source, company name, industry, company size and company country',
      expect.stringMatching(/^ {2}Ask for {2}/),
      '  Next     Tier 1 with “asked for a demo”',
    ]);
    expect(lines).toContain('Tier 2, Review today  1');
  });

  test('counts every lead of a long file and prints the first', async () => {
    const rows = Array.from({ length: 30 }, (_, row) => `p${row}@c.example,Head of Data`);
    const leads = files.write('long.csv', ['Email,Job Title', ...rows].join('\n'));
    const { code, lines } = await runCli(['evaluate', '--leads', leads, '--show', '1']);
    expect(code).toBe(0);
    expect(lines[0]).toBe('p0@c.example · p0@c.example');
    expect(lines).toContain('… and 29 more; --show or --json has them.');
    expect(lines).toContain('all                   30');
    expect(lines).toContain('  company size (company.numberofemployees)');
  });

  test('decides as of the instant given', async () => {
    const leads = files.write('aged.json', { leads: [aLead('1')] });
    const tiers = await Promise.all(
      ['2026-11-20T09:00:00Z', '2027-06-01'].map(async (now) => {
        const { lines } = await runCli(['evaluate', '--leads', leads, '--json', '--now', now]);
        return (JSON.parse(lines.join('')) as { results: { tier: string }[] }).results[0]?.tier;
      }),
    );
    expect(tiers).toEqual(['tier_1', 'tier_3']);
  });

  test.each([
    ['no file', [], /required option '--leads <file>'/],
    ['a file that is not there', ['--leads', 'none.csv'], /cannot be read/],
    ['a time without its zone', ['--leads', 'x', '--now', '2026-11-20T09:00'], /with its zone/],
    ['a count that is none', ['--leads', 'x', '--show', '-1'], /whole number/],
  ])('refuses %s as wrong use', async (_, args, message) => {
    const { code, errors } = await runCli(['evaluate', ...args]);
    expect(code).toBe(2);
    expect(errors).toMatch(message);
  });

  test('lists the faults of a policy that cannot be used', async () => {
    const policy = files.write('faulty.json', { ...defaultPolicy, tears: [] });
    const leads = files.write('any.json', { leads: [] });
    const { code, errors } = await runCli(['evaluate', '--leads', leads, '--policy', policy]);
    expect(code).toBe(1);
    expect(errors).toMatch(/- tears: "tears" is not a key here\. Remove it/);
  });
});

describe('baton route', () => {
  const policy = files.write('routing.json', {
    ...defaultPolicy,
    calendars: { office: CALENDAR },
    routing: {
      keepContactOwner: true,
      pools: {
        all: {
          members: [{ ownerId: '1', weight: 2 }, { ownerId: '2' }, { ownerId: '3', capacity: 5 }],
          calendar: 'office',
        },
      },
      fallback: { pool: 'all', processOwner: '9', dueMinutes: 60 },
    },
  });
  const reps = files.write('reps.json', {
    reps: [
      { ownerId: '1', name: 'Ann', active: true, open: 0 },
      { ownerId: 2, name: 'Bo', active: true, open: 1 },
      { ownerId: '3', name: 'Cy', active: true, open: 5 },
    ],
  });
  const leadsOf = (companies: readonly string[]): object[] =>
    companies.map((id, index) => aLead(String(index + 1), { company: { ...BANK, id } }));
  const route = (leads: string, ...args: string[]) =>
    runCli(['route', '--leads', leads, '--policy', policy, '--reps', reps, ...args]);

  test('routes in the order of the file, with trace, due time and fairness', async () => {
    const leads = files.write('three.json', { leads: leadsOf(['a', 'b', 'c']) });
    const { code, lines } = await route(leads, '--json', '--now', '2026-11-20T09:00:00Z');
    expect(code).toBe(0);
    const { results, fairness } = JSON.parse(lines.join('\n')) as {
      results: { ownerId: string; trace: { ownerId: string }[] }[];
      fairness: object[];
    };
    expect(results.map(({ ownerId }) => ownerId).sort()).toEqual(['1', '1', '2']);
    expect(results[0]).toEqual({
      id: '1',
      tier: 'tier_1',
      pool: 'all',
      ownerId: expect.any(String),
      status: 'awaiting_decision',
      dueAt: '2026-11-20T09:30:00.000Z',
      trace: expect.any(Array),
    });
    expect(results[0]?.trace.find(({ ownerId }) => ownerId === '3')).toEqual({
      ownerId: '3',
      eligible: false,
      why: expect.stringMatching(/capacity|5/),
      shortfall: 0.25,
      turn: false,
    });
    expect(fairness).toContainEqual(
      expect.objectContaining({ pool: 'all', ownerId: '1', weight: 2, received: 2 }),
    );
  });

  test('gives leads of one company to one rep, also far apart in the file', async () => {
    const leads = files.write('same.json', { leads: leadsOf(['a', 'b', 'c', 'd', 'a']) });
    const { lines } = await route(leads, '--json');
    const { results } = JSON.parse(lines.join('\n')) as { results: { ownerId: string }[] };
    expect(results[4]?.ownerId).toBe(results[0]?.ownerId);
  });

  test("takes the owner's name of an export for the owner", async () => {
    const leads = files.write(
      'owned.csv',
      'Record ID,Email,Contact owner,Recent Conversion,Recent Conversion Date\n5,a@b.example,bo,Demo request,2026-11-19\n',
    );
    const { lines } = await route(leads, '--json');
    expect(JSON.parse(lines.join(''))).toMatchObject({
      results: [{ id: '5', ownerId: '2', pool: null }],
      fairness: [],
    });
  });

  test('leaves leads that are not for sales now without an owner', async () => {
    const quiet = { properties: { email: 'p1@harbor-bank.example' }, company: CUSTOMER };
    const leads = files.write('customer.json', { leads: [aLead('1', quiet)] });
    const { lines } = await route(leads, '--json');
    expect(JSON.parse(lines.join(''))).toMatchObject({
      results: [{ status: 'disqualified', pool: null, ownerId: null, dueAt: null, trace: [] }],
    });
  });

  describe('what a customer asks for', () => {
    const diverting = files.write('diverting.json', {
      ...defaultPolicy,
      roles: { revops: '9', marketing: '9', sales: '3', leadership: '9' },
      calendars: { office: CALENDAR },
      disqualify: [
        {
          id: 'customer',
          label: 'already a customer',
          when: { field: 'lead.customer', op: 'eq', value: true },
          reasonCode: 'customer',
          then: 'divert',
        },
      ],
      routing: {
        pools: { all: { members: [{ ownerId: '1' }], calendar: 'office' } },
        fallback: { pool: 'all', processOwner: '9', dueMinutes: 60 },
      },
    });
    const owned = (owner: string, company: string): object =>
      aLead(`${owner}-${company}`, {
        properties: {
          email: 'sam@harbor-bank.example',
          firstname: 'Sam',
          hubspot_owner_id: owner,
          recent_conversion_event_name: 'Demo request: Book a demo',
          recent_conversion_date: '2026-11-19T09:00:00Z',
        },
        company: { ...CUSTOMER, properties: { ...CUSTOMER.properties, hubspot_owner_id: company } },
      });
    const leads = files.write('customers.json', {
      leads: [owned('2', '1'), owned('', 'ann'), owned('', '7'), owned('', '')],
    });
    const of = (...args: string[]) =>
      runCli(['route', '--leads', leads, '--policy', diverting, '--reps', reps, ...args]);

    test('goes to the owner of the contact, of the company, or to sales; no pool gives it', async () => {
      const { code, lines } = await of('--json', '--now', '2026-11-20T09:00:00Z');
      expect(code).toBe(0);
      const diverted = { status: 'diverted', pool: null, dueAt: '2026-11-20T09:30:00.000Z' };
      expect(JSON.parse(lines.join(''))).toMatchObject({
        results: [
          { ...diverted, ownerId: '2' },
          { ...diverted, ownerId: '1' },
          { ...diverted, ownerId: '3', trace: [{ ownerId: '7', eligible: false }, {}] },
          { ...diverted, ownerId: '3' },
        ],
        fairness: [],
      });
    });

    test('says why in words', async () => {
      const { lines } = await of();
      expect(lines.join('\n')).toContain('Ann owns Harbor Bank, a customer.');
    });
  });

  test('tells people the owner, the reason and who was passed over', async () => {
    const leads = files.write('told.json', { leads: leadsOf(['a']) });
    const { lines } = await route(leads);
    expect(lines.join('\n')).toMatch(/^ {2}To {7}(Ann|Bo)$/m);
    expect(lines.join('\n')).toMatch(/^ {2}Not {6}Cy: .+$/m);
    expect(lines.join('\n')).toMatch(/^pool +rep +weight/m);
  });

  test('names every fault of a reps file', async () => {
    const broken = files.write('broken-reps.json', {
      reps: [{ ownerId: '', outOfOffice: [{ from: 'today', to: '2026-11-21' }] }],
    });
    const leads = files.write('none.json', { leads: [] });
    const { code, errors } = await runCli([
      'route',
      '--leads',
      leads,
      '--policy',
      policy,
      '--reps',
      broken,
    ]);
    expect(code).toBe(2);
    expect(errors).toMatch(/reps\.0\.ownerId/);
    expect(errors).toMatch(/reps\.0\.outOfOffice\.0\.from: "today" is no instant/);
  });
});

describe('baton due', () => {
  const calendar = files.write('calendar.json', CALENDAR);
  const due = (...args: string[]) =>
    runCli(['due', '--at', '2026-11-20T15:40:00Z', '--calendar', calendar, ...args]);

  test('counts over the weekend and prints the blocks', async () => {
    const { code, lines } = await due('--minutes', '60', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(lines.join(''))).toEqual({
      dueAt: '2026-11-23T08:40:00.000Z',
      blocks: [
        { from: '2026-11-20T15:40:00.000Z', to: '2026-11-20T16:00:00.000Z', minutes: 20 },
        { from: '2026-11-23T08:00:00.000Z', to: '2026-11-23T08:40:00.000Z', minutes: 40 },
      ],
    });
  });

  test('takes an SLA class, and speaks local time to people', async () => {
    const { lines } = await due('--class', '{"sameDayIfBefore":"18:00","businessDays":1}');
    expect(lines[0]).toBe('Due Fri, 20 Nov 2026, 17:00 (Europe/Berlin) (2026-11-20T16:00:00.000Z)');
  });

  test.each([
    ['neither minutes nor class', []],
    ['both', ['--minutes', '5', '--class', '{"minutes":5}']],
    ['minutes below 0', ['--minutes', '-5']],
    ['a class without a time', ['--class', '{}']],
    ['a class that is no JSON', ['--class', 'soon']],
  ])('refuses %s as wrong use', async (_, args) => {
    expect((await due(...args)).code).toBe(2);
  });

  test('finds a problem in a calendar without working time', async () => {
    const empty = files.write('empty.json', { timeZone: 'UTC', hours: {} });
    const { code, errors } = await due('--minutes', '5', '--calendar', empty);
    expect(code).toBe(1);
    expect(errors).toMatch(/no working time/);
  });
});
