import { MINUTE } from '../domain/instant.ts';
import type { CrmAccount, CrmAccountDetails, CrmOwner, CrmPeople } from './ports/crm.ts';

/** How long owners, their working hours and the account's details are trusted before they are read again. */
const FRESH_FOR_MS = 5 * MINUTE;

/** The people and the account, as they were at most five minutes ago. */
export interface Directory {
  readonly owners: readonly CrmOwner[];
  readonly account: CrmAccountDetails;
}

/**
 * Reads who can own leads, once in five minutes rather than once per batch. What fails is not remembered.
 *
 * @param deps - what the directory needs
 * @param deps.people - who can own leads
 * @param deps.account - where the account's zone is read
 * @param deps.realNow - real time in epoch milliseconds
 */
export function createDirectory(deps: {
  readonly people: CrmPeople;
  readonly account: CrmAccount;
  readonly realNow: () => number;
}): () => Promise<Directory> {
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<Directory> | null = null;
  return function directory() {
    const now = deps.realNow();
    if (reading && now - readAt < FRESH_FOR_MS) return reading;
    readAt = now;
    const next = Promise.all([deps.people.owners(), deps.account.details()]).then(
      ([owners, account]) => ({ owners, account }),
    );
    next.catch(() => {
      if (reading === next) reading = null;
    });
    reading = next;
    return next;
  };
}
