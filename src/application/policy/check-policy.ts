import type { Instant } from '../../domain/instant.ts';
import { parsePolicy, type PolicyFault } from '../../domain/policy/parse-policy.ts';
import { runExamples, type ExampleResult } from '../../domain/qualification/run-examples.ts';
import type { PolicyDeps } from './policy-change.ts';

/** What is wrong with a document, and how its example leads come out. */
export interface PolicyCheck {
  readonly faults: readonly PolicyFault[];
  /** Empty while there are faults: a faulty policy decides nothing. */
  readonly examples: readonly ExampleResult[];
}

/**
 * Checks a document before anybody publishes it.
 *
 * @param deps - how a policy is prepared
 * @param untrusted - the document
 * @param now - the day of examples that name none of their own
 */
export function checkPolicy(
  deps: Pick<PolicyDeps, 'preparePolicy'>,
  untrusted: unknown,
  now: Instant,
): PolicyCheck {
  const parsed = parsePolicy(untrusted);
  if (!parsed.ok) return { faults: parsed.reason, examples: [] };
  const { compiled, policy } = deps.preparePolicy('checked', parsed.value);
  return { faults: [], examples: runExamples(compiled, policy, now) };
}

/** What keeps a document from being published, in words; empty where nothing does. */
export function obstacles({ faults, examples }: PolicyCheck): readonly string[] {
  return [...faults.map(faultText), ...examples.filter(({ ok }) => !ok).map(({ why }) => why)];
}

/** A fault with its place and its remedy, on one line. */
export function faultText({ path, message, remedy }: PolicyFault): string {
  return `${path === '' ? 'the document' : path}: ${message} ${remedy}`;
}
