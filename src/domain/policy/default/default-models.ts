import type { IntentRuleDocument, PolicyDocument } from '../policy-document.ts';
import { fitRules } from './default-fit.ts';
import { INTENT_RULES } from './default-intent.ts';

/** Content that a broad channel brings many people to: one piece alone reaches no level (R47). */
const BROAD_CONTENT: Readonly<Record<string, number>> = {
  'pricing-guide': 20,
  comparison: 20,
  implementation: 20,
};

/** Small companies try and buy by themselves: prices are read on the way, and only real usage is worth a person. */
const SELF_SERVE: Readonly<Record<string, number>> = { 'trial-usage': 60, trial: 15, pricing: 15 };

/** What is said at a stand is worth more than what is downloaded after it; a scan alone is a badge, not a need. */
const AT_EVENTS: Readonly<Record<string, number>> = { 'event-attended': 40, event: 10 };

/**
 * Models of motions and channels (R57, R58). A channel comes before a motion, because it changes what acts mean; its fit
 * takes mid-market and enterprise alike.
 */
export const defaultModels: NonNullable<PolicyDocument['models']> = [
  {
    id: 'paid_social',
    label: 'paid social',
    when: { field: 'lead.channel', op: 'in', value: ['paid_social', 'social_media'] },
    fit: anyCompany(),
    intent: { source: 'rules', rules: withPoints(BROAD_CONTENT) },
  },
  {
    id: 'events',
    label: 'trade shows and events',
    when: { field: 'lead.recentKind', op: 'in', value: ['event', 'event_attended'] },
    fit: anyCompany(),
    intent: { source: 'rules', rules: withPoints(AT_EVENTS) },
  },
  {
    id: 'self_serve_trial',
    label: 'self-serve trial',
    when: {
      all: [
        { field: 'lead.motion', op: 'eq', value: 'self_serve' },
        {
          any: [
            { field: 'lead.recentKind', op: 'eq', value: 'trial' },
            { field: 'lead.firstKind', op: 'eq', value: 'trial' },
            { field: 'lead.eventTypes', op: 'has_word', value: ['trial_usage'] },
          ],
        },
      ],
    },
    intent: { source: 'rules', rules: withPoints(SELF_SERVE) },
  },
  {
    id: 'enterprise',
    label: 'enterprise',
    when: { field: 'lead.motion', op: 'eq', value: 'enterprise' },
    fit: {
      source: 'rules',
      rules: fitRules('enterprise size (over 1,000 people)', ['enterprise']),
    },
  },
];

function anyCompany(): PolicyDocument['fit'] {
  return {
    source: 'rules',
    rules: fitRules('a size we serve (over 50 people)', ['mid_market', 'enterprise']),
  };
}

function withPoints(points: Readonly<Record<string, number>>): IntentRuleDocument[] {
  return INTENT_RULES.map((rule) => ({ ...rule, points: points[rule.id] ?? rule.points }));
}
