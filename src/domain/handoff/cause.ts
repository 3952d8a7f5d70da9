/**
 * Why a contact is looked at: HubSpot told of something, an instant came at which something had to happen, somebody asked
 * (an admin for old MQLs, a sweep, a dead letter tried again), or a rep has room again for a lead that waits.
 */
export type Cause = 'told' | 'due' | 'backlog' | 'sweep' | 'redrive' | 'freed';
