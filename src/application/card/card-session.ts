import type { Handoff } from '../../domain/handoff/handoff.ts';
import type { CommitDeps, CommitWorld } from '../commit/change.ts';
import type { CrmRecord } from '../ports/crm.ts';
import type { CardPerson } from './card-person.ts';

/** What the card's backend needs: it commits as everybody else does. */
export type CardDeps = CommitDeps;

/** What the card reads of a contact beyond what committing reads. */
export const CARD_READS = [
  'website',
  'city',
  'country',
  'hs_latest_source',
  'hs_analytics_source_data_1',
  'hs_analytics_first_url',
  'recent_conversion_event_name',
  'recent_conversion_date',
  'hs_last_sales_activity_timestamp',
  'engagements_last_meeting_booked',
] as const;

/** A handoff in front of a person. */
export interface CardSession {
  readonly world: CommitWorld;
  readonly person: CardPerson;
  readonly contact: CrmRecord;
  readonly handoff: Handoff;
}

/** A handoff that counts; what was only observed is none that anybody could act upon. */
export function standing(handoff: Handoff | null): Handoff | null {
  return handoff?.opened.mode === 'live' ? handoff : null;
}
