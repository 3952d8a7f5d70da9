import type { Instant } from '../../instant.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Verdict } from '../../qualification/verdict.ts';
import { dueForRep } from '../../routing/due-for-rep.ts';
import type { RoutingContext } from '../../routing/routing.ts';
import type { SlaTarget } from '../../sla/sla-target.ts';
import type { HandoffStatus } from '../handoff-status.ts';
import type { WaitingStatus } from '../progress.ts';

/** Design §5: a hold is looked at within one business day. */
const HELD: SlaTarget = { businessDays: 1 };

/**
 * Until when the role that has a lead must have acted (design §5): one business day for a hold, the review of D4 for
 * nurture, `dueMinutes` of the fallback for a lead that nobody could take; in the hours of whoever plays the role.
 */
export function waitingDue(
  status: WaitingStatus,
  about: { readonly verdict: Verdict; readonly pool: string | null },
  policy: Policy,
  people: RoutingContext,
): Instant {
  const holder = holderOf(status, policy);
  const rep = people.reps.get(holder ?? '') ?? null;
  const target =
    status === 'held_no_owner'
      ? { minutes: policy.routing.fallback?.dueMinutes ?? HELD_MINUTES }
      : status === 'nurture'
        ? (about.verdict.sla ?? HELD)
        : HELD;
  return dueForRep(target, rep, about.pool, people).dueAt;
}

/** Design §5: `held_no_owner` is due after 60 working minutes. */
const HELD_MINUTES = 60;

/** Who has to act in a state that no rep has (design §5); null where the policy names nobody, or nobody has to. */
export function holderOf(status: HandoffStatus, { roles, routing }: Policy): string | null {
  switch (status) {
    case 'held_needs_data':
    case 'nurture':
    case 'rejected':
    case 'recycled':
      return roles.marketing;
    case 'held_for_review':
      return roles.sales;
    case 'held_no_owner':
      return routing.fallback?.processOwner ?? roles.revops;
    case 'awaiting_decision':
    case 'diverted':
    case 'accepted':
    case 'disqualified':
    case 'closed':
      return null;
  }
}
