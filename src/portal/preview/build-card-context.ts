import type { PortalStore } from '../store/portal-store.ts';
import type { Owner } from '../store/owner-table.ts';
import type { CardContext, CardListing } from './card-protocol.ts';

/** HubSpot's object type id of contacts. */
const CONTACT = '0-1';

/**
 * What a card is told about who looks at what (HubSpot docs, "UI extensions SDK": context). The card sees the user
 * behind the owner, whose id is another one. Without a contact it stands on one of the app's own pages.
 */
export function buildCardContext(
  store: PortalStore,
  parts: {
    readonly card: CardListing;
    readonly owner: Owner;
    readonly contactId?: string;
    readonly appId: number;
    readonly timeZone: string;
    readonly variables: CardContext['variables'];
  },
): CardContext {
  const { card, owner, contactId } = parts;
  return {
    location: card.location,
    user: {
      id: owner.userId,
      email: owner.email,
      emails: [owner.email],
      firstName: owner.firstName,
      lastName: owner.lastName,
      roles: [],
      teams: owner.teams.map((team) => ({
        id: Number(team.id),
        name: team.name,
        teammates: teammates(store, team.id),
      })),
      permissions: [],
      locale: 'en-us',
      language: 'en',
    },
    portal: { id: store.portalId, timezone: parts.timeZone },
    ...(contactId !== undefined && {
      crm: { objectId: Number(contactId), objectTypeId: CONTACT },
    }),
    extension: { appId: parts.appId, appName: 'Baton', cardTitle: card.title },
    variables: parts.variables,
  };
}

function teammates(store: PortalStore, teamId: string): readonly number[] {
  return store.owners
    .all()
    .filter((owner) => !owner.archived && owner.teams.some((team) => team.id === teamId))
    .map((owner) => owner.userId);
}
