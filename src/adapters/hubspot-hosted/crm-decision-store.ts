import type { Clock } from '../../application/ports/clock.ts';
import type { Crm, CrmRecord } from '../../application/ports/crm.ts';
import type { DecisionStore } from '../../application/ports/decision-store.ts';
import { DAY, toIso, instant } from '../../domain/instant.ts';
import type { Pool, PoolStanding } from '../../domain/routing/routing.ts';

/** How far back handoffs count for the rotation; more would be read with every delivery. */
const WINDOW_MS = 30 * DAY;

/**
 * Decisions and rotation where there is no database: asked of the contacts each time, because the contact update is the
 * commit point (design §1, HubSpot-hosted). Nothing is stored, so `latest` knows nothing and no event is taken for an
 * echo: the contact is read instead and found as it should be.
 *
 * Best effort: the search index lags by seconds and deliveries run side by side, so two leads that arrive at once may
 * get the same rep.
 */
export function createCrmDecisionStore(deps: {
  readonly crm: Crm;
  readonly clock: Clock;
  /** Pools of the live policy by name. */
  readonly pools: () => Promise<Readonly<Record<string, Pool>>>;
}): DecisionStore {
  return {
    decideOnce: async ({ companyIds }, decide) => {
      const since = toIso(instant((await deps.clock.now()) - WINDOW_MS));
      const [open, inFlight, recent, pools] = await Promise.all([
        collect(deps.crm, [equals('handoff_status', ['awaiting_decision'])]),
        companyIds.length === 0
          ? []
          : collect(deps.crm, [
              equals('handoff_status', ['awaiting_decision', 'accepted']),
              equals('associatedcompanyid', companyIds),
            ]),
        collect(deps.crm, [
          { propertyName: 'handoff_routed_at', operator: 'GTE', value: String(Date.parse(since)) },
        ]),
        deps.pools(),
      ]);
      decide({
        decisions: new Map(),
        standings: new Map(
          Object.entries(pools).map(([name, pool]) => [name, rebuiltStanding(name, pool, recent)]),
        ),
        openByOwner: countByOwner(open),
        ownerInFlightByCompany: newestOwnerByCompany(inFlight),
      });
    },
    latest: () => Promise.resolve(new Map()),
    follow: () => Promise.resolve(),
    forget: () => Promise.resolve(),
  };
}

/**
 * The rotation of a pool, counted from its newest handoffs: a member's credit is the share of the weights minus what
 * was received. Whoever received nothing in that time starts level, so that a joiner is not flooded.
 */
export function rebuiltStanding(
  name: string,
  pool: Pool,
  recent: readonly CrmRecord[],
): PoolStanding {
  const given = recent
    .filter(({ properties }) => properties['handoff_pool'] === name)
    .sort((a, b) => routedAt(a).localeCompare(routedAt(b)));
  const owners = given.map(({ properties }) => properties['handoff_owner'] ?? '');
  const members = pool.members.map(({ ownerId, weight }) => ({
    ownerId,
    weight,
    received: owners.filter((owner) => owner === ownerId).length,
    last: owners.lastIndexOf(ownerId),
  }));
  const active = members.filter(({ received, weight }) => received > 0 && weight > 0);
  const total = active.reduce((sum, { received }) => sum + received, 0);
  const weights = active.reduce((sum, { weight }) => sum + weight, 0);
  return {
    pool: name,
    turns: owners.length,
    repaidLast: false,
    unit: BigInt(Math.max(weights, 1)),
    members: members.map((member) => ({
      ownerId: member.ownerId,
      weight: member.weight,
      present: member.weight > 0,
      received: member.received,
      credit: active.includes(member)
        ? BigInt(total * member.weight - member.received * weights)
        : 0n,
      owed: 0,
      gaveUpLast: false,
      lastTurn: member.last === -1 ? null : member.last + 1,
    })),
  };
}

function countByOwner(records: readonly CrmRecord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { properties } of records) {
    const owner = properties['handoff_owner'];
    if (owner) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
}

function newestOwnerByCompany(records: readonly CrmRecord[]): ReadonlyMap<string, string> {
  const oldestFirst = [...records].sort((a, b) => routedAt(a).localeCompare(routedAt(b)));
  return new Map(
    oldestFirst.flatMap(({ properties }) => {
      const { associatedcompanyid: company, handoff_owner: owner } = properties;
      return company && owner ? [[company, owner] as const] : [];
    }),
  );
}

function routedAt({ properties }: CrmRecord): string {
  return properties['handoff_routed_at'] ?? '';
}

function equals(propertyName: string, values: readonly string[]) {
  return { propertyName, operator: 'IN' as const, values };
}

async function collect(
  crm: Crm,
  filters: Parameters<Crm['searchContacts']>[0],
): Promise<readonly CrmRecord[]> {
  const found: CrmRecord[] = [];
  const properties = ['handoff_owner', 'handoff_pool', 'handoff_routed_at', 'associatedcompanyid'];
  for await (const record of crm.searchContacts(filters, properties)) found.push(record);
  return found;
}
