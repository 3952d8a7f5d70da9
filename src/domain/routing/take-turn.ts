import {
  creditPerWeight,
  presentMembers,
  toNumber,
  type MemberStanding,
  type PoolStanding,
} from './standing.ts';

/** Who gets a handoff, and the rotation after it. */
export interface Turn {
  readonly ownerId: string;
  /**
   * `own`: it was their turn. `stand_in`: it was the turn of somebody who could not take it. `repaid`: somebody who
   * took over a turn earlier gave one back.
   */
  readonly kind: 'own' | 'stand_in' | 'repaid';
  readonly standing: PoolStanding;
}

/** A member with what rotation compares, this handoff counted in the entitlement. */
interface Contender {
  readonly member: MemberStanding;
  /** Entitlement minus received, in units. */
  readonly shortfall: bigint;
}

/**
 * Gives one handoff of a pool to one of those who can take it.
 *
 * The rotation proper is Tijdeman's chairman assignment (R. Tijdeman, "The chairman assignment problem", 1980) over
 * everybody present, see `memberInTurn`: while the pool stands still, each member stays within `1 - 1/(2n - 2)` of a
 * handoff of their entitlement at every moment, for any weights of n members (L15). With people coming and going
 * and weights edited at random (2 to 12 members, weights to 100, some 100,000 handoffs) the largest gap of the rotation
 * proper was 0.954; a handoff given back adds up to one for its owner until the next turn.
 *
 * When the member whose turn it is cannot take it (urgency, capacity), somebody else stands in: the turn counts as
 * taken in the rotation, and one handoff is noted as owed from the one to the other. It is repaid when a turn comes
 * to a member who took one over: at most every second handoff of the pool and every second turn of that member, so
 * that nobody is flooded and nobody goes dry.
 *
 * @param standing - brought up to date by `standingNow`
 * @param choice - owner ids of members who are present and can take it
 * @throws Error when nobody in the choice is present
 */
export function takeTurn(standing: PoolStanding, choice: ReadonlySet<string>): Turn {
  const present = presentMembers(standing);
  const perWeight = creditPerWeight(standing);
  const inTurn = memberInTurn(
    present.map((member) => ({
      member,
      shortfall: member.credit + BigInt(member.weight) * perWeight,
    })),
    standing.unit,
  );
  const able = present.filter((member) => choice.has(member.ownerId));
  const creditor = mostOwed(able);
  let taker = inTurn;
  let kind: Turn['kind'] = 'own';
  if (!choice.has(inTurn.ownerId)) {
    taker = standIn(able, standing, perWeight);
    kind = 'stand_in';
  } else if (creditor && inTurn.owed < 0 && !inTurn.gaveUpLast && !standing.repaidLast) {
    taker = creditor;
    kind = 'repaid';
  }

  const turns = standing.turns + 1;
  const repaidLast = taker !== inTurn && taker.owed > 0;
  return {
    ownerId: taker.ownerId,
    kind,
    standing: {
      ...standing,
      turns,
      repaidLast,
      members: standing.members.map((member) => {
        if (!member.present) return member;
        const credit = member.credit + BigInt(member.weight) * perWeight;
        const next =
          member === inTurn
            ? turnSpent(member, credit - standing.unit, taker, kind)
            : { ...member, credit };
        return member === taker ? received(next, taker !== inTurn, turns) : next;
      }),
    },
  };
}

/**
 * Handoffs each member present is short of, by owner id, to six decimals, with the handoff that is about to be given
 * counted in the entitlement.
 */
export function shortfalls(standing: PoolStanding): ReadonlyMap<string, number> {
  const perWeight = creditPerWeight(standing);
  return new Map(
    presentMembers(standing).map(({ ownerId, weight, credit, owed }) => [
      ownerId,
      toNumber(credit + BigInt(weight) * perWeight + BigInt(owed) * standing.unit, standing.unit),
    ]),
  );
}

/**
 * Gives a handoff back, as if it had never been dealt: for a reject whose reason does not count against the rep's
 * share (P26). Somebody who is away by now comes back level, so for them only the count is corrected.
 */
export function giveBack(standing: PoolStanding, ownerId: string): PoolStanding {
  const owner = standing.members.find((member) => member.ownerId === ownerId);
  return owner && owner.received > 0 ? dealtAgain(standing, owner, -1) : standing;
}

/**
 * The inverse of {@link giveBack}, when the reject is undone: the handoff counts again. Exact while the membership stands
 * still; somebody who is no longer of the pool is not charged.
 */
