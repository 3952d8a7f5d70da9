import type { Condition, Evidence } from '../condition/condition-schema.ts';
import type { Instant } from '../instant.ts';
import type { SlaTarget } from '../sla/sla-target.ts';
import type { Weekday, WorkingBlock } from '../sla/working-calendar.ts';
import type { Tier } from '../tier.ts';
import type { PolicyDocument } from './policy-document.ts';

/** A policy as everything that decides reads it: `normalisePolicy` wrote every default, so no key is absent. */
export interface Policy {
  readonly name: string;
  /** In `observe` it decides and records, and nobody gets a lead. */
  readonly mode: 'live' | 'observe';
  /** Contacts that entered a trigger stage before are left alone; null: nothing is in scope. */
  readonly goLiveAt: Instant | null;
  readonly trigger: { readonly stages: readonly string[] };
  /** What brings back a lead that sales does not have; null: nothing does. */
  readonly reenter: Reenter | null;
  /** Facts that a handoff of a tier needs; a field that is several joined by `|` asks for one of them. */
  readonly required: Readonly<Record<Tier, readonly string[]>>;
  readonly fit: Scored<FitRule>;
  readonly intent: Scored<IntentRule>;
  readonly cutoffs: Cutoffs;
  /** The first whose condition holds judges instead of `fit`, `intent` and `cutoffs`. */
  readonly models: readonly Model[];
  readonly disqualify: readonly DisqualifyRule[];
  /** Domains that make `lead.competitor` true. */
  readonly competitors: readonly string[];
  /** Domains of our own people. */
  readonly ownDomains: readonly string[];
  readonly tiers: readonly TierEntry[];
  readonly routing: Routing;
  readonly calendars: Readonly<Record<string, PolicyCalendar>>;
  readonly plays: readonly Play[];
  readonly cadences: Readonly<Record<string, Cadence>>;
  readonly reasons: readonly Reason[];
  readonly briefs: readonly Brief[];
  readonly tracks: readonly Track[];
  readonly definition: Definition | null;
  readonly icp: Icp | null;
  readonly qualification: QualificationGuide | null;
  /** Owner ids of who stands for what; null where the policy names nobody. */
  readonly roles: Readonly<Record<Role, string | null>>;
  readonly escalation: readonly EscalationRung[];
  /** Until when a rep has to accept, reject or recycle (D19); null: no deadline. */
  readonly decisionDeadlines: Readonly<Record<Tier, 'end_of_day' | SlaTarget | null>>;
  readonly decide: { readonly who: 'owner' | 'owner_or_manager' | 'anyone' };
  readonly publish: PublishRules;
  readonly lifecycle: Lifecycle;
  readonly alerts: Alerts;
  readonly examples: readonly Example[];
}

/** People a policy asks by what they stand for. */
export type Role = 'revops' | 'marketing' | 'sales' | 'leadership';

/** Fresh interest that brings a lead back (R186), and the hours it has to stay away before (D30). */
export interface Reenter {
  readonly strength: Strength;
  readonly from: readonly ('nurture' | 'rejected' | 'recycled' | 'closed' | 'disqualified')[];
  readonly minHours: number;
}

/** How much an act of the lead speaks for buying. */
export type Strength = 'high' | 'medium' | 'low';

/** Where a score comes from: the policy's rules, or a HubSpot property that the rules only explain. */
export type Scored<Rule> =
  | { readonly source: 'rules'; readonly rules: readonly Rule[] }
  | {
      readonly source: 'property';
      readonly property: string;
      readonly scale: readonly [low: number, high: number];
      readonly rules: readonly Rule[];
    };

/** One firmographic or role rule, worth `points` where it holds (R3). */
export interface FitRule {
  readonly id: string;
  readonly label: string;
  readonly when: Condition;
  readonly points: number;
  /** Its absence keeps no grade open. */
  readonly optional: boolean;
}

