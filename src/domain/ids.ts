/** An id of one kind; text of another kind does not fit where it is asked for. */
type Id<Kind extends string> = string & { readonly __kind: Kind };

/** A contact's record id in HubSpot. */
export type ContactId = Id<'contact'>;
/** A HubSpot owner's id: whom a record can belong to. */
export type OwnerId = Id<'owner'>;
/** One attempt to hand one contact to sales: `<contactId>-<attempt>` (design §4). */
export type HandoffId = Id<'handoff'>;
/** A pool's key in the policy. */
export type PoolId = Id<'pool'>;

/** Marks text that HubSpot gave as a contact's id. */
export const contactId = (raw: string): ContactId => raw as ContactId;
/** Marks text that HubSpot or the policy gave as an owner's id. */
export const ownerId = (raw: string): OwnerId => raw as OwnerId;
/** Marks a key of the policy's pools. */
export const poolId = (raw: string): PoolId => raw as PoolId;

/** The id of a contact's n-th attempt, from 1; one that is only observed never has the id of one that counts. */
export function handoffId(
  contact: string,
  attempt: number,
  mode: 'live' | 'observe' = 'live',
): HandoffId {
  return `${contact}-${mode === 'live' ? '' : 'observed-'}${attempt}` as HandoffId;
}
