import type { CrmRecord } from '../../application/ports/crm.ts';
import { HANDOFF } from '../../domain/property-names.ts';
import type { Pool, PoolStanding } from '../../domain/routing/routing.ts';

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
    .filter(({ properties }) => properties[HANDOFF.pool] === name)
    .sort((a, b) => routedAt(a).localeCompare(routedAt(b)));
  const owners = given.map(({ properties }) => properties[HANDOFF.owner] ?? '');
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

/** When a contact was routed last, ISO 8601, so that text compares as time; empty where it never was. */
export function routedAt({ properties }: CrmRecord): string {
  return properties[HANDOFF.routedAt] ?? '';
}
