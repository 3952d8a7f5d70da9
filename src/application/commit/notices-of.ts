import { askedFor } from '../../domain/handoff/divert-words.ts';
import { ownerOf } from '../../domain/handoff/evolve.ts';
import type { HandoffEvent } from '../../domain/handoff/events.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import { personAndCompany } from '../../domain/handoff/tasks/task-text.ts';
import type { Notice } from '../ports/notify.ts';
import type { CommitWorld, Outcome } from './change.ts';

/**
 * What somebody outside HubSpot should hear of at once: leads for sales that nobody could take, and what a customer asks
 * for, because whoever has the account does not wait for leads.
 */
export function noticesOf(outcomes: readonly Outcome[], world: CommitWorld): readonly Notice[] {
  return outcomes.flatMap((outcome): readonly Notice[] => {
    if (outcome.kind !== 'done' || outcome.handoff === null) return [];
    const { handoff, events } = outcome;
    const news = handoff.opened.mode === 'observe' ? null : newsOf(handoff, events);
    if (news === null) return [];
    return [
      {
        ...news,
        handoffId: handoff.id,
        contactId: handoff.contactId,
        ownerId: ownerOf(handoff),
        link: world.linkTo(handoff.contactId),
        at: world.people.now,
      },
    ];
  });
}

function newsOf(
  { state, assignment, opened }: Handoff,
  events: readonly HandoffEvent[],
): Pick<Notice, 'kind' | 'text'> | null {
  const { facts, verdict } = opened;
  const who = personAndCompany(facts.properties, facts.company?.properties['name'] ?? null);
  if (state.status === 'held_no_owner' && events.length > 0) {
    const reason = assignment?.reason ?? 'Assign this lead by hand.';
    return { kind: 'held', text: `Nobody could take ${who}. ${reason}` };
  }
  if (state.status === 'diverted' && events.some(isGiven)) {
    return { kind: 'diverted', text: `${who}, ${askedFor(verdict)}. ${assignment?.reason ?? ''}` };
  }
  return null;
}

/** Given to somebody by Baton, who has not heard of it yet. */
function isGiven({ kind }: HandoffEvent): boolean {
  return kind === 'diverted' || kind === 'passed_on';
}
