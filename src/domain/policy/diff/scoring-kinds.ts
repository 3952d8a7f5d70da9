import { describeCondition } from '../../condition/describe-condition.ts';
import { describeEvidence } from '../../condition/describe-evidence.ts';
import { toIso } from '../../instant.ts';
import { TIER_WORDS } from '../../words/tier-words.ts';
import type {
  DisqualifyRule,
  Example,
  FitRule,
  IntentRule,
  Model,
  TierEntry,
  Track,
} from '../policy.ts';
import { slaWords } from '../sla-words.ts';
import type { Names } from './names.ts';
import { aspect, type EntryKind } from './tell-entries.ts';

/** A condition, with the intent rules it counts by their labels and its lists whole, so that what changes shows. */
export function conditionWords(
  condition: Parameters<typeof describeCondition>[0],
  { intentRule }: Names,
): string {
  return describeCondition(condition, { ruleName: intentRule, whole: true });
}

/** A tier in the words of the screen. */
export function tierWords(tier: TierEntry['tier'] | null): string {
  return tier === null ? 'no tier' : `${tier.replace('tier_', 'Tier ')}, ${TIER_WORDS[tier]}`;
}

/** A switch of the policy, as an answer. */
export const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

/** How a fit rule is told. */
export const fitRuleKind: EntryKind<FitRule> = {
  noun: 'fit rule',
  plural: 'fit rules',
  id: ({ id }) => id,
  label: ({ label }) => label,
  aspects: {
    id: 'id',
    label: 'label',
    points: aspect('points', String),
    when: aspect('condition', conditionWords),
    optional: aspect('fact that nobody has to fill', yesOrNo),
  },
};

/** How an intent rule is told. */
export const intentRuleKind: EntryKind<IntentRule> = {
  noun: 'intent rule',
  plural: 'intent rules',
  id: ({ id }) => id,
  label: ({ label }) => label,
  aspects: {
    id: 'id',
    label: 'label',
    points: aspect('points', String),
    when: aspect('condition', (when, { intentRule }) =>
      describeEvidence(when, { ruleName: intentRule, whole: true }),
    ),
    strength: aspect('strength', (strength) => strength),
    freshDays: aspect('days without fading', String),
    halfLifeDays: aspect('half-life in days', (days) => String(days ?? 'never fades')),
    maxCount: aspect('most occurrences that count', (count) => String(count ?? 'no limit')),
    say: aspect('words that may be said', (say) => say ?? 'nothing'),
    request: aspect('request for contact', yesOrNo),
    act: aspect('act that counts once', (act) => act ?? 'none'),
    kind: aspect('kind', (kind, { intentRule }) => intentRule(kind)),
  },
};

/** How a disqualification rule is told. */
export const disqualifyRuleKind: EntryKind<DisqualifyRule> = {
  noun: 'disqualification rule',
  plural: 'disqualification rules',
  id: ({ id }) => id,
  label: ({ label }) => label,
  aspects: {
    id: 'id',
    label: 'label',
    when: aspect('condition', conditionWords),
    reasonCode: aspect('reason', (code, { reason }) => reason(code)),
    then: aspect('effect', (then) => then),
  },
};

/** How a line of the tier table is told. */
export const tierEntryKind: EntryKind<TierEntry> = {
  noun: 'tier entry',
  plural: 'tier entries',
  id: ({ id }) => id,
  label: ({ label }) => label,
  aspects: {
    id: 'id',
    label: 'label',
    tier: aspect('tier', tierWords),
    when: aspect('condition', conditionWords),
    sla: aspect('SLA', slaWords),
    cadence: aspect('cadence', (id, { cadence }) => (id === null ? 'none' : cadence(id))),
    state: aspect('state', (state) => state.replaceAll('_', ' ')),
  },
};

/** How a model of a motion or channel is told; what is in it by its names and points. */
export const modelKind: EntryKind<Model> = {
  noun: 'model',
  plural: 'models',
  id: ({ id }) => id,
  label: ({ label }) => label,
  aspects: {
    id: 'id',
    label: 'label',
    when: aspect('condition', conditionWords),
    fit: aspect('fit rules', (model) => pointsWords(model?.rules)),
    intent: aspect('intent rules', (model) => pointsWords(model?.rules)),
    cutoffs: aspect('lines', (lines) =>
      lines === null
        ? OWN
        : `fit A ${lines.fit.A}, B ${lines.fit.B}, intent level 1 ${lines.intent['1']}, level 2 ${lines.intent['2']}`,
    ),
  },
};

const OWN = 'as everywhere';

function pointsWords(
  rules: readonly { readonly label: string; readonly points: number }[] | undefined,
): string {
  if (rules === undefined) return OWN;
  return rules.map(({ label, points }) => `${label}: ${points}`).join('; ') || 'none';
}

/** How a nurture track is told. */
export const trackKind: EntryKind<Track> = {
  noun: 'nurture track',
  plural: 'nurture tracks',
  id: ({ id }) => id,
  label: ({ label }) => label,
  aspects: { id: 'id', label: 'label', when: aspect('condition', conditionWords) },
};

/** How an example lead is told. */
export const exampleKind: EntryKind<Example> = {
  noun: 'example lead',
  plural: 'example leads',
  id: ({ name }) => name,
  label: ({ name }) => name,
  aspects: {
    name: 'id',
    tier: aspect('tier', tierWords),
    lead: aspect('facts', null),
    now: aspect('day', (now) => (now === null ? 'the present one' : toIso(now))),
  },
};
