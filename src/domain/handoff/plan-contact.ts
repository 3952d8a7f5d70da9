import type { PropertyValues } from '../condition/lead-facts.ts';
import { ownerId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { HANDOFF } from '../property-names.ts';
import { stageWords } from '../words/stage-words.ts';
import type { Cause } from './cause.ts';
import type { Command } from './command.ts';
import { goesToAccount } from './goes-to-account.ts';
import { currentEntry, entryKey, type Entry } from './entry.ts';
import { handEdit } from './hand-edit.ts';
import { isLive, parseStatus, type HandoffStatus } from './handoff-status.ts';
import type { Handoff } from './handoff.ts';
import { comesBack } from './clock/comes-back.ts';
import type { Surroundings } from './clock/next-action.ts';
import { amendment } from './steps/edit.ts';

/** What has to happen to a contact that was looked at. */
export type ContactPlan =
  /** A new attempt: judge, route, write. */
  | { readonly kind: 'open'; readonly entry: Entry | null; readonly trigger: string }
  /** Something happens to the attempt that stands. */
  | { readonly kind: 'command'; readonly command: Command; readonly byHand: boolean }
  /** A hold: judge it again on what is known now. */
  | { readonly kind: 'release' }
  /** A lead that sales does not have: judge it again, and open an attempt where a fresh signal is strong enough. */
  | { readonly kind: 'reconsider'; readonly entry: Entry | null }
  /** The attempt stands; make sure that its tasks do too (the process may have died between the two). */
  | { readonly kind: 'ensure' }
  /** Nothing to do; `why` is for the log. */
  | { readonly kind: 'nothing'; readonly why: string };

/** What planning needs besides the contact itself. */
export interface PlanContext extends Surroundings {
  readonly causes: readonly Cause[];
}

/** Stages beyond the handoff, with what they say about its outcome (P19). */
const LATER_STAGES: Readonly<Record<string, 'opportunity' | 'won'>> = {
  opportunity: 'opportunity',
  customer: 'won',
};

/** States in which the owner whom the contact has is the owner of the handoff. */
const OWNED: ReadonlySet<HandoffStatus> = new Set([
  'awaiting_decision',
  'accepted',
  'held_no_owner',
  'diverted',
]);

/**
 * What has to happen to a contact now, from what its properties say and why it is looked at. Every event leads here, so
 * an event that comes twice, late or out of order changes nothing (design §2.4, §5).
 *
 * @param contact - its properties as HubSpot has them now
 * @param handoff - the handoff of its record; null where there is none
 * @param context - causes, policy and people with the business time
 */
export function planContact(
  contact: PropertyValues,
  handoff: Handoff | null,
  context: PlanContext,
): ContactPlan {
  const entry = currentEntry(contact, context.policy.trigger.stages);
  // In observe mode nothing stands on the contact: its record says what would have happened.
  if (handoff?.opened.mode === 'live' && parseStatus(contact[HANDOFF.status]) !== null) {
    const standing = planStanding(contact, handoff, entry, context);
    if (standing) return standing;
  }
  return planEntry(contact, handoff, entry, context);
}

/** What an attempt that stands in HubSpot asks for; null when a new entry decides. */
function planStanding(
  contact: PropertyValues,
  handoff: Handoff,
  entry: Entry | null,
  context: PlanContext,
): ContactPlan | null {
  const { status } = handoff.state;
  const made = handEdit(handoff, contact);
  if (made?.status) return editPlan(handoff, made);
  const stage = contact['lifecyclestage'] ?? '';
  const later = LATER_STAGES[stage];
  // What a customer asked for is owed whatever stage the contact is put in.
  const followsStage = isLive(status) && !goesToAccount(handoff);
  if (later && followsStage) {
    return command({ do: 'close', outcome: later, why: `the contact became ${stageWords(stage)}` });
  }
  const owner = contact['hubspot_owner_id'];
  // On hold nobody owns the handoff; the contact's owner is then as we found them, which is no change by hand.
  const found = handoff.opened.facts.properties['hubspot_owner_id'];
  const ours = handoff.assignment?.ownerId ?? found;
  // Diverted, a contact keeps its own owner, whoever answers.
  const asFound = goesToAccount(handoff) && owner === found;
  if (OWNED.has(status) && owner && owner !== ours && !asFound) {
    return command({ do: 'adopt', ownerId: ownerId(owner) }, true);
  }
  // What nothing comes of, such as a reason that is none, must not keep everything after it from being seen.
  if (made && amendment(handoff, made, context).length > 0) return editPlan(handoff, made);
  if (exceptionChanged(contact, handoff)) {
    if (status === 'held_needs_data' || status === 'held_for_review') return { kind: 'release' };
    if (status === 'nurture' || status === 'disqualified') {
      return { kind: 'open', entry, trigger: 'fit exception' };
    }
  }
  const isNew = entry !== null && !handoff.entries.includes(entryKey(entry));
  if (!isNew) {
    const awaited = planWaiting(handoff, context);
    if (awaited) return awaited;
    if (context.policy.reenter?.from.some((from) => from === status)) {
      return { kind: 'reconsider', entry };
    }
  }
  if (!entry) {
    return followsStage && leftByHand(stage, status, context.policy.trigger.stages)
      ? command({ do: 'close', outcome: null, why: 'the lifecycle stage was changed by hand' })
      : { kind: 'ensure' };
  }
  if (!isNew) return { kind: 'ensure' };
  return isLive(status)
    ? command({ do: 'join', entry: entryKey(entry), stage: entry.stage })
    : null;
}

/** What a lead that waits asks for when its time has come or its facts may have. */
function planWaiting(handoff: Handoff, context: PlanContext): ContactPlan | null {
  const { status } = handoff.state;
  if (status === 'held_needs_data') return { kind: 'release' };
  if (status === 'held_no_owner') {
    const served = context.causes.some((cause) => cause === 'freed' || cause === 'due');
    return served ? command({ do: 'route', routed: null }) : null;
  }
  return comesBack(handoff, context)
    ? { kind: 'open', entry: null, trigger: 'the day to look at it again has come' }
    : null;
}

function editPlan(handoff: Handoff, edit: Exclude<ReturnType<typeof handEdit>, null>): ContactPlan {
  // Whoever takes a lead up that nobody had wants it given to sales by the rules.
  const had = handoff.assignment?.ownerId ?? null;
  const toSales =
    edit.status === 'awaiting_decision' && (had === null || had !== edit.contactOwner);
  return command(toSales ? { do: 'route', routed: null } : { do: 'edit', edit }, true);
}

function command(of: Command, byHand = false): ContactPlan {
  return { kind: 'command', command: of, byHand };
}

/**
 * Whether a person took the lead out of the handoff before sales decided. An accepted lead and one that sales moved
 * forward are where they belong; a trigger stage that HubSpot has not stamped yet is not "left".
 */
function leftByHand(
  stage: string,
  status: HandoffStatus,
  triggerStages: readonly string[],
): boolean {
  const undecided = isLive(status) && status !== 'accepted';
  return undecided && stage !== 'salesqualifiedlead' && !triggerStages.includes(stage);
}

function planEntry(
  contact: PropertyValues,
  handoff: Handoff | null,
  entry: Entry | null,
  { policy, causes }: PlanContext,
): ContactPlan {
  if (!entry) return { kind: 'nothing', why: 'not in a trigger stage' };
  const backlog = causes.includes('backlog');
  const seen = handoff?.entries.includes(entryKey(entry)) ?? false;
  // In observe mode a record without a status is what we leave behind: seen, and nothing else to do.
  if (seen && !(backlog && !parseStatus(contact[HANDOFF.status]))) {
    return { kind: 'nothing', why: 'entry already decided' };
  }
  const inScope = isInScope(entry, policy.goLiveAt);
  if (!inScope && !backlog) return { kind: 'nothing', why: 'entered before go-live' };
  const trigger = backlog && !inScope ? 'backlog' : `became ${stageWords(entry.stage)}`;
  return { kind: 'open', entry, trigger };
}

function isInScope(entry: Entry, goLiveAt: Instant | null): boolean {
  return goLiveAt !== null && entry.enteredAt >= goLiveAt;
}

/** Whether the documented exception is another one than the verdict was made with; without a reason it is none (R39). */
function exceptionChanged(contact: PropertyValues, { opened }: Handoff): boolean {
  const { properties } = opened.facts;
  // A record that had to shed its facts does not say.
  if (!Object.hasOwn(properties, HANDOFF.fitOverride)) return false;
  return exceptionOf(contact) !== exceptionOf(properties);
}

function exceptionOf(values: PropertyValues): string {
  return values[HANDOFF.fitOverrideReason] ? (values[HANDOFF.fitOverride] ?? '') : '';
}
