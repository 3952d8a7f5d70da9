import type { PolicyDraft, PolicyStore } from '../ports/policy-store.ts';
import { expectedPolicy, type PolicyChange, type PolicyDeps } from './policy-change.ts';
import { NoPolicyError, PolicyNotAllowedError } from './policy-errors.ts';
import { rolesOf } from './publish-gates.ts';

/** The draft of the next version; null where there is none. */
export async function draft(deps: { readonly policies: PolicyStore }): Promise<PolicyDraft | null> {
  return await deps.policies.draft();
}

/**
 * Keeps a document as the draft, for those to read who have to agree. It replaces the draft before, and whoever
 * approved that has to look again.
 *
 * @throws PolicyUnavailableError listing every fault
 * @throws PolicyConflictError when another version is live
 */
export async function saveDraft(
  deps: PolicyDeps,
  untrusted: unknown,
  change: PolicyChange,
): Promise<PolicyDraft> {
  await expectedPolicy(deps, change);
  const { document } = deps.preparePolicy('draft', untrusted);
  return await deps.policies.saveDraft({ document, base: change.expected, author: change.by });
}

/**
 * Records that somebody agrees to the draft, for every role of the policy in force that they stand for.
 *
 * @param deps - where policies are kept
 * @param by - owner id
 * @param revision - of the draft they read
 * @throws PolicyNotAllowedError where they stand for no role, or the draft is another one by now
 */
export async function approve(
  deps: PolicyDeps,
  by: string,
  revision: number,
): Promise<PolicyDraft> {
  const live = await deps.policies.live();
  if (!live) throw new NoPolicyError();
  const roles = rolesOf(deps.preparePolicy(live.version, live.document), by);
  if (roles.length === 0) {
    throw new PolicyNotAllowedError(
      `${by} stands for no role of ${live.version}, so there is nothing to approve. Roles are named under "roles" in the policy.`,
    );
  }
  const approved = await deps.policies.approve(
    revision,
    roles.map((role) => ({ role, by })),
  );
  if (approved) return approved;
  throw new PolicyNotAllowedError(
    'The draft was changed since, or there is none. Read it again with "baton policy draft", then approve it.',
  );
}
