import type { Assessment } from './assess.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { Tier } from '../../tier.ts';

/** 1 to 3 for the tiers; 4 for a lead without one: disqualified, or no entry holds. */
export type Rank = 1 | 2 | 3 | 4;

const RANKS: Readonly<Record<Tier, Rank>> = { tier_1: 1, tier_2: 2, tier_3: 3 };

/** Orders tiers; null is the weakest. */
export function rankOf(tier: Tier | null): Rank {
  return tier === null ? 4 : RANKS[tier];
}

/** The tier of a rank. */
export function tierOfRank(rank: Rank): Tier | null {
  return rank === 4 ? null : `tier_${rank}`;
}

/** Rank of an assessed lead. */
export function rankAt(compiled: CompiledPolicy, assessment: Assessment): Rank {
  if (assessment.stoppedBy) return 4;
  return rankOf(compiled.tiers[assessment.entry]?.tier ?? null);
}

/** The best and worst tier over all values the unknown fields could take (design §6). */
export interface TierRange {
  readonly best: Rank;
  readonly worst: Rank;
  /** True where an end may not be reached: the range is then at least as wide as the exact one. */
  readonly isBound: boolean;
}
