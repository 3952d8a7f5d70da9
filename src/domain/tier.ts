/** The three routing tiers of R105. */
export type Tier = 'tier_1' | 'tier_2' | 'tier_3';
