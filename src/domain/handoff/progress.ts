import type { LeadFacts } from '../condition/lead-facts.ts';
import type { Day } from '../day.ts';
import type { OwnerId, PoolId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Verdict } from '../qualification/verdict.ts';
import type { CandidateTrace } from '../routing/routing.ts';
import type { CountedBlock } from '../sla/due-at.ts';
import type { HandoffStatus } from './handoff-status.ts';

/** Where a handoff stands: everything that an event can change and undo can bring back. */
export interface Progress {
  readonly state: HandoffState;
  /** How it was routed last; null before the first time. */
  readonly assignment: Assignment | null;
  readonly clock: HandoffClock;
  /** Real attempts to reach the lead so far (R138). */
  readonly touches: number;
  /** What the owner said happens next (P9), and on which day of theirs. */
  readonly nextStep: { readonly text: string; readonly on: Day | null } | null;
}

/** Why and on what ground it was opened; replaced only when a hold is released on new facts. */
export interface Opening {
  readonly at: Instant;
  /** What opened it, in words. */
  readonly trigger: string;
  /** In observe mode it is decided and routed as if, and nobody gets anything (design §5). */
  readonly mode: 'live' | 'observe';
  readonly policyVersion: string;
  readonly verdict: Verdict;
  readonly facts: LeadFacts;
}

/** Who did something: an owner, Baton itself, or an edit of which HubSpot does not say whose it was. */
export type Actor = OwnerId | typeof BATON | typeof SOMEBODY;

/** Baton itself. */
export const BATON = 'baton';
/** Whoever edited the properties, when HubSpot does not say: an import, a workflow. */
export const SOMEBODY = 'hand';

/** The state of design §5 with what belongs to it and only to it. */
export type HandoffState =
  | { readonly status: 'awaiting_decision'; readonly owner: OwnerId }
  /** Whoever has the account answers (R73); nothing is decided about it. */
  | { readonly status: 'diverted'; readonly owner: OwnerId }
  | {
      readonly status: WaitingStatus;
      /** When the role that has it must have acted. */
      readonly dueAt: Instant | null;
    }
  | { readonly status: 'disqualified' }
  | ({ readonly status: 'accepted'; readonly owner: OwnerId } & Acceptance & Decided)
  | ({ readonly status: 'rejected' | 'recycled' } & Return & Decided)
  | {
      readonly status: 'closed';
      /** What the contact's own progress says of it (P19), or that it was diverted; null where it ended otherwise. */
      readonly outcome: ClosedAs;
      /** How sales had accepted it before; null where it had not. */
      readonly accepted: (Acceptance & Decided) | null;
    };

/** What a closed handoff came to. */
export type ClosedAs = 'opportunity' | 'won' | 'diverted' | null;

/** States in which no rep has the lead and none had it. */
export type OwnerlessState = Extract<
  HandoffState,
  { status: WaitingStatus | 'disqualified' | 'closed' }
>;

/** States in which a role and no rep has the lead. */
export type WaitingStatus = Extract<HandoffStatus, `held_${string}` | 'nurture'>;

/** The three kinds of acceptance (R173, D8). */
export const ACCEPTANCES = ['outreach_started', 'meeting_booked', 'in_discovery'] as const;

/** What accepting meant. */
export interface Acceptance {
  readonly acceptance: (typeof ACCEPTANCES)[number];
  /** When it is, where a time is known, else the day where the owner is; only with `meeting_booked`. */
  readonly meeting: Instant | Day | null;
}

/** Why a lead went back to marketing. */
export interface Return {
  /** Null where a person who edited the properties gave none that counts. */
  readonly reasonCode: string | null;
  /** What that person still owes (R252); null where the decision is complete. */
  readonly owes: 'reason' | 'note' | null;
  /** Day on which it comes back; null where it does not come back by date. */
  readonly revisitOn: Day | null;
}

/** Who decided when, and what they wrote to it. */
export interface Decided {
  readonly at: Instant;
  readonly by: Actor;
  readonly note: string;
}

/** How a lead was routed: to whom, or why to nobody. */
export interface Assignment {
  /** Counts the routings of this handoff from 1: the key under which its turn is taken once. */
  readonly nth: number;
  readonly at: Instant;
  /** Null where nobody could take it. */
  readonly ownerId: OwnerId | null;
  readonly pool: PoolId | null;
  /** `pool`, a way of knowing the lead or its account, `by_hand`, or the code of a hold. */
  readonly via: string;
  readonly rule: string | null;
  /** Why this owner, or why nobody, in words. */
  readonly reason: string;
  /** An SDR pool or an AE pool (R96, R195). */
  readonly stage: 'sdr' | 'ae';
  /** Whose hours the due time was counted in; empty where none runs. */
  readonly calendar: string;
  /** Working blocks that make up the time to the due instant. */
  readonly blocks: readonly CountedBlock[];
  readonly trace: readonly CandidateTrace[];
}

/** How the first touch stands against its due time (`handoff_sla_status`). */
export type SlaStatus = 'running' | 'due_soon' | 'met' | 'breached' | 'met_late' | 'not_applicable';

/** The clock of the first touch (design §8). */
export interface HandoffClock {
  readonly status: SlaStatus;
  readonly dueAt: Instant | null;
  readonly warnAt: Instant | null;
  readonly firstTouchAt: Instant | null;
  /** Working minutes from routing to the first touch, in the owner's hours. */
  readonly firstTouchMinutes: number | null;
}
