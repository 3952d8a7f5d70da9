import type { Tier } from '../tier.ts';

/** Tier in the words of design §12. */
export const TIER_WORDS: Readonly<Record<Tier, string>> = {
  tier_1: 'Call now',
  tier_2: 'Review today',
  tier_3: 'Nurture',
};

/**
 * Tier with its number, as it is told.
 *
 * @example tierInWords('tier_1') // 'Tier 1, call now'
 */
export function tierInWords(tier: string): string {
  const words = TIER_WORDS[tier as Tier] as string | undefined;
  const number = tier.replace('tier_', 'Tier ');
  return words === undefined ? number : `${number}, ${words.toLowerCase()}`;
}
