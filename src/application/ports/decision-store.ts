import type { TurnGivenBack } from '../../domain/handoff/gives-back.ts';
import type { HandoffStatus } from '../../domain/handoff/handoff-status.ts';
import type { PoolStanding } from '../../domain/routing/routing.ts';

/** A decision that was made once and must be re-used, never re-made, until the contact shows it. */
export interface StoredDecision {
  /** `<contactId>-<attempt>`. */
  readonly handoffId: string;
  readonly contactId: string;
  /** Company of the lead, so that its next lead goes to the same rep; null where none is known. */
  readonly companyId: string | null;
  /** Null where nobody owns it: held, nurture, disqualified. */
  readonly ownerId: string | null;
  /** State of design §5 the handoff is in now, as last written to the contact. */
  readonly status: HandoffStatus;
  /** ISO 8601. */
  readonly decidedAt: string;
  readonly policyVersion: string;
  /** Contact properties to be written, complete. */
  readonly properties: Readonly<Record<string, string>>;
}

/** What is already known when leads are decided. */
export interface DecisionContext {
  /** Decisions stored before for the handoffs asked about. */
  readonly decisions: ReadonlyMap<string, StoredDecision>;
  /** The rotation of every pool. */
  readonly standings: ReadonlyMap<string, PoolStanding>;
  /** Handoffs in `awaiting_decision` by owner id, for capacity. */
  readonly openByOwner: ReadonlyMap<string, number>;
  /** Owner of the newest handoff in `awaiting_decision` or `accepted` at each company asked about. */
  readonly ownerInFlightByCompany: ReadonlyMap<string, string>;
}

/**
 * Decisions and rotation, changed together in one transaction so that a crash neither forgets a turn nor counts it
 * twice. It is a projection of what the contacts say and can be rebuilt from them; what only it holds are the turns
 * of the rotation. Callers that decide at the same time wait for each other.
 */
export interface DecisionStore {
  /**
   * Runs `decide` with what is stored, and stores what it returns, in one transaction. `decide` is pure and may be
   * called again if the transaction has to be repeated. Decisions that exist already are left as they are.
   */
  decideOnce(
    about: { readonly handoffIds: readonly string[]; readonly companyIds: readonly string[] },
    decide: (stored: DecisionContext) => {
      readonly decisions: readonly StoredDecision[];
      readonly standings: readonly PoolStanding[];
    },
  ): Promise<void>;
  /** The newest decision of each contact; contacts that never had one are absent. */
  latest(contactIds: readonly string[]): Promise<ReadonlyMap<string, StoredDecision>>;
  /**
   * Follows the contact when its handoff changed state or owner: `properties` are merged into those stored, so that
   * the echo of our own write is recognised by its values. Unknown handoffs are ignored.
   */
  follow(
    changes: readonly {
      readonly handoffId: string;
      readonly status: HandoffStatus;
      readonly ownerId: string | null;
      readonly properties: Readonly<Record<string, string>>;
      /** A turn to give back, once: only while the handoff still waits for the rep who got it. */
      readonly givesBack?: TurnGivenBack | null;
    }[],
  ): Promise<void>;
  /** Removes all that is kept about a contact (privacy deletion). */
  forget(contactIds: readonly string[]): Promise<void>;
}

/** The versions of the policy document; `live` is the newest published. */
export interface PolicyStore {
  live(): Promise<{ readonly version: string; readonly document: unknown } | null>;
  /** Publishes as `v<n+1>`; refuses with `expected` when somebody else was first. */
  publish(document: unknown, expectedVersion: string | null): Promise<{ readonly version: string }>;
  history(): Promise<readonly { readonly version: string; readonly publishedAt: string }[]>;
}
