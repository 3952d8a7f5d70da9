import { inOrder } from '../adapters/queue/in-order.ts';
import type { Queue, QueuedCause } from '../application/ports/queue.ts';

interface Waiting {
  readonly causes: readonly QueuedCause[];
  readonly retries: number;
}

/**
 * A queue that forgets when the process ends and lets nobody wait: what failed is in line again at once, so that a test
 * of a hundred retries takes no time. As with the real one, a contact is in line at most once and the dead letters take
 * what failed too often.
 *
 * @param retryLimit - how often a contact is tried again, from 0; never given up unless set
 */
export function createMemoryQueue(retryLimit = Number.POSITIVE_INFINITY): Queue {
  const waiting = new Map<string, Waiting>();
  const taken = new Map<string, Waiting>();
  const dead = new Map<string, string>();
  const putInLine = (contactId: string, { causes, retries }: Waiting): void => {
    const already = waiting.get(contactId);
    waiting.set(contactId, {
      causes: [...causes, ...(already?.causes ?? [])],
      retries: Math.max(retries, already?.retries ?? 0),
    });
  };
  return {
    accept: (causes) => {
      for (const { contactId, cause } of causes) {
        const already = waiting.get(contactId);
        waiting.set(contactId, {
          causes: [...(already?.causes ?? []), cause],
          retries: already?.retries ?? 0,
        });
      }
      return Promise.resolve();
    },
    take: (limit) => {
      const batch = [...waiting].filter(([contactId]) => !taken.has(contactId)).slice(0, limit);
      for (const [contactId, work] of batch) {
        waiting.delete(contactId);
        taken.set(contactId, work);
      }
      return Promise.resolve(
        batch.map(([contactId, { causes, retries }]) => ({
          jobId: contactId,
          contactId,
          retries,
          causes: inOrder(causes),
        })),
      );
    },
    done: (jobIds) => {
      for (const jobId of jobIds) taken.delete(jobId);
      return Promise.resolve();
    },
    failed: (failures) => {
      for (const { jobId, reason } of failures) {
        const work = taken.get(jobId);
        taken.delete(jobId);
        if (!work) continue;
        if (work.retries >= retryLimit) dead.set(jobId, reason);
        else putInLine(jobId, { ...work, retries: work.retries + 1 });
      }
      return Promise.resolve();
    },
    deadLetters: () =>
      Promise.resolve(
        [...dead].map(([contactId, reason]) => ({
          jobId: contactId,
          contactId,
          reason,
          failedAt: '',
        })),
      ),
    redrive: (jobIds) => {
      const again = jobIds.filter((jobId) => dead.delete(jobId));
      for (const contactId of again) putInLine(contactId, { causes: [], retries: 0 });
      return Promise.resolve(again.length);
    },
    waitForWork: () => Promise.resolve(),
    depth: () => Promise.resolve({ deliveries: 0, contacts: waiting.size, dead: dead.size }),
  };
}
