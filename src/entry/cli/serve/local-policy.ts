import type { Directory } from '../../../application/directory.ts';
import { EVERYONE, poolId } from '../../../application/install/draft-policy.ts';
import type { PolicyDocument } from '../../../domain/policy/policy-document.ts';
import { TEAMS } from '../../../portal/index.ts';

/**
 * The policy of the local portal: the draft that any portal gets, with the territories of the made-up company's teams
 * and a person for each role, so that a demonstration shows all of it.
 */
export function localPolicy(draft: PolicyDocument, { owners }: Directory): PolicyDocument {
  const people = owners.filter(({ active }) => active).map(({ ownerId }) => ownerId);
  const [revops = '', marketing = revops, sales = revops, leadership = revops] = people;
  return {
    ...draft,
    roles: { revops, marketing, sales, leadership },
    routing: {
      ...draft.routing,
      rules: TEAMS.map(({ name, countries }) => ({
        id: poolId(name),
        label: `territory of ${name}`,
        when: {
          any: [servedBy('company.country', countries), servedBy('contact.country', countries)],
        },
        pool: poolId(name),
      })),
      fallback: { pool: EVERYONE, processOwner: revops, dueMinutes: 60 },
    },
  };
}

function servedBy(field: 'company.country' | 'contact.country', countries: readonly string[]) {
  return { field, op: 'in' as const, value: [...countries] };
}
