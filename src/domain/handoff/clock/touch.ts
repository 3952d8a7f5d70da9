import type { Attempt } from './attempt.ts';

/** Call statuses after which nobody spoke with a lead who called. */
const UNANSWERED: ReadonlySet<string | null> = new Set(['MISSED', 'NO_ANSWER', 'BUSY', 'CANCELED']);

/** What the policy says of attempts that a machine helped with. */
export interface TouchRules {
  /** Whether an e-mail that a sequence sent counts; it is not written to this person, so unless the policy says so it does not. */
  readonly sequenceEmailsCount: boolean;
}

/**
 * Whether an activity is a real attempt of this owner to reach the lead, and so ends the wait for the first touch
 * (R138, R139): a call with a duration or an outcome, a personal e-mail that went out, a meeting booked, a message.
 *
 * Somebody else's act never counts, nor one that HubSpot lays to nobody's account. A status says what a record is set
 * to, not what anybody did, so no status alone counts; it can only take an attempt back (a bounce, a cancelled meeting).
 * A note is no attempt. Of calls that came in, those count in which somebody spoke with the lead. HubSpot does not say
 * which way a message went, so a message counts for whoever logged it.
 */
export function isTouch(
  attempt: Attempt,
  ownerId: string,
  rules: TouchRules = { sequenceEmailsCount: false },
): boolean {
  if (attempt.ownerId !== ownerId) return false;
  switch (attempt.type) {
    case 'calls': {
      const { direction, durationMs, disposition, status } = attempt.facts;
      const lasted = durationMs !== null && durationMs > 0;
      if (direction === 'INBOUND') return lasted && !UNANSWERED.has(status);
      return lasted || disposition !== null;
    }
    case 'emails': {
      const { direction, status, fromSequence } = attempt.facts;
      // Mail programs that log to HubSpot may leave the status out.
      const wentOut = direction === 'EMAIL' && (status === 'SENT' || status === null);
      return wentOut && (!fromSequence || rules.sequenceEmailsCount);
    }
    case 'meetings':
      return attempt.facts.outcome !== 'CANCELED';
    case 'communications':
      return true;
    case 'notes':
      return false;
  }
}
