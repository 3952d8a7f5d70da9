import { describe, expect, test } from '@jest/globals';

import {
  openingChecklist,
  type ChecklistFacts,
} from '../qualification/explain/opening-checklist.ts';
import { checklist, completeness } from './checklist.ts';
import { fillPlay } from '../words/play-text.ts';

const FACTS: ChecklistFacts = {
  email: 'company',
  company: { matched: true, name: 'Harbor Bank' },
  fit: { confirmed: true, evidence: 'fit grade A' },
  acts: [{ text: 'asked for a demo 1 day ago', dated: true }],
  disqualified: null,
  rulesRun: 6,
  source: 'ORGANIC_SEARCH',
  offer: 'Demo request',
  campaign: null,
  message: null,
  reason: 'Asked for a demo 1 day ago.',
  play: 'Demo request',
  meetingLink: true,
  cadence: 'tier-1',
};

function stateOf(id: string, facts: Partial<ChecklistFacts>): string | undefined {
  return openingChecklist({ ...FACTS, ...facts }).find((item) => item.id === id)?.state;
}

describe('openingChecklist', () => {
  test('passes H1 to H10 and H15 to H17 for a complete lead and leaves the rest open', () => {
    const items = openingChecklist(FACTS);
    expect(items.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(items.filter(({ state }) => state === 'not_yet').map(({ id }) => id)).toEqual([
      'H11',
      'H12',
      'H13',
      'H14',
      'H18',
      'H19',
      'H20',
    ]);
  });

  test.each<[string, Partial<ChecklistFacts>]>([
    ['H1', { email: 'free' }],
    ['H1', { email: 'missing' }],
    ['H2', { company: { matched: false, name: null } }],
    ['H3', { fit: { confirmed: false, evidence: 'fit grade C' } }],
    ['H4', { acts: [] }],
    ['H4', { acts: [{ text: 'asked for a demo', dated: false }] }],
    ['H5', { disqualified: 'already a customer' }],
    ['H6', { source: null }],
    ['H7', { offer: null, campaign: null }],
    ['H8', { acts: [] }],
    ['H16', { play: null }],
    ['H17', { cadence: null }],
  ])('fails %s for %j', (id, facts) => {
    expect(stateOf(id, facts)).toBe('failed');
  });
});

describe('checklist', () => {
  const decision = { checklist: openingChecklist(FACTS), tier: 'tier_1' as const };

  test('completes the gate once owner, rule, due time and task are there', () => {
    const items = checklist(decision, {
      ownerId: '7',
      rule: 'emea',
      dueAt: '2026-11-20T10:00:00Z',
      taskCreated: true,
    });
    expect(completeness(items)).toEqual({ passed: 17, required: 17, share: 1 });
  });

  test('fails what could not be done', () => {
    const items = checklist(decision, {
      ownerId: null,
      rule: null,
      dueAt: null,
      taskCreated: false,
    });
    expect(items.filter(({ state }) => state === 'failed').map(({ id }) => id)).toEqual([
      'H11',
      'H12',
      'H13',
      'H14',
    ]);
  });

  test('asks for a reason where the lead was not worked', () => {
    const last = (progress: Parameters<typeof checklist>[1]) =>
      checklist(decision, progress).at(-1)?.state;
    expect(last({ outcome: 'accepted' })).toBe('passed');
    expect(last({ outcome: 'recycled', outcomeReason: 'timing' })).toBe('passed');
    expect(last({ outcome: 'recycled', outcomeReason: null })).toBe('failed');
    expect(last({})).toBe('not_yet');
  });
});

describe('fillPlay', () => {
  const play = {
    id: 'p',
    when: { all: [] },
    goal: 'verify the use case',
    opener: 'Hello {firstName|there}. You chose {offer}. Is it for {company|your team}?',
    questions: ['Why {topic}?', 'Who decides?'],
  };
  const nothing = { firstName: null, company: null, offer: null, topic: null, signal: null };

  test('fills blanks, falls back, and drops a sentence that would have a hole', () => {
    expect(fillPlay(play, nothing)).toEqual({
      goal: 'verify the use case',
      opener: 'Hello there. Is it for your team?',
      questions: ['Who decides?'],
      meetingLink: false,
    });
    expect(
      fillPlay(play, { ...nothing, firstName: 'Ada', offer: 'the guide', company: 'Harbor' })
        .opener,
    ).toBe('Hello Ada. You chose the guide. Is it for Harbor?');
  });
});
