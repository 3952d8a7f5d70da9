import type { PropertyValues } from '../condition/lead-facts.ts';
import { parseDay } from '../day.ts';
import { ownerId } from '../ids.ts';
import { HANDOFF } from '../property-names.ts';
import type { HandEdit } from './command.ts';
import { parseStatus } from './handoff-status.ts';
import { type Handoff } from './handoff.ts';
import { ACCEPTANCES, type Acceptance } from './progress.ts';
import { isCutOf } from './record/shed.ts';

/**
 * What a person made of the decision's properties since Baton wrote them (phone, import, workflow); null where nothing
 * differs. A value that was cleared is no decision: HubSpot shows Baton's again with the next change.
 */
export function handEdit(handoff: Handoff, contact: PropertyValues): HandEdit | null {
  const { state } = handoff;
  const set = parseStatus(contact[HANDOFF.status]);
  const status = set === state.status ? null : set;
  const acceptance = acceptanceOf(contact);
  const reasonCode = contact[HANDOFF.reasonCode] || undefined;
  const note = contact[HANDOFF.decisionNote] || undefined;
  const revisitOn = parseDay(contact[HANDOFF.revisitOn]) ?? undefined;
  const owner = contact['hubspot_owner_id'];
  const contactOwner = owner ? ownerId(owner) : null;
  if (status !== null) return { status, acceptance, reasonCode, note, revisitOn, contactOwner };
  if (state.status === 'accepted') {
    const changed = {
      acceptance: differing(acceptance, state.acceptance),
      note: changedNote(note, state.note),
    };
    return someOf(changed) ? { status: null, ...changed, contactOwner } : null;
  }
  if (state.status !== 'rejected' && state.status !== 'recycled') return null;
  const changed = {
    reasonCode: differing(reasonCode, state.reasonCode),
    note: changedNote(note, state.note),
    revisitOn: differing(revisitOn, state.revisitOn),
  };
  return someOf(changed) ? { status: null, ...changed, contactOwner } : null;
}

function acceptanceOf(contact: PropertyValues): Acceptance['acceptance'] | undefined {
  return ACCEPTANCES.find((kind) => kind === contact[HANDOFF.acceptance]);
}

function differing<Value>(value: Value | undefined, ours: Value | null): Value | undefined {
  return value === ours ? undefined : value;
}

/** The record may have had to cut a long one, which is no edit. */
function changedNote(note: string | undefined, ours: string): string | undefined {
  return note !== undefined && isCutOf(ours, note) ? undefined : differing(note, ours);
}

function someOf(changed: Readonly<Record<string, unknown>>): boolean {
  return Object.values(changed).some((value) => value !== undefined);
}
