import { UNAVAILABLE_WORDS, type Unavailable } from './availability.ts';
import { RELATION } from './known-owner.ts';
import type { CandidateTrace, LeadToRoute, Rep, RoutingContext } from './routing.ts';

/** How somebody has to do with an account, in the order in which they are asked; role sales is the last resort. */
export type AccountOwnerVia = 'contact_owner' | 'account_owner' | 'deal_owner' | 'sales_role';

/** Who may know an account; owner ids are null where there is none. */
export interface AccountPeople extends Pick<
  LeadToRoute,
  'contactOwner' | 'companyOwner' | 'dealOwner' | 'exclude'
> {
  /** Who answers for sales where nobody has the account. */
  readonly sales: string | null;
}

/**
 * Whoever has the account that a lead belongs to (R73, P1.7): the owner of the contact, of its company, of its open deal,
 * else role sales. It takes no pool, no turn and no capacity, and somebody out of office still has their customers.
 */
export function findAccountOwner(
  people: AccountPeople,
  { reps }: Pick<RoutingContext, 'reps'>,
): {
  readonly owner: { readonly rep: Rep; readonly via: AccountOwnerVia } | null;
  readonly trace: readonly CandidateTrace[];
} {
  const trace: CandidateTrace[] = [];
  for (const [via, ownerId] of inOrder(people)) {
    const rep = reps.get(ownerId);
    const obstacle = obstacleTo(rep, people.exclude ?? []);
    const relation = via === 'sales_role' ? 'answers for sales' : RELATION[via];
    trace.push({
      ownerId,
      pool: null,
      eligible: obstacle === null,
      why: obstacle === null ? relation : `${relation}, but ${UNAVAILABLE_WORDS[obstacle]}`,
      shortfall: null,
      turn: obstacle === null,
    });
    if (rep && obstacle === null) return { owner: { rep, via }, trace };
  }
  return { owner: null, trace };
}

function inOrder({
  contactOwner,
  companyOwner,
  dealOwner,
  sales,
}: AccountPeople): readonly (readonly [AccountOwnerVia, string])[] {
  const candidates: readonly (readonly [AccountOwnerVia, string | null])[] = [
    ['contact_owner', contactOwner],
    ['account_owner', companyOwner],
    ['deal_owner', dealOwner],
    ['sales_role', sales],
  ];
  return candidates.flatMap(([via, ownerId]) => (ownerId ? [[via, ownerId] as const] : []));
}

function obstacleTo(rep: Rep | undefined, exclude: readonly string[]): Unavailable | null {
  if (!rep) return 'unknown';
  if (!rep.active) return 'inactive';
  return exclude.includes(rep.ownerId) ? 'excluded' : null;
}
