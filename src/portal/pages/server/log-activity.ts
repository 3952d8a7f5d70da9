import { MINUTE, instant, toIso } from '../../../domain/instant.ts';
import type { ObjectTypeName } from '../../store/object-types.ts';
import type { Owner } from '../../store/owner-table.ts';
import type { PortalStore } from '../../store/portal-store.ts';
import type { StoredRecord } from '../../store/record-table.ts';
import type { ActivityToLog } from '../page-data.ts';

/** Creates a note, call, e-mail, meeting or message beside a contact, as a person does on HubSpot's record page. */
export function logActivity(
  store: PortalStore,
  contact: StoredRecord,
  owner: Owner,
  activity: ActivityToLog,
): StoredRecord {
  const { type, values } = asRecord(activity);
  return store.transaction(() => {
    const record = store.create(
      type,
      { hs_timestamp: toIso(instant(activity.at)), hubspot_owner_id: owner.id, ...values },
      { type: 'CRM_UI', id: `userId:${owner.userId}` },
    );
    store.associate(record, contact);
    return record;
  });
}

function asRecord(activity: ActivityToLog): {
  readonly type: ObjectTypeName;
  readonly values: Readonly<Record<string, string>>;
} {
  const length = activity.minutes * MINUTE;
  switch (activity.kind) {
    case 'note':
      return { type: 'notes', values: { hs_note_body: asHtml(activity.body) } };
    case 'call':
      return {
        type: 'calls',
        values: {
          hs_call_title: activity.title,
          hs_call_body: asHtml(activity.body),
          hs_call_direction: 'OUTBOUND',
          hs_call_status: 'COMPLETED',
          hs_call_duration: String(length),
          ...(activity.outcome !== '' && { hs_call_disposition: activity.outcome }),
        },
      };
    case 'email':
      return {
        type: 'emails',
        values: {
          hs_email_subject: activity.title,
          hs_email_text: activity.body,
          hs_email_direction: 'EMAIL',
          hs_email_status: 'SENT',
        },
      };
    case 'meeting':
      return {
        type: 'meetings',
        values: {
          hs_meeting_title: activity.title,
          hs_meeting_body: asHtml(activity.body),
          hs_meeting_start_time: toIso(instant(activity.at)),
          hs_meeting_end_time: toIso(instant(activity.at + length)),
          ...(activity.outcome !== '' && { hs_meeting_outcome: activity.outcome }),
        },
      };
    case 'message':
      return {
        type: 'communications',
        values: {
          hs_communication_body: asHtml(activity.body),
          hs_communication_channel_type: activity.channel,
          hs_communication_logged_from: 'CRM',
        },
      };
  }
}

/** Typed text as the HTML that HubSpot keeps in bodies. */
function asHtml(text: string): string {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
  return escaped === '' ? '' : `<p>${escaped}</p>`;
}
