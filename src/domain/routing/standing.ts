import * as z from 'zod';

/**
 * Where a member of a pool stands in the rotation. Entitlement minus received is `credit` (the rotation proper) plus
 * `owed` (whole turns that went to somebody else). Over the members present, each of the two sums to zero.
 */
export interface MemberStanding {
  readonly ownerId: string;
  /** Whole number above 0 for members who are present. */
  readonly weight: number;
  /** Takes part in the rotation now: active, not away, with a weight. */
  readonly present: boolean;
  /** Handoffs received from this pool so far. */
  readonly received: number;
  /** In units of `1 / PoolStanding.unit` of a handoff. */
  readonly credit: bigint;
  /** Turns lost to urgency or capacity (above 0), or taken over from others (below 0). */
  readonly owed: number;
  /** Gave up the last own turn to repay somebody. */
  readonly gaveUpLast: boolean;
  /** `PoolStanding.turns` when the last handoff was received; null before the first. */
  readonly lastTurn: number | null;
}

/** The rotation of one pool, kept between handoffs. All numbers are exact. */
export interface PoolStanding {
  readonly pool: string;
  /** Handoffs the pool has given so far. */
  readonly turns: number;
  /** The last handoff repaid a lost turn. */
  readonly repaidLast: boolean;
  /** Denominator of every `credit`; a multiple of the weights present, so that a handoff adds whole numbers. */
  readonly unit: bigint;
  readonly members: readonly MemberStanding[];
}

/** A member as the policy and HubSpot have it now. */
export interface PoolMember {
  readonly ownerId: string;
  readonly weight: number;
  readonly present: boolean;
}

/**
 * The standing brought up to date with who is in the pool now. Nobody who stays is reset (L4; Odoo and
 * HubSpot do reset). Whoever joins or comes back starts level: nothing owed either way, so neither a flood nor a
 * drought. What was open with somebody who leaves is settled among those who stay by bringing the ones furthest from
 * level closer to it, so that no gap grows and the gaps still sum to zero.
 */
export function standingNow(
  pool: string,
  standing: PoolStanding | undefined,
  members: readonly PoolMember[],
): PoolStanding {
  const before = standing ?? { pool, turns: 0, repaidLast: false, unit: 1n, members: [] };
  if (isUnchanged(before, members)) return before;

  const known = new Map(before.members.map((member) => [member.ownerId, member]));
  const next = members.map((member): MemberStanding => {
    const old = known.get(member.ownerId);
    const stays = old?.present === true && member.present;
    return {
      ...member,
      received: old?.received ?? 0,
      credit: stays ? old.credit : 0n,
      owed: stays ? old.owed : 0,
      gaveUpLast: stays && old.gaveUpLast,
      lastTurn: old?.lastTurn ?? null,
    };
  });
  const credits = settled(next.map((member) => member.credit));
  const owed = settled(next.map((member) => BigInt(member.owed)));
  return inUnits(
    { ...before, pool },
    next.map((member, index) => ({
      ...member,
      credit: credits[index] ?? 0n,
      owed: Number(owed[index] ?? 0n),
    })),
  );
}

/** Members who take part in the rotation now. */
export function presentMembers(standing: PoolStanding): readonly MemberStanding[] {
  return standing.members.filter((member) => member.present);
}

/** What one handoff adds to the credit of a member with weight 1. */
export function creditPerWeight(standing: PoolStanding): bigint {
  const weights = presentMembers(standing).reduce((sum, member) => sum + member.weight, 0);
  return weights === 0 ? 0n : standing.unit / BigInt(weights);
}

/** A fraction as a number, rounded to six decimals; for people to read, never to decide by. */
export function toNumber(numerator: bigint, denominator: bigint): number {
  const size = numerator < 0n ? -numerator : numerator;
  const millionths = Number((size * 2_000_000n + denominator) / (2n * denominator));
  return ((numerator < 0n ? -1 : 1) * millionths) / 1_000_000;
}

const jsonStanding = z.object({
  pool: z.string(),
  turns: z.int().min(0),
  repaidLast: z.boolean(),
  unit: z
    .string()
    .regex(/^[1-9]\d*$/)
    .transform(BigInt),
  members: z.array(
    z.object({
      ownerId: z.string(),
      weight: z.int().min(0),
      present: z.boolean(),
      received: z.int().min(0),
      credit: z
        .string()
        .regex(/^-?\d+$/)
        .transform(BigInt),
      owed: z.int(),
      gaveUpLast: z.boolean(),
      lastTurn: z.int().nullable(),
    }),
  ),
});

/** A standing as JSON can hold it: big whole numbers are text. */
export type StandingJson = z.input<typeof jsonStanding>;

/** Writes a standing for storage. */
export function standingToJson(standing: PoolStanding): StandingJson {
  return {
    ...standing,
    unit: String(standing.unit),
    members: standing.members.map((member) => ({ ...member, credit: String(member.credit) })),
  };
}

/**
 * Reads what `standingToJson` wrote.
 *
 * @throws ZodError when it is something else
 */
export function standingFromJson(json: unknown): PoolStanding {
  return jsonStanding.parse(json);
}

function isUnchanged(standing: PoolStanding, members: readonly PoolMember[]): boolean {
  return (
    standing.members.length === members.length &&
    standing.members.every((old, index) => {
      const member = members[index];
      return (
        member?.ownerId === old.ownerId &&
        member.weight === old.weight &&
        member.present === old.present
      );
    })
  );
}

/** Brings the sum to zero by moving the values furthest out towards zero, never past it. */
function settled(values: readonly bigint[]): readonly bigint[] {
  const result = [...values];
  let sum = result.reduce((total, value) => total + value, 0n);
  const side = sum < 0n ? -1n : 1n;
  while (sum !== 0n) {
    const far = result.reduce((best, value, index) => {
      return value * side > (result[best] ?? 0n) * side ? index : best;
    }, 0);
    const value = result[far] ?? 0n;
    const move = value * side > sum * side ? sum : value;
    result[far] = value - move;
    sum -= move;
  }
  return result;
}

/** Expresses every credit in the smallest unit that also divides a handoff by the weights present. */
function inUnits(standing: PoolStanding, members: readonly MemberStanding[]): PoolStanding {
  const weights = members.reduce((sum, member) => sum + (member.present ? member.weight : 0), 0);
  const common = members.reduce((divisor, member) => gcd(divisor, member.credit), standing.unit);
  const reduced = standing.unit / common;
  const unit = weights === 0 ? reduced : lcm(reduced, BigInt(weights));
  return {
    ...standing,
    unit,
    members: members.map((member) => ({
      ...member,
      credit: (member.credit / common) * (unit / reduced),
    })),
  };
}

function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
