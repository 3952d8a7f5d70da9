import { toIso, type Instant } from '../../domain/instant.ts';
import type { ObjectTypeName } from '../store/object-types.ts';
import type { StoredRecord } from '../store/record-table.ts';
import { stageStamps } from './lifecycle.ts';

type Values = Readonly<Record<string, string>>;

/** What HubSpot sets by itself on a new record, before the sent values (recorded: create answers). */
export function bornWith(type: ObjectTypeName): Values {
  switch (type) {
    case 'contacts':
      return {
        hs_is_contact: 'true',
        hs_is_unworked: 'true',
        hs_pipeline: 'contacts-lifecycle-pipeline',
        lifecyclestage: 'lead',
      };
    case 'companies':
      return { hs_pipeline: 'companies-lifecycle-pipeline', lifecyclestage: 'lead' };
    case 'tasks':
      return {
        hs_task_status: 'NOT_STARTED',
        hs_task_priority: 'NONE',
        hs_task_type: 'TODO',
        hs_task_family: 'SALES',
        hs_task_for_object_type: 'OWNER',
        hs_task_is_all_day: 'false',
        hs_task_completion_count: '0',
        hs_task_is_completed: '0',
        hs_task_is_completed_call: '0',
        hs_task_is_completed_email: '0',
        hs_task_is_completed_linked_in: '0',
        hs_task_is_completed_sequence: '0',
      };
    case 'deals':
      return { pipeline: 'default', dealstage: 'appointmentscheduled' };
    case 'notes':
    case 'calls':
    case 'emails':
    case 'meetings':
    case 'communications':
    case 'users':
      return {};
  }
}

/**
 * Further values that follow from a change of a record's values.
 *
 * @param type - the record's type
 * @param present - its values before the change
 * @param changed - the values that really change, `''` for cleared
 * @param now - the portal's time
 */
export function followingValues(
  type: ObjectTypeName,
  present: Values,
  changed: Values,
  now: Instant,
): Values {
  const more: Record<string, string> = {};
  const stage = changed['lifecyclestage'];
  if (stage !== undefined && (type === 'contacts' || type === 'companies'))
    Object.assign(more, stageStamps(present, stage, now));
  const owner = changed['hubspot_owner_id'];
  if (owner !== undefined && type !== 'users') {
    more['hubspot_owner_assigneddate'] = owner === '' ? '' : toIso(now);
    if (type === 'contacts') {
      // These follow the present owner only (hubspot §8.11).
      more['hs_sa_first_engagement_date'] = '';
      more['hs_sa_first_engagement_descr'] = '';
      more['hs_sa_first_engagement_object_type'] = '';
    }
  }
  if (type === 'tasks') Object.assign(more, taskValues(present, changed, now));
  if (type === 'companies' && changed['domain'] !== undefined && changed['website'] === undefined)
    if (present['website'] === undefined) more['website'] = changed['domain'];
  if (type === 'deals' && changed['dealstage'] !== undefined) {
    more['hs_is_closed'] = String(changed['dealstage'].startsWith('closed'));
    more['hs_is_closed_won'] = String(changed['dealstage'] === 'closedwon');
  }
  return more;
}

function taskValues(present: Values, changed: Values, now: Instant): Values {
  const more: Record<string, string> = {};
  const body = changed['hs_task_body'];
  if (body !== undefined) more['hs_body_preview'] = body.replaceAll(/<[^>]*>/g, ' ').trim();
  const status = changed['hs_task_status'];
  if (status !== undefined) {
    const completed = status === 'COMPLETED';
    const was = present['hs_task_status'] === 'COMPLETED';
    more['hs_task_is_completed'] = completed ? '1' : '0';
    more['hs_task_completion_date'] = completed ? toIso(now) : '';
    if (completed && !was)
      more['hs_task_completion_count'] = String(
        Number(present['hs_task_completion_count'] ?? 0) + 1,
      );
  }
  return more;
}

/**
 * A record's values as a reader sees them now. HubSpot works some out in the background as time passes; the portal
 * works them out while reading.
 */
export function readableValues(record: StoredRecord, now: Instant): Values {
  if (record.type !== 'tasks') return record.properties;
  return { ...record.properties, ...overdueValues(record.properties, now) };
}

/** Names of the values that depend on the time of reading, and the stored ones they follow from. */
export const OVERDUE_VALUES = {
  names: [
    'hs_task_is_overdue',
    'hs_task_is_past_due_date',
    'hs_task_missed_due_date',
    'hs_task_missed_due_date_count',
  ],
  from: ['hs_timestamp', 'hs_task_status', 'hs_task_completion_date'],
} as const;

/** Overdue and missed, as HubSpot's texts `true` and `false`; exactly at the due time is not yet overdue. */
export function overdueValues(
  values: Readonly<Record<string, string | null | undefined>>,
  now: Instant,
): Values {
  const due = Date.parse(values['hs_timestamp'] ?? '');
  const completed = values['hs_task_status'] === 'COMPLETED';
  const completedAt = Date.parse(values['hs_task_completion_date'] ?? '');
  const past = now > due;
  const missed = completed ? completedAt > due : past;
  return {
    hs_task_is_overdue: String(past && !completed),
    hs_task_is_past_due_date: String(past && !completed),
    hs_task_missed_due_date: String(missed),
    hs_task_missed_due_date_count: missed ? '1' : '0',
  };
}
