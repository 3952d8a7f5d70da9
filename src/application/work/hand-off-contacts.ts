import { parseInstant, type Instant } from '../../domain/instant.ts';
import { turnGivenBack } from '../../domain/handoff/gives-back.ts';
import { isLive, parseStatus } from '../../domain/handoff/handoff-status.ts';
import { planContact, type ContactPlan } from '../../domain/handoff/plan-contact.ts';
import { BACKLOG_EVENT } from '../backlog/backlog.ts';
import type { Directory } from '../directory.ts';
import type { LivePolicy } from '../live-policy.ts';
import type { Crm, CrmRecord, NewTask } from '../ports/crm.ts';
import type { DecisionStore, StoredDecision } from '../ports/decision-store.ts';
import type { ContactWork } from '../ports/queue.ts';
import { adoptOwner } from './adopt-owner.ts';
import { changeStanding, type StandingChange } from './change-standing.ts';
import { decideByHand } from './decide-by-hand.ts';
import { gatherFacts } from './gather-facts.ts';
import { isEcho } from './is-echo.ts';
import { openHandoffs } from './open-handoffs.ts';
import { reconsider } from './reconsider.ts';
import { createTasks, reconcileTasks, type WantedTask } from './reconcile-tasks.ts';
import { trackBatch, type BatchTrack, type HandOffOutcome } from './track-batch.ts';
import { wantedTasks, type AttemptStanding } from './wanted-tasks.ts';

/** What handing off needs. */
export interface HandOffDeps {
  readonly crm: Crm;
  readonly decisions: DecisionStore;
  readonly livePolicy: () => Promise<LivePolicy>;
  readonly directory: () => Promise<Directory>;
}

/** Events after which nothing about the contact may be kept (hubspot-platform §4.7). */
const FORGET = new Set(['object.deletion', 'contact.deletion', 'contact.privacyDeletion']);

/**
 * Brings up to a hundred contacts to where the policy wants them: read, decide, write, tasks. Doing it again changes
 * nothing, so a batch that died between any two calls is simply run once more (design §2.4):
 *
 * - the decision and the rotation are stored in one transaction before HubSpot is told, and re-used afterwards;
 * - the contact update is the commit point, one call for all;
 * - tasks follow, and a redo creates only those whose key is missing.
 *
 * Calls for a batch of new leads without deals: read contacts, read companies, update contacts, create tasks.
 */
export async function handOffContacts(
  deps: HandOffDeps,
  work: readonly ContactWork[],
  now: Instant,
): Promise<HandOffOutcome> {
  const batch = trackBatch(work);
  await forget(deps, batch);
  const newest = await deps.decisions.latest(batch.open().map(({ contactId }) => contactId));
  dropEchoes(batch, newest);
  if (batch.open().length === 0) return batch.outcome();

  const policy = await deps.livePolicy();
  const contacts = await deps.crm.readContacts(
    batch.open().map(({ contactId }) => contactId),
    policy.reads.contact,
  );
  batch.finish(
    batch.open().filter(({ contactId }) => !contacts.has(contactId)),
    'gone',
  );
  const planned = planAll(batch.open(), contacts, policy);
  for (const { job, plan } of planned) {
    if (plan.kind === 'nothing') batch.finish([job], 'nothing_to_do');
    else if (plan.kind === 'blocked') batch.fail([job], plan.message);
  }
  const openJobs = new Set(batch.open());
  const toDo = planned.filter(({ job }) => openJobs.has(job));
  await catchUp(deps, toDo, newest, policy);
  if (toDo.length > 0) await carryOut(deps, batch, toDo, policy, now);
  for (const { job, plan } of toDo) batch.finish([job], plan.kind);
  return batch.outcome();
}

interface Planned {
  readonly job: ContactWork;
  readonly contact: CrmRecord;
  readonly plan: ContactPlan;
}

async function forget({ decisions }: HandOffDeps, batch: BatchTrack): Promise<void> {
  const forgotten = batch
    .open()
    .filter(({ events }) => events.some(({ subscriptionType }) => FORGET.has(subscriptionType)));
  if (forgotten.length === 0) return;
  await decisions.forget(forgotten.map(({ contactId }) => contactId));
  batch.finish(forgotten, 'forgotten');
}

/** A job that was tried before is never an echo: the write it echoes may be all that came of it. */
function dropEchoes(batch: BatchTrack, newest: ReadonlyMap<string, StoredDecision>): void {
  const echoes = batch
    .open()
    .filter(
      ({ contactId, events, retries }) =>
        retries === 0 &&
        events.length > 0 &&
        events.every((event) => isEcho(event, newest.get(contactId))),
    );
  batch.finish(echoes, 'echo');
}

function planAll(
  work: readonly ContactWork[],
  contacts: ReadonlyMap<string, CrmRecord>,
  { policy }: LivePolicy,
): readonly Planned[] {
  return work.flatMap((job) => {
    const contact = contacts.get(job.contactId);
    if (!contact) return [];
    const plan = planContact(contact.properties, {
      triggerStages: policy.trigger.stages,
      goLiveAt: policy.goLiveAt,
      reenterFrom: policy.reenter?.from ?? [],
      backlog: job.events.some(({ subscriptionType }) => subscriptionType === BACKLOG_EVENT),
    });
    return [{ job, contact, plan }];
  });
}

