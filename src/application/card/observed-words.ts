import { dayAndTime } from '../../contract/time-left.ts';
import { STATUS_LABELS } from '../../domain/handoff/handoff-status.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import { TIER_WORDS } from '../../domain/words/tier-words.ts';
import type { CommitWorld } from '../commit/change.ts';
import { nameOf, type CardPerson } from './card-person.ts';

/** What Baton would have done with a lead that it only watched: to whom, how urgent, until when. */
export function observedWords(
  { opened, assignment, clock, state }: Handoff,
  person: CardPerson,
  { directory, people }: CommitWorld,
): string {
  const timeZone = person.owner?.timeZone ?? directory.account.timeZone;
  const to = nameOf(directory, assignment?.ownerId ?? null);
  if (to === null)
    return `Baton only watches. It would have put this lead: ${STATUS_LABELS[state.status]}.`;
  const tier = opened.verdict.tier === null ? '' : `, ${TIER_WORDS[opened.verdict.tier]}`;
  const due =
    clock.dueAt === null
      ? ''
      : `, due ${dayAndTime({ at: clock.dueAt, now: people.now, timeZone })}`;
  return `Baton only watches: it would have gone to ${to}${tier}${due}.`;
}
