import { TASK_KEY } from '../../domain/property-names.ts';
import type { NewTask, WriteOutcome } from '../../application/ports/crm.ts';
import { OBJECT_BATCH_SIZE, readBatchAnswer, readRecords } from './crm-records.ts';
import type { HubspotApis } from './hubspot-apis.ts';
import { inBatches } from './in-batches.ts';
import { writeBatch } from './write-batch.ts';

/** HubSpot's own association from a task to a contact (HubSpot docs, "Associations"). */
const TASK_TO_CONTACT = 204;

/**
 * Creates tasks with their contact, each at most once.
 *
 * HubSpot refuses a second task with the same key, because the property is unique; such a task is reported as written, with the
 * id of the one that is there. After a lost connection or a 5xx nobody knows: those are `retryable`, and the caller reads by
 * key before it tries again.
 */
export async function createTasks(
  apis: HubspotApis,
  tasks: readonly NewTask[],
): Promise<readonly WriteOutcome[]> {
  const inputs = [...new Map(tasks.map((task) => [task.key, task])).values()];
  const batches = await inBatches(inputs, OBJECT_BATCH_SIZE, (batch) =>
    writeBatch(batch, async (part) => {
      const answer = await apis.batch.create('tasks', { inputs: part.map(toWire) });
      return readBatchAnswer(
        answer,
        ({ properties, objectWriteTraceId }) => properties[TASK_KEY] ?? objectWriteTraceId,
      );
    }),
  );
  return acceptExisting(apis, batches.flat());
}

function toWire(task: NewTask) {
  return {
    properties: { ...task.properties, [TASK_KEY]: task.key },
    // Without it HubSpot makes a batch all-or-nothing (HubSpot docs, "Batch create").
    objectWriteTraceId: task.key,
    associations: [
      {
        to: { id: task.contactId },
        types: [
          {
            associationCategory: 'HUBSPOT_DEFINED' as const,
            associationTypeId: TASK_TO_CONTACT,
          },
        ],
      },
    ],
  };
}

/** HubSpot words a duplicate in many ways, so every refused key is looked up rather than its message read. */
async function acceptExisting(
  apis: HubspotApis,
  outcomes: readonly WriteOutcome[],
): Promise<readonly WriteOutcome[]> {
  const refused = outcomes.filter((outcome) => !outcome.ok && !outcome.retryable);
  if (refused.length === 0) return outcomes;
  const existing = await readRecords(apis, {
    objectType: 'tasks',
    keys: refused.map(({ key }) => key),
    properties: [],
    idProperty: TASK_KEY,
  });
  return outcomes.map((outcome) => {
    const found = outcome.ok ? undefined : existing.get(outcome.key);
    return found === undefined ? outcome : { key: outcome.key, ok: true, id: found.id };
  });
}
