import type { LivePolicy } from '../live-policy.ts';
import { bringOptionsUpToDate } from '../install/install-properties.ts';
import { policyOptions } from '../install/policy-options.ts';
import { AppError } from '../ports/app-error.ts';
import type { CrmSchema } from '../ports/crm.ts';
import type { PolicyStore } from '../ports/decision-store.ts';
import { toIso, type Instant } from '../../domain/instant.ts';

/** There is no policy to change yet. */
export class NoPolicyError extends AppError {
  readonly code = 'no-policy';
}

/** What publishing needs. */
export interface PublishDeps {
  readonly policies: PolicyStore;
  /** Throws with every fault when the document is not a policy. */
  readonly preparePolicy: (version: string, document: unknown) => LivePolicy;
}

/**
 * Starts handing leads off for real. Only contacts that enter a trigger stage from now on are in scope; older ones
 * wait for `baton backlog` (design §5). When it is live already, nothing changes.
 */
export async function goLive(
  deps: PublishDeps,
  now: Instant,
): Promise<{ readonly version: string; readonly goLiveAt: string; readonly changed: boolean }> {
  const live = await deps.policies.live();
  if (!live) throw new NoPolicyError('There is no policy yet. Run "baton install" first.');
  const { document, policy } = deps.preparePolicy(live.version, live.document);
  if (policy.mode === 'live' && policy.goLiveAt !== null) {
    return { version: live.version, goLiveAt: toIso(policy.goLiveAt), changed: false };
  }
  const goLiveAt = toIso(now);
  const { version } = await deps.policies.publish(
    { ...document, mode: 'live', goLiveAt },
    live.version,
  );
  return { version, goLiveAt, changed: true };
}

/**
 * Publishes a policy document as the next version. The option lists in HubSpot take its rules, reasons and plays first,
 * so that the first lead it decides can be written.
 *
 * @param deps - where policies and properties are kept
 * @param untrusted - the document
 * @param expected - the version the author started from; publishing on top of a newer one is refused
 */
export async function publishPolicy(
  deps: PublishDeps & { readonly schema: CrmSchema },
  untrusted: unknown,
  expected: string | null,
): Promise<{ readonly version: string }> {
  const { document, policy } = deps.preparePolicy('new', untrusted);
  await bringOptionsUpToDate(deps.schema, policyOptions(policy));
  return await deps.policies.publish(document, expected);
}
