import type { LeadFacts, RelatedRecord } from '../../domain/qualification/lead-facts.ts';
import { readRecord } from '../../domain/handoff/handoff-record.ts';
import type { Crm, CrmRecord } from '../ports/crm.ts';
import type { LivePolicy } from '../live-policy.ts';

/** Contact properties that no policy may look at, because they are what a policy decides. */
const NEVER_FACTS = new Set(['handoff_record', 'lifecyclestage']);

/**
 * Reads what the policy wants to know about each contact: its company, and its deals where HubSpot's own count says
 * that there are any (design §10). Two calls per hundred contacts at most when nobody has a deal: one for companies.
 *
 * @param crm - HubSpot
 * @param policy - says which properties to read
 * @param contacts - read before, with the properties of {@link LivePolicy}
 * @returns facts by contact id
 */
export async function gatherFacts(
  crm: Crm,
  policy: LivePolicy,
  contacts: readonly CrmRecord[],
): Promise<ReadonlyMap<string, LeadFacts>> {
  const companyIds = [
    ...new Set(contacts.map(companyIdOf).filter((id): id is string => id !== null)),
  ];
  const withDeals = contacts
    .filter(({ properties }) => Number(properties['num_associated_deals'] ?? 0) > 0)
    .map(({ id }) => id);
  const [companies, deals] = await Promise.all([
    companyIds.length > 0 ? crm.readCompanies(companyIds, policy.reads.company) : emptyMap,
    withDeals.length > 0 ? crm.readDealsOf(withDeals, policy.reads.deal) : emptyMap,
  ]);
  return new Map(
    contacts.map((contact) => [contact.id, factsOf(contact, policy, companies, deals)]),
  );
}

/** Id of the company HubSpot counts as the contact's own, or null. */
export function companyIdOf(contact: CrmRecord): string | null {
  return contact.properties['associatedcompanyid'] ?? null;
}

const emptyMap: ReadonlyMap<string, never> = new Map<string, never>();

function factsOf(
  contact: CrmRecord,
  policy: LivePolicy,
  companies: ReadonlyMap<string, CrmRecord>,
  deals: ReadonlyMap<string, readonly RelatedRecord[]>,
): LeadFacts {
  const read = readRecord(contact.properties['handoff_record']);
  const previous = read.kind === 'record' ? read.record : null;
  const companyId = companyIdOf(contact);
  return {
    id: contact.id,
    properties: Object.fromEntries(
      policy.reads.contact
        .filter((name) => !NEVER_FACTS.has(name))
        .map((name) => [name, contact.properties[name] ?? null]),
    ),
    company: companyId === null ? null : (companies.get(companyId) ?? undefined),
    deals: deals.get(contact.id) ?? [],
    earlier: [
      ...(previous?.earlier ?? []).map((attempt) => ({
        attempt: attempt.attempt,
        status: attempt.status,
        reasonCode: attempt.reasonCode ?? undefined,
        ownerId: attempt.ownerId ?? undefined,
        decidedAt: attempt.decidedAt ?? undefined,
      })),
      ...(previous && contact.properties['handoff_status']
        ? [
            {
              attempt: previous.attempt,
              status: contact.properties['handoff_status'],
              reasonCode: contact.properties['handoff_reason_code'] ?? undefined,
              ownerId: contact.properties['handoff_owner'] ?? undefined,
              decidedAt: contact.properties['handoff_decided_at'] ?? undefined,
            },
          ]
        : []),
    ],
  };
}
