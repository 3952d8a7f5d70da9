import { toNumber, type PoolStanding } from './standing.ts';

/** What a member of a pool should have had and has had, in handoffs; checkable by hand (design §9). */
export interface FairnessRow {
  readonly pool: string;
  readonly ownerId: string;
  readonly weight: number;
  readonly entitled: number;
  readonly received: number;
  /** `entitled - received`; over the members present these sum to zero. */
  readonly credit: number;
}

/** The fairness statement of the given pools, in their order; figures to six decimals. */
export function fairnessStatement(standings: Iterable<PoolStanding>): readonly FairnessRow[] {
  return [...standings].flatMap((standing) =>
    standing.members.map((member) => {
      const open = member.credit + BigInt(member.owed) * standing.unit;
      return {
        pool: standing.pool,
        ownerId: member.ownerId,
        weight: member.weight,
        entitled: toNumber(open + BigInt(member.received) * standing.unit, standing.unit),
        received: member.received,
        credit: toNumber(open, standing.unit),
      };
    }),
  );
}
