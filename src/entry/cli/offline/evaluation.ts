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

/** The public form of a decision, keys in the order of design §9. */
export function toEvaluation(decision: Verdict): Evaluation {
  const { disqualified } = decision;
  return {
    id: decision.id,
    status: decision.status,
    tier: decision.tier,
    class: decision.class,
    fit: decision.fit,
    intent: decision.intent,
    disqualified: disqualified && {
      rule: disqualified.rule,
      reasonCode: disqualified.reasonCode,
    },
    missing: decision.missing,
    bestTier: decision.bestTier,
    worstTier: decision.worstTier,
    ...(decision.tierRangeIsBound ? { tierRangeIsBound: true } : {}),
    askFor: decision.askFor,
    nextTier: decision.nextTier,
    reason: decision.reason,
    play: decision.play,
    sla: decision.sla,
    evidence: decision.evidence,
  };
}
