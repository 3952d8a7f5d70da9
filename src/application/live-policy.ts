import {
  compilePolicy,
  type CompiledPolicy,
} from '../domain/qualification/compile/compile-policy.ts';
import { parsePolicy } from '../domain/policy/parse-policy.ts';
import { policyProperties } from '../domain/policy/policy-properties.ts';
import { normalisePolicy } from '../domain/policy/normalise-policy.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { PolicyDocument } from '../domain/policy/policy-document.ts';
import { HANDOFF_PROPERTIES } from '../domain/handoff/record/handoff-properties.ts';
import { HANDOFF } from '../domain/property-names.ts';
import { enteredProperty } from '../domain/handoff/entry.ts';
import { AppError } from './ports/app-error.ts';
import type { PolicyStore } from './ports/policy-store.ts';
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
    /** Of a contact, what a verdict may look at. */
    readonly facts: readonly string[];
    /** Of a contact, the facts and all that a handoff shows on it. */
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

/** What a verdict and its words read of a contact whatever the policy says. */
const ALWAYS_FACTS = [
  'firstname',
  'lastname',
  'email',
  'phone',
  'jobtitle',
  'company',
  'message',
  'hubspot_owner_id',
  'associatedcompanyid',
  'num_associated_deals',
  HANDOFF.fitOverride,
  HANDOFF.fitOverrideReason,
] as const;

/** HubSpot's own date of the last meeting that was booked with the contact. */
export const LAST_MEETING_BOOKED = 'engagements_last_meeting_booked';

/** What a handoff reads besides its own properties: HubSpot's, that it moves or follows. */
const ALWAYS_READ = ['lifecyclestage', 'hs_lead_status', LAST_MEETING_BOOKED] as const;

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
  const facts = [...new Set([...ALWAYS_FACTS, ...reads.contact])];
  return {
    version,
    document: parsed.value,
    policy,
    compiled: compilePolicy(policy, { emailDomains }),
    reads: {
      facts,
      contact: [
        ...new Set([
          ...facts,
          ...ALWAYS_READ,
          ...HANDOFF_PROPERTIES.map(({ name }) => name),
          ...policy.trigger.stages.map(enteredProperty),
        ]),
      ],
      company: [...new Set(['name', 'hubspot_owner_id', 'hs_num_open_deals', ...reads.company])],
      deal: [...new Set(['dealstage', 'hs_is_closed', 'hubspot_owner_id', ...reads.deal])],
      segments: reads.segmentIds,
    },
  };
}