/**
 * Lets the store follow what it missed: a process died between writing a contact and following it, or the state came
 * from a restored record.
 */
async function catchUp(
  { decisions }: HandOffDeps,
  planned: readonly Planned[],
  newest: ReadonlyMap<string, StoredDecision>,
  { policy }: LivePolicy,
): Promise<void> {
  const missed = planned.flatMap(({ contact, plan }) => {
    if (plan.kind !== 'ensure_tasks' && plan.kind !== 'reconsider') return [];
    const stored = newest.get(contact.id);
    const { record, status } = plan;
    if (stored?.handoffId !== record.handoffId) return [];
    const ownerId = contact.properties['handoff_owner'] ?? null;
    if (stored.status === status && stored.ownerId === ownerId) return [];
    const properties = { handoff_status: status, handoff_owner: ownerId ?? '' };
    const reason = contact.properties['handoff_reason_code'];
    const givesBack = turnGivenBack(record, reason, policy);
    return [{ handoffId: record.handoffId, status, ownerId, properties, givesBack }];
  });
  if (missed.length > 0) await decisions.follow(missed);
}

/** Writes all contacts of the batch in one go, then sees to their tasks. */
async function carryOut(
  deps: HandOffDeps,
  batch: BatchTrack,
  planned: readonly Planned[],
  policy: LivePolicy,
  now: Instant,
): Promise<void> {
  const directory = await deps.directory();
  const opened = await open(deps, planned, policy, directory, now);
  const changes = planned.flatMap(({ job, contact, plan }) => {
    const byHand = { policy, directory, now };
    if (plan.kind === 'by_hand') return [decideByHand(contact, plan, job.events, byHand)];
    if (plan.kind === 'adopt_owner') return [adoptOwner(contact, plan, byHand)];
    const changes = plan.kind === 'join' || plan.kind === 'close';
    return changes ? [changeStanding(contact, plan, now)] : [];
  });
  const updates = [...opened, ...changes].map(({ contactId, properties }) => ({
    id: contactId,
    properties,
  }));
  const outcomes = updates.length > 0 ? await deps.crm.updateContacts(updates) : [];
  const written = batch.settle(outcomes.map((outcome) => ({ contactId: outcome.key, outcome })));
  const changed = changes.filter(({ contactId }) => written.has(contactId));
  if (changed.length > 0) await deps.decisions.follow(changed);

  const newTasks: readonly NewTask[] = opened.flatMap(({ contactId, task }) =>
    task && written.has(contactId) ? [task] : [],
  );
  const context = { policy: policy.policy, account: directory.account, now };
  const standing = [
    ...changed.map(afterChange),
    ...planned.flatMap(asItStands),
    ...planned.flatMap(asItEnds),
  ];
  const wanted: readonly WantedTask[] = standing.flatMap((one) => wantedTasks(one, context));
  batch.settle([
    ...(await createTasks(deps.crm, newTasks)),
    ...(await reconcileTasks(deps.crm, wanted)),
  ]);
}

async function open(
  deps: HandOffDeps,
  planned: readonly Planned[],
  policy: LivePolicy,
  directory: Directory,
  now: Instant,
) {
  const candidates = planned.flatMap(({ contact, plan }) =>
    plan.kind === 'open' || plan.kind === 'reconsider' ? [{ contact, plan }] : [],
  );
  if (candidates.length === 0) return [];
  const known = await gatherFacts(
    deps.crm,
    policy,
    candidates.map(({ contact }) => contact),
    now,
  );
  const openings = candidates.flatMap(({ contact, plan }) => {
    const facts = known.get(contact.id);
    if (!facts) return [];
    const toOpen = plan.kind === 'open' ? plan : reconsider(contact, plan, facts, policy, now);
    return toOpen ? [{ contact, plan: toOpen, facts }] : [];
  });
  if (openings.length === 0) return [];
  return await openHandoffs({ decisions: deps.decisions, policy, directory }, openings, now);
}

function afterChange(change: StandingChange): AttemptStanding {
  const { record, status, ownerId } = change;
  return { record, status, ownerId, nextAction: '', dueAt: null };
}

/** A handoff on hold that a fit exception decides anew: whoever held it is done with it. */
function asItEnds({ contact, plan }: Planned): readonly AttemptStanding[] {
  const before = parseStatus(contact.properties['handoff_status']);
  if (plan.kind !== 'open' || !plan.previous || !isLive(before)) return [];
  return [{ record: plan.previous, status: 'closed', ownerId: null, nextAction: '', dueAt: null }];
}

function asItStands({ contact, plan }: Planned): readonly AttemptStanding[] {
  if (plan.kind !== 'ensure_tasks' && plan.kind !== 'reconsider') return [];
  const due = parseInstant(contact.properties['handoff_next_action_due_at']);
  return [
    {
      record: plan.record,
      status: plan.status,
      ownerId: contact.properties['handoff_owner'] ?? null,
      nextAction: contact.properties['handoff_next_action'] ?? '',
      dueAt: due.ok ? due.value : null,
    },
  ];
}
