import type { PropertyValues } from '../../condition/lead-facts.ts';
import type { Surroundings } from '../clock/next-action.ts';
import { goesToAccount } from '../goes-to-account.ts';
import { ownerOf } from '../evolve.ts';
import type { Handoff } from '../handoff.ts';
import { handoffValues } from './handoff-properties.ts';
import { sameValue } from './property-row.ts';
import { isCutOf } from './shed.ts';

/**
 * What to write on the contact so that it shows the handoff: only what differs from what it shows now (design §2.1). An
 * owner, a stage or a lead status of HubSpot's own is written only where this change moves it, because people and other
 * workflows move them too (design §2.8).
 *
 * @param before - the handoff as it was; null for a new attempt
 * @param after - the handoff as it is now
 * @param contact - properties as they were read
 * @param around - policy and people with the business time
 */
export function writeHandoff(
  before: Handoff | null,
  after: Handoff,
  contact: PropertyValues,
  around: Surroundings,
): Readonly<Record<string, string>> {
  const changed: Record<string, string> = {};
  for (const [{ name, kind }, value] of handoffValues(after, around)) {
    const shown = contact[name] ?? '';
    // What the record had to cut still stands whole on the contact.
    if (!sameValue(kind, value, shown) && !isCutOf(value, shown)) changed[name] = value;
  }
  return after.opened.mode === 'live'
    ? { ...changed, ...hubspotsOwn(before, after, contact, around) }
    : changed;
}

function hubspotsOwn(
  before: Handoff | null,
  after: Handoff,
  contact: PropertyValues,
  { policy }: Surroundings,
): Readonly<Record<string, string>> {
  const own: Record<string, string> = {};
  const had = before && ownerOf(before);
  const has = ownerOf(after);
  const shown = contact['hubspot_owner_id'] ?? '';
  const kept = goesToAccount(after) && keepsOwner(before, after, shown);
  if (has !== null && has !== shown && !kept) own['hubspot_owner_id'] = has;
  // Passed on, and nobody could take it: it is not the last owner's any more.
  if (has === null && after.state.status === 'held_no_owner' && had && had === shown && !kept) {
    own['hubspot_owner_id'] = '';
  }
  const { status } = after.state;
  if (status === before?.state.status) return own;
  const last = after.events.at(-1);
  if (last?.kind === 'undone') {
    const leadStatusBefore = before?.undo?.leadStatus;
    return leadStatusBefore === null || leadStatusBefore === undefined
      ? own
      : { ...own, hs_lead_status: leadStatusBefore };
  }
  const { onAccept, leadStatus } = policy.lifecycle;
  if (status === 'accepted' && onAccept !== null) own['lifecyclestage'] = onAccept;
  const moved = leadStatus[status];
  if (moved !== undefined) own['hs_lead_status'] = moved;
  return own;
}

/** A contact with an owner keeps them when it is diverted (design §2.8), unless it was Baton who set them. */
function keepsOwner(before: Handoff | null, after: Handoff, shown: string): boolean {
  const had = before && (ownerOf(before) ?? before.assignment?.ownerId);
  const found = after.opened.facts.properties['hubspot_owner_id'] ?? '';
  return shown !== '' && (shown === found || shown !== had);
}
