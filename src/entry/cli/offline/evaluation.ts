import type { Verdict } from '../../../domain/qualification/verdict.ts';

/** What `baton evaluate --json` says of a lead (design §9). */
export type Evaluation = Pick<
  Verdict,
  | 'id'
  | 'status'
  | 'tier'
  | 'class'
  | 'fit'
  | 'intent'
  | 'missing'
  | 'bestTier'
  | 'worstTier'
  | 'askFor'
  | 'nextTier'
  | 'reason'
  | 'play'
  | 'sla'
  | 'evidence'
> & {
  readonly disqualified: null | { readonly rule: string; readonly reasonCode: string };
  /** Present where best and worst tier are a bound instead of exact (design §6). */
  readonly tierRangeIsBound?: true;
};

/** The public form of a verdict, keys in the order of design §9. */
export function toEvaluation(verdict: Verdict): Evaluation {
  const { disqualified } = verdict;
  return {
    id: verdict.id,
    status: verdict.status,
    tier: verdict.tier,
    class: verdict.class,
    fit: verdict.fit,
    intent: verdict.intent,
    disqualified: disqualified && {
      rule: disqualified.rule,
      reasonCode: disqualified.reasonCode,
    },
    missing: verdict.missing,
    bestTier: verdict.bestTier,
    worstTier: verdict.worstTier,
    ...(verdict.tierRangeIsBound ? { tierRangeIsBound: true } : {}),
    askFor: verdict.askFor,
    nextTier: verdict.nextTier,
    reason: verdict.reason,
    play: verdict.play,
    sla: verdict.sla,
    evidence: verdict.evidence,
  };
}
