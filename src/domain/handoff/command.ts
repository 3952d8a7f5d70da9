import type { LeadFacts } from '../condition/lead-facts.ts';
import type { Day } from '../day.ts';
import type { OwnerId } from '../ids.ts';
import type { Policy } from '../policy/policy.ts';
import type { Verdict } from '../qualification/verdict.ts';
import type { RoutingContext } from '../routing/routing.ts';
import type { Happening, TouchDue } from './events.ts';
import type { Acceptance, Actor, Assignment, ClosedAs } from './progress.ts';
import type { HandoffStatus } from './handoff-status.ts';

/** A routing of the lead, decided by the rules of routing for this command. */
export interface Routed {
  readonly assignment: Assignment;
  /** First touch of the owner, or until when a hold has to be assigned; null where no clock runs. */
  readonly due: TouchDue | null;
}

/** What somebody wants of a handoff that stands. One step handles each (`steps/`). */
export type Command =
  | ({ readonly do: 'accept'; readonly note: string } & Acceptance)
  | { readonly do: 'reject'; readonly reasonCode: string; readonly note: string }
  | {
      readonly do: 'recycle';
      readonly reasonCode: string;
      readonly note: string;
      /** The reason's own pause where null. */
      readonly revisitOn: Day | null;
    }
  | {
      readonly do: 'pass_on';
      readonly reasonCode: string;
      readonly note: string;
      readonly routed: Routed | null;
    }
  | { readonly do: 'undo' }
  | {
      readonly do: 'log_attempt';
      readonly channel: string;
      readonly result: string;
      /** Whether a structured note of the talk comes with it (P9). */
      readonly noted: boolean;
      readonly nextStep: string;
      readonly nextStepOn: Day | null;
    }
  /** Give it to sales, by the rules of routing: a hold that can be served now, or a person who asks for it. */
  | { readonly do: 'route'; readonly routed: Routed | null }
  /** The properties were edited by hand (phone, import, workflow). */
  | { readonly do: 'edit'; readonly edit: HandEdit }
  | { readonly do: 'adopt'; readonly ownerId: OwnerId }
  | { readonly do: 'join'; readonly entry: string; readonly stage: string }
  | {
      readonly do: 'release';
      readonly verdict: Verdict;
      readonly facts: LeadFacts;
      readonly policyVersion: string;
      readonly routed: Routed | null;
    }
  | {
      readonly do: 'close';
      readonly outcome: ClosedAs;
      readonly why: string;
    };

/** What a person made of the properties; each is there only where it differs from what Baton wrote. */
export interface HandEdit {
  /** The state somebody set; null where the state is as it was. */
  readonly status: HandoffStatus | null;
  readonly acceptance?: Acceptance['acceptance'] | undefined;
  readonly reasonCode?: string | undefined;
  readonly note?: string | undefined;
  readonly revisitOn?: Day | null | undefined;
  /** Owner the contact has in HubSpot; who decides where nobody had the handoff. */
  readonly contactOwner: OwnerId | null;
}

/** What a step looks at besides the handoff; `people` carries the business time. */
export interface StepContext {
  readonly policy: Policy;
  readonly people: RoutingContext;
  /** Who asks. */
  readonly by: Actor;
  /** HubSpot's lead status as it is on the contact, for undo. */
  readonly leadStatus: string | null;
}

/** Why a command cannot be carried out; `conflict` where something else is true now. */
export interface Refusal {
  readonly outcome: 'conflict' | 'invalid';
  readonly message: string;
}

/** What a step says has happened; who, when and for which request is added in one place. */
export type Happenings = readonly Happening[];
