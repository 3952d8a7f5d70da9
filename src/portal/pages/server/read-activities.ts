import { parseInstant } from '../../../domain/instant.ts';
import type { PortalStore } from '../../store/portal-store.ts';
import type { StoredRecord } from '../../store/record-table.ts';
import type { Activity, ActivityKind, Choice, Directory, QueuedTask } from '../page-data.ts';
import { contactName } from './list-contacts.ts';

/** The CRM's types of activities, and the one word the pages use for each. */
const KINDS = {
  tasks: 'task',
  notes: 'note',
  calls: 'call',
  emails: 'email',
  meetings: 'meeting',
  communications: 'message',
} as const satisfies Record<string, ActivityKind>;

/** Activities shown of one contact; older ones are left out. */
const MOST = 200;

type Values = Readonly<Record<string, string>>;

/** The newest activities of a contact, newest first. */
export function readActivities(
  store: PortalStore,
  contactId: string,
  directory: Directory,
): readonly Activity[] {
  return (Object.keys(KINDS) as (keyof typeof KINDS)[])
    .flatMap((type) => {
      const ids = store.associations(contactId, type).map(({ toId }) => toId);
      return [...store.getMany(type, ids).values()].map((record) =>
        toActivity(KINDS[type], record, store.read(record), directory),
      );
    })
    .toSorted((a, b) => b.at - a.at || Number(b.id) - Number(a.id))
    .slice(0, MOST);
}

/** Open tasks, the ones due first at the top; `ownerId` `''` for everybody's. */
export function readTaskQueue(store: PortalStore, ownerId: string): readonly QueuedTask[] {
  const filters = [
    { propertyName: 'hs_task_status', operator: 'NEQ' as const, value: 'COMPLETED' },
    ...(ownerId === ''
      ? []
      : [{ propertyName: 'hubspot_owner_id', operator: 'EQ' as const, value: ownerId }]),
  ];
  const ids = store.search({
    type: 'tasks',
    groups: [filters],
    sort: { name: 'hs_timestamp', descending: false },
  });
  const tasks = store.getMany('tasks', ids.slice(0, MOST));
  return ids.slice(0, MOST).flatMap((id) => {
    const task = tasks.get(id);
    return task === undefined ? [] : [toQueued(store, task)];
  });
}

function toQueued(store: PortalStore, task: StoredRecord): QueuedTask {
  const values = store.read(task);
  const contactId = store.associations(task.id, 'contacts')[0]?.toId;
  const contact = contactId === undefined ? undefined : store.get('contacts', contactId);
  return {
    id: task.id,
    subject: values['hs_task_subject'] ?? 'Task without a subject',
    dueAt: timeOf(values['hs_timestamp']) ?? task.createdAt,
    overdue: values['hs_task_is_overdue'] === 'true',
    priority: values['hs_task_priority'] ?? 'NONE',
    ownerId: values['hubspot_owner_id'] ?? '',
    contact: contact === undefined ? null : { id: contact.id, name: contactName(contact) },
  };
}

function toActivity(
  kind: ActivityKind,
  record: StoredRecord,
  values: Values,
  directory: Directory,
): Activity {
  const shared = {
    id: record.id,
    kind,
    at: timeOf(values['hs_timestamp']) ?? record.createdAt,
    ownerId: values['hubspot_owner_id'] ?? '',
  };
  switch (kind) {
    case 'task':
      return {
        ...shared,
        title: values['hs_task_subject'] ?? 'Task without a subject',
        body: values['hs_task_body'] ?? '',
        facts: [],
        task: taskState(values),
      };
    case 'note':
      return { ...shared, title: 'Note', body: values['hs_note_body'] ?? '', facts: [] };
    case 'call':
      return {
        ...shared,
        title: values['hs_call_title'] ?? 'Call',
        body: values['hs_call_body'] ?? '',
        facts: [
          ...labelled(directory.callOutcomes, values['hs_call_disposition']),
          ...minutes(Number(values['hs_call_duration'] ?? 0)),
          ...(values['hs_call_direction'] === 'INBOUND' ? ['Inbound'] : []),
        ],
      };
    case 'email':
      return {
        ...shared,
        title: values['hs_email_subject'] ?? 'E-mail',
        body: values['hs_email_html'] ?? values['hs_email_text'] ?? '',
        facts: values['hs_email_direction'] === 'INCOMING_EMAIL' ? ['Received'] : ['Sent'],
      };
    case 'meeting':
      return {
        ...shared,
        title: values['hs_meeting_title'] ?? 'Meeting',
        body: values['hs_meeting_body'] ?? '',
        facts: [
          ...labelled(directory.meetingOutcomes, values['hs_meeting_outcome']),
          ...minutes(
            (timeOf(values['hs_meeting_end_time']) ?? 0) -
              (timeOf(values['hs_meeting_start_time']) ?? 0),
          ),
        ],
      };
    case 'message':
      return {
        ...shared,
        title: 'Message',
        body: values['hs_communication_body'] ?? '',
        facts: labelled(directory.messageChannels, values['hs_communication_channel_type']),
      };
  }
}

function taskState(values: Values): NonNullable<Activity['task']> {
  return {
    status: values['hs_task_status'] ?? 'NOT_STARTED',
    done: values['hs_task_status'] === 'COMPLETED',
    overdue: values['hs_task_is_overdue'] === 'true',
    priority: values['hs_task_priority'] ?? 'NONE',
    // HubSpot keeps reminders as a list of epoch milliseconds separated by semicolons.
    remindAt: timeOf(values['hs_task_reminders']?.split(';')[0]) ?? null,
  };
}

function labelled(choices: readonly Choice[], value: string | undefined): readonly string[] {
  if (value === undefined || value === '') return [];
  return [choices.find((choice) => choice.value === value)?.label ?? value];
}

function minutes(milliseconds: number): readonly string[] {
  return milliseconds > 0 ? [`${Math.round(milliseconds / 60_000)} min`] : [];
}

function timeOf(text: string | undefined): number | undefined {
  const read = parseInstant(text);
  return read.ok ? read.value : undefined;
}
