import type { Clock } from '../../application/ports/clock.ts';
import type { Crm, CrmFilter, CrmRecord } from '../../application/ports/crm.ts';
import type { Ledger, LedgerEntry } from '../../application/ports/ledger.ts';
import { ownerOf } from '../../domain/handoff/evolve.ts';
import type { HandoffStatus } from '../../domain/handoff/handoff-status.ts';
import { decodeHandoff } from '../../domain/handoff/record/codec.ts';
import { contactId } from '../../domain/ids.ts';
import { DAY, instant, parseInstant, type Instant } from '../../domain/instant.ts';
import { HANDOFF } from '../../domain/property-names.ts';
import type { Pool } from '../../domain/routing/routing.ts';
import { rebuiltStanding, routedAt } from './rebuilt-standing.ts';

/** How far back handoffs count for the rotation; more would be read with every delivery. */
const WINDOW_MS = 30 * DAY;

/** The company that HubSpot counts as the contact's own. */
const COMPANY = 'associatedcompanyid';

const ROUTING_PROPERTIES = [HANDOFF.owner, HANDOFF.pool, HANDOFF.routedAt, COMPANY];

const ENTRY_PROPERTIES = [...Object.values(HANDOFF), COMPANY];

/**
 * The ledger where there is no database: asked of the contacts each time, because the contact update is the commit
 * point (design §1, HubSpot-hosted). Nothing is stored, so no turn is known to have been taken and no request to have been
 * carried out, `newest` knows nothing and no event is taken for an echo: the contact is read instead and found as it should
 * be.
 *
 * Best effort: nothing can hold a contact, the search index lags by seconds and deliveries run side by side, so two leads
 * that arrive at once may get the same rep, and of two who change one contact at once the last wins. A contact shows its
 * newest live handoff only, so `history` is of these and of those that went to a rep; in observe mode, which writes no
 * owner, the rotation is that of the live ones.
 */
export function createCrmLedger(deps: {
  readonly crm: Crm;
  readonly clock: Clock;
  /** Pools of the live policy by name. */
  readonly pools: () => Promise<Readonly<Record<string, Pool>>>;
}): Ledger {
  const { crm } = deps;
  const search = (...filters: CrmFilter[]): Promise<readonly CrmRecord[]> =>
    collect(crm.searchContacts(filters, ROUTING_PROPERTIES));
  const entries = async (filter: CrmFilter): Promise<readonly LedgerEntry[]> =>
    (await collect(crm.searchContacts([filter], ENTRY_PROPERTIES))).flatMap(toEntry);
  return {
    exclusively: (_contactIds, work) => work(),
    newest: () => Promise.resolve(new Map()),
    assign: async ({ companyIds }, route) => {
      const since = instant((await deps.clock.now()) - WINDOW_MS);
      const [open, inFlight, recent, pools] = await Promise.all([
        search(isIn('awaiting_decision')),
        companyIds.length === 0
          ? []
          : search(isIn('awaiting_decision', 'accepted'), isAt(companyIds)),
        search(routedSince(since)),
        deps.pools(),
      ]);
      route({
        entries: new Map(),
        turns: new Map(),
        standings: new Map(
          Object.entries(pools).map(([name, pool]) => [name, rebuiltStanding(name, pool, recent)]),
        ),
        openByOwner: countByOwner(open),
        ownerInFlightByCompany: newestOwnerByCompany(inFlight),
      });
    },
    requests: () => Promise.resolve([]),
    begin: () => Promise.resolve(),
    follow: () => Promise.resolve(),
    due: async (now, limit) => {
      const due = await entries({
        propertyName: HANDOFF.checkAt,
        operator: 'LTE',
        value: String(now),
      });
      return [...due].sort((a, b) => (a.checkAt ?? 0) - (b.checkAt ?? 0)).slice(0, limit);
    },
    heldAt: async (companyIds) => {
      if (companyIds.length === 0) return [];
      const held = await search(isIn('held_needs_data'), isAt(companyIds));
      return held.map(({ id }) => contactId(id));
    },
    history: async function* (since) {
      // The search goes by id, so all are read before the oldest is known.
      const routed = await entries(routedSince(since));
      yield* routed
        .filter(({ openedAt }) => openedAt >= since)
        .sort((a, b) => a.openedAt - b.openedAt);
    },
    export: async (contact) => {
      const contacts = await crm.readContacts([contact], ENTRY_PROPERTIES);
      return { handoffs: [...contacts.values()].flatMap(toEntry), turns: [], requests: [] };
    },
    forget: () => Promise.resolve(),
  };
}

/** The handoff that a contact shows; none where the record was cleared or damaged by hand. */
function toEntry({ id, properties }: CrmRecord): readonly LedgerEntry[] {
  const { [HANDOFF.record]: record, [COMPANY]: companyId, ...shown } = properties;
  const read = decodeHandoff(record, properties);
  if (!record || read.kind !== 'handoff') return [];
  const { handoff } = read;
  const checkAt = parseInstant(properties[HANDOFF.checkAt]);
  return [
    {
      handoffId: handoff.id,
      contactId: contactId(id),
      companyId: companyId || null,
      mode: handoff.opened.mode,
      status: handoff.state.status,
      ownerId: ownerOf(handoff),
      checkAt: checkAt.ok ? checkAt.value : null,
      openedAt: handoff.opened.at,
      policyVersion: handoff.opened.policyVersion,
      version: handoff.version,
      record,
      written: Object.fromEntries(
        Object.entries(shown).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
      ),
    },
  ];
}

function countByOwner(records: readonly CrmRecord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { properties } of records) {
    const owner = properties[HANDOFF.owner];
    if (owner) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
}

function newestOwnerByCompany(records: readonly CrmRecord[]): ReadonlyMap<string, string> {
  const oldestFirst = [...records].sort((a, b) => routedAt(a).localeCompare(routedAt(b)));
  return new Map(
    oldestFirst.flatMap(({ properties }) => {
      const { [COMPANY]: company, [HANDOFF.owner]: owner } = properties;
      return company && owner ? [[company, owner] as const] : [];
    }),
  );
}

function isIn(...statuses: HandoffStatus[]): CrmFilter {
  return { propertyName: HANDOFF.status, operator: 'IN', values: statuses };
}

function isAt(companyIds: readonly string[]): CrmFilter {
  return { propertyName: COMPANY, operator: 'IN', values: companyIds };
}

function routedSince(since: Instant): CrmFilter {
  return { propertyName: HANDOFF.routedAt, operator: 'GTE', value: String(since) };
}

async function collect(found: AsyncIterable<CrmRecord>): Promise<readonly CrmRecord[]> {
  const all: CrmRecord[] = [];
  for await (const record of found) all.push(record);
  return all;
}
