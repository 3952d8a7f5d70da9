import type { Day } from '../day.ts';
import type { OwnerId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { HandoffStatus } from './handoff-status.ts';
import type { VerdictStatus } from '../qualification/verdict.ts';
import type {
  Acceptance,
  Actor,
  Assignment,
  ClosedAs,
  OwnerlessState,
  Opening,
  Return,
} from './progress.ts';

/** When the first touch is due, and when to warn of it. */
export interface TouchDue {
  readonly dueAt: Instant;
  readonly warnAt: Instant | null;
}

/** What every event says: when, and who (R121); the request is there where a person's click asked for it. */
export interface EventBase {
  readonly at: Instant;
  readonly by: Actor;
  readonly requestId?: string | undefined;
}

/**
 * What happened to a handoff. Figures, audits and replays are computed from these; words are made of them. A
 * stored event keeps its assignment without candidates and working blocks: those stand once, in the one that counts.
 */
export type HandoffEvent = EventBase & Happening;

/** The kinds of events with what belongs to each. */
export type Happening =
  /** The policy's verdict on a new attempt; `dueAt` where a role has to act on it. */
  | { readonly kind: 'opened'; readonly status: VerdictStatus; readonly dueAt: Instant | null }
  /** Routed by the rules, on opening, after a hold or because a person asked for it. */
  | {
      readonly kind: 'routed';
      readonly assignment: Assignment;
      /** Null where no clock runs; for a hold, when it has to be assigned. */
      readonly due: TouchDue | null;
    }
  /** Given to whoever has the account (R73): no pool is asked, and nobody decides about it. */
  | { readonly kind: 'diverted'; readonly assignment: Assignment; readonly due: TouchDue | null }
  /** A person gave the contact to somebody; `due` is null where the first touch is not owed any more. */
  | {
      readonly kind: 'adopted';
      readonly from: OwnerId | null;
      readonly assignment: Assignment;
      readonly due: TouchDue | null;
    }
  /** "Not mine": passed on by the rules of routing. */
  | {
      readonly kind: 'passed_on';
      readonly from: OwnerId | null;
      readonly reasonCode: string;
      readonly note: string;
      readonly assignment: Assignment;
      readonly due: TouchDue | null;
    }
  | ({ readonly kind: 'accepted'; readonly note: string } & Acceptance & LeadStatusBefore)
  | ({ readonly kind: 'rejected' | 'recycled'; readonly note: string } & Return & LeadStatusBefore)
  /** The reason that a decision by hand still owed. */
  | ({ readonly kind: 'reason_given'; readonly note: string } & Return)
  /** A person corrected what belongs to a decision, on the contact itself. */
  | ({ readonly kind: 'amended'; readonly note: string } & Partial<Acceptance> & Partial<Return>)
  | { readonly kind: 'undone' }
  /** An attempt to reach the lead (P9). */
  | {
      readonly kind: 'attempted';
      readonly channel: string;
      readonly result: string;
      /** Whether it counts as a touch (R138, R139). */
      readonly real: boolean;
      readonly nextStep: string;
      readonly nextStepOn: Day | null;
      /** Working minutes since routing, where it is the first touch. */
      readonly minutes: number | null;
    }
  /** A new entry while the attempt runs (P16). */
  | { readonly kind: 'joined'; readonly entry: string; readonly stage: string }
  /** A hold judged again on new facts: let go, or held for something else. */
  | {
      readonly kind: 'released';
      readonly status: VerdictStatus;
      readonly dueAt: Instant | null;
      /** What it rests on now; null in a stored event, because the handoff itself keeps it. */
      readonly basis: Pick<Opening, 'verdict' | 'facts' | 'policyVersion'> | null;
    }
  /** A person put it into a state without an owner, on the contact itself. */
  | {
      readonly kind: 'set_by_hand';
      readonly state: OwnerlessState;
    }
  /** Something of which an older version kept only words. */
  | {
      readonly kind: 'carried_over';
      readonly what: string;
      readonly why: string;
      /** Where the handoff stood after it, as far as the words say. */
      readonly status?: HandoffStatus;
      /** Who passed it on with it. */
      readonly from?: OwnerId;
    }
  | {
      readonly kind: 'closed';
      readonly outcome: ClosedAs;
      readonly why: string;
    };

/** HubSpot's lead status as a decision found it, where the decision moves it: undo writes it back. */
interface LeadStatusBefore {
  readonly leadStatusBefore?: string | undefined;
}
