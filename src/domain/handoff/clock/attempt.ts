import type { Instant } from '../../instant.ts';

/**
 * Something on a contact's timeline that may be an attempt to reach the lead, with the facts that decide whether it is
 * one. Values are HubSpot's own; null where HubSpot has none.
 */
export type Attempt =
  | AttemptOf<'calls', CallFacts>
  | AttemptOf<'emails', EmailFacts>
  | AttemptOf<'meetings', MeetingFacts>
  | AttemptOf<'communications', CommunicationFacts>
  | AttemptOf<'notes', null>;

interface AttemptOf<Type extends string, Facts> {
  readonly id: string;
  /** HubSpot's name of the kind of activity. */
  readonly type: Type;
  readonly contactId: string;
  /**
   * When it was done. A meeting is an attempt when it is booked, so for one that still lies ahead this is the time of
   * booking.
   */
  readonly at: Instant;
  /** Whose act it was; null when HubSpot names nobody. */
  readonly ownerId: string | null;
  /** `''` where HubSpot keeps none, or hides it from the app. */
  readonly title: string;
  readonly facts: Facts;
}

interface CallFacts {
  /** `OUTBOUND` or `INBOUND`. */
  readonly direction: string | null;
  readonly durationMs: number | null;
  /** Id of the call's outcome, such as "Connected" or "Left voicemail"; accounts add their own. */
  readonly disposition: string | null;
  /** Such as `COMPLETED` or `NO_ANSWER`; says nothing of whether anybody dialled. */
  readonly status: string | null;
}

interface EmailFacts {
  /** `EMAIL` was sent from here; `INCOMING_EMAIL` and `FORWARDED_EMAIL` came from the lead; `DRAFT_EMAIL` is not sent. */
  readonly direction: string | null;
  /** `SENT`, `BOUNCED`, `FAILED`, `SCHEDULED`, `SENDING`. */
  readonly status: string | null;
  /** True when a sequence sent it. False also where HubSpot does not say. */
  readonly fromSequence: boolean;
}

interface MeetingFacts {
  /** `SCHEDULED`, `COMPLETED`, `RESCHEDULED`, `NO_SHOW`, `CANCELED`; accounts add their own. */
  readonly outcome: string | null;
  readonly start: Instant | null;
}

interface CommunicationFacts {
  /** `LINKEDIN_MESSAGE`, `SMS`, `WHATS_APP`. */
  readonly channel: string | null;
}
