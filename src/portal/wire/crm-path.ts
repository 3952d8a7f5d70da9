/** A CRM path without its version. */
export interface CrmPath {
  /** E.g. `/objects/contacts/batch/read`: the form the portal's routes are written in. */
  readonly route: string;
  /** The version as it was called, e.g. `2026-09`, `v3`. */
  readonly version: string;
  /** Puts a route's template into the form it was called by. */
  readonly original: (template: string) => string;
}

const DATED = /^\/(objects|properties|owners|associations|lists)\/(\d{4}-\d{2})(\/.*)?$/;
const NUMBERED = /^\/(v[34])\/(objects|properties|owners|associations|lists)(\/.*)?$/;

/**
 * Reads both generations of HubSpot's paths, below `/crm`: `/objects/2026-09/contacts` and `/v3/objects/contacts`
 * lead to one handler. The v3 associations API, which speaks another dialect than v4, is not imitated.
 */
export function readCrmPath(path: string): CrmPath | undefined {
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
