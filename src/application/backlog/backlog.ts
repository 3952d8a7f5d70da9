import { enteredProperty } from '../../domain/handoff/entry.ts';
import type { Verdict } from '../../domain/qualification/verdict.ts';
import { qualify } from '../../domain/qualification/qualify.ts';
import type { Instant } from '../../domain/instant.ts';
import { gatherFacts } from '../commit/gather-facts.ts';
import type { LivePolicy } from '../live-policy.ts';
import type { Crm, CrmRecord } from '../ports/crm.ts';
import { HANDOFF } from '../../domain/property-names.ts';
import type { Queue } from '../ports/queue.ts';

/** Contacts looked at together: HubSpot's batch size. */
const AT_A_TIME = 100;

/** How far a long command has come; `total` is null while it is not known. */
export type Progress = (done: number, total: number | null) => void;

/** What a backlog run would do, or did. */
export interface BacklogReport {
  /** Old MQLs in a trigger stage that were never handed off, up to the limit. */
  readonly found: number;
  /** How many would land in each tier or state; only on a dry run. */
  readonly byOutcome: Readonly<Record<string, number>>;
  /** Put in line for handing off; 0 on a dry run. */
  readonly queued: number;
}

/** What the backlog commands need. */
export interface BacklogDeps {
  readonly crm: Crm;
  readonly queue: Queue;
  readonly policy: LivePolicy;
}

/**
 * Says what handing off the backlog would do, without writing anything: the same rules on the same facts.
 *
 * @param deps - HubSpot, queue and the live policy
 * @param limit - most contacts to look at
 * @param now - business time
 * @param progress - told after each batch
 */
export async function previewBacklog(
  deps: BacklogDeps,
  limit: number,
  now: Instant,
  progress: Progress,
): Promise<BacklogReport> {
  const byOutcome: Record<string, number> = {};
  let found = 0;
  for await (const contacts of backlogBatches(deps, limit)) {
    const facts = await gatherFacts(
      deps.crm,
      deps.policy,
      contacts.map((contact) => ({ contact, handoff: null })),
      now,
    );
    for (const lead of facts.values()) {
      const outcome = outcomeOf(qualify(deps.policy.compiled, lead, now));
      byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1;
    }
    found += contacts.length;
    progress(found, null);
  }
  return { found, byOutcome, queued: 0 };
}

/**
 * Puts old MQLs in line to be handed off, in ascending id order. Running it again queues those that are still left.
 *
 * @param deps - HubSpot, queue and the live policy
 * @param limit - most contacts to queue
 * @param now - business time
 * @param progress - told after each batch
 */
export async function applyBacklog(
  deps: BacklogDeps,
  limit: number,
  now: Instant,
  progress: Progress,
): Promise<BacklogReport> {
  let queued = 0;
  for await (const contacts of backlogBatches(deps, limit)) {
    await deps.queue.accept(
      contacts.map(({ id }) => ({ contactId: id, cause: { kind: 'backlog', at: now } })),
    );
    queued += contacts.length;
    progress(queued, null);
  }
  return { found: queued, byOutcome: {}, queued };
}

async function* backlogBatches(
  { crm, policy }: BacklogDeps,
  limit: number,
): AsyncGenerator<readonly CrmRecord[]> {
  let batch: CrmRecord[] = [];
  let left = limit;
  const contacts = crm.searchContacts(
    [
      { propertyName: 'lifecyclestage', operator: 'IN', values: policy.policy.trigger.stages },
      { propertyName: HANDOFF.status, operator: 'NOT_HAS_PROPERTY' },
    ],
    policy.reads.contact,
  );
  for await (const contact of contacts) {
    if (left === 0) break;
    if (!hasEntered(contact, policy)) continue;
    left -= 1;
    batch.push(contact);
    if (batch.length === AT_A_TIME) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Without the stamp an entry cannot be told from another, so such a contact would not be handed off either. */
function hasEntered(contact: CrmRecord, policy: LivePolicy): boolean {
  const stage = contact.properties['lifecyclestage'] ?? '';
  return (
    policy.policy.trigger.stages.includes(stage) && !!contact.properties[enteredProperty(stage)]
  );
}

function outcomeOf(decision: Pick<Verdict, 'status' | 'tier'>): string {
  return decision.status === 'awaiting_decision' && decision.tier ? decision.tier : decision.status;
}
