import type { WebhookEvent } from '../../contract/webhook-event.ts';
import { HANDOFF } from '../../domain/property-names.ts';
import type { LedgerEntry } from '../ports/ledger.ts';

/**
 * Whether an event only reports what Baton itself wrote. HubSpot echoes our own writes, and it is their value that
 * gives them away, never their source: another app with the same value has changed nothing either (design §5).
 *
 * Empty and unset are the same value. An event about a property that we never wrote is no echo.
 */
export function isEcho(event: WebhookEvent, newest: LedgerEntry | undefined): boolean {
  if (newest === undefined || event.propertyName === undefined) return false;
  const told = event.propertyValue ?? '';
  // Not the owner we wrote last: somebody may have taken the lead since and given it back.
  if (event.propertyName === 'hubspot_owner_id') return told === (newest.ownerId ?? '');
  if (event.propertyName === HANDOFF.record) return newest.record === told;
  return newest.written[event.propertyName] === told;
}
