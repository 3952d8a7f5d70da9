import { toIso, type Instant } from '../../domain/instant.ts';
import { expectedPolicy, type PolicyChange, type PolicyDeps } from './policy-change.ts';
import { NoPolicyError, PolicyNotPublishableError } from './policy-errors.ts';
import { refuseStrangers } from './publish-gates.ts';

/**
 * Starts handing leads off for real. Only contacts that enter a trigger stage from now on are in scope; older ones
 * wait for `baton backlog` (design §5). When it is live already, nothing changes. The rules stay as they were agreed,
 * so nobody has to agree again.
 *
 * @throws PolicyNotPublishableError where the policy has no pool
 */
export async function goLive(
  deps: PolicyDeps,
  change: PolicyChange,
  now: Instant,
): Promise<{ readonly version: string; readonly goLiveAt: string; readonly changed: boolean }> {
  const live = await expectedPolicy(deps, change);
  if (!live) throw new NoPolicyError();
  refuseStrangers(live, change.by);
  const { version, document, policy } = live;
  if (policy.mode === 'live' && policy.goLiveAt !== null) {
    return { version, goLiveAt: toIso(policy.goLiveAt), changed: false };
  }
  if (Object.keys(policy.routing.pools).length === 0) {
    throw new PolicyNotPublishableError(
      `${version} has no pool, so nobody would get a lead. Add routing.pools with members and publish that first.`,
    );
  }
  const goLiveAt = toIso(now);
  const published = await deps.policies.publish(
    { ...document, mode: 'live', goLiveAt },
    change.expected,
    { author: change.by, note: 'Go live' },
  );
  return { version: published.version, goLiveAt, changed: true };
}
