import { toIso, type Instant } from '../../domain/instant.ts';

/** HubSpot's standard lifecycle stages, in their order. */
export const LIFECYCLE_STAGES = [
  'subscriber',
  'lead',
  'marketingqualifiedlead',
  'salesqualifiedlead',
  'opportunity',
  'customer',
  'evangelist',
  'other',
] as const;

/**
 * Whether a write through the API may take a record from one stage to another: forward only. Backward needs `''`
 * first, in a separate request; otherwise the answer is 200 and the write is ignored (hubspot §8.10).
 *
 * @param from - present stage, undefined when cleared
 * @param to - wanted stage, `''` to clear
 * @param order - every stage in its order, custom ones included
 */
export function mayMoveStage(
  from: string | undefined,
  to: string,
  order: readonly string[],
): boolean {
  return from === undefined || to === '' || order.indexOf(to) >= order.indexOf(from);
}

/**
 * The stamps HubSpot sets when a record changes its stage: entered, exited, and the time spent. A stage entered
 * again carries the newer date (our reading).
 *
 * @param present - the record's values before the change
 * @param to - the new stage, `''` when cleared
 * @param now - the portal's time
 */
export function stageStamps(
  present: Readonly<Record<string, string>>,
  to: string,
  now: Instant,
): Record<string, string> {
  const stamps: Record<string, string> = {};
  const from = present['lifecyclestage'];
  if (from !== undefined) {
    const enteredAt = Date.parse(present[`hs_v2_date_entered_${from}`] ?? '');
    stamps[`hs_v2_date_exited_${from}`] = toIso(now);
    if (!Number.isNaN(enteredAt)) {
      const spent = Math.max(0, now - enteredAt);
      const before = Number(present[`hs_v2_cumulative_time_in_${from}`] ?? 0);
      stamps[`hs_v2_latest_time_in_${from}`] = String(spent);
      stamps[`hs_v2_cumulative_time_in_${from}`] = String(before + spent);
    }
  }
  if (to !== '') {
    stamps[`hs_v2_date_entered_${to}`] = toIso(now);
    stamps[`hs_v2_date_exited_${to}`] = '';
    stamps['hs_v2_time_in_current_stage'] = toIso(now);
    stamps[`hs_lifecyclestage_${to}_date`] = toIso(now);
  }
  return stamps;
}
