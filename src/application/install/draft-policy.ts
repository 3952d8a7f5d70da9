import { defaultPolicy } from '../../domain/policy/default/default-policy.ts';
import { toIso, type Instant } from '../../domain/instant.ts';
import type { PolicyDocument } from '../../domain/policy/policy-document.ts';
import type { Directory } from '../directory.ts';

/** Pool that everybody who may own leads belongs to. */
export const EVERYONE = 'everyone';
/** Calendar of last resort: Monday to Friday, 09:00 to 17:00 in the account's zone (D28). */
export const OFFICE_HOURS = 'office';

const OFFICE_DAY: [string, string][] = [['09:00', '17:00']];

/**
 * The first policy of a portal: the default rules, and pools drawn from the portal's own teams. It starts in observe
 * mode, for leads that come from now on. Roles stay unnamed, because only the admin knows them; `doctor` asks for them.
 */
export function draftPolicy(directory: Directory, now: Instant): PolicyDocument {
  const active = directory.owners.filter(({ active }) => active);
  const teams = new Map<string, string[]>();
  for (const owner of active) {
    const team = owner.teams.find(({ primary }) => primary) ?? owner.teams[0];
    if (team) teams.set(team.name, [...(teams.get(team.name) ?? []), owner.ownerId]);
  }
  const teamPools = [...teams].map(
    ([name, ownerIds]) =>
      [poolId(name), { label: name, ...pool(ownerIds), overflow: EVERYONE }] as const,
  );
  return {
    ...defaultPolicy,
    mode: 'observe',
    goLiveAt: toIso(now),
    calendars: {
      ...defaultPolicy.calendars,
      [OFFICE_HOURS]: {
        timeZone: directory.account.timeZone,
        hours: {
          mon: OFFICE_DAY,
          tue: OFFICE_DAY,
          wed: OFFICE_DAY,
          thu: OFFICE_DAY,
          fri: OFFICE_DAY,
        },
      },
    },
    routing: {
      ...defaultPolicy.routing,
      keepContactOwner: true,
      keepAccountOwner: true,
      rules: defaultPolicy.routing?.rules ?? [],
      pools: {
        ...Object.fromEntries(teamPools),
        [EVERYONE]: { label: 'all of sales', ...pool(active.map(({ ownerId }) => ownerId)) },
      },
      fallback: { ...defaultPolicy.routing?.fallback, pool: EVERYONE },
    },
  };
}

/** The id of a team's pool: its name in lower case, words joined by hyphens. */
export function poolId(team: string): string {
  const id = team
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return id || 'team';
}

function pool(ownerIds: readonly string[]) {
  return {
    members: ownerIds.map((ownerId) => ({ ownerId, weight: 1 })),
    calendar: OFFICE_HOURS,
  };
}
