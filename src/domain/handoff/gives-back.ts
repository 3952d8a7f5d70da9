import type { Policy } from '../policy/policy.ts';
import type { HandoffRecord } from './handoff-record.ts';

/** A turn of a pool's rotation that a rep got and shall not be charged for. */
export interface TurnGivenBack {
  readonly pool: string;
  readonly ownerId: string;
}

/**
 * The turn that a reason gives back to the rep (P26, `countsAgainstShare: false`): the lead should not have been
 * theirs. Null where the reason counts, or where no rotation gave the lead.
 *
 * @param record - as it was when the rep had the lead
 */
export function turnGivenBack(
  record: HandoffRecord,
  reasonCode: string | null | undefined,
  policy: Policy,
): TurnGivenBack | null {
  const reason = policy.reasons.find(({ code }) => code === reasonCode);
  const { route } = record;
  if (reason?.countsAgainstShare !== false || route?.via !== 'pool') return null;
  return route.pool !== null && route.ownerId !== null
    ? { pool: route.pool, ownerId: route.ownerId }
    : null;
}
