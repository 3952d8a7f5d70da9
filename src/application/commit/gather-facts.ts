import { isOpenDeal, openDealsOf } from '../../domain/condition/derive-lead-field.ts';
import type { Instant } from '../../domain/instant.ts';
import { writtenAt } from '../../domain/condition/message-date.ts';
import { eventsCouldChange, messageCouldChange } from '../../domain/qualification/judge.ts';
import type {
  LeadEvent,
  LeadFacts,
  RelatedRecord,
  SegmentMembership,
} from '../../domain/condition/lead-facts.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import { earlierThan } from '../../domain/handoff/open-handoff.ts';
import { HANDOFF } from '../../domain/property-names.ts';
import type { Crm, CrmRecord } from '../ports/crm.ts';
import type { LivePolicy } from '../live-policy.ts';
import { wantedEvents } from './wanted-events.ts';

/** A contact, and the handoff of its record. */
export interface FoundLead {
  readonly contact: CrmRecord;
  readonly handoff: Handoff | null;
}

/** Contact properties that no policy may look at, because they are what a policy decides. */
const NEVER_FACTS: ReadonlySet<string> = new Set([HANDOFF.record, 'lifecyclestage']);

/** Leads whose events are read at the same time; the rate limiter paces the calls anyway. */
const EVENT_READS_AT_ONCE = 6;

/**
 * Reads what the policy wants to know about each contact: its company, its deals and the running ones of its company where
 * HubSpot's own counts say that there are any, and its segments where the policy names some (design §10). Two calls per
 * hundred contacts at most when nobody has a deal: one for companies, one for segments. When a message was written costs a call per fifty leads, events
 * one per lead, so they are read only of leads whose place they could change; the others keep them unknown, and each
 * decision says on which evidence it rests.
 *
 * @param crm - HubSpot
 * @param policy - says which properties to read
 * @param found - contacts read before, with the properties of {@link LivePolicy}, and their handoffs so far
 * @param now - the instant that the decisions will be made for
 * @returns facts by contact id
 */
export async function gatherFacts(
  crm: Crm,
  policy: LivePolicy,
  found: readonly FoundLead[],
  now: Instant,
): Promise<ReadonlyMap<string, LeadFacts>> {
  const contacts = found.map(({ contact }) => contact);
  const ids = contacts.map(({ id }) => id);
  const companyIds = [
    ...new Set(contacts.map(companyIdOf).filter((id): id is string => id !== null)),
  ];
  const withDeals = contacts
    .filter(({ properties }) => Number(properties['num_associated_deals'] ?? 0) > 0)
    .map(({ id }) => id);
  const { segments: segmentIds } = policy.reads;
  const [companies, deals, segments] = await Promise.all([
    companyIds.length > 0 ? crm.readCompanies(companyIds, policy.reads.company) : emptyMap,
    withDeals.length > 0 ? crm.readDealsOf('contacts', withDeals, policy.reads.deal) : emptyMap,
    ids.length > 0 && segmentIds.length > 0 ? crm.readSegmentsOf(ids, segmentIds) : emptyMap,
  ]);
  const read = found.map((lead) => factsOf(lead, policy, { companies, deals, segments }));
  const withDealsOfCompanies = await withRunningDeals(crm, policy, read);
  const facts = await withMessagesDated(crm, policy, withDealsOfCompanies, now);
  const events = await readEvents(crm, policy, facts, now);
  return new Map(
    facts.map((lead) => {
      const known = events.get(lead.id);
      return [lead.id, known === undefined ? lead : { ...lead, events: known }];
    }),
  );
}

/**
 * The same facts, with the deals that run with the company where its own count says that there are more than the contact's:
 * their owner is the one to talk to (P1.7, P6).
 */
