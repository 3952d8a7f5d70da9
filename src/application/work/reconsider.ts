import type { ContactPlan } from '../../domain/handoff/plan-contact.ts';
import { HOUR, parseInstant, type Instant } from '../../domain/instant.ts';
import type { LeadFacts } from '../../domain/condition/lead-facts.ts';
import { qualify } from '../../domain/qualification/qualify.ts';
import type { LivePolicy } from '../live-policy.ts';
import type { CrmRecord } from '../ports/crm.ts';

/**
 * Whether a lead that sales does not have comes back (R186): it showed a signal of the policy's strength after the
 * last decision, and either enough time has passed or it is a Tier 1 lead now (D30).
 *
 * @returns the plan of a new attempt, or null when nothing changes
 */
export function reconsider(
  contact: CrmRecord,
  plan: Extract<ContactPlan, { kind: 'reconsider' }>,
  facts: LeadFacts,
  { policy, compiled }: LivePolicy,
  now: Instant,
): Extract<ContactPlan, { kind: 'open' }> | null {
  const { reenter } = policy;
  if (!reenter) return null;
  const last = parseInstant(contact.properties['handoff_decided_at'] ?? plan.record.openedAt);
  if (!last.ok) return null;
  const decision = qualify(compiled, facts, now);
  const strong = new Set(
    (policy.intent.rules ?? [])
      .filter(({ strength }) => strength === reenter.strength)
      .map(({ id }) => id),
  );
  const fresh = decision.intent.contributions.find(({ rule, occurredAt }) => {
    const at = parseInstant(occurredAt);
    return strong.has(rule) && at.ok && at.value > last.value;
  });
  if (!fresh || decision.status !== 'awaiting_decision') return null;
  const apart = reenter.minHours * HOUR;
  if (now - last.value < apart && decision.tier !== 'tier_1') return null;
  return {
    kind: 'open',
    entry: plan.entry,
    attempt: plan.attempt,
    trigger: `came back: ${fresh.label}`,
    previous: plan.record,
  };
}
