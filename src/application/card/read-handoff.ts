import { readRecord, type HandoffRecord } from '../../domain/handoff/handoff-record.ts';
import { parseStatus, type HandoffStatus } from '../../domain/handoff/handoff-status.ts';
import type { LivePolicy } from '../live-policy.ts';
import type { Crm, CrmRecord } from '../ports/crm.ts';

/** What the card reads of a contact beyond what handing off reads. */
const CARD_READS = [
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
  'handoff_owner_reason',
  'handoff_pool',
  'handoff_sla_status',
  'handoff_first_touch_at',
  'handoff_touches',
  'handoff_decided_by',
  'handoff_acceptance',
  'handoff_revisit_on',
  'handoff_outcome',
  'handoff_check_at',
  'hs_lead_status',
];

/** A handoff as it stands in HubSpot. */
export interface StandingHandoff {
  readonly contact: CrmRecord;
  readonly record: HandoffRecord;
  readonly status: HandoffStatus;
}

/** Reads the handoff of one contact, in one call; null where the contact has none. */
export async function readHandoff(
  crm: Crm,
  policy: LivePolicy,
  contactId: string,
): Promise<StandingHandoff | null> {
  const names = [...new Set([...policy.reads.contact, ...CARD_READS])];
  const contact = (await crm.readContacts([contactId], names)).get(contactId);
  const status = parseStatus(contact?.properties['handoff_status']);
  const read = readRecord(contact?.properties['handoff_record']);
  if (!contact || !status || read.kind !== 'record') return null;
  return { contact, record: read.record, status };
}
