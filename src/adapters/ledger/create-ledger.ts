import type { Ledger } from '../../application/ports/ledger.ts';
import { createContactLocks, type Patience } from './contact-locks.ts';
import {
  insertEntries,
  readDue,
  readEntries,
  readEntriesOf,
  readHeldAt,
  readHistory,
  readNewest,
  readOpenByOwner,
  readOwnersInFlight,
  upsertEntries,
} from './handoff-rows.ts';
import { OF_CONTACT } from './of-contact.ts';
import type { Database } from './open-database.ts';
import { finishRequests, insertRequests, readRequests, readRequestsOf } from './requests.ts';
import {
  flipTurns,
  holdRotation,
  insertTurns,
  readStandings,
  readTurns,
  readTurnsOf,
  saveStandings,
} from './turns.ts';

/**
 * The ledger in the database that `migrate` prepared, embedded or on a server.
 *
 * @param database - where it is kept
 * @param patience - how long to wait for contacts that somebody else works; 10 s of real time unless given
 */
export function createLedger(database: Database, patience?: Patience): Ledger {
  return {
    exclusively: createContactLocks(database, patience),
    newest: (contactIds) => readNewest(database, contactIds),
    assign: ({ mode, handoffs, companyIds }, route) =>
      database.transaction(async (session) => {
        await holdRotation(session);
        const handoffIds = handoffs.map(({ handoffId }) => handoffId);
        const { entries, turns, standings } = route({
          entries: await readEntries(session, handoffIds),
          turns: await readTurns(session, handoffs),
          standings: await readStandings(session, mode),
          openByOwner: await readOpenByOwner(session, mode),
          ownerInFlightByCompany: await readOwnersInFlight(session, mode, companyIds),
        });
        await insertEntries(session, entries);
        await insertTurns(session, turns);
        await saveStandings(session, mode, standings);
      }),
    requests: (about) => readRequests(database, about),
    begin: (requests) => insertRequests(database, requests),
    follow: (changes) =>
      database.transaction(async (session) => {
        await flipTurns(session, changes);
        await upsertEntries(
          session,
          changes.map(({ entry }) => entry),
        );
        await finishRequests(
          session,
          changes.flatMap(({ finished }) => finished),
        );
      }),
    due: (now, limit) => readDue(database, now, limit),
    heldAt: (companyIds) => readHeldAt(database, companyIds),
    history: (since) => readHistory(database, since),
    export: async (contactId) => ({
      handoffs: await readEntriesOf(database, contactId),
      turns: await readTurnsOf(database, contactId),
      requests: await readRequestsOf(database, contactId),
    }),
    forget: async (contactIds) => {
      await database.transaction(async (session) => {
        for (const table of ['baton_handoff', 'baton_turn', 'baton_request']) {
          await session.query(`DELETE FROM ${table} WHERE ${OF_CONTACT} = ANY($1::text[])`, [
            contactIds,
          ]);
        }
      });
    },
  };
}
