import type { Verdict } from '../domain/qualification/verdict.ts';

/** A Tier 1 decision as it comes out for a demo request, with what a test wants different. */
export function aVerdict(override: Partial<Verdict> = {}): Verdict {
  return {
    id: '101',
    status: 'awaiting_decision',
    tier: 'tier_1',
    class: 'requested',
    fit: {
      score: 50,
      grade: 'B',
      contributions: [
        { rule: 'size', label: 'mid-market size', points: 25 },
        { rule: 'industry', label: 'industry we serve', points: 25 },
      ],
    },
    intent: {
      score: 100,
      level: 1,
      contributions: [
        {
          rule: 'demo',
          label: 'asked for a demo',
          points: 100,
          occurredAt: '2026-11-20T09:00:00.000Z',
        },
      ],
    },
    disqualified: null,
    diverted: null,
    held: null,
    model: null,
    track: null,
    missing: [],
    bestTier: 'tier_1',
    worstTier: 'tier_1',
    tierRangeIsBound: false,
    askFor: null,
    nextTier: null,
    reason: 'Asked for a demo today. A mid-market company in an industry we serve.',
    play: 'demo',
    cadence: 'tier-1',
    sla: { minutes: 30, warnAfterMinutes: 5 },
    evidence: 'properties',
    signals: ['size', 'industry', 'demo'],
    requested: true,
    know: [],
    checklist: [],
    proofs: { fit: true, intent: true, context: true },
    source: 'ORGANIC_SEARCH',
    campaign: null,
    offer: 'Demo request',
    topic: null,
    playText: {
      goal: 'book discovery',
      opener: 'You asked for a demo.',
      questions: ['What would you like to see first?'],
      meetingLink: true,
    },
    ...override,
  };
}
