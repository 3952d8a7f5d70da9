import {
  compilePolicy,
  type CompiledPolicy,
} from '../domain/qualification/compile/compile-policy.ts';
import { parsePolicy } from '../domain/policy/parse-policy.ts';
import { policyProperties } from '../domain/policy/policy-properties.ts';
import { normalisePolicy } from '../domain/policy/normalise-policy.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { PolicyDocument } from '../domain/policy/policy-document.ts';
import { enteredProperty } from '../domain/handoff/entry.ts';
import { AppError } from './ports/app-error.ts';
import type { PolicyStore } from './ports/decision-store.ts';
import type { EmailDomains } from './ports/email-domains.ts';

/** The published policy, ready to decide with. */
export interface LivePolicy {
  readonly version: string;
  /** What was published, as its author wrote it: what is shown, compared and published again. */
  readonly document: PolicyDocument;
  /** What the document says with every default written out: what decides. */
  readonly policy: Policy;
  readonly compiled: CompiledPolicy;
  /** What to read for a decision, property names mostly, without duplicates. */
  readonly reads: {
    readonly contact: readonly string[];
    readonly company: readonly string[];
    readonly deal: readonly string[];
    /** Ids of HubSpot lists, which people know as segments. */
    readonly segments: readonly string[];
  };
}

/** No policy is published, or the published one no longer parses. */
export class PolicyUnavailableError extends AppError {
  readonly code = 'policy-unavailable';
}

/** What a handoff reads of a contact whatever the policy says. */
const ALWAYS_READ = [
  'firstname',
  'lastname',
  'email',
  'phone',
  'jobtitle',
  'company',
  'message',
  'lifecyclestage',
  'hubspot_owner_id',
  'associatedcompanyid',
  'num_associated_deals',
  'handoff_id',
  'handoff_attempt',
  'handoff_status',
  'handoff_owner',
  'handoff_reason_code',
  'handoff_decision_note',
  'handoff_decided_at',
  'handoff_sla_due_at',
  'handoff_next_action',
  'handoff_next_action_due_at',
  'handoff_fit_override',
  'handoff_fit_override_reason',
  'handoff_record',
];

/**
 * Gives the live policy, compiled once per version. The store is asked each time, which costs one local query, so a
 * policy published by another worker counts from the next batch on.
 */
export function createLivePolicy(deps: {
  readonly policies: PolicyStore;
  readonly emailDomains: EmailDomains;
}): () => Promise<LivePolicy> {
  let current: LivePolicy | null = null;
  return async function livePolicy() {
    const live = await deps.policies.live();
    if (!live) {
      throw new PolicyUnavailableError('No policy is published. Run "baton install" first.');
    }
    if (current?.version !== live.version) {
      current = preparePolicy(live.version, live.document, deps.emailDomains);
    }
    return current;
  };
}

/**
 * Checks and compiles a policy document.
 *
 * @throws {PolicyUnavailableError} listing every fault with its path and remedy
 */
export function preparePolicy(
  version: string,
  document: unknown,
  emailDomains: EmailDomains,
): LivePolicy {
  const parsed = parsePolicy(document);
  if (!parsed.ok) {
    const faults = parsed.reason.map(
      ({ path, message, remedy }) => `- ${path}: ${message} ${remedy}`,
    );
    throw new PolicyUnavailableError([`Policy ${version} cannot be used:`, ...faults].join('\n'));
  }
  const policy = normalisePolicy(parsed.value);
  const reads = policyProperties(policy);
  return {
    version,
    document: parsed.value,
    policy,
    compiled: compilePolicy(policy, { emailDomains }),
    reads: {
      contact: [
        ...new Set([
          ...ALWAYS_READ,
          ...reads.contact,
          ...policy.trigger.stages.map(enteredProperty),
        ]),
      ],
      company: [...new Set(['name', 'hubspot_owner_id', ...reads.company])],
      deal: [...new Set(['dealstage', 'hs_is_closed', 'hubspot_owner_id', ...reads.deal])],
      segments: reads.segmentIds,
    },
  };
}
