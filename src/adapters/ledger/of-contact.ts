/**
 * Contact of a row in SQL, from its `handoff_id` as `handoffId` makes it: turns and requests can be there without the entry
 * they belong to.
 */
export const OF_CONTACT = `split_part(handoff_id, '-', 1)`;
