import type { Policy } from './policy.ts';

/** Who may accept, reject and recycle, in words. */
export const DECIDER_WORDS: Readonly<Record<Policy['decide']['who'], string>> = {
  owner: 'the owner of the lead',
  owner_or_manager: 'the owner of the lead or their manager',
  anyone: 'anybody who sees the card',
};
