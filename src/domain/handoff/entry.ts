import { parseInstant, toIso, type Instant } from '../instant.ts';
import type { PropertyValues } from '../condition/lead-facts.ts';

/** A contact's arrival in a trigger stage. The same arrival is handed off once, however often HubSpot tells us. */
export interface Entry {
  readonly stage: string;
  /** Value of `hs_v2_date_entered_<stage>`. */
  readonly enteredAt: Instant;
}

/** The HubSpot property that says when a contact entered a lifecycle stage (HubSpot docs, "Lifecycle stage"). */
export function enteredProperty(stage: string): string {
  return `hs_v2_date_entered_${stage}`;
}

/** The entry as it is kept in the record and compared, for example `marketingqualifiedlead@2026-11-20T09:00:00.000Z`. */
export function entryKey(entry: Entry): string {
  return `${entry.stage}@${toIso(entry.enteredAt)}`;
}

/**
 * The entry a contact stands in now, or null when it is in no trigger stage or HubSpot has not stamped it yet (the
 * stamp is what makes two entries different, so without it nothing is opened; the next event or sweep tries again).
 */
export function currentEntry(
  contact: PropertyValues,
  triggerStages: readonly string[],
): Entry | null {
  const stage = contact['lifecyclestage'];
  if (!stage || !triggerStages.includes(stage)) return null;
  const entered = parseInstant(contact[enteredProperty(stage)]);
  return entered.ok ? { stage, enteredAt: entered.value } : null;
}