export function takeAgain(standing: PoolStanding, ownerId: string): PoolStanding {
  const owner = standing.members.find((member) => member.ownerId === ownerId);
  return owner ? dealtAgain(standing, owner, 1) : standing;
}

/** The standing with one handoff of a member more or fewer, and everybody's entitlement to it. */
function dealtAgain(standing: PoolStanding, owner: MemberStanding, by: 1 | -1): PoolStanding {
  const perWeight = creditPerWeight(standing);
  return {
    ...standing,
    members: standing.members.map((member) => {
      const counts = owner.present && member.present;
      const entitled = counts ? BigInt(member.weight) * perWeight : 0n;
      const dealt = counts && member === owner ? standing.unit : 0n;
      return {
        ...member,
        received: member === owner ? member.received + by : member.received,
        credit: member.credit + BigInt(by) * (entitled - dealt),
      };
    }),
  };
}

/**
 * Whose turn it is: among the members whose shortfall is at least 1/(2n - 2), the one who would first fall more than
 * 1 - 1/(2n - 2) short if left out; where nobody is that short, the one who is shortest.
 */
function memberInTurn(contenders: readonly Contender[], unit: bigint): MemberStanding {
  if (contenders.length < 2) return first(contenders).member;
  const parts = BigInt(2 * contenders.length - 2);
  const due = contenders.filter(({ shortfall }) => shortfall * parts >= unit);
  return due.length > 0
    ? soonestDeadline(due, unit, parts)
    : first([...contenders].sort((a, b) => sign(b.shortfall - a.shortfall) || byTies(a, b))).member;
}

/** By deadline as in the rotation, so that members who stand in often share that by weight too. */
function standIn(
  able: readonly MemberStanding[],
  standing: PoolStanding,
  perWeight: bigint,
): MemberStanding {
  return soonestDeadline(
    able.map((member) => ({
      member,
      shortfall:
        member.credit +
        BigInt(member.weight) * perWeight +
        BigInt(standing.repaidLast ? Math.min(member.owed, 0) : member.owed) * standing.unit,
    })),
    standing.unit,
    BigInt(Math.max(2, 2 * presentMembers(standing).length - 2)),
  );
}

/** The least `(1 - 1/parts - shortfall) / weight`, compared crosswise in whole numbers. */
function soonestDeadline(
  contenders: readonly Contender[],
  unit: bigint,
  parts: bigint,
): MemberStanding {
  const slack = ({ shortfall }: Contender): bigint => unit * (parts - 1n) - shortfall * parts;
  return first(
    [...contenders].sort(
      (a, b) =>
        sign(slack(a) * BigInt(b.member.weight) - slack(b) * BigInt(a.member.weight)) ||
        byTies(a, b),
    ),
  ).member;
}

function mostOwed(able: readonly MemberStanding[]): MemberStanding | undefined {
  return able
    .filter((member) => member.owed > 0)
    .sort((a, b) => b.owed - a.owed || byTies({ member: a }, { member: b }))[0];
}

function turnSpent(
  member: MemberStanding,
  credit: bigint,
  taker: MemberStanding,
  kind: Turn['kind'],
): MemberStanding {
  return {
    ...member,
    credit,
    owed: taker === member ? member.owed : member.owed + 1,
    gaveUpLast: kind === 'repaid',
  };
}

function received(member: MemberStanding, fromAnother: boolean, turn: number): MemberStanding {
  return {
    ...member,
    received: member.received + 1,
    owed: fromAnother ? member.owed - 1 : member.owed,
    lastTurn: turn,
  };
}

/** Larger weight, then longest since the last handoff (never is longest), then the lower owner id (design §7). */
function byTies(
  { member: a }: Pick<Contender, 'member'>,
  { member: b }: Pick<Contender, 'member'>,
): number {
  return (
    b.weight - a.weight ||
    (a.lastTurn ?? -1) - (b.lastTurn ?? -1) ||
    compareIds(a.ownerId, b.ownerId)
  );
}

/** HubSpot's ids are whole numbers as text; any other ids compare as text. */
function compareIds(a: string, b: string): number {
  const numeric = /^\d+$/;
  const byLength = numeric.test(a) && numeric.test(b) ? a.length - b.length : 0;
  return byLength || (a < b ? -1 : Number(a > b));
}

function sign(value: bigint): number {
  return value < 0n ? -1 : Number(value > 0n);
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('A turn needs at least one member who can take it');
  return item;
}
