import { instant, toIso } from '../../domain/instant.ts';
import type { Owner } from '../store/owner-table.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { CrmRefusal } from '../wire/crm-refusal.ts';
import type { CrmRoute } from '../wire/crm-router.ts';

/** Owners: the list (with or without a trailing slash: the router takes both) and one by owner id or user id. */
export function ownerRoutes(store: PortalStore): readonly CrmRoute[] {
  return [
    {
      method: 'get',
      path: '/owners',
      handle: (call) => {
        const archived = call.query.get('archived') === 'true';
        const email = call.query.get('email');
        const limit = Number(call.query.get('limit') ?? 100);
        const after = Number(call.query.get('after') ?? 0);
        const found = store.owners
          .all()
          .filter(
            (owner) =>
              owner.archived === archived &&
              Number(owner.id) >= after &&
              (email === null || owner.email === email.toLowerCase()),
          );
        const next = found[limit];
        return {
          status: 200,
          body: {
            results: found.slice(0, limit).map(presentOwner),
            ...(next === undefined
              ? {}
              : {
                  paging: {
                    next: {
                      after: next.id,
                      link: `${call.origin}${call.path}?limit=${limit}&after=${next.id}`,
                    },
                  },
                }),
          },
        };
      },
    },
    {
      method: 'get',
      path: '/owners/:id',
      handle: (call) => {
        const id = call.params['id'] ?? '';
        const archived = call.query.get('archived') === 'true';
        const owner =
          call.query.get('idProperty') === 'userId'
            ? store.owners.all().find(({ userId }) => String(userId) === id)
            : store.owners.find(id);
        if (owner?.archived !== archived)
          throw new CrmRefusal(404, `Owner with id ${id} does not exist`, {
            category: 'OBJECT_NOT_FOUND',
          });
        return { status: 200, body: presentOwner(owner) };
      },
    },
  ];
}

/** An archived owner has no `userId` (hubspot §8.5); one without a team has no `teams` (recorded). */
function presentOwner(owner: Owner): Readonly<Record<string, unknown>> {
  return {
    id: owner.id,
    email: owner.email,
    type: 'PERSON',
    firstName: owner.firstName,
    lastName: owner.lastName,
    userId: owner.archived ? null : owner.userId,
    userIdIncludingInactive: owner.userId,
    createdAt: toIso(instant(owner.createdAt)),
    updatedAt: toIso(instant(owner.updatedAt)),
    archived: owner.archived,
    ...(owner.teams.length > 0 ? { teams: owner.teams } : {}),
  };
}
