import type { HandoffStatus } from '../domain/handoff/handoff-status.ts';
import type { Contribution, EvidenceLine } from '../domain/qualification/verdict.ts';
import type { Tier } from '../domain/tier.ts';
import type { Acceptance, CardDecision, Channel, ReasonedDecision } from './card-words.ts';

/** A reason code of the policy as the card offers it. */
export interface ReasonChoice {
  readonly code: string;
  readonly label: string;
  readonly noteRequired: boolean;
  /** Default for "look at it again on", `YYYY-MM-DD`; null where the reason has no date. */
  readonly revisitOn: string | null;
  /** Where the lead goes with this reason, in words: `Goes back to nurture; sales stays silent for 90 days.` */
  readonly path: string;
}

/** A fact with its label; `value` is null where nobody knows it, which the card shows as a question, never as a no. */
export interface CardFact {
  readonly label: string;
  readonly value: string | null;
}

/** One group of the context package (P3, R75 to R93). */
export interface ContextGroup {
  readonly title: string;
  readonly facts: readonly CardFact[];
}

/** A frozen score with the lines that add up to it. */
export interface CardScore {
  /** 0..100; null where HubSpot's own score is not set. */
  readonly score: number | null;
  /** Grade or level in words, for example `Fit A: matches the profile`. */
  readonly words: string;
  readonly lines: readonly Contribution[];
}

/** A fact that is not known, as the question that would settle it. */
export interface MissingFact {
  readonly field: string;
  readonly label: string;
  readonly question: string;
}

/** What became of an earlier attempt (R99). */
export interface EarlierAttempt {
  readonly attempt: number;
  readonly status: string;
  readonly ownerName: string | null;
  /** ISO 8601. */
  readonly decidedAt: string | null;
  readonly reason: string | null;
  readonly note: string | null;
}

/** One candidate for owner, with the name in place of the id. */
export interface CardCandidate {
  readonly name: string;
  readonly eligible: boolean;
  readonly why: string;
  readonly turn: boolean;
}

/**
 * Everything the card shows of one handoff, in the order of P21. All of it comes from the stored record: the card
 * computes nothing but the minutes left. Times are ISO 8601, labels are ready to be read.
 */
export interface CardView {
  readonly contactId: string;
  /** `<contactId>-<attempt>`; goes back with every decision so that a stale one is noticed. */
  readonly handoffId: string;
  readonly attempt: number;
  /** How much had happened to it; goes back with a decision, which is refused where another was made since. */
  readonly version: number;
  /** Business time at which this was true; the card adds the time that has passed on its own clock. */
  readonly now: string;
  /** IANA zone in which times are said: that of the user who asked, else the account's. */
  readonly timeZone: string;

  readonly person: {
    readonly name: string;
    readonly title: string | null;
    readonly company: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  };
  /**
   * What a diverted lead is, in words for whoever looks: `Sam is your customer's CFO and asked for a demo. You own Alder
   * Bank, a customer.` Null for every other lead; where it is set nobody decides, and there is no pitch.
   */
  readonly diverted: string | null;
  /** Null when disqualified or diverted. `label` is `Call now`, `Review today` or `Nurture` (design §12). */
  readonly tier: null | { readonly id: Tier; readonly label: string };
  readonly dueAt: string | null;
  /** Label of `handoff_sla_status` with what it means; null where no clock runs. */
  readonly sla: null | {
    readonly label: string;
    readonly tone: 'neutral' | 'warning' | 'danger' | 'success';
  };
  /** True while the first touch is still owed, which is when the due time is shown with the minutes left. */
  readonly firstTouchOwed: boolean;
  readonly status: { readonly id: HandoffStatus; readonly label: string };
  readonly ownerName: string | null;
  /** Whether the user who asked owns this handoff; a manager may decide without owning it. */
  readonly yours: boolean;
  /** Why this lead (R60), one or two sentences. */
  readonly reason: string;
  /** Why this owner; null where nobody owns it yet. */
  readonly ownerReason: string | null;
  readonly nextAction: null | { readonly text: string; readonly dueAt: string | null };
  /** The decision that stands, in words, once there is one. */
  readonly decided: null | {
    readonly text: string;
    readonly byName: string | null;
    readonly at: string;
    readonly note: string | null;
    readonly revisitOn: string | null;
  };

  readonly latestAction: null | { readonly label: string; readonly at: string | null };
  /** What they said or asked for, in their words (R83); null when they said nothing. */
  readonly said: string | null;
  readonly offer: string | null;
  readonly campaign: string | null;
  readonly fitFacts: readonly CardFact[];
  readonly play: null | {
    readonly label: string;
    readonly goal: string;
    readonly opener: string;
    readonly questions: readonly string[];
    /** Booking page to offer; null where there is none. */
    readonly meetingLink: string | null;
  };
  /** What marketing wrote about the campaign (R161, P7); empty where there is no brief. */
  readonly brief: readonly CardFact[];
  readonly missing: readonly MissingFact[];
  /** The one missing fact whose answer matters most; a `field` of `missing`. */
  readonly askFirst: string | null;
  readonly earlier: readonly EarlierAttempt[];

  /** One click away. */
  readonly context: readonly ContextGroup[];
  /** What the rep may only know, and what may be said about it (R158). */
  readonly evidence: readonly EvidenceLine[];
  readonly scores: { readonly fit: CardScore; readonly intent: CardScore };
  /** Best and worst tier over what is unknown, and the smallest change that lifts it, in words. */
  readonly counterfactual: null | {
    readonly range: string;
    readonly nextTier: string | null;
    readonly changes: readonly string[];
  };
  readonly routing: null | {
    readonly pool: string | null;
    readonly calendar: string | null;
    /** Null for those who may not see why colleagues were passed over (design §4). */
    readonly candidates: readonly CardCandidate[] | null;
  };
  readonly policyVersion: string;

  /** What this user may do now; empty with `refusal` saying why. */
  readonly may: readonly (CardDecision | 'log_attempt')[];
  readonly refusal: string | null;
  readonly accept: {
    readonly preselected: Acceptance;
    /** Why that kind: `You called at 14:12.` */
    readonly why: string;
    /** The meeting HubSpot knows of; null when none is booked. */
    readonly meetingAt: string | null;
    /** What accepting starts, in words: `The next touch is due tomorrow at 09:00.` */
    readonly then: string;
  };
  readonly reasons: Readonly<Record<ReasonedDecision, readonly ReasonChoice[]>>;
  /** Channel of the touch that is due, preselected when an attempt is logged. */
  readonly attemptChannel: Channel;
}
