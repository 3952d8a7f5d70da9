import type { CardView } from '../../contract/card-view.ts';
import { ACCEPTANCES } from '../../contract/card-words.ts';
import { TIER_WORDS } from '../../domain/words/tier-words.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Verdict } from '../../domain/qualification/verdict.ts';
import type { HandoffStatus } from '../../domain/handoff/handoff-status.ts';
import { type Handoff } from '../../domain/handoff/handoff.ts';
import { BATON, SOMEBODY, type Actor } from '../../domain/handoff/progress.ts';
import { toIso } from '../../domain/instant.ts';
import type { Directory } from '../directory.ts';
import { fieldLabel, fieldQuestion } from './card-fields.ts';
import { nameOf } from './card-person.ts';

/** The verdict that stands, in words; null while there is none. */
export function decidedWords(
  { state, opened, events }: Handoff,
  policy: Policy,
  directory: Directory,
): CardView['decided'] {
  if (state.status === 'disqualified') {
    const code = opened.verdict.disqualified?.reasonCode ?? null;
    return {
      text: saying('Disqualified', reasonLabel(code, policy)),
      byName: null,
      at: toIso(opened.at),
      note: null,
      revisitOn: null,
    };
  }
  if (state.status === 'closed' && state.outcome === 'diverted') return answered(events, directory);
  const decided = state.status === 'closed' ? state.accepted : 'by' in state ? state : null;
  if (decided === null) return null;
  const detail =
    'acceptance' in decided
      ? acceptanceWords(decided.acceptance)
      : reasonLabel(decided.reasonCode, policy);
  return {
    text: saying(VERBS[state.status] ?? '', detail),
    byName: personName(decided.by, directory),
    at: toIso(decided.at),
    note: decided.note || null,
    revisitOn: 'revisitOn' in decided ? decided.revisitOn : null,
  };
}

/** How a diverted lead ended: nobody decided about it. */
function answered(events: Handoff['events'], directory: Directory): CardView['decided'] {
  const end = events.findLast(({ kind }) => kind === 'closed' || kind === 'set_by_hand');
  if (!end) return null;
  const why = end.kind === 'closed' ? end.why : 'Closed by hand';
  return {
    text: why,
    byName: personName(end.by, directory),
    at: toIso(end.at),
    note: null,
    revisitOn: null,
  };
}

function personName(by: Actor, directory: Directory): string | null {
  return nameOf(directory, by === SOMEBODY || by === BATON ? null : by);
}

function saying(verb: string, detail: string | null): string {
  return detail ? `${verb}: ${detail}` : verb;
}

function reasonLabel(code: string | null, { reasons }: Policy): string | null {
  return reasons.find((reason) => reason.code === code)?.label ?? code;
}

function acceptanceWords(kind: string | null): string | null {
  const known = Object.entries(ACCEPTANCES).find(([id]) => id === kind);
  return known ? known[1] : kind;
}

const VERBS: Readonly<Partial<Record<HandoffStatus, string>>> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  recycled: 'Recycled',
  closed: 'Closed',
};

/** The facts that were not known, as questions. */
export function missingFacts(verdict: Verdict): CardView['missing'] {
  const fields = new Set([
    ...(verdict.askFor === null ? [] : [verdict.askFor]),
    ...verdict.missing,
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
export function scores(verdict: Verdict): CardView['scores'] {
  return {
    fit: {
      score: verdict.fit.score,
      words: FIT_WORDS[verdict.fit.grade],
      lines: verdict.fit.contributions,
    },
    intent: {
      score: verdict.intent.score,
      words: INTENT_WORDS[verdict.intent.level],
      lines: verdict.intent.contributions,
    },
  };
}

/** What could change the tier, in words; null where nothing could. */
export function counterfactual(verdict: Verdict): CardView['counterfactual'] {
  const { bestTier, worstTier, nextTier, tierRangeIsBound } = verdict;
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
