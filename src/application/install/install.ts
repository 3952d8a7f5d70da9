import type { Directory } from '../directory.ts';
import type { LivePolicy } from '../live-policy.ts';
import type { CrmSchema } from '../ports/crm.ts';
import type { PolicyStore } from '../ports/policy-store.ts';
import type { Instant } from '../../domain/instant.ts';
import { ADMIN } from '../policy/policy-change.ts';
import { draftPolicy } from './draft-policy.ts';
import { installProperties, type InstalledProperty } from './install-properties.ts';
import { policyOptions } from './policy-options.ts';

/** What install did. */
export interface InstallReport {
  readonly properties: readonly InstalledProperty[];
  readonly policy: { readonly version: string; readonly state: 'published' | 'present' };
  readonly mode: 'live' | 'observe';
}

/** What install needs. */
export interface InstallDeps {
  readonly schema: CrmSchema;
  readonly policies: PolicyStore;
  readonly directory: () => Promise<Directory>;
  readonly preparePolicy: (version: string, document: unknown) => LivePolicy;
  /** Changes the draft before it is published for the first time; the local start fills in its demo territories. */
  readonly adjust?: (draft: ReturnType<typeof draftPolicy>, directory: Directory) => unknown;
}

/**
 * Makes a portal ready: group, properties, task key, and a first policy drawn from its people, in observe mode. It can
 * be run as often as wanted. Nothing that a rep sees changes until `go-live` (design §2.8).
 *
 * @param deps - what install needs
 * @param now - leads that become an MQL from now on are observed
 */
export async function install(deps: InstallDeps, now: Instant): Promise<InstallReport> {
  const standing = await deps.policies.live();
  const directory = await deps.directory();
  const draft = draftPolicy(directory, now);
  const document = standing?.document ?? deps.adjust?.(draft, directory) ?? draft;
  const prepared = deps.preparePolicy(standing?.version ?? 'draft', document);
  const properties = await installProperties(deps.schema, policyOptions(prepared.policy));
  const version = standing
    ? standing.version
    : (await deps.policies.publish(document, null, { author: ADMIN, note: 'First policy' }))
        .version;
  return {
    properties,
    policy: { version, state: standing ? 'present' : 'published' },
    mode: prepared.policy.mode,
  };
}
