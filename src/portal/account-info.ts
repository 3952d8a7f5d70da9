import { Router } from 'express';

/** What the portal says about itself. */
export interface AccountInfo {
  readonly portalId: number;
  readonly token: string;
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * `GET /account-info/<version>/details`, as HubSpot documents it. The UI domain is this portal's own address, so that
 * links in tasks lead to its pages.
 */
export function accountInfoRouter(account: AccountInfo): Router {
  const router = Router();
  router.get('/account-info/:version/details', (request, response) => {
    if (request.get('authorization') !== `Bearer ${account.token}`) {
      response.status(401).json({
        status: 'error',
        message: 'Authentication credentials not found.',
        category: 'INVALID_AUTHENTICATION',
      });
      return;
    }
    response.json({
      portalId: account.portalId,
      accountType: 'STANDARD',
      timeZone: account.timeZone,
      companyCurrency: 'EUR',
      additionalCurrencies: [],
      utcOffset: '+00:00',
      utcOffsetMilliseconds: 0,
      uiDomain: request.get('host'),
      dataHostingLocation: 'eu1',
    });
  });
  return router;
}
