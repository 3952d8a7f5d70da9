import type { PoolStanding } from '../../domain/routing/routing.ts';

/** A decision that was made once and must be re-used, never re-made, until the contact shows it. */
export interface StoredDecision {
  /** `<contactId>-<attempt>`. */
  readonly handoffId: string;
  readonly contactId: string;
  /** ISO 8601. */
  readonly decidedAt: string;
  readonly policyVersion: string;
  /** Contact properties to be written, complete. */
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * Decisions and rotation, changed together in one transaction so that a crash neither forgets a turn nor counts it
 * twice. Concurrent callers that name a common pool wait for each other.
 */
export interface DecisionStore {
  /**
   * Runs `decide` once with what is already stored for `handoffIds` and the standing of every pool, and stores what
   * it returns. `decide` is pure and may be called again if the transaction has to be repeated.
   */
  decideOnce(
    handoffIds: readonly string[],
    decide: (stored: {
      readonly decisions: ReadonlyMap<string, StoredDecision>;
      readonly standings: ReadonlyMap<string, PoolStanding>;
    }) => {
      readonly decisions: readonly StoredDecision[];
      readonly standings: readonly PoolStanding[];
    },
  ): Promise<void>;
  forget(contactId: string): Promise<void>;
}

/** The versions of the policy document; `live` is the newest published. */
export interface PolicyStore {
  live(): Promise<{ readonly version: string; readonly document: unknown } | null>;
  /** Publishes as `v<n+1>`; refuses with `expected` when somebody else was first. */
  publish(document: unknown, expectedVersion: string | null): Promise<{ readonly version: string }>;
  history(): Promise<readonly { readonly version: string; readonly publishedAt: string }[]>;
}
