import type { Crm, NewTask, RecordUpdate, WriteOutcome } from '../ports/crm.ts';

/**
 * A task as it has to be: open and owned by somebody, or no longer to be done. `reopened` also takes back a completion,
 * because the decision that completed it was taken back.
 */
export interface WantedTask {
  readonly task: NewTask;
  readonly state: 'open' | 'reopened' | 'done';
}

/** What became of the task of one contact. */
export interface TaskOutcome {
  readonly contactId: string;
  readonly outcome: WriteOutcome;
}

/**
 * Makes HubSpot's tasks as they have to be, by key: creates what is missing, passes on what belongs to somebody else
 * now, completes what nobody needs to do any more. A task that a person completed stays completed. Doing it again
 * changes nothing.
 */
export async function reconcileTasks(
  crm: Crm,
  wanted: readonly WantedTask[],
): Promise<readonly TaskOutcome[]> {
  if (wanted.length === 0) return [];
  const existing = await crm.readTasksByKey(
    wanted.map(({ task }) => task.key),
    ['hs_task_status', 'hubspot_owner_id'],
  );
  const missing: NewTask[] = [];
  const updates: (RecordUpdate & { readonly contactId: string })[] = [];
  for (const { task, state } of wanted) {
    const standing = existing.get(task.key);
    const completed = standing?.properties['hs_task_status'] === 'COMPLETED';
    if (!standing) {
      if (state !== 'done') missing.push(task);
    } else if (state === 'done' && !completed) {
      const properties = { hs_task_status: 'COMPLETED' };
      updates.push({ id: standing.id, properties, contactId: task.contactId });
    } else if (state === 'reopened' && completed) {
      const properties = { hs_task_status: 'NOT_STARTED' };
      updates.push({ id: standing.id, properties, contactId: task.contactId });
    } else if (state === 'open' && !completed) {
      const owner = task.properties['hubspot_owner_id'] ?? '';
      if ((standing.properties['hubspot_owner_id'] ?? '') !== owner) {
        // Whoever has it now reads it as their own: due time, reminder, and who passed it on.
        const properties = Object.fromEntries(
          Object.entries(task.properties).filter(([name]) => name !== 'hs_task_status'),
        );
        updates.push({ id: standing.id, properties, contactId: task.contactId });
      }
    }
  }
  return [...(await createTasks(crm, missing)), ...(await updateTasks(crm, updates))];
}

/** Creates tasks that certainly do not exist yet, such as those of an attempt that was opened a moment ago. */
export async function createTasks(
  crm: Crm,
  tasks: readonly NewTask[],
): Promise<readonly TaskOutcome[]> {
  if (tasks.length === 0) return [];
  const contactOf = new Map(tasks.map(({ key, contactId }) => [key, contactId]));
  const outcomes = await crm.createTasks(tasks);
  return outcomes.map((outcome) => ({ contactId: contactOf.get(outcome.key) ?? '', outcome }));
}

async function updateTasks(
  crm: Crm,
  updates: readonly (RecordUpdate & { readonly contactId: string })[],
): Promise<readonly TaskOutcome[]> {
  if (updates.length === 0) return [];
  const contactOf = new Map(updates.map(({ id, contactId }) => [id, contactId]));
  const outcomes = await crm.updateTasks(updates.map(({ id, properties }) => ({ id, properties })));
  return outcomes.map((outcome) => ({ contactId: contactOf.get(outcome.key) ?? '', outcome }));
}
