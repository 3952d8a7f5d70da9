import type { Instant } from '../../domain/instant.ts';

/** One thing that somebody outside HubSpot should hear of. */
export interface Notice {
  readonly kind: 'due_soon' | 'overdue' | 'escalated' | 'held' | 'diverted' | 'paused';
  readonly handoffId: string;
  readonly contactId: string;
  /** Whom it concerns; null when nobody has the lead. */
  readonly ownerId: string | null;
  /** One plain sentence for people, without ids; it may name the lead and the rep. */
  readonly text: string;
  /** Page to open, usually the contact in HubSpot. */
  readonly link: string;
  readonly at: Instant;
}

/** Tells people outside HubSpot, because tasks that are made by API ring for nobody (HubSpot docs, "Tasks"). */
export interface Notify {
  /**
   * Sends these notices, several in one message. Never rejects: a notice is a courtesy, and what it tells of is in
   * HubSpot already. What could not be sent is logged. A notice may arrive twice where an answer was lost.
   */
  send(notices: readonly Notice[]): Promise<void>;
}
