import { parseInstant, type Instant } from '../../domain/instant.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { Attempt } from '../../domain/handoff/clock/attempt.ts';
import type { NewActivity } from '../ports/crm.ts';
import type { LedgerRequest } from '../ports/ledger.ts';
import type { CommitDeps } from './change.ts';
import type { Written } from './written.ts';

/** Requests that are finished now, by contact, and why others are not. */
export interface FinishedRequests {
  readonly requests: ReadonlyMap<ContactId, readonly LedgerRequest[]>;
  readonly failed: ReadonlyMap<ContactId, string>;
}

/**
 * Puts on the timeline what requests asked for, once each: those of now at once; those of a process that died only where
 * the timeline does not show them yet.
 */
export async function createMissingActivities(
  { crm, ledger }: CommitDeps,
  behind: readonly Written[],
): Promise<FinishedRequests> {
  const handoffs = behind.flatMap((one) => (one.handoff ? [{ ...one, handoff: one.handoff }] : []));
  const failed = new Map<ContactId, string>();
  const requests = new Map<ContactId, readonly LedgerRequest[]>();
  if (handoffs.length === 0) return { requests, failed };
  const known = await ledger.requests(handoffs.map(({ handoff }) => ({ handoffId: handoff.id })));
  const now = handoffs.flatMap(({ handoff, requestId, by, activity, events }) =>
    requestId !== undefined && events.length > 0
      ? [
          {
            handoffId: handoff.id,
            requestId,
            by,
            activity,
            message: null,
            contactId: handoff.contactId,
          },
        ]
      : [],
  );
  const isNow = (one: LedgerRequest): boolean =>
    now.some(
      ({ handoffId, requestId }) => handoffId === one.handoffId && requestId === one.requestId,
    );
  const before = known
    .filter((one) => one.message === null && !isNow(one))
    .flatMap((one) => {
      const of = handoffs.find(({ handoff }) => handoff.id === one.handoffId);
      // A request whose change HubSpot never took has put nothing on the timeline either.
      const took = of?.handoff.events.some(({ requestId }) => requestId === one.requestId);
      return of && took ? [{ ...one, contactId: of.handoff.contactId }] : [];
    });
  const shown = await onTimeline(crm, before);
  const missing = [...now, ...before.filter((one) => !stands(one, shown))].flatMap((one) =>
    one.activity ? [{ ...one.activity, key: keyOf(one) }] : [],
  );
  const outcomes = missing.length > 0 ? await crm.createActivities(missing) : [];
  const refused = new Map(
    outcomes.flatMap((outcome) => (outcome.ok ? [] : [[outcome.key, outcome.message] as const])),
  );
  for (const one of [...now, ...before]) {
    const message = refused.get(keyOf(one));
    if (message !== undefined) failed.set(one.contactId, message);
    else requests.set(one.contactId, [...(requests.get(one.contactId) ?? []), one]);
  }
  return { requests, failed };
}

async function onTimeline(
  crm: CommitDeps['crm'],
  before: readonly (LedgerRequest & { readonly contactId: ContactId })[],
): Promise<ReadonlyMap<string, readonly Attempt[]>> {
  const since = before.flatMap(({ activity }) => timeOf(activity) ?? []);
  if (since.length === 0) return new Map();
  const contacts = [...new Set(before.map(({ contactId }) => contactId))];
  return crm.readAttemptsOf(contacts, Math.min(...since) as Instant);
}

function stands(
  { activity, contactId }: LedgerRequest & { readonly contactId: ContactId },
  shown: ReadonlyMap<string, readonly Attempt[]>,
): boolean {
  if (activity === null) return true;
  const at = timeOf(activity);
  return (shown.get(contactId) ?? []).some(
    (attempt) =>
      attempt.type === activity.type &&
      attempt.at === at &&
      attempt.ownerId === activity.properties['hubspot_owner_id'],
  );
}

function timeOf(activity: NewActivity | null): Instant | null {
  const at = parseInstant(activity?.properties['hs_timestamp']);
  return at.ok ? at.value : null;
}

function keyOf({ handoffId, requestId }: LedgerRequest): string {
  return `${handoffId} ${requestId}`;
}
