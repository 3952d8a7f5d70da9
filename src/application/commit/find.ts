import type { HandoffEvent } from '../../domain/handoff/events.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import { decodeHandoff } from '../../domain/handoff/record/codec.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { HANDOFF } from '../../domain/property-names.ts';
import { contactLink } from '../contact-link.ts';
import type { LedgerEntry } from '../ports/ledger.ts';
import { routingContext } from '../routing-context.ts';
import type { CommitDeps, CommitWorld, Seen } from './change.ts';

/** The policy and the people as they are now. */
export async function openWorld(
  deps: Pick<CommitDeps, 'livePolicy' | 'directory'>,
  now: Instant,
): Promise<CommitWorld> {
  const [live, directory] = await Promise.all([deps.livePolicy(), deps.directory()]);
  return {
    live,
    directory,
    policy: live.policy,
    people: routingContext(live.policy, directory, now),
    linkTo: (contact) => contactLink(directory.account, contact),
  };
}

/** What was found of contacts; a damaged record is said in words, and a contact that is gone is in neither. */
export interface Found {
  readonly seen: ReadonlyMap<ContactId, Seen>;
  readonly damaged: ReadonlyMap<ContactId, string>;
}

/**
 * Reads contacts and how far the ledger has followed them: one call to HubSpot for all of them.
 *
 * @param deps - HubSpot and the ledger
 * @param ids - contacts that nobody else changes meanwhile
 * @param properties - what to read of each
 * @param arrived - how far the ledger had followed them when the request arrived; empty where nobody waited
 */
export async function findContacts(
  deps: Pick<CommitDeps, 'crm' | 'ledger'>,
  ids: readonly ContactId[],
  properties: readonly string[],
  arrived: ReadonlyMap<ContactId, LedgerEntry> = new Map(),
): Promise<Found> {
  const [contacts, newest] = await Promise.all([
    deps.crm.readContacts(ids, properties),
    deps.ledger.newest(ids),
  ]);
  const seen = new Map<ContactId, Seen>();
  const damaged = new Map<ContactId, string>();
  for (const id of ids) {
    const contact = contacts.get(id);
    if (!contact) continue;
    const read = decodeHandoff(contact.properties[HANDOFF.record], contact.properties);
    if (read.kind === 'damaged') damaged.set(id, read.message);
    else {
      const handoff = read.kind === 'handoff' ? read.handoff : null;
      const meanwhile = eventsSince(arrived.get(id), handoff);
      seen.set(id, { contact, handoff, entry: newest.get(id), meanwhile });
    }
  }
  return { seen, damaged };
}

function eventsSince(
  arrived: LedgerEntry | undefined,
  handoff: Handoff | null,
): readonly HandoffEvent[] {
  if (!arrived || arrived.handoffId !== handoff?.id) return [];
  const newer = handoff.version - arrived.version;
  return newer > 0 ? handoff.events.slice(-newer) : [];
}
