import type { CardAnswer } from '../contract/card-answer.ts';
import type { CardView } from '../contract/card-view.ts';

/** A Tier 1 handoff that waits for the rep, at 14:08 in Berlin, due at 14:30. */
export function aCardView(change: Partial<CardView> = {}): CardView {
  return {
    contactId: '101',
    handoffId: '101-2',
    attempt: 2,
    version: 4,
    now: '2026-11-20T13:08:00.000Z',
    timeZone: 'Europe/Berlin',
    person: {
      name: 'Ada Sample',
      title: 'Head of Operations',
      company: 'Sample Bank',
      email: 'ada@sample-bank.example',
      phone: null,
    },
    diverted: null,
    tier: { id: 'tier_1', label: 'Call now' },
    dueAt: '2026-11-20T13:30:00.000Z',
    sla: { label: 'Running', tone: 'neutral' },
    firstTouchOwed: true,
    status: { id: 'awaiting_decision', label: 'Waiting for the rep to decide' },
    ownerName: 'Rita Rep',
    yours: true,
    reason: 'Asked for a demo today; a bank with 400 people.',
    ownerReason: 'Your turn in EMEA mid-market.',
    nextAction: { text: 'Call Ada Sample', dueAt: '2026-11-20T13:30:00.000Z' },
    decided: null,
    latestAction: { label: 'Demo request', at: '2026-11-20T13:00:00.000Z' },
    said: 'We want to replace our spreadsheet.',
    offer: 'Demo',
    campaign: 'Autumn webinar',
    fitFacts: [
      { label: 'Size', value: '400 people' },
      { label: 'Industry', value: null },
    ],
    play: {
      label: 'Demo request',
      goal: 'book discovery',
      opener: 'You asked to see Baton; two times are free tomorrow.',
      questions: ['What has to work on day one?'],
      meetingLink: 'https://meetings.example.com/rita',
    },
    brief: [],
    missing: [
      { field: 'company.country', label: 'Country', question: 'Which countries do you serve?' },
      { field: 'company.industry', label: 'Industry', question: 'Which industry are you in?' },
    ],
    askFirst: 'company.industry',
    earlier: [
      {
        attempt: 1,
        status: 'Recycled: not now',
        ownerName: 'Otto Other',
        decidedAt: '2026-05-04T09:00:00.000Z',
        reason: 'wrong timing',
        note: 'Budget in autumn.',
      },
    ],
    context: [{ title: 'Source', facts: [{ label: 'Landing page', value: '/demo' }] }],
    evidence: [
      { rule: 'pricing', text: 'Looked at prices twice', say: null },
      { rule: 'demo', text: 'Asked for a demo', say: 'the demo you asked for' },
    ],
    scores: {
      fit: {
        score: 55,
        words: 'Fit B',
        lines: [
          { rule: 'size', label: 'mid-market size', points: 60 },
          { rule: 'free', label: 'free e-mail address', points: -5 },
        ],
      },
      intent: {
        score: 100,
        words: 'Intent 1',
        lines: [
          {
            rule: 'demo',
            label: 'asked for a demo',
            points: 100,
            occurredAt: '2026-11-20T13:00:00.000Z',
          },
        ],
      },
    },
    counterfactual: {
      range: 'Tier 1 whatever the missing facts turn out to be.',
      nextTier: null,
      changes: [],
    },
    routing: {
      pool: 'EMEA mid-market',
      calendar: "the rep's own hours (Europe/Berlin)",
      candidates: [
        { name: 'Rita Rep', eligible: true, why: 'furthest behind her share', turn: true },
        { name: 'Otto Other', eligible: true, why: 'ahead of his share', turn: false },
      ],
    },
    policyVersion: 'v3',
    may: ['accept', 'reject', 'recycle', 'reassign'],
    refusal: null,
    accept: {
      preselected: 'outreach_started',
      why: 'You called at 14:05.',
      meetingAt: null,
      then: 'The next touch is due tomorrow at 09:00.',
    },
    reasons: {
      reject: [
        {
          code: 'wrong_icp',
          label: 'wrong ICP',
          noteRequired: false,
          revisitOn: null,
          path: 'Goes back to nurture.',
        },
        {
          code: 'other',
          label: 'other',
          noteRequired: true,
          revisitOn: null,
          path: 'Marketing reviews it.',
        },
      ],
      recycle: [
        {
          code: 'timing',
          label: 'wrong timing',
          noteRequired: false,
          revisitOn: '2027-02-18',
          path: 'Sales stays silent until then.',
        },
      ],
      reassign: [
        {
          code: 'wrong_owner',
          label: 'wrong territory or owner',
          noteRequired: false,
          revisitOn: null,
          path: 'Goes through the routing rules again.',
        },
        {
          code: 'conflict',
          label: 'conflict of interest',
          noteRequired: true,
          revisitOn: null,
          path: 'Goes through the routing rules again.',
        },
      ],
    },
    attemptChannel: 'phone',
    ...change,
  };
}

/** A plain answer of `POST /card` that shows {@link aCardView}. */
export function aCardAnswer(change: Partial<CardAnswer> = {}): CardAnswer {
  return { outcome: 'ok', message: '', current: aCardView(), ...change };
}
