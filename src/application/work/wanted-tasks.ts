import { firstTouchTask, holdTask } from '../../domain/handoff/first-touch-task.ts';
import type { HandoffRecord } from '../../domain/handoff/handoff-record.ts';
import { STATUS_LABELS, type HandoffStatus } from '../../domain/handoff/handoff-status.ts';
import { parseInstant, type Instant } from '../../domain/instant.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { contactLink } from '../contact-link.ts';
import type { CrmAccountDetails, NewTask } from '../ports/crm.ts';
import { BY_HAND } from './adopt-owner.ts';
import type { WantedTask } from './reconcile-tasks.ts';

/** An attempt as it stands, from which its tasks follow. */
export interface AttemptStanding {
  readonly record: HandoffRecord;
  readonly status: HandoffStatus;
  readonly ownerId: string | null;
  /** Text of `handoff_next_action`. */
  readonly nextAction: string;
  /** When the next action is due; null where nothing is. */
  readonly dueAt: Instant | null;
}

/** What the tasks are written with. */
export interface TaskContext {
  readonly policy: Policy;
  readonly account: CrmAccountDetails;
  readonly now: Instant;
}

/**
 * The tasks an attempt has to have in the state it is in: the first touch for the rep who got it, or the release of a
 * handoff on hold for the role that has to act (design §5). In every later state both are done with.
 */
export function wantedTasks(
  standing: AttemptStanding,
  context: TaskContext,
): readonly WantedTask[] {
  const { record, status } = standing;
  const wanted: WantedTask[] = [];
  const owner = standing.ownerId ?? record.route?.ownerId ?? null;
  if (owner !== null) {
    const task = firstTouch(standing, owner, context);
    wanted.push({ task, state: status === 'awaiting_decision' ? 'open' : 'done' });
  }
  const held = heldAs(record, status);
  const holder = held === null ? null : holderOf(held, context.policy);
  if (holder !== null) {
    const task = hold(standing, holder, context);
    wanted.push({ task, state: held === status ? 'open' : 'done' });
  }
  return wanted;
}

/** The one task of an attempt that was opened a moment ago; none where nobody has to act. */
export function newTask(standing: AttemptStanding, context: TaskContext): NewTask | null {
  const open = wantedTasks(standing, context).find(({ state }) => state === 'open');
  return open?.task ?? null;
}

function firstTouch(standing: AttemptStanding, ownerId: string, context: TaskContext): NewTask {
  const { record } = standing;
  const { decision, facts } = record;
  const routed = parseInstant(record.route?.dueAt);
  const dueAt = routed.ok ? routed.value : (standing.dueAt ?? context.now);
  const cadence = context.policy.cadences[decision.cadence ?? ''];
  return firstTouchTask({
    handoffId: record.handoffId,
    contactId: facts.id,
    contact: facts.properties,
    companyName: facts.company?.properties['name'] ?? null,
    decision,
    ownerId,
    dueAt,
    channel: cadence?.touches[0]?.channel ?? null,
    link: contactLink(context.account, facts.id),
    now: context.now,
  });
}

function hold(standing: AttemptStanding, ownerId: string, context: TaskContext): NewTask {
  const { record, status } = standing;
  return holdTask({
    handoffId: record.handoffId,
    contactId: record.facts.id,
    contact: record.facts.properties,
    companyName: record.facts.company?.properties['name'] ?? null,
    decision: record.decision,
    what: standing.nextAction || STATUS_LABELS[status],
    why: record.route?.reason ?? STATUS_LABELS[status],
    ownerId,
    dueAt: standing.dueAt ?? context.now,
    link: contactLink(context.account, record.facts.id),
    now: context.now,
  });
}

/** The state of design §5 in which this attempt waits or waited for a role; null where it never did. */
function heldAs({ decision, route }: HandoffRecord, status: HandoffStatus): HeldStatus | null {
  if (isHeld(status)) return status;
  if (isHeld(decision.status)) return decision.status;
  // Whoever took the lead by hand may have taken it from the hold; a task that never was is completed by nobody.
  const mayHaveWaited = route?.ownerId === null || route?.via === BY_HAND;
  return mayHaveWaited ? 'held_no_owner' : null;
}

type HeldStatus = Extract<HandoffStatus, `held_${string}`>;

function isHeld(status: HandoffStatus): status is HeldStatus {
  return status.startsWith('held_');
}

/** Who releases a handoff on hold (design §5); null where the policy names nobody. */
function holderOf(status: HeldStatus, { roles, routing }: Policy): string | null {
  switch (status) {
    case 'held_needs_data':
      return roles.marketing;
    case 'held_for_review':
      return roles.sales;
    case 'held_no_owner':
      return routing.fallback?.processOwner ?? roles.revops;
  }
}
