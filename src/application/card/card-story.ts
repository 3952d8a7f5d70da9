import type { CardView } from '../../contract/card-view.ts';
import { ACCEPTANCES } from '../../contract/card-words.ts';
import { TIER_WORDS } from '../../domain/words/tier-words.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Verdict } from '../../domain/qualification/verdict.ts';
import type { Directory } from '../directory.ts';
import { fieldLabel, fieldQuestion } from './card-fields.ts';
import { nameOf } from './card-person.ts';
import type { StandingHandoff } from './read-handoff.ts';

/** The decision that stands, in words; null while there is none. */
export function decidedWords(
  { contact, status }: StandingHandoff,
  policy: Policy,
  directory: Directory,
): CardView['decided'] {
  const value = (name: string): string | null => contact.properties[name] || null;
  const at = value('handoff_decided_at');
  if (at === null) return null;
  const reason = value('handoff_reason_code');
  const label = policy.reasons.find(({ code }) => code === reason)?.label ?? reason;
  const kind = value('handoff_acceptance');
  const verb = VERBS[status];
  if (verb === undefined) return null;
  const detail = status === 'accepted' ? acceptanceWords(kind) : label;
  return {
    text: detail ? `${verb}: ${detail}` : verb,
    byName: nameOf(directory, value('handoff_decided_by')),
    at,
    note: value('handoff_decision_note'),
    revisitOn: value('handoff_revisit_on'),
  };
}

function acceptanceWords(kind: string | null): string | null {
  const known = Object.entries(ACCEPTANCES).find(([id]) => id === kind);
  return known ? known[1] : kind;
}

const VERBS: Readonly<Partial<Record<StandingHandoff['status'], string>>> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  recycled: 'Recycled',
  disqualified: 'Disqualified',
  closed: 'Closed',
};

/** The facts that were not known, as questions. */
export function missingFacts(decision: Verdict): CardView['missing'] {
  const fields = new Set([
    ...(decision.askFor === null ? [] : [decision.askFor]),
    ...decision.missing,
  ]);
  return [...fields].map((field) => ({
    field,
    label: fieldLabel(field),
    question: fieldQuestion(field),
  }));
}

const FIT_WORDS: Readonly<Record<Verdict['fit']['grade'], string>> = {
  A: 'Fit A: matches the profile',
  B: 'Fit B: mostly matches the profile',
  C: 'Fit C: hardly matches the profile',
  unknown: 'Fit unknown: facts are missing',
};

const INTENT_WORDS: Readonly<Record<Verdict['intent']['level'], string>> = {
  1: 'Intent 1: ready to talk',
  2: 'Intent 2: evaluating',
  3: 'Intent 3: early interest',
};

/** Both scores with the lines that add up to them, as they were frozen. */
export function scores(decision: Verdict): CardView['scores'] {
  return {
    fit: {
      score: decision.fit.score,
      words: FIT_WORDS[decision.fit.grade],
      lines: decision.fit.contributions,
    },
    intent: {
      score: decision.intent.score,
      words: INTENT_WORDS[decision.intent.level],
      lines: decision.intent.contributions,
    },
  };
}

/** What could change the tier, in words; null where nothing could. */
export function counterfactual(decision: Verdict): CardView['counterfactual'] {
  const { bestTier, worstTier, nextTier, tierRangeIsBound } = decision;
  if (bestTier === null || worstTier === null) return null;
  if (bestTier === worstTier && nextTier === null) return null;
  const about = tierRangeIsBound ? 'about ' : '';
  return {
    range:
      bestTier === worstTier
        ? `Nothing that is unknown would change "${TIER_WORDS[bestTier]}".`
        : `With what is unknown, it could be ${about}"${TIER_WORDS[bestTier]}" at best and "${TIER_WORDS[worstTier]}" at worst.`,
    nextTier: nextTier && `It would be "${TIER_WORDS[nextTier.tier]}" with`,
    changes: nextTier?.changes.map(({ label }) => label) ?? [],
  };
}
