import type { Instant } from '../instant.ts';
import type { WorkingCalendar } from '../sla/working-calendar.ts';

/** A person who can own handoffs, as HubSpot knows them now. */
export interface Rep {
  readonly ownerId: string;
  readonly name: string;
  /** False for archived or deactivated owners: never chosen (peers B5, 6). */
  readonly active: boolean;
  /** The rep's own hours, zone and absence where HubSpot has them; null falls back to the pool's (D28). */
  readonly calendar: WorkingCalendar | null;
  /** Handoffs in `awaiting_decision` now, counted against capacity. */
  readonly open: number;
}

/** Where a member of a pool stands in the rotation; persisted between handoffs. Counts are exact integers. */
export interface MemberStanding {
  readonly ownerId: string;
  readonly weight: number;
  /** Handoffs this member has received while present. */
  readonly received: number;
  /** Entitlement so far as an exact fraction, `numerator / denominator`. */
  readonly entitled: { readonly numerator: bigint; readonly denominator: bigint };
  readonly lastHandoffAt: Instant | null;
}

/** The rotation of one pool. */
export interface PoolStanding {
  readonly pool: string;
  readonly members: readonly MemberStanding[];
}

/** One candidate and why it was or was not chosen (design §7). */
export interface CandidateTrace {
  readonly ownerId: string;
  readonly eligible: boolean;
  readonly why: string;
  /** Entitlement minus received before this handoff, in handoffs; null where rotation did not decide. */
  readonly shortfall: number | null;
  /** True for the one who got it. */
  readonly turn: boolean;
}