async function withRunningDeals(
  crm: Crm,
  policy: LivePolicy,
  leads: readonly LeadFacts[],
): Promise<readonly LeadFacts[]> {
  const more = (lead: LeadFacts): boolean =>
    (openDealsOf(lead) ?? 0) > (lead.deals ?? []).filter(isOpenDeal).length;
  const companyIds = leads.flatMap((lead) => (lead.company && more(lead) ? [lead.company.id] : []));
  if (companyIds.length === 0) return leads;
  const deals = await crm.readDealsOf('companies', companyIds, policy.reads.deal);
  return leads.map((lead) => {
    const running = (deals.get(lead.company?.id ?? '') ?? []).filter(isOpenDeal);
    if (running.length === 0) return lead;
    const own = lead.deals ?? [];
    const others = running.filter(({ id }) => !own.some((deal) => deal.id === id));
    return { ...lead, deals: [...own, ...others] };
  });
}

/** The same facts, with the date of what was written where it could change the lead's place. */
async function withMessagesDated(
  crm: Crm,
  { compiled }: LivePolicy,
  leads: readonly LeadFacts[],
  now: Instant,
): Promise<readonly LeadFacts[]> {
  const open = leads.filter((facts) => messageCouldChange(compiled, facts, now));
  if (open.length === 0) return leads;
  const histories = await crm.readHistoryOf(
    open.map(({ id }) => id),
    'message',
  );
  return leads.map((lead) => {
    const history = histories.get(lead.id);
    if (history === undefined) return lead;
    // What was written before is nobody's business: only the present text and its date are kept.
    const value = lead.properties['message'] ?? '';
    const at = writtenAt(value, history);
    return { ...lead, history: { message: at === null ? [] : [{ value, at }] } };
  });
}

/** Events by contact id, of the leads whose tier they could change. */
async function readEvents(
  crm: Crm,
  { policy, compiled }: LivePolicy,
  leads: readonly LeadFacts[],
  now: Instant,
): Promise<ReadonlyMap<string, readonly LeadEvent[]>> {
  const query = wantedEvents(policy, now);
  if (query === null) return emptyMap;
  const events = new Map<string, readonly LeadEvent[]>();
  const open = leads.filter((facts) => eventsCouldChange(compiled, facts, now)).values();
  const readOne = async (id: string): Promise<boolean> => {
    const read = await crm.readEventsOf(id, query);
    if (read !== null) events.set(id, read);
    return read !== null;
  };
  // The first read tells whether the account has events at all; without them it stays the only one.
  const first = open.next();
  if (first.done || !(await readOne(first.value.id))) return events;
  // All lanes draw from the same iterator, so each lead is read once.
  const lane = async (): Promise<void> => {
    for (const { id } of open) await readOne(id);
  };
  await Promise.all(Array.from({ length: EVENT_READS_AT_ONCE }, lane));
  return events;
}

/** Id of the company HubSpot counts as the contact's own, or null. */
function companyIdOf(contact: CrmRecord): string | null {
  return contact.properties['associatedcompanyid'] ?? null;
}

const emptyMap: ReadonlyMap<string, never> = new Map<string, never>();

function factsOf(
  { contact, handoff }: FoundLead,
  policy: LivePolicy,
  {
    companies,
    deals,
    segments,
  }: {
    readonly companies: ReadonlyMap<string, CrmRecord>;
    readonly deals: ReadonlyMap<string, readonly RelatedRecord[]>;
    readonly segments: ReadonlyMap<string, readonly SegmentMembership[]>;
  },
): LeadFacts {
  const companyId = companyIdOf(contact);
  return {
    id: contact.id,
    properties: Object.fromEntries(
      policy.reads.facts
        .filter((name) => !NEVER_FACTS.has(name))
        .map((name) => [name, contact.properties[name] ?? null]),
    ),
    company: companyId === null ? null : (companies.get(companyId) ?? undefined),
    deals: deals.get(contact.id) ?? [],
    segments: segments.get(contact.id),
    earlier: earlierThan(handoff).map(({ attempt, status, reasonCode, ownerId, decidedAt }) => ({
      attempt,
      status,
      reasonCode: reasonCode ?? undefined,
      ownerId: ownerId ?? undefined,
      decidedAt: decidedAt ?? undefined,
    })),
  };
}
