import { z } from 'zod';
import type { CrmAccount } from '../../application/ports/crm.ts';
import type { Answer, OutgoingRequest } from './transport.ts';

/** The newest version that HubSpot documents for this API; it moves apart from the CRM's. */
const ACCOUNT_INFO_VERSION = '2026-03';

/** The part of the account details that Baton uses (HubSpot docs, "Account information API"). */
const accountDetails = z.object({
  portalId: z.number(),
  uiDomain: z.string(),
  timeZone: z.string(),
});

/**
 * Reads the account's own details, with the scope `oauth`, which every app has. The generated client has no module for it, so the
 * request is made here and sent over the shared transport.
 */
export function createHubspotAccount(deps: {
  readonly apiUrl: string;
  readonly accessToken: string;
  readonly send: (request: OutgoingRequest) => Promise<Answer>;
}): CrmAccount {
  return {
    details: async () => {
      const { body } = await deps.send({
        getUrl: () => `${deps.apiUrl}/account-info/${ACCOUNT_INFO_VERSION}/details`,
        getHttpMethod: () => 'GET',
        getHeaders: () => ({ authorization: `Bearer ${deps.accessToken}` }),
        getBody: () => undefined,
      });
      const { portalId, uiDomain, timeZone } = accountDetails.parse(JSON.parse(body));
      return { portalId: String(portalId), uiDomain, timeZone };
    },
  };
}
