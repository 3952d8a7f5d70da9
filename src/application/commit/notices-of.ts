import { personAndCompany } from '../../domain/handoff/tasks/task-text.ts';
import type { Notice } from '../ports/notify.ts';
import type { CommitWorld, Outcome } from './change.ts';

/** What somebody outside HubSpot should hear of at once: leads for sales that nobody could take. */
export function noticesOf(outcomes: readonly Outcome[], world: CommitWorld): readonly Notice[] {
  return outcomes.flatMap((outcome): readonly Notice[] => {
    if (outcome.kind !== 'done' || outcome.handoff?.state.status !== 'held_no_owner') return [];
    const { handoff, events } = outcome;
    if (events.length === 0 || handoff.opened.mode === 'observe') return [];
    const { facts } = handoff.opened;
    const who = personAndCompany(facts.properties, facts.company?.properties['name'] ?? null);
    return [
      {
        kind: 'held',
        handoffId: handoff.id,
        contactId: handoff.contactId,
        ownerId: null,
        text: `Nobody could take ${who}. ${handoff.assignment?.reason ?? 'Assign this lead by hand.'}`,
        link: world.linkTo(handoff.contactId),
        at: world.people.now,
      },
    ];
  });
}
