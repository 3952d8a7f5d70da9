import { HOUR, instant, MINUTE, type Instant } from '../../instant.ts';
import { TASK_KEY } from '../../property-names.ts';
import { hoursOf } from '../../routing/hours-of.ts';
import { nextOpening } from '../../sla/working-time.ts';
import type { Verdict } from '../../qualification/verdict.ts';
import type { Tier } from '../../tier.ts';
import { TIER_WORDS } from '../../words/tier-words.ts';
import { answerChannel } from '../clock/answer-channel.ts';
import {
  nextAction,
  sinceOf,
  touchChannel,
  type NextAction,
  type Surroundings,
} from '../clock/next-action.ts';
import { holderOf } from '../clock/waiting-due.ts';
import { yoursAsked } from '../divert-words.ts';
import { ownerOf } from '../evolve.ts';
import { STATUS_LABELS } from '../handoff-status.ts';
import type { Handoff } from '../handoff.ts';
import type { HandoffEvent } from '../events.ts';
import { personAndCompany, taskBody } from './task-text.ts';

/** A HubSpot task as it has to be, known by its key. */
export interface HandoffTask {
  /** `<handoff_id>:<kind>:<n>`, unique in the portal (design §4). */
  readonly key: string;
  readonly contactId: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** A task as it has to be: open and owned by somebody, or no longer to be done. */
export interface WantedTask {
  readonly task: HandoffTask;
  readonly state: 'open' | 'done';
}

/** What tasks are written with. */
export interface TaskContext extends Surroundings {
  /** The page of a contact in HubSpot. */
  readonly linkTo: (contactId: string) => string;
}

const PRIORITY: Readonly<Record<Tier, string>> = {
  tier_1: 'HIGH',
  tier_2: 'MEDIUM',
  tier_3: 'LOW',
};
const TASK_TYPE: Readonly<Record<string, string>> = { phone: 'CALL', email: 'EMAIL' };
/** A reminder in the past does not ring (HubSpot's tasks by API): it lies this far ahead. */
const REMIND_AFTER = 2 * MINUTE;

/**
 * The tasks that a handoff has to have in the state it is in, and those it had before, which are done with: derived
 * whole from the handoff, so that whoever looks finds the same (design §5, "always with its task"). In observe mode there
 * are none.
 */
export function wantedTasks(handoff: Handoff, context: TaskContext): readonly WantedTask[] {
  if (handoff.opened.mode === 'observe') return [];
  const action = nextAction(handoff, context);
  return [
    ...ownersTasks(handoff, action, context),
    ...rolesTasks(handoff, action, context, 'hold', handoff.events.filter(isHold).length),
    ...rolesTasks(handoff, action, context, 'reason', handoff.events.filter(owesReason).length),
    ...rolesTasks(handoff, action, context, 'return', handoff.events.filter(isReturn).length),
  ];
}

/** The first touch, then one task for each touch after it; the meeting stands in for a touch. */
function ownersTasks(
  handoff: Handoff,
  action: NextAction,
  context: TaskContext,
): readonly WantedTask[] {
  const owner = ownerOf(handoff) ?? handoff.assignment?.ownerId ?? null;
  if (owner === null) return [];
  const open = ownerOf(handoff) === null ? 'none' : action.kind;
  const wanted: WantedTask[] = [
    {
      task: ownersTask(handoff, action, context, 'first_touch', 1, owner),
      state: open === 'first_touch' ? 'open' : 'done',
    },
  ];
  const following = open === 'touch' || open === 'meeting';
  const begun =
    following || handoff.touches > 0 || handoff.events.some(({ kind }) => kind === 'accepted');
  for (let n = 1; begun && n <= handoff.touches + 1; n += 1) {
    const task = ownersTask(handoff, action, context, 'touch', n, owner);
    wanted.push({ task, state: following && n === handoff.touches + 1 ? 'open' : 'done' });
  }
  return wanted;
}

function ownersTask(
  handoff: Handoff,
  action: NextAction,
  context: TaskContext,
  kind: 'first_touch' | 'touch',
  n: number,
  owner: string,
): HandoffTask {
  const { verdict, facts } = handoff.opened;
  const diverted = handoff.state.status === 'diverted';
  const urgent = diverted ? yoursAsked(handoff.opened) : TIER_WORDS[verdict.tier ?? 'tier_3'];
  const who = personAndCompany(facts.properties, facts.company?.properties['name'] ?? null);
  const channel = diverted
    ? answerChannel(facts.properties)
    : touchChannel(handoff, n - 1, context.policy);
  return {
    ...aboutTask(handoff, `${kind}:${n}`),
    properties: {
      ...commonProperties(handoff, `${kind}:${n}`, owner, action, context),
      hs_task_subject: kind === 'first_touch' ? `${urgent}: ${who}` : `${action.text}: ${who}`,
      hs_task_body: brief(handoff, context),
      hs_task_type: TASK_TYPE[channel ?? ''] ?? 'TODO',
    },
  };
}

/** What a role has to do: release a hold, or see to a lead that sales gave back. Done with where it was before. */
function rolesTasks(
  handoff: Handoff,
  action: NextAction,
  context: TaskContext,
  kind: 'hold' | 'reason' | 'return',
  times: number,
): readonly WantedTask[] {
  const wanted: WantedTask[] = [];
  const owner = action.kind === kind ? actorOf(handoff, context) : null;
  for (let n = 1; n <= times; n += 1) {
    const open = n === times && owner !== null;
    wanted.push({
      task: rolesTask(handoff, action, context, `${kind}:${n}`, owner ?? ''),
      state: open ? 'open' : 'done',
    });
  }
  return wanted;
}

function rolesTask(
  handoff: Handoff,
  action: NextAction,
  context: TaskContext,
  key: string,
  owner: string,
): HandoffTask {
  const { verdict, facts } = handoff.opened;
  const { state } = handoff;
  const who = personAndCompany(facts.properties, facts.company?.properties['name'] ?? null);
  const why =
    state.status === 'held_no_owner'
      ? handoff.assignment?.reason
      : state.status === 'held_needs_data'
        ? verdict.held?.label
        : undefined;
  return {
    ...aboutTask(handoff, key),
    properties: {
      ...commonProperties(handoff, key, owner, action, context),
      hs_task_subject: `${action.text}: ${who}`,
      hs_task_body: taskBody(
        [
          ['Why it waits', why ?? STATUS_LABELS[state.status]],
          ['What sales wrote', 'note' in state ? state.note : ''],
          ['Why this lead', verdict.reason],
        ],
        { label: 'Open', url: context.linkTo(handoff.contactId) },
      ),
      hs_task_type: 'TODO',
    },
  };
}

/** Who has to do what a role has to do; null where nobody has to, or the policy names nobody. */
function actorOf(handoff: Handoff, { policy }: TaskContext): string | null {
  const { state } = handoff;
  if (state.status !== 'rejected' && state.status !== 'recycled') {
    return holderOf(state.status, policy);
  }
  if (state.owes !== null) {
    // Whoever had it owes the reason; where nobody had it, marketing asks for it.
    return handoff.assignment?.ownerId ?? policy.roles.marketing;
  }
  switch (policy.reasons.find(({ code }) => code === state.reasonCode)?.path) {
    case 'reroute':
    case 'merge':
      return policy.roles.revops;
    case 'divert':
      return policy.roles.sales;
    case 'disqualify':
    case 'sdr_qualification':
    case 'back_to_marketing':
    case 'marketing_review':
      return policy.roles.marketing;
    case 'nurture':
    case undefined:
      return null;
  }
}

function aboutTask(handoff: Handoff, key: string): Pick<HandoffTask, 'key' | 'contactId'> {
  return { key: `${handoff.id}:${key}`, contactId: handoff.contactId };
}

/** Times are epoch milliseconds, as HubSpot takes them. */
function commonProperties(
  handoff: Handoff,
  key: string,
  owner: string,
  action: NextAction,
  { people }: TaskContext,
): Readonly<Record<string, string>> {
  const since = sinceOf(handoff);
  return {
    [TASK_KEY]: `${handoff.id}:${key}`,
    hs_task_status: 'NOT_STARTED',
    hs_task_priority: PRIORITY[handoff.opened.verdict.tier ?? 'tier_3'],
    hs_timestamp: String(action.dueAt ?? since),
    hs_task_reminders: String(
      remindAt(action, since, hoursOf(owner, handoff.assignment?.pool ?? null, people)),
    ),
    hubspot_owner_id: owner,
  };
}

/** At once where there is something to do today, else when that day begins; always inside the hours of who is asked. */
function remindAt(
  action: NextAction,
  since: Instant,
  hours: Parameters<typeof nextOpening>[1],
): Instant {
  const soon = instant(since + REMIND_AFTER);
  const early = action.dueAt === null || action.dueAt - soon < 24 * HOUR ? soon : action.dueAt;
  return nextOpening(early, hours) ?? early;
}

function brief(handoff: Handoff, { policy, people, linkTo }: TaskContext): string {
  const { verdict, facts } = handoff.opened;
  return taskBody(
    [
      ['Passed on', passedOn(handoff, { policy, people })],
      ['Why this lead', verdict.reason],
      ['What they said', facts.properties['message'] ?? ''],
      ['Offer', [verdict.offer, verdict.campaign].filter(Boolean).join(' · ')],
      ...(handoff.state.status === 'diverted' ? [] : pitch(verdict)),
      ['Phone', facts.properties['phone'] ?? ''],
    ],
    { label: 'Decide here', url: linkTo(handoff.contactId) },
  );
}

/** How to open with somebody who is no customer yet. */
function pitch({ playText }: Verdict): readonly (readonly [string, string])[] {
  return [
    ['Open with', playText?.opener ?? ''],
    ['Goal', playText?.goal ?? ''],
    ['Ask', playText?.questions.join(' ') ?? ''],
  ];
}

/** Who passed it on last and why, for the one who has it now; empty where nobody did. */
function passedOn(handoff: Handoff, { policy, people }: Surroundings): string {
  const last = handoff.events.findLast(({ kind }) => kind === 'passed_on');
  if (last?.kind !== 'passed_on') return '';
  const name = people.reps.get(last.from ?? '')?.name ?? 'the owner before';
  const reason = policy.reasons.find(({ code }) => code === last.reasonCode)?.label ?? '';
  return `by ${name}: ${[reason, last.note].filter(Boolean).join(': ')}`;
}

function isHold(event: HandoffEvent): boolean {
  if ('assignment' in event) return event.assignment.ownerId === null;
  const status = 'state' in event ? event.state.status : 'status' in event ? event.status : '';
  return status.startsWith('held_');
}

/** A decision by hand that did not say why, or not enough. */
function owesReason(event: HandoffEvent): boolean {
  return (event.kind === 'rejected' || event.kind === 'recycled') && event.owes !== null;
}

function isReturn({ kind }: HandoffEvent): boolean {
  return kind === 'rejected' || kind === 'recycled';
}
