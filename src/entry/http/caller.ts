/** Who clicked, as HubSpot vouches for it in the query that it signed; null where it names nobody (hubspot §4.3). */
export interface Caller {
  readonly userId: string | null;
  readonly userEmail: string | null;
  readonly portalId: string | null;
}
