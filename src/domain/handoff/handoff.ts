import type { ContactId, HandoffId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { HandoffEvent } from './events.ts';
import type { Actor, Opening, Progress } from './progress.ts';

/**
 * One attempt to hand one lead to sales, whole: the value that every change of a handoff goes through (design §2.9).
 * What people read on the contact, its tasks, its next action and when it is looked at again are derived from it and
 * never written beside it.
 */
export interface Handoff extends Progress {
  readonly id: HandoffId;
  readonly contactId: ContactId;
  /** From 1; a contact can be handed over several times. */
  readonly attempt: number;
  readonly opened: Opening;
  /** Keys of the entries that this attempt answers: the one that opened it and those that joined it later. */
  readonly entries: readonly string[];
  /** What happened to it, oldest first; the oldest are shed when the record grows too long, `version` counts all. */
  readonly events: readonly HandoffEvent[];
  /** Events ever recorded. */
  readonly version: number;
  /** What undo would bring back; null when the last event cannot be undone. */
  readonly undo: Undo | null;
  readonly earlier: readonly AttemptSummary[];
  /** What was left out to stay below HubSpot's limit, in words; empty when complete. */
  readonly shed: readonly string[];
}

/** What was true before the last decision, for the five minutes in which its author may take it back (design §5). */
export interface Undo {
  readonly by: Actor;
  readonly at: Instant;
  readonly before: Pick<Progress, 'state' | 'clock' | 'nextStep'>;
  /** HubSpot's own lead status before the decision moved it; null where it did not. */
  readonly leadStatus: string | null;
}

/** What an earlier attempt came to, kept for good. */
export interface AttemptSummary {
  readonly attempt: number;
  readonly handoffId: string;
  readonly status: string;
  readonly tier: string | null;
  readonly ownerId: string | null;
  readonly decidedAt: string | null;
  readonly reasonCode: string | null;
  readonly note: string | null;
}
