import type { Instant } from '../../domain/instant.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { Queue } from '../ports/queue.ts';

/** Contacts put in line at a time: HubSpot's batch size. */
const AT_A_TIME = 100;

/**
 * Puts in line every handoff whose time to be looked at has come: a lead whose day to come back it is, a hold whose facts
 * may be there, a lead that waits for an owner. What has to happen is decided when it is looked at.
 *
 * @returns how many were put in line
 */
export async function sweep(
  deps: { readonly ledger: Pick<Ledger, 'due'>; readonly queue: Pick<Queue, 'accept'> },
  limit: number,
  now: Instant,
): Promise<number> {
  const due = await deps.ledger.due(now, limit);
  for (let from = 0; from < due.length; from += AT_A_TIME) {
    await deps.queue.accept(
      due.slice(from, from + AT_A_TIME).map(({ contactId }) => ({
        contactId,
        cause: { kind: 'due', at: now },
      })),
    );
  }
  return due.length;
}
