import { toIso, type Instant } from '../../domain/instant.ts';
import { expectedPolicy } from './policy-change.ts';
import { NoPolicyError, NoSuchVersionError } from './policy-errors.ts';
import { refuseStrangers } from './publish-gates.ts';
import {
  publishDocument,
  soundDocument,
  type Publication,
  type PublishDeps,
  type Published,
} from './publish-policy.ts';

/**
 * Publishes an earlier version again, as the next one. Its rules come back; whether and since when the portal is live
 * stays as it is. Both teams agreed to it once, so nobody has to agree again.
 *
 * @throws NoSuchVersionError where it was never published
 */
export async function rollback(
  deps: PublishDeps,
  version: string,
  change: Publication,
  now: Instant,
): Promise<Published> {
  const live = await expectedPolicy(deps, change);
  if (!live) throw new NoPolicyError();
  refuseStrangers(live, change.by);
  const earlier = await deps.policies.version(version);
  if (earlier === undefined) {
    throw new NoSuchVersionError(
      `There is no policy version "${version}". "baton policy history" lists those there are.`,
    );
  }
  const rules = soundDocument(deps, earlier, now);
  const { mode, goLiveAt } = live.policy;
  return await publishDocument(
    deps,
    live,
    { ...rules, mode, goLiveAt: goLiveAt === null ? undefined : toIso(goLiveAt) },
    { ...change, note: change.note ?? `Back to ${version}` },
  );
}
