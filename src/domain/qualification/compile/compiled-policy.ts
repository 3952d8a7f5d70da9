import type { FitRule, IntentRule, Play, Policy, TierEntry, Track } from '../../policy/policy.ts';
import type { Test } from './compile-condition.ts';
import type { LeadTest } from './compile-lead-test.ts';
import type { CompiledEvidence } from './compile-evidence.ts';
import type { Tier } from '../../tier.ts';
import type { DerivedFieldSources } from '../../condition/derive-lead-field.ts';
import type { Dimension } from './dimensions.ts';
import type { Atom, FactTable } from '../../condition/fact-table.ts';
import type { WorldPool } from './world-pool.ts';

/** A fit rule ready to run. */
export interface CompiledFitRule {
  readonly rule: FitRule;
  readonly points: number;
  readonly test: Test;
  readonly dimensions: readonly number[];
  /** Asks whether a field is set, so it may change from true to false when the field becomes known. */
  readonly asksIfSet: boolean;
}

/** An intent rule ready to run. */
export interface CompiledIntentRule {
  readonly rule: IntentRule;
  readonly index: number;
  readonly points: number;
  readonly freshMs: number;
  /** Infinity where the rule never fades. */
  readonly halfLifeMs: number;
  readonly maxCount: number;
  readonly evidence: CompiledEvidence;
  readonly dimensions: readonly number[];
  /** Index of its kind; -1 where the rule is no buying signal (strength low, or no points). */
  readonly kind: number;
  /** Earlier rules of the same act: what they recognise is not counted again. */
  readonly rivals: readonly CompiledIntentRule[];
  /** The newest occurrence asks for contact while it carries at least this many points; Infinity: never asks. */
  readonly asksFrom: number;
}

/** A disqualification rule ready to run. */
export interface CompiledDisqualifyRule {
  readonly id: string;
  readonly label: string;
  readonly reasonCode: string;
  readonly test: Test;
  readonly dimensions: readonly number[];
  readonly then: 'stop' | 'divert' | 'hold';
  /** Looks at the verdict, such as whether the lead asked. */
  readonly usesView: boolean;
  /** About fit: a documented ICP exception overrules it (R39). */
  readonly overruledByException: boolean;
}

/** A tier entry ready to run. */
export interface CompiledTierEntry {
  readonly entry: TierEntry;
  readonly tier: Tier;
  readonly test: Test;
}

/** A score that HubSpot keeps in a property. */
export interface PropertyScore {
  readonly field: string;
  readonly slot: number;
  readonly dimension: number;
  readonly low: number;
  readonly high: number;
}

/** A model of the policy, compiled as if it were the whole policy. */
export interface CompiledModel {
  readonly id: string;
  readonly holds: LeadTest;
  readonly compiled: CompiledPolicy;
}

/**
 * A policy compiled once per version; judging with it parses and allocates as little as it can. Nothing in it changes
 * afterwards, so any number of evaluations may use it at once. It holds closures and does not pass between threads: a
 * thread that judges compiles the policy for itself.
 */
export interface CompiledPolicy {
  readonly policy: Policy;
  readonly sources: DerivedFieldSources;
  readonly facts: FactTable;
  readonly dimensions: readonly Dimension[];
  readonly fit: readonly CompiledFitRule[];
  readonly fitProperty: PropertyScore | null;
  readonly intent: readonly CompiledIntentRule[];
  readonly intentProperty: PropertyScore | null;
  readonly kinds: number;
  /** Rules that stop a lead. */
  readonly disqualify: readonly CompiledDisqualifyRule[];
  /** Rules that divert or hold it: what diverts comes first. */
  readonly detours: readonly CompiledDisqualifyRule[];
  readonly tracks: readonly { readonly track: Track; readonly test: Test }[];
  readonly tiers: readonly CompiledTierEntry[];
  /** Comparisons the tier table makes itself. */
  readonly tierAtoms: readonly Atom[];
  /** Comparisons that ask whether a field is set. */
  readonly asksIfSet: readonly Atom[];
  /** Does the tier table look at the fit score itself, besides the grade? */
  readonly tiersUseFitScore: boolean;
  /** Does the tier table look at what matched, besides the two scores? */
  readonly tiersCount: boolean;
  readonly plays: readonly { readonly play: Play; readonly test: Test }[];
  readonly routing: readonly { readonly id: string; readonly pool: string; readonly test: Test }[];
  readonly required: readonly {
    readonly field: string;
    readonly slot: number;
    readonly tiers: ReadonlySet<Tier>;
  }[];
  /** Models of motions and channels; the first whose condition holds judges in place of this policy. */
  readonly models: readonly CompiledModel[];
  /** Id of the model that this is; null for the policy's own. */
  readonly model: string | null;
  readonly usesEvents: boolean;
  readonly usesSegments: boolean;
  /** Working memory, lent to one evaluation at a time; all else here stays as it was compiled. */
  readonly worlds: WorldPool;
}
