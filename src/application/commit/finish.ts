import type { HandoffEvent } from '../../domain/handoff/events.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import { wantedTasks } from '../../domain/handoff/tasks/wanted-tasks.ts';
import { turnsGivenBack } from '../../domain/handoff/turns-given-back.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { RecordUpdate } from '../ports/crm.ts';
import type { Followed, LedgerRequest } from '../ports/ledger.ts';
import type { CommitDeps, CommitWorld, Outcome, Seen } from './change.ts';
import { createMissingActivities } from './create-missing-activities.ts';
import { createTasks, reconcileTasks, type TaskOutcome } from './reconcile-tasks.ts';
import type { Written } from './written.ts';
import { toEntry } from './to-entry.ts';

/**
 * Tells HubSpot: contacts first, which is the commit point; then tasks and timeline; the ledger last and only where all
 * of it stands. Until the ledger has followed, the echo of the write is not taken for one, and whoever looks next does
 * what is missing.
 */
export async function finish(
  deps: CommitDeps,
  written: readonly Written[],
  world: CommitWorld,
): Promise<readonly Outcome[]> {
  const failed = new Map<ContactId, string>();
  const begun = written.flatMap(requestOf);
  if (begun.some(({ activity }) => activity !== null)) await deps.ledger.begin(begun);

  const updates: readonly RecordUpdate[] = written.flatMap(({ contactId, properties }) =>
    Object.keys(properties).length > 0 ? [{ id: contactId, properties }] : [],
  );
  for (const outcome of updates.length > 0 ? await deps.crm.updateContacts(updates) : []) {
    if (!outcome.ok) failed.set(outcome.key as ContactId, outcome.message);
  }
  const committed = written.filter(({ contactId }) => !failed.has(contactId));
  for (const { contactId, outcome } of await seeToTasks(deps, committed, world)) {
    if (!outcome.ok) failed.set(contactId as ContactId, outcome.message);
  }
  const behind = committed.filter((one) => needsFollowing(one) && !failed.has(one.contactId));
  const finished = await createMissingActivities(deps, behind);
  for (const [contactId, message] of finished.failed) failed.set(contactId, message);
  await follow(deps, behind, finished.requests, failed, world);
  return written.map((one) => outcomeOf(one, failed.get(one.contactId)));
}

function requestOf({
  handoff,
  requestId,
  by,
  activity,
  events,
}: Written): readonly LedgerRequest[] {
  return handoff && requestId !== undefined && events.length > 0
    ? [{ handoffId: handoff.id, requestId, by, activity, message: null }]
    : [];
}

async function seeToTasks(
  { crm }: CommitDeps,
  committed: readonly Written[],
  world: CommitWorld,
): Promise<readonly TaskOutcome[]> {
  const wanted = committed.flatMap(({ handoff, tasks, events, seen }) => {
    if (!handoff || tasks === 'none') return [];
    const reopens = newestEvents(handoff, events, seen).some(({ kind }) => kind === 'undone');
    return wantedTasks(handoff, world).map((one) => ({
      ...one,
      fresh: tasks === 'new',
      state: reopens && one.state === 'open' ? ('reopened' as const) : one.state,
    }));
  });
  const fresh = wanted.filter((one) => one.fresh && one.state === 'open').map(({ task }) => task);
  const standing = wanted.filter((one) => !one.fresh);
  return [...(await createTasks(crm, fresh)), ...(await reconcileTasks(crm, standing))];
}

/** What the ledger has not followed yet: what happened now, and what happened before a process died. */
function newestEvents(
  handoff: Handoff,
  events: readonly HandoffEvent[],
  { entry }: Seen,
): readonly HandoffEvent[] {
  const followed = entry?.handoffId === handoff.id ? entry.version : 0;
  const missed = Math.max(handoff.version - followed, events.length);
  return handoff.events.slice(-missed || handoff.events.length);
}

/** A new attempt was stored when it was assigned; anything else is followed where the ledger is behind. */
function needsFollowing({ handoff, tasks, requestId, events, seen }: Written): boolean {
  if (!handoff || tasks === 'new') return false;
  const behind = seen.entry?.handoffId !== handoff.id || seen.entry.version < handoff.version;
  return behind || events.length > 0 || requestId !== undefined;
}

async function follow(
  { ledger }: CommitDeps,
  behind: readonly Written[],
  requests: ReadonlyMap<ContactId, readonly LedgerRequest[]>,
  failed: ReadonlyMap<ContactId, string>,
  world: CommitWorld,
): Promise<void> {
  const changes = behind.flatMap((one): readonly Followed[] => {
    const { contactId, handoff, properties, events, seen } = one;
    if (!handoff || failed.has(contactId)) return [];
    const newest = newestEvents(handoff, events, seen).length;
    return [
      {
        entry: toEntry(handoff, properties, seen.entry, world),
        turns: turnsGivenBack(handoff, newest, world.policy),
        finished: (requests.get(contactId) ?? []).map((request) => ({
          ...request,
          message: 'done',
        })),
      },
    ];
  });
  if (changes.length > 0) await ledger.follow(changes);
}

function outcomeOf(one: Written, failure: string | undefined): Outcome {
  const { contactId, what, handoff, properties, seen, events } = one;
  if (failure !== undefined) return { contactId, kind: 'failed', message: failure };
  const contact = {
    ...seen.contact,
    properties: { ...seen.contact.properties, ...properties },
  };
  return what === 'repeated' && handoff
    ? { contactId, kind: 'repeated', contact, handoff }
    : { contactId, kind: 'done', what, contact, handoff, events };
}
