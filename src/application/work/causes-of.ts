import type { WebhookEvent } from '../../contract/webhook-event.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { ContactCause } from '../ports/queue.ts';
import { contactOf } from './contact-of.ts';

/**
 * The contacts that webhook events make Baton look at, in the order of the events. An event of a contact tells of that
 * contact. A changed property of a company tells of every contact that waits there for missing facts (design §5.7), and
 * of nobody where none waits. Anything else says nothing: other objects, the end of a company, and every name that is
 * not HubSpot's, so that nobody outside can speak in our name.
 */
export async function causesOf(
  deps: { readonly ledger: Pick<Ledger, 'heldAt'> },
  events: readonly WebhookEvent[],
): Promise<readonly ContactCause[]> {
  const companies = events.filter(isCompanyChange).map(({ objectId }) => objectId);
  const held = await heldByCompany(deps.ledger, [...new Set(companies)]);
  return events.flatMap((event) =>
    contactsOf(event, held).map((contactId) => ({ contactId, cause: { kind: 'told', event } })),
  );
}

function contactsOf(
  event: WebhookEvent,
  held: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (objectOf(event) === 'contact') return [contactOf(event)];
  return isCompanyChange(event) ? (held.get(event.objectId) ?? []) : [];
}

function isCompanyChange(event: WebhookEvent): boolean {
  return objectOf(event) === 'company' && event.subscriptionType.endsWith('.propertyChange');
}

/** HubSpot's ids of the two objects that we hear of; `object.*` carries one (hubspot §5.2). */
const OBJECT_TYPES: ReadonlyMap<string, 'contact' | 'company'> = new Map([
  ['0-1', 'contact'],
  ['0-2', 'company'],
]);

/**
 * Which object an event is about: `object.*` names it by its type id, the older names begin with it. Without a type id
 * it is taken for a contact: to look at one in vain is harmless, to miss one is not.
 */
function objectOf({ subscriptionType, objectTypeId }: WebhookEvent): 'contact' | 'company' | null {
  const [named] = subscriptionType.split('.');
  if (named === 'contact' || named === 'company') return named;
  return named === 'object' ? (OBJECT_TYPES.get(objectTypeId ?? '0-1') ?? null) : null;
}

/** Asks once for all, since nearly always nobody waits; and who waits at which only where several changed. */
async function heldByCompany(
  ledger: Pick<Ledger, 'heldAt'>,
  companyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const [first, ...others] = companyIds;
  if (first === undefined) return new Map();
  const anywhere = await ledger.heldAt(companyIds);
  if (anywhere.length === 0) return new Map();
  if (others.length === 0) return new Map([[first, anywhere]]);
  return new Map(
    await Promise.all(companyIds.map(async (id) => [id, await ledger.heldAt([id])] as const)),
  );
}
