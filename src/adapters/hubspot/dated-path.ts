/**
 * Rewrites a path of the generated client (`/crm/v3/…`, `/crm/v4/…`) to HubSpot's dated form, because v4 ends in March
 * and v3 in September 2027 (hubspot §8.1).
 *
 * @param path - path without query
 * @param apiVersion - such as `2026-09`
 * @example toDatedPath('/crm/v3/objects/contacts/batch/read', '2026-09') // '/crm/objects/2026-09/contacts/batch/read'
 * @example toDatedPath('/crm/v3/owners/', '2026-09') // '/crm/owners/2026-09'
 */
export function toDatedPath(path: string, apiVersion: string): string {
  return path.replace(/^\/crm\/v[34]\/(\w+)/, `/crm/$1/${apiVersion}`).replace(/\/$/, '');
}

/**
 * The path with ids and property names replaced, so that it can label a metric.
 *
 * @example pathTemplate('/crm/objects/2026-09/contacts/101') // '/crm/objects/2026-09/contacts/{id}'
 * @example pathTemplate('/crm/properties/2026-09/contacts/handoff_tier') // '/crm/properties/2026-09/contacts/{name}'
 */
export function pathTemplate(path: string): string {
  return path
    .replace(/^(\/crm\/properties\/[^/]+\/[^/]+\/)(?!groups|batch)[^/]+$/, '$1{name}')
    .replaceAll(/\/\d+(?=\/|$)/g, '/{id}');
}

/**
 * True for a request that makes something new: sent twice, it could make it twice. Everything else that Baton sends may be
 * repeated.
 */
export function isCreate(method: string, path: string): boolean {
  return method === 'POST' && !/\/(batch\/(read|update|upsert|archive)|search)$/.test(path);
}
