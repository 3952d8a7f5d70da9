import * as associations from '@hubspot/api-client/lib/codegen/crm/associations/v4/index.js';
import * as objects from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import * as owners from '@hubspot/api-client/lib/codegen/crm/owners/index.js';
import type { Answer, OutgoingRequest } from './transport.ts';

/**
 * A generated model without its class: the generated methods take plain objects, and enums are texts on the wire.
 */
type Plain<T> = T extends string
  ? `${T}`
  : T extends Date
    ? T
    : T extends readonly (infer Item)[]
      ? Plain<Item>[]
      : T extends object
        ? { [Key in keyof T]: Plain<T[Key]> }
        : T;

/** A generated API with plain objects in and out. */
export type PlainApi<Api> = {
  readonly [Method in keyof Api]: Api[Method] extends (...args: infer Args) => Promise<infer Given>
    ? (...args: { [Index in keyof Args]: Plain<Args[Index]> }) => Promise<Plain<Given>>
    : never;
};

/** The parts of HubSpot's generated client that Baton uses, each over the same transport. */
export interface HubspotApis {
  readonly batch: PlainApi<objects.BatchApi>;
  readonly basic: PlainApi<objects.BasicApi>;
  readonly search: PlainApi<objects.SearchApi>;
  readonly associations: PlainApi<associations.BatchApi>;
  readonly owners: PlainApi<owners.OwnersApi>;
}

/** How to reach HubSpot over our own transport. */
export interface HubspotCaller {
  readonly apiUrl: string;
  readonly accessToken: string;
  readonly send: (request: OutgoingRequest) => Promise<Answer>;
}

/**
 * Builds the generated APIs by their sub-path modules: `crm/objects` serves every object type, and the whole client would
 * cost a function 4.8 MB (design §11).
 */
export function createHubspotApis(deps: HubspotCaller): HubspotApis {
  const library = textLibrary(deps, objects.ResponseContext);
  const authMethods = { oauth2: { accessToken: deps.accessToken } };
  // Each generated module has classes of its own, so each needs its own wrapping of the one library.
  const forObjects = objects.createConfiguration({
    baseServer: new objects.ServerConfiguration(deps.apiUrl, {}),
    httpApi: objects.wrapHttpLibrary(library),
    authMethods,
  });
  const forAssociations = associations.createConfiguration({
    baseServer: new associations.ServerConfiguration(deps.apiUrl, {}),
    httpApi: associations.wrapHttpLibrary(library),
    authMethods,
  });
  const forOwners = owners.createConfiguration({
    baseServer: new owners.ServerConfiguration(deps.apiUrl, {}),
    httpApi: owners.wrapHttpLibrary(library),
    authMethods,
  });
  return {
    batch: plain(new objects.BatchApi(forObjects)),
    basic: plain(new objects.BasicApi(forObjects)),
    search: plain(new objects.SearchApi(forObjects)),
    associations: plain(new associations.BatchApi(forAssociations)),
    owners: plain(new owners.OwnersApi(forOwners)),
  };
}

/** Our transport as the library that a generated module sends by; each has a class of its own for what comes back. */
export function textLibrary<Context>(
  { send }: HubspotCaller,
  ResponseContext: new (
    status: number,
    headers: Record<string, string>,
    body: { text: () => Promise<string>; binary: () => Promise<Buffer> },
  ) => Context,
): { readonly send: (request: OutgoingRequest) => Promise<Context> } {
  return {
    send: async (request) => {
      const { status, headers, body } = await send(request);
      return new ResponseContext(status, headers, {
        text: () => Promise.resolve(body),
        binary: () => Promise.resolve(Buffer.from(body)),
      });
    },
  };
}

/** The generated classes are called with the same values either way; only their nominal types are set aside. */
export function plain<Api>(api: Api): PlainApi<Api> {
  return api as PlainApi<Api>;
}
