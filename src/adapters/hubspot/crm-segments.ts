import * as z from 'zod';
import type { Crm } from '../../application/ports/crm.ts';
import type { Log } from '../../application/ports/log.ts';
import type { SegmentMembership } from '../../domain/condition/lead-facts.ts';
import { callHubspot, type HubspotCaller } from './call-hubspot.ts';
import { HubspotForbiddenError } from './hubspot-errors.ts';
import { inBatches } from './in-batches.ts';
import { createOptionalFeature } from './optional-feature.ts';

/** HubSpot's object type id of contacts. */
const CONTACTS = '0-1';

/** HubSpot names no limit for this endpoint; that of its object batches is kept. */
const MEMBERSHIP_BATCH_SIZE = 100;

const NO_SCOPE =
  "HubSpot lists cannot be read, so segments count as unknown for an hour; add crm.lists.read to the app's scopes, deploy and install it again";

/** Ids have been seen as text and as numbers (HubSpot docs, "Segments" and their v3 form). */
const id = z.union([z.string(), z.number()]).transform(String);

const batchAnswer = z.object({
  results: z.array(
    z.object({
      recordId: id,
      recordListMemberships: z.array(z.object({ listId: id, lastAddedTimestamp: z.string() })),
    }),
  ),
  errors: z.array(z.unknown()).optional(),
});

type Memberships = readonly (readonly [contactId: string, readonly SegmentMembership[]])[];

/**
 * Reads list memberships: `POST /crm/lists/<version>/records/memberships/batch/read`, one call per hundred contacts (HubSpot
 * docs, "Segments", 2026-09). The answer has every list of a contact, so those not asked for are left out here. A contact
 * joined when HubSpot last added it: who left and came back joined when they came back.
 *
 * The generated client has the request but does not export it, and its lists module would add 370 kB to a function.
 */
export function createSegmentReader(deps: {
  readonly caller: HubspotCaller;
  readonly apiVersion: string;
  readonly log: Log;
  readonly elapsed: () => number;
}): Crm['readSegmentsOf'] {
  const whileGranted = createOptionalFeature({
    isRefusal: (error) => error instanceof HubspotForbiddenError,
    remedy: NO_SCOPE,
    log: deps.log,
    elapsed: deps.elapsed,
  });
  const path = `/crm/lists/${deps.apiVersion}/records/memberships/batch/read`;
  const readBatch = async (
    contactIds: readonly string[],
    wanted: ReadonlySet<string>,
  ): Promise<Memberships> => {
    const inputs = contactIds.map((recordId) => ({ objectTypeId: CONTACTS, recordId }));
    const answer = batchAnswer.parse(
      await callHubspot(deps.caller, { method: 'POST', path, body: { inputs } }),
    );
    const found = new Map(
      answer.results.map(({ recordId, recordListMemberships }) => [
        recordId,
        recordListMemberships
          .filter(({ listId }) => wanted.has(listId))
          .map(({ listId, lastAddedTimestamp }) => ({ id: listId, joinedAt: lastAddedTimestamp })),
      ]),
    );
    // Left out of an answer without errors, a contact is in no list; beside errors, nobody knows.
    const leftOut = answer.errors === undefined || answer.errors.length === 0 ? [] : null;
    return contactIds.flatMap((contactId) => {
      const memberships = found.get(contactId) ?? leftOut;
      return memberships === null ? [] : [[contactId, memberships] as const];
    });
  };
  return async (contactIds, segmentIds) => {
    const wanted = new Set(segmentIds);
    const batches = await inBatches(
      [...new Set(contactIds)],
      MEMBERSHIP_BATCH_SIZE,
      async (batch) => (await whileGranted(() => readBatch(batch, wanted))) ?? [],
    );
    return new Map(batches.flat());
  };
}
