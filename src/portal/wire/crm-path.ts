/** A path of the CRM or events API without its version. */
export interface CrmPath {
  /** E.g. `/objects/contacts/batch/read`: the form the portal's routes are written in. */
  readonly route: string;
  /** The version as it was called, e.g. `2026-09`, `v3`. */
  readonly version: string;
  /** Puts a route's template into the form it was called by. */
  readonly original: (template: string) => string;
}

const DATED = /^\/crm\/(objects|properties|owners|associations|lists)\/(\d{4}-\d{2})(\/.*)?$/;
const NUMBERED = /^\/crm\/(v[34])\/(objects|properties|owners|associations|lists)(\/.*)?$/;
const DATED_EVENTS = /^\/events\/event-occurrences\/(\d{4}-\d{2})\/?$/;
const NUMBERED_EVENTS = /^\/events\/(v3)\/events\/?$/;

/**
 * Reads both generations of HubSpot's paths: `/crm/objects/2026-09/contacts` and `/crm/v3/objects/contacts` lead to one
 * handler. The v3 associations API, which speaks another dialect than v4, is not imitated.
 *
 * @param path - without the query
 */
export function readCrmPath(path: string): CrmPath | undefined {
  const events = DATED_EVENTS.exec(path) ?? NUMBERED_EVENTS.exec(path);
  if (events !== null) {
    const [, version = ''] = events;
    return { route: '/event-occurrences', version, original: () => path.replace(/\/$/, '') };
  }
  const dated = DATED.exec(path);
  if (dated !== null) {
    const [, family = '', version = '', rest = ''] = dated;
    return {
      route: `/${family}${rest}`,
      version,
      original: (template) => template.replace(`/${family}`, `/crm/${family}/${version}`),
    };
  }
  const numbered = NUMBERED.exec(path);
  if (numbered === null) return undefined;
  const [, version = '', family = '', rest = ''] = numbered;
  if (family === 'associations' && version === 'v3') return undefined;
  return {
    route: `/${family}${rest}`,
    version,
    original: (template) => template.replace(`/${family}`, `/crm/${version}/${family}`),
  };
}
