import type { CrmOwner, CrmPeople } from '../../application/ports/crm.ts';
import type { Log } from '../../application/ports/log.ts';
import type { HubspotApis } from './hubspot-apis.ts';
import { HubspotForbiddenError } from './hubspot-errors.ts';

/** Owners and users that HubSpot gives per page. */
const OWNERS_PER_PAGE = 500;
const USERS_PER_PAGE = 100;

const USER_PROPERTIES = [
  'hs_internal_user_id',
  'hs_standard_time_zone',
  'hs_working_hours',
  'hs_out_of_office_hours',
];

type WireOwner = Awaited<ReturnType<HubspotApis['owners']['getPage']>>['results'][number];
type UserProperties = Readonly<Record<string, string | null>>;

/**
 * Owners, active and archived, with the working time of their users.
 *
 * Without the users scope owners come without hours and the pool's calendar applies; that is logged with its remedy, once per
 * call.
 */
export function createHubspotPeople(deps: {
  readonly apis: HubspotApis;
  readonly log: Log;
}): CrmPeople {
  return {
    owners: async () => {
      const [archived, active, users] = await Promise.all([
        readOwners(deps.apis, true),
        readOwners(deps.apis, false),
        readUsers(deps),
      ]);
      // Should an owner be in both lists, the active one is right.
      const byId = new Map([...archived, ...active].map((wire) => [wire.id, wire]));
      return [...byId.values()].map((wire) => toOwner(wire, users));
    },
  };
}

async function readOwners(apis: HubspotApis, archived: boolean): Promise<readonly WireOwner[]> {
  const owners: WireOwner[] = [];
  let after: string | undefined;
  do {
    const page = await apis.owners.getPage(undefined, after, OWNERS_PER_PAGE, archived);
    owners.push(...page.results);
    after = page.paging?.next?.after;
  } while (after !== undefined);
  return owners;
}

async function readUsers(deps: {
  readonly apis: HubspotApis;
  readonly log: Log;
}): Promise<ReadonlyMap<string, UserProperties>> {
  const users = new Map<string, UserProperties>();
  try {
    let after: string | undefined;
    do {
      const page = await deps.apis.basic.getPage('users', USERS_PER_PAGE, after, USER_PROPERTIES);
      for (const { properties } of page.results) {
        const userId = properties['hs_internal_user_id'];
        if (userId) users.set(userId, properties);
      }
      after = page.paging?.next?.after;
    } while (after !== undefined);
  } catch (error) {
    if (!(error instanceof HubspotForbiddenError)) throw error;
    deps.log.warn(
      { code: error.code, scopes: error.scopes },
      "Owners' working hours cannot be read, so the pool's calendar applies to everybody; add crm.objects.users.read to the app's scopes, deploy and install it again",
    );
  }
  return users;
}

function toOwner(wire: WireOwner, users: ReadonlyMap<string, UserProperties>): CrmOwner {
  // An archived owner keeps its user id only in the second field.
  const rawUserId = wire.userId ?? wire.userIdIncludingInactive ?? null;
  const userId = rawUserId === null ? null : String(rawUserId);
  const user = userId === null ? undefined : users.get(userId);
  const names = [
    [wire.firstName, wire.lastName].filter(Boolean).join(' '),
    wire.email ?? '',
    `Owner ${wire.id}`,
  ];
  return {
    ownerId: wire.id,
    userId,
    name: names.find((name) => name !== '') ?? wire.id,
    email: wire.email ?? null,
    active: !wire.archived,
    teams: (wire.teams ?? []).map(({ id, name, primary }) => ({ id, name, primary })),
    timeZone: user?.['hs_standard_time_zone'] ?? null,
    workingHours: user?.['hs_working_hours'] ?? null,
    outOfOffice: user?.['hs_out_of_office_hours'] ?? null,
  };
}
