import { toIso, type Instant } from '../../domain/instant.ts';
import { diffPolicies } from '../../domain/policy/diff-policies.ts';
import type { PolicyDocument } from '../../domain/policy/policy-document.ts';
import { bringOptionsUpToDate } from '../install/install-properties.ts';
import { policyOptions } from '../install/policy-options.ts';
import type { LivePolicy } from '../live-policy.ts';
import type { CrmSchema } from '../ports/crm.ts';
import { checkPolicy, obstacles } from './check-policy.ts';
import { expectedPolicy, type PolicyChange, type PolicyDeps } from './policy-change.ts';
import { PolicyNotPublishableError } from './policy-errors.ts';
import {
  refuseLosses,
  refuseStrangers,
  refuseWithoutAgreement,
  type Loss,
} from './publish-gates.ts';

/** What publishing needs beyond the policies themselves. */
export interface PublishDeps extends PolicyDeps {
  readonly schema: CrmSchema;
}

/** A new version, and what it changes in sentences. */
export interface Published {
  readonly version: string;
  /** Null for the first policy. */
  readonly changes: readonly string[] | null;
}

/** How a version is published. */
export interface Publication extends PolicyChange {
  /** Why, for the history; null where the author says nothing. */
  readonly note: string | null;
  /** What the author says shall go although the policy in force has it. */
  readonly without: readonly Loss[];
}

/**
 * Publishes a document as the next version. It has to be sound, place its example leads as agreed, come from somebody
 * who may publish, and be agreed to by the roles that the policy in force asks. Mode and go-live date that the file
 * does not name stay as they are, so that a portal never goes offline by an omission.
 *
 * @param deps - where policies and properties are kept
 * @param untrusted - the document
 * @param change - who publishes, on top of which version, and why
 * @param now - the day of examples that name none of their own
 * @throws PolicyConflictError when another version is live
 * @throws PolicyNotPublishableError with every fault and every flipped example in words
 * @throws PolicyNotAllowedError when others have to publish or to agree
 */
export async function publishPolicy(
  deps: PublishDeps,
  untrusted: unknown,
  change: Publication,
  now: Instant,
): Promise<Published> {
  const live = await expectedPolicy(deps, change, { mayBeBroken: true });
  refuseStrangers(live, change.by);
  const document = soundDocument(deps, untrusted, now);
  const draft = await deps.policies.draft();
  refuseWithoutAgreement(live, document, { by: change.by, draft });
  return await publishDocument(deps, live, keepingMode(live, document), change);
}

/** The document, where nothing keeps it from being published. */
export function soundDocument(deps: PolicyDeps, untrusted: unknown, now: Instant): PolicyDocument {
  const found = obstacles(checkPolicy(deps, untrusted, now));
  if (found.length > 0) {
    throw new PolicyNotPublishableError(
      [
        ...found,
        'The policy was not published. Mend it, or agree on other tiers for its examples.',
      ].join('\n'),
    );
  }
  return deps.preparePolicy('new', untrusted).document;
}

/**
 * Publishes a sound document that everybody concerned agreed to. The option lists in HubSpot take its rules, reasons
 * and plays first, so that the first lead it decides can be written.
 */
export async function publishDocument(
  deps: PublishDeps,
  live: LivePolicy | null,
  document: PolicyDocument,
  { by, expected, note, without }: Publication,
): Promise<Published> {
  const { policy } = deps.preparePolicy('new', document);
  refuseLosses(live, policy, without);
  await bringOptionsUpToDate(deps.schema, policyOptions(policy));
  const { version } = await deps.policies.publish(document, expected, { author: by, note });
  return { version, changes: live && diffPolicies(live.policy, policy) };
}

function keepingMode(live: LivePolicy | null, document: PolicyDocument): PolicyDocument {
  if (live === null) return document;
  const { mode, goLiveAt } = live.policy;
  return {
    ...document,
    mode: document.mode ?? mode,
    ...(document.goLiveAt === undefined && goLiveAt !== null ? { goLiveAt: toIso(goLiveAt) } : {}),
  };
}
