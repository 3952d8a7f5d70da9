import { checkAt } from '../../domain/handoff/clock/check-at.ts';
import type { Surroundings } from '../../domain/handoff/clock/next-action.ts';
import { ownerOf } from '../../domain/handoff/evolve.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import { encodeHandoff } from '../../domain/handoff/record/codec.ts';
import { HANDOFF } from '../../domain/property-names.ts';
import type { LedgerEntry } from '../ports/ledger.ts';

/** A handoff as the ledger keeps it. What was written on the contact before and not since still stands there. */
export function toEntry(
  handoff: Handoff,
  properties: Readonly<Record<string, string>>,
  before: LedgerEntry | undefined,
  around: Surroundings,
): LedgerEntry {
  const { opened } = handoff;
  const earlier = before?.handoffId === handoff.id ? before.written : {};
  // The record itself is kept apart.
  const written = Object.fromEntries(
    Object.entries({ ...earlier, ...properties }).filter(([name]) => name !== HANDOFF.record),
  );
  return {
    handoffId: handoff.id,
    contactId: handoff.contactId,
    companyId: opened.facts.company?.id ?? null,
    mode: opened.mode,
    status: handoff.state.status,
    ownerId: ownerOf(handoff),
    checkAt: opened.mode === 'live' ? checkAt(handoff, around) : null,
    openedAt: opened.at,
    policyVersion: opened.policyVersion,
    version: handoff.version,
    record: encodeHandoff(handoff),
    written,
  };
}
