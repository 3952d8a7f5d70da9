import type { Tier } from '../tier.ts';

/** Tier in the words of design §12. */
export const TIER_WORDS: Readonly<Record<Tier, string>> = {
  tier_1: 'Call now',
  tier_2: 'Review today',
  tier_3: 'Nurture',
};