/** One act of the lead (R4). */
export interface IntentRule {
  readonly id: string;
  readonly label: string;
  readonly strength: Strength;
  readonly when: Evidence;
  readonly points: number;
  readonly freshDays: number;
  /** Null: never fades. */
  readonly halfLifeDays: number | null;
  /** Null: every occurrence counts. */
  readonly maxCount: number | null;
  /** What a rep may say about it to the buyer; null: nothing. */
  readonly say: string | null;
  /** It asks to be contacted. */
  readonly request: boolean;
  /** One dated occurrence counts for the first rule of an act that matches; null: for every rule. */
  readonly act: string | null;
  /** Acts of one kind count once in `decision.kinds`. */
  readonly kind: string;
}

/** Points from which a grade or level holds, 0 to 100. */
export interface Cutoffs {
  readonly fit: { readonly A: number; readonly B: number };
  readonly intent: { readonly '1': number; readonly '2': number };
}

/** How leads of a motion or a channel are scored (R57, R58); what is null is the policy's own. */
export interface Model {
  readonly id: string;
  readonly label: string;
  readonly when: Condition;
  readonly fit: Scored<FitRule> | null;
  readonly intent: Scored<IntentRule> | null;
  readonly cutoffs: Cutoffs | null;
}

/** Keeps a lead from the reps before routing, with a reason on record (R70, R73, P16). */
export interface DisqualifyRule {
  readonly id: string;
  readonly label: string;
  readonly when: Condition;
  readonly reasonCode: string;
  readonly then: 'stop' | 'divert' | 'hold';
}

/** One line of the tier table; the first that holds decides. */
export interface TierEntry {
  readonly id: string;
  readonly tier: Tier;
  readonly label: string;
  readonly when: Condition;
  /** Null: no clock runs. */
  readonly sla: SlaTarget | null;
  readonly cadence: string | null;
  readonly state: 'awaiting_decision' | 'held_for_review' | 'nurture';
}

/** Who gets a lead. */
export interface Routing {
  readonly keepContactOwner: boolean;
  readonly keepAccountOwner: boolean;
  readonly rules: readonly RoutingRule[];
  readonly pools: Readonly<Record<string, PolicyPool>>;
  readonly fallback: RoutingFallback | null;
}

/** Sends what holds to a pool; the first rule that holds wins. */
export interface RoutingRule {
  readonly id: string;
  readonly label: string;
  readonly when: Condition;
  readonly pool: string;
}

/** People who share leads. */
export interface PolicyPool {
  readonly label: string;
  readonly members: readonly PoolShare[];
  /** Key in `calendars`. */
  readonly calendar: string | null;
  /** Owner id of the team lead. */
  readonly lead: string | null;
  /** Pool that takes over when nobody here is eligible. */
  readonly overflow: string | null;
  /** Its members qualify first and then hand on (R96). */
  readonly qualifies: boolean;
}

/** A member's part of what a pool gets. */
export interface PoolShare {
  readonly ownerId: string;
  /** Whole number, 1 or more. */
  readonly weight: number;
  /** Handoffs in `awaiting_decision` that the member may hold; null: no limit. */
  readonly capacity: number | null;
}

/** Where a lead goes that no rule sends anywhere, and who assigns what nobody can take. */
export interface RoutingFallback {
  readonly pool: string;
  readonly processOwner: string | null;
  /** Working minutes that `processOwner` has. */
  readonly dueMinutes: number;
}

