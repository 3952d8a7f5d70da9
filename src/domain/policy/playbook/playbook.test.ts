import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../default/default-policy.ts';
import { markdownTable } from './markdown.ts';
import { playbook } from './playbook.ts';
import { normalisePolicy } from '../normalise-policy.ts';
import type { PolicyDocument } from '../policy-document.ts';

const FULL: PolicyDocument = {
  ...defaultPolicy,
  mode: 'live',
  goLiveAt: '2026-11-01T00:00:00Z',
  calendars: {
    office: {
      timeZone: 'Europe/Berlin',
      hours: {
        mon: [
          ['09:00', '12:30'],
          ['13:30', '18:00'],
        ],
      },
      holidays: ['2026-12-25'],
    },
  },
  routing: {
    keepContactOwner: true,
    keepAccountOwner: true,
    rules: [
      {
        id: 'emea',
        label: 'EMEA',
        when: { field: 'company.country', op: 'in', value: ['Germany'] },
        pool: 'sdr',
      },
    ],
    pools: {
      sdr: {
        members: [{ ownerId: '1', weight: 2, capacity: 20 }],
        calendar: 'office',
        qualifies: true,
      },
      all: { members: [{ ownerId: '2' }] },
    },
    fallback: { pool: 'all', processOwner: '9', dueMinutes: 60 },
  },
  roles: { revops: '9', marketing: '8', sales: '7', leadership: '6' },
};

describe('playbook', () => {
  const text = playbook(normalisePolicy(FULL), 'v13');

  test.each([
    ['its version', 'Written from policy version v13.'],
    ['the mode', 'Handoffs are live since 2026-11-01T00:00:00.000Z.'],
    ['the trigger', 'reaches the stage marketingqualifiedlead'],
    ['re-entry', 'comes back on fresh interest of high strength, at least 24 hours after'],
    ['required fields', '- industry (`company.industry`)'],
    ['tiers in the words of the screen', '| 1, Call now | asked to be contacted |'],
    [
      'fit points',
      '| 25 | mid-market size (51 to 1,000 people) | the company is mid-market (51 to 1,000 people) |',
    ],
    ['fit grades', 'Grade A from 75 points, B from 50'],
    [
      'intent points and how they fade',
      '| 100 | asked for a demo | high | full for 7 days, then half after every 14 days |',
    ],
    [
      'what stops a lead',
      '| one of our own people | the e-mail address is one of our own company | not_a_lead |',
    ],
    ['the examples', '| Two visits to the pricing page | 1, Call now |'],
    ['who is asked first', '- The owner of the contact, where they work this segment.'],
    ['routing rules', "| sdr | EMEA | the company's country is Germany |"],
    [
      'qualification steps',
      '| sdr | owner 1 (weight 2, at most 20 open) | qualify, then hand on | office | none |',
    ],
    ['the fallback', 'owner 9 assigns the lead within 60 working minutes'],
    ['the SLA', '| within 30 working minutes, with a reminder after 5 |'],
    [
      'the SLA by time of day',
      '| the same day if it comes before 12:00, else within 1 business day |',
    ],
    ['escalation', '| 1 | 45 working minutes after routing | give the lead to somebody else |'],
    ['decision deadlines', '- Tier 1: the end of the day'],
    ['working hours', '| office | Europe/Berlin | mon 09:00–12:30, 13:30–18:00 | 2026-12-25 |'],
    ['plays', '### Demo request'],
    ['openers', '> Hello {firstName|there}, thank you for getting in touch'],
    ['cadences', '| tier-1 (Call now) | day 0 phone, day 0 email, day 2 phone'],
    [
      'reason codes',
      '| Recycle: right company, not now | wrong timing | goes back to nurture, back after 90 days | if useful |',
    ],
    [
      'mandatory notes',
      "| Reject: shouldn't have come to sales | other reason | is looked at by marketing | needed |",
    ],
    ['roles', '- revops: owner 9'],
    ['who may decide', '- accept, reject, recycle: the owner of the lead or their manager'],
  ])('tells %s', (_, words) => {
    expect(text).toContain(words);
  });

  test('says of a policy that only observes, without pools, that nobody gets a lead', () => {
    const bare = playbook(
      normalisePolicy({ ...defaultPolicy, plays: undefined, reasons: [] }),
      'v1',
    );
    expect(bare).toContain('Handoffs are observed only');
    expect(bare).toContain('names no pools');
    expect(bare).not.toContain('## Plays');
    expect(bare).not.toContain('## Accept, reject, recycle');
  });

  test("says where HubSpot's own score is used, and shows no points then", () => {
    const scored = playbook(
      normalisePolicy({
        ...defaultPolicy,
        fit: {
          source: 'property',
          property: 'contact.fit_score',
          scale: [0, 10],
          rules: defaultPolicy.fit.rules,
        },
      }),
      'v1',
    );
    expect(scored).toContain("HubSpot's own score in `contact.fit_score` is used (0 to 10).");
    expect(scored).toContain('| - | an industry we serve |');
  });

  test('leaves retired reasons out', () => {
    const [first] = defaultPolicy.reasons ?? [];
    const retired = { ...first, label: 'old reason', retired: true } as NonNullable<typeof first>;
    expect(playbook(normalisePolicy({ ...defaultPolicy, reasons: [retired] }), 'v1')).not.toContain(
      'old reason',
    );
  });
});

describe('markdownTable', () => {
  test('keeps a bar and a line break from breaking the table', () => {
    expect(markdownTable(['a'], [['x|y\n z']])).toEqual(['| a |', '| --- |', '| x\\|y z |', '']);
  });

  test('is nothing without rows', () => {
    expect(markdownTable(['a'], [])).toEqual([]);
  });
});
