import { planContact } from '../../domain/handoff/plan-contact.ts';
import { SOMEBODY, type Actor } from '../../domain/handoff/progress.ts';
import { contactId, ownerId, type ContactId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { HANDOFF } from '../../domain/property-names.ts';
import type { Change, CommitDeps, Outcome } from '../commit/change.ts';
import { commit } from '../commit/commit.ts';
import type { Directory } from '../directory.ts';
import type { LedgerEntry } from '../ports/ledger.ts';
import type { ContactWork } from '../ports/queue.ts';
import { isEcho } from './is-echo.ts';
import { trackBatch, type BatchTrack, type WorkOutcome } from './track-batch.ts';

/** Events after which nothing about the contact may be kept (hubspot §5.1). */
const FORGET: ReadonlySet<string> = new Set([
  'object.deletion',
  'contact.deletion',
  'contact.privacyDeletion',
]);

/**
 * Brings up to a hundred contacts to where the policy wants them, whatever they are looked at for. Doing it again
 * changes nothing, so a batch that died between any two calls is simply run once more (design §2.4).
 */
export async function workContacts(
  deps: CommitDeps,
  work: readonly ContactWork[],
  now: Instant,
): Promise<WorkOutcome> {
  const batch = trackBatch(work);
  await forget(deps, batch);
  const newest = await deps.ledger.newest(batch.open().map(idOf));
  dropEchoes(batch, newest);
  const open = batch.open();
  if (open.length === 0) return batch.outcome();
  const directory = await deps.directory();
  const outcomes = await commit(
    deps,
    open.map((job) => lookAt(job, directory)),
    now,
  );
  settle(batch, outcomes);
  return batch.outcome();
}

function idOf(job: ContactWork): ContactId {
  return contactId(job.contactId);
}

/** What the contact asks for when it is read; an edit by hand is its editor's. */
function lookAt(job: ContactWork, directory: Directory): Change {
  const causes = job.causes.map(({ kind }) => kind);
  return {
    contactId: idOf(job),
    by: editorOf(job, directory),
    propose: ({ contact, handoff }, { policy, people }) =>
      planContact(contact.properties, handoff, { causes, policy, people }),
  };
}

async function forget({ ledger }: CommitDeps, batch: BatchTrack): Promise<void> {
  const forgotten = batch
    .open()
    .filter(({ causes }) =>
      causes.some((cause) => cause.kind === 'told' && FORGET.has(cause.event.subscriptionType)),
    );
  if (forgotten.length === 0) return;
  await ledger.forget(forgotten.map(idOf));
  batch.finish(forgotten, 'forgotten');
}

/** A job that was tried before is never an echo: the write it echoes may be all that came of it. */
function dropEchoes(batch: BatchTrack, newest: ReadonlyMap<ContactId, LedgerEntry>): void {
  const echoes = batch.open().filter((job) => {
    const entry = newest.get(idOf(job));
    const { causes, retries } = job;
    return (
      retries === 0 &&
      causes.length > 0 &&
      causes.every((cause) => cause.kind === 'told' && isEcho(cause.event, entry))
    );
  });
  batch.finish(echoes, 'echo');
}

/** The owner whose user HubSpot names as the source of the newest edit (`userId:123`). */
function editorOf({ causes }: ContactWork, directory: Directory): Actor {
  const edit = causes.findLast((cause) => cause.kind === 'told' && isDecision(cause.event));
  const source = edit?.kind === 'told' ? edit.event.sourceId : undefined;
  const userId = /^userId:(\d+)$/.exec(source ?? '')?.[1];
  const owner = directory.owners.find((one) => userId !== undefined && one.userId === userId);
  return owner ? ownerId(owner.ownerId) : SOMEBODY;
}

const DECIDED_IN: ReadonlySet<string> = new Set([
  HANDOFF.status,
  HANDOFF.acceptance,
  HANDOFF.reasonCode,
  HANDOFF.decisionNote,
  HANDOFF.revisitOn,
  'hubspot_owner_id',
]);

function isDecision({ propertyName }: { readonly propertyName?: string | undefined }): boolean {
  return propertyName !== undefined && DECIDED_IN.has(propertyName);
}

function settle(batch: BatchTrack, outcomes: readonly Outcome[]): void {
  const byContact = new Map(outcomes.map((outcome) => [outcome.contactId, outcome]));
  for (const job of batch.open()) {
    const outcome = byContact.get(idOf(job));
    if (!outcome) continue;
    switch (outcome.kind) {
      case 'done':
        batch.finish([job], outcome.what);
        break;
      case 'gone':
        batch.finish([job], 'gone');
        break;
      case 'failed':
        batch.fail([job], outcome.message);
        break;
      case 'refused':
        // What the contact shows cannot be carried out; a person has to change it, and that is told again.
        batch.finish([job], 'refused');
        break;
      case 'repeated':
        batch.finish([job], 'ensure');
        break;
    }
  }
}