/** Working hours of a team; a day without blocks is free. */
export interface PolicyCalendar {
  readonly timeZone: string;
  readonly hours: Readonly<Record<Weekday, readonly WorkingBlock[]>>;
  /** Local dates `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** What to do first with a lead, and how to open. */
export interface Play {
  readonly id: string;
  readonly label: string;
  readonly when: Condition;
  readonly goal: string;
  readonly opener: string;
  readonly questions: readonly string[];
  readonly meetingLink: boolean;
}

/** Touches by day after the first, day 0. */
export interface Cadence {
  readonly label: string;
  readonly touches: readonly Touch[];
}

/** One touch of a cadence. */
export interface Touch {
  readonly day: number;
  readonly channel: PolicyDocumentCadence['touches'][number]['channel'];
  readonly note: string | null;
}

type PolicyDocumentCadence = NonNullable<PolicyDocument['cadences']>[string];
type PolicyDocumentReason = NonNullable<PolicyDocument['reasons']>[number];

/** Why a lead is rejected or recycled, and what then happens (P26). */
export interface Reason {
  readonly code: string;
  readonly label: string;
  readonly kind: PolicyDocumentReason['kind'];
  readonly path: PolicyDocumentReason['path'];
  /** Nurture track the lead goes on; null: the one its own subject leads to. */
  readonly track: string | null;
  /** Days until the lead comes back; null: it does not by itself. */
  readonly pauseDays: number | null;
  /** False: the rep gets the turn back. */
  readonly countsAgainstShare: boolean;
  readonly noteRequired: boolean;
  /** Kept for leads that have it; no longer offered. */
  readonly retired: boolean;
}

/** Where a lead goes on that is not for sales now (R15, R184, R189). */
export interface Track {
  readonly id: string;
  readonly label: string;
  readonly when: Condition;
}

/** What both teams mean by a lead for sales (R16); `reviewOn` is a local date `YYYY-MM-DD`. */
export interface Definition {
  readonly text: string;
  readonly reviewOn: string | null;
}

/** The ideal customer (R45); `reviewOn` is a local date `YYYY-MM-DD`. */
export interface Icp {
  readonly who: string;
  readonly problem: string;
  readonly notFor: string | null;
  readonly reviewOn: string | null;
}

/** What a rep works through on calls (R50). */
export interface QualificationGuide {
  /** What must be confirmed to hand on to an AE. */
  readonly confirm: readonly {
    readonly id: string;
    readonly label: string;
    readonly ask: string;
  }[];
  readonly rubric: readonly { readonly label: string; readonly means: string }[];
  /** Questions for the next call. */
  readonly next: readonly string[];
  /** What an intake form asks. */
  readonly intake: readonly string[];
}

/** One page about a campaign (R161, P7). */
export interface Brief {
  readonly campaign: string;
  readonly theme: string;
  readonly audience: string;
  readonly notFor: string | null;
  readonly problem: string;
  readonly promised: string;
  readonly proofPoints: readonly string[];
  readonly opening: string;
  readonly questions: readonly string[];
  readonly objections: readonly { readonly says: string; readonly answer: string }[];
  readonly nextStep: string;
  readonly avoid: readonly string[];
  readonly nurtureTrack: string | null;
  readonly owner: string | null;
  readonly reviewOn: string | null;
}

/** What happens when a first touch is late (D25); of the times, those that are null say nothing. */
export interface EscalationRung {
  readonly tier: Tier;
  readonly afterMinutes: number | null;
  readonly atDue: boolean;
  readonly businessDaysAfterDue: number | null;
  readonly minutesAfterDue: number | null;
  readonly do: NonNullable<PolicyDocument['escalation']>[number]['do'];
}

/** Who may publish a policy, and whose agreement a new one needs. */
export interface PublishRules {
  /** Owner ids; empty: anybody who may use the command line or the page. */
  readonly who: readonly string[];
  readonly needs: readonly Role[];
}

/** What is written to HubSpot's own fields. */
export interface Lifecycle {
  /** Stage an accepted lead moves to; null: it stays. */
  readonly onAccept: string | null;
  /** Lead status by handoff state. */
  readonly leadStatus: Readonly<Record<string, string>>;
}

/** Shares of rejected leads, 0 to 1, from which somebody is told; null: nobody is. */
export interface Alerts {
  readonly rejectionWatch: number | null;
  readonly rejectionAlert: number | null;
}

/** An example lead and the tier both teams agreed on; `now` is the day it is looked at, null the present one. */
export interface Example {
  readonly name: string;
  readonly lead: NonNullable<PolicyDocument['examples']>[number]['lead'];
  readonly tier: Tier | null;
  readonly now: Instant | null;
}
