import { findObjectType } from '../store/object-types.ts';
import { CrmRefusal } from './crm-refusal.ts';

/** The scopes an app was granted; null grants everything. */
export type GrantedScopes = ReadonlySet<string> | null;

const SCOPES_PAGE = 'https://developers.hubspot.com/scopes';

/**
 * Refuses a call whose scope is missing, as HubSpot does: 403 `MISSING_SCOPES` for records and owners (no rate-limit
 * headers), and a shorter 403 for property definitions, which carries them (both recorded).
 *
 * @param granted - the app's scopes
 * @param method - HTTP method
 * @param route - path without `/crm` and version, e.g. `/objects/contacts/batch/read`
 */
export function requireScopes(granted: GrantedScopes, method: string, route: string): void {
  if (granted === null) return;
  const needed = neededScope(method, route);
  if (needed === undefined || granted.has(needed)) return;
  if (route.startsWith('/properties/')) throw notVisible(route);
  throw new CrmRefusal(
    403,
    `This app hasn't been granted all required scopes to make this call. Read more about required scopes here: ${SCOPES_PAGE}.`,
    {
      category: 'MISSING_SCOPES',
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredScopes: [], requiredGranularScopes: [needed] },
        },
      ],
      links: { scopes: SCOPES_PAGE },
    },
  );
}

function notVisible(route: string): CrmRefusal {
  const type = findObjectType(route.split('/')[2] ?? '');
  const name = type?.singular.toUpperCase() ?? 'OBJECT';
  return new CrmRefusal(
    403,
    `You do not have permissions to view object type ObjectTypeId{legacyObjectType=${name}} (requires one of [${type?.name ?? 'object'}-read])`,
  );
}

function neededScope(method: string, route: string): string | undefined {
  const [, family, first = '', ...rest] = route.split('/');
  const isRead = method === 'GET' || rest.includes('search') || route.endsWith('/batch/read');
  const access = isRead ? 'read' : 'write';
  if (family === 'owners') return 'crm.objects.owners.read';
  if (family === 'event-occurrences') return 'business-intelligence';
  if (family === 'lists') return `crm.lists.${access}`;
  if (family === 'objects') return `crm.objects.${scopeObject(first)}.${access}`;
  if (family === 'properties') return `crm.schemas.${scopeObject(first)}.${access}`;
  if (family === 'associations')
    return `crm.objects.${scopeObject(first)}.${rest[2] === 'read' ? 'read' : 'write'}`;
  return undefined;
}

/** Activities go by the scopes of contacts (hubspot §2.3). */
function scopeObject(alias: string): string {
  const name = findObjectType(alias)?.name ?? alias;
  return ['companies', 'deals', 'users'].includes(name) ? name : 'contacts';
}
