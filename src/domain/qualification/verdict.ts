import type { SlaTarget } from '../sla/sla-target.ts';
import type { Tier } from '../tier.ts';

/** Fit by D23; `unknown` where the unknown facts could still lift it to B. */
export type FitGrade = 'A' | 'B' | 'C' | 'unknown';

/** Intent by D24: 1 is strongest. */
export type IntentLevel = 1 | 2 | 3;

/** One line of a score. The lines of a score always add up to it exactly (design §2.5). */
export interface Contribution {
  /** Rule id of the policy, or `rounding`, `limit`, `property`. */
  readonly rule: string;
  readonly label: string;
  readonly points: number;
  /** ISO 8601; on intent lines that are dated. */
  readonly occurredAt?: string;
}

/** One thing that would lift the lead by a tier. */
export interface TierChange {
  readonly kind: 'lead_could_do' | 'unknown_fact';
  readonly rule?: string;
  readonly field?: string;
  readonly op?: string;
  readonly value?: unknown;
  readonly label: string;
}

/** One of the 20 items H1 to H20. */
export interface ChecklistItem {
  /** `H1` to `H20`. */
  readonly id: string;
  readonly label: string;
  readonly state: 'passed' | 'failed' | 'not_yet';
  readonly evidence: string;
}

/** A fact the rep may only know, or may also say to the buyer (R158). */
export interface EvidenceLine {
  readonly rule: string;
  readonly text: string;
  /** What may be said aloud about it, or null where it must stay unsaid. */
  readonly say: string | null;
}

/** A rule of `disqualify` that held. */
export interface RuleThatHeld {
  readonly rule: string;
  readonly reasonCode: string;
  readonly label: string;
}

/** What the verdict rests on: only form and property data, lists too, or events as well (P18). */
export type EvidenceLevel = 'properties' | 'segments' | 'events';

/** The state a judged lead takes if a rep is free (design §5). */
export type VerdictStatus =
  | 'awaiting_decision'
  | 'held_needs_data'
  | 'held_for_review'
  | 'nurture'
  | 'disqualified'
  | 'diverted';

/**
 * The whole answer about one lead, before anybody is chosen to work it. Card, audit, CLI and the stored record
 * show this value as it is. The first group of keys is the public form of `baton evaluate` (design §9).
 */
export interface Verdict {
  readonly id: string;
  readonly status: VerdictStatus;
  readonly tier: Tier | null;
  /** Id of the tier entry that held, which is the SLA class; null when disqualified. */
  readonly class: string | null;
  readonly fit: {
    readonly score: number | null;
    readonly grade: FitGrade;
    readonly contributions: readonly Contribution[];
  };
  readonly intent: {
    readonly score: number | null;
    readonly level: IntentLevel;
    readonly contributions: readonly Contribution[];
  };
  readonly disqualified: RuleThatHeld | null;
  readonly missing: readonly string[];
  readonly bestTier: Tier | null;
  readonly worstTier: Tier | null;
  /** True where best and worst are a bound: it is not proved that the unknown fields can really reach them. */
  readonly tierRangeIsBound: boolean;
  readonly askFor: string | null;
  readonly nextTier: null | { readonly tier: Tier; readonly changes: readonly TierChange[] };
  readonly reason: string;
  readonly play: string | null;
  readonly cadence: string | null;
  readonly sla: SlaTarget | null;
  readonly evidence: EvidenceLevel;

  /** Ids of the fit and intent rules that matched, in policy order (`handoff_signals`). */
  readonly signals: readonly string[];
  /** The lead asked to be contacted: it is never held for data (R96, design §2.7). */
  readonly requested: boolean;
  /** Goes to the account's owner instead of into a pool (R73); tier and class are those of what it did. */
  readonly diverted: RuleThatHeld | null;
  /** Waits with marketing until the data are right (P16). */
  readonly held: RuleThatHeld | null;
  /** Model that scored it; null: the policy's own. */
  readonly model: string | null;
  /** Nurture track that its subject leads to; null where no track fits. */
  readonly track: string | null;
  readonly know: readonly EvidenceLine[];
  readonly checklist: readonly ChecklistItem[];
  readonly proofs: {
    readonly fit: boolean;
    readonly intent: boolean;
    readonly context: boolean;
  };
  readonly source: string | null;
  readonly campaign: string | null;
  readonly offer: string | null;
  readonly topic: string | null;
  /** Goal, opener and questions of the chosen play with their blanks filled from safe facts only. */
  readonly playText: null | {
    readonly goal: string;
    readonly opener: string;
    readonly questions: readonly string[];
    readonly meetingLink: boolean;
  };
}
