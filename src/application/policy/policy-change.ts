import { PolicyUnavailableError, type LivePolicy } from '../live-policy.ts';
import { PolicyConflictError } from '../ports/policy-conflict-error.ts';
import type { PolicyStore } from '../ports/policy-store.ts';

/** Author of a change that somebody makes at the machine itself, who is no owner in HubSpot. */
export const ADMIN = 'admin';

/** Who changes the policy, and on top of what. */
export interface PolicyChange {
  /** Owner id, or {@link ADMIN}. */
  readonly by: string;
  /** The version the author looked at; null for the first policy. */
  readonly expected: string | null;
}

/** What changing the policy needs. */
export interface PolicyDeps {
  readonly policies: PolicyStore;
  /** Throws with every fault when the document is not a policy. */
  readonly preparePolicy: (version: string, document: unknown) => LivePolicy;
}

/**
 * The policy in force, which has to be the one that the author looked at; null where there is none yet.
 *
 * @param deps - where policies are kept
 * @param change - names the version that is expected
 * @param change.expected - null for the first policy
 * @param options - how to take what is in force
 * @param options.mayBeBroken - null also where it can no longer be used: then it gates nothing, or nobody could mend it
 * @throws PolicyConflictError naming the version that is live
 */
export async function expectedPolicy(
  deps: PolicyDeps,
  { expected }: Pick<PolicyChange, 'expected'>,
  options: { readonly mayBeBroken: boolean } = { mayBeBroken: false },
): Promise<LivePolicy | null> {
  const live = await deps.policies.live();
  if ((live?.version ?? null) !== expected) {
    throw new PolicyConflictError(expected, live?.version ?? null);
  }
  try {
    return live && deps.preparePolicy(live.version, live.document);
  } catch (error) {
    if (options.mayBeBroken && error instanceof PolicyUnavailableError) return null;
    throw error;
  }
}
