import type { Instant } from '../instant.ts';
import type { SlaTarget } from '../sla/sla-target.ts';
import type { OwnWorkingTime } from '../sla/calendar-for.ts';
import type { WorkingCalendar } from '../sla/working-calendar.ts';
import type { PoolStanding } from './standing.ts';

export type { PoolStanding } from './standing.ts';

/** A person who can own handoffs, as HubSpot knows them now. */
export interface Rep extends OwnWorkingTime {
  readonly ownerId: string;
  readonly name: string;
  /** False for archived or deactivated owners: never chosen (L6). */
  readonly active: boolean;
}

/** People who share leads, as the policy names them (design §6). */
export interface Pool {
  readonly label: string;
  readonly members: readonly {
    readonly ownerId: string;
    /** Whole number; 0 takes no turns. */
    readonly weight: number;
    /** Handoffs in `awaiting_decision` that the member may hold; null: no limit. */
    readonly capacity: number | null;
  }[];
  /** Key in the policy's `calendars`. */
  readonly calendar: string | null;
  /** Pool that takes over when nobody here is eligible. */
  readonly overflow: string | null;
}

/** Design §5: `held_no_owner` is due after 60 working minutes where the policy says nothing else. */
export const HELD_MINUTES = 60;

/** The part of the policy that routing follows; any `Policy` has it in its `routing` (design §6). */
export interface RoutingPolicy {
  readonly keepContactOwner: boolean;
  readonly keepAccountOwner: boolean;
  readonly pools: Readonly<Record<string, Pool>>;
  readonly fallback: {
    readonly pool: string;
    readonly processOwner: string | null;
    /** Working minutes that whoever assigns a held lead has. */
    readonly dueMinutes: number;
  } | null;
}

/** One candidate and why it was or was not chosen (design §7). For managers: it tells of absences. */
export interface CandidateTrace {
  readonly ownerId: string;
  /** Pool in which the candidate was looked at; null for somebody who already knows the lead. */
  readonly pool: string | null;
  readonly eligible: boolean;
  readonly why: string;
  /**
   * Handoffs the member is short of their entitlement, this one counted in the entitlement, before it is given;
   * null where rotation did not decide.
   */
  readonly shortfall: number | null;
  /** True for the one who got it. */
  readonly turn: boolean;
}

/** A decided lead and who already has to do with it; owner ids are null where there is none. */
export interface LeadToRoute {
  readonly id: string;
  readonly companyId: string | null;
  /** How fast the first touch has to come; null where no clock runs. */
  readonly sla: SlaTarget | null;
  /** Pool and rule as `choosePool` found them; the rule is null for the fallback pool. */
  readonly pool: string | null;
  readonly rule: string | null;
  /** Host of a meeting that is booked already. */
  readonly meetingHost: string | null;
  readonly contactOwner: string | null;
  /** Rep of another handoff in progress at the same company. */
  readonly sameCompanyRep: string | null;
  readonly companyOwner: string | null;
  readonly dealOwner: string | null;
  /** Owners who had it and must not get it again; a reassignment follows the same rules otherwise (L10). */
  readonly exclude?: readonly string[] | undefined;
  /** Since when it has been waiting in `held_no_owner`; absent for a new lead. */
  readonly waitingSince?: Instant | undefined;
}

/** What routing knows besides the lead; the same for a whole batch. */
export interface RoutingContext {
  readonly policy: RoutingPolicy;
  /** The policy's calendars by key. */
  readonly calendars: Readonly<Record<string, WorkingCalendar>>;
  readonly reps: ReadonlyMap<string, Rep>;
  /** IANA zone of the HubSpot account, the last resort of D28. */
  readonly accountZone: string;
  readonly now: Instant;
}

/** What a handoff changes for the next one. */
export interface RoutingState {
  /** By pool; a pool that never gave a handoff is absent. */
  readonly standings: ReadonlyMap<string, PoolStanding>;
  /** Handoffs in `awaiting_decision` by owner id; absent is none. */
  readonly open: ReadonlyMap<string, number>;
}
