import * as z from 'zod';
import type { CrmAccount } from '../../application/ports/crm.ts';
import { callHubspot, type HubspotCaller } from './call-hubspot.ts';

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
export function createHubspotAccount(caller: HubspotCaller): CrmAccount {
  const path = `/account-info/${ACCOUNT_INFO_VERSION}/details`;
  return {
    details: async () => {
      const { portalId, uiDomain, timeZone } = accountDetails.parse(
        await callHubspot(caller, { method: 'GET', path }),
      );
      return { portalId: String(portalId), uiDomain, timeZone };
    },
  };
}
