import * as properties from '@hubspot/api-client/lib/codegen/crm/properties/index.js';
import { plain, textLibrary, type HubspotCaller, type PlainApi } from './hubspot-apis.ts';

/** HubSpot's generated client for property definitions. */
export interface PropertyApis {
  readonly properties: PlainApi<properties.CoreApi>;
  readonly batch: PlainApi<properties.BatchApi>;
  readonly groups: PlainApi<properties.GroupsApi>;
}

/** Apart from the others, because only installing and publishing need it: a function is 77 kB lighter without. */
export function createPropertyApis(caller: HubspotCaller): PropertyApis {
  const configuration = properties.createConfiguration({
    baseServer: new properties.ServerConfiguration(caller.apiUrl, {}),
    httpApi: properties.wrapHttpLibrary(textLibrary(caller, properties.ResponseContext)),
    authMethods: { oauth2: { accessToken: caller.accessToken } },
  });
  return {
    properties: plain(new properties.CoreApi(configuration)),
    batch: plain(new properties.BatchApi(configuration)),
    groups: plain(new properties.GroupsApi(configuration)),
  };
}
