import type { CrmAccountDetails } from './ports/crm.ts';

/**
 * The contact's page in HubSpot, in the form HubSpot documents for record links. A stand-in on this machine is
 * reached without TLS.
 *
 * @example contactLink({ portalId: '42', uiDomain: 'app.hubspot.com' }, '101') // 'https://app.hubspot.com/contacts/42/record/0-1/101'
 */
export function contactLink(
  account: Pick<CrmAccountDetails, 'portalId' | 'uiDomain'>,
  contactId: string,
): string {
  const local = /^(localhost|127\.\d+\.\d+\.\d+)(:\d+)?$/.test(account.uiDomain);
  return `${local ? 'http' : 'https'}://${account.uiDomain}/contacts/${account.portalId}/record/0-1/${contactId}`;
}
