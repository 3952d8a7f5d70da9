import { toIso, type Instant } from '../instant.ts';
import { UNAVAILABLE_WORDS, unavailability } from './availability.ts';
import { dueForRep } from './due-for-rep.ts';
import type {
  CandidateTrace,
  LeadToRoute,
  Pool,
  Rep,
  RoutingContext,
  RoutingState,
} from './routing.ts';
import { standingNow, type PoolStanding } from './standing.ts';
import { shortfalls, takeTurn, type Turn } from './take-turn.ts';

interface Candidate {
  readonly ownerId: string;
  readonly rep: Rep | undefined;
  /** Why not, for the manager; null for somebody eligible. */
  readonly obstacle: string | null;
}

/**
 * Gives a lead to a member of one pool by rotation. Eligible is an active HubSpot owner with a weight who is not away
 * and below capacity. For urgent classes (those counted in minutes) only those with the earliest due instant in their
 * own hours are in the choice, so that a lead goes to somebody who can reach it.
 */
export function routeInPool(
  { id, pool }: { readonly id: string; readonly pool: Pool },
  lead: LeadToRoute,
  state: RoutingState,
  context: RoutingContext,
):
  | {
      readonly rep: Rep;
      readonly reason: string;
      readonly standing: PoolStanding;
      readonly trace: readonly CandidateTrace[];
    }
  | { readonly rep: null; readonly trace: readonly CandidateTrace[] } {
  const candidates = pool.members.map((member): Candidate => {
    const rep = context.reps.get(member.ownerId);
    const open = state.open.get(member.ownerId) ?? 0;
    return { ownerId: member.ownerId, rep, obstacle: obstacleTo(member, rep, open, lead, context) };
  });
  const standing = standingNow(
    id,
    state.standings.get(id),
    pool.members.map((member) => {
      const { weight } = member;
      const unavailable = unavailability(context.reps.get(member.ownerId), context.now);
      return { ownerId: member.ownerId, weight, present: weight > 0 && unavailable === null };
    }),
  );
  const eligible = candidates.flatMap(({ rep, obstacle }) =>
    rep && obstacle === null ? [rep] : [],
  );
  const latest = dueInstants(eligible, lead, id, context);
  const earliest = Math.min(...latest.values());
  const choice = eligible.filter(({ ownerId }) => (latest.get(ownerId) ?? earliest) <= earliest);

  const turn =
    choice.length === 0 ? null : takeTurn(standing, new Set(choice.map((rep) => rep.ownerId)));
  const short = shortfalls(standing);
  const trace = candidates.map(({ ownerId, obstacle }): CandidateTrace => {
    const own = turn?.ownerId === ownerId;
    const due = latest.get(ownerId);
    const late = due !== undefined && due > earliest;
    return {
      ownerId,
      pool: id,
      eligible: obstacle === null,
      why: obstacle ?? (own ? TURN_WORDS[turn.kind] : late ? lateWords(due) : 'not their turn'),
      shortfall: short.get(ownerId) ?? null,
      turn: own,
    };
  });
  const rep = turn && context.reps.get(turn.ownerId);
  if (!turn || !rep) return { rep: null, trace };
  const name = pool.label;
  return {
    rep,
    reason:
      turn.kind === 'repaid'
        ? `You were owed a turn in ${name}.`
        : choice.length < eligible.length
          ? `You are in ${name} and can reach this lead first.`
          : `It was your turn in ${name}.`,
    standing: turn.standing,
    trace,
  };
}

const TURN_WORDS: Readonly<Record<Turn['kind'], string>> = {
  own: 'their turn',
  stand_in: 'stood in for the member whose turn it was',
  repaid: 'got back a turn lost earlier',
};

function lateWords(due: Instant): string {
  return `could reach the lead only by ${toIso(due)}`;
}

function obstacleTo(
  member: Pool['members'][number],
  rep: Rep | undefined,
  open: number,
  lead: LeadToRoute,
  context: RoutingContext,
): string | null {
  const unavailable = unavailability(rep, context.now, lead.exclude);
  if (unavailable) return UNAVAILABLE_WORDS[unavailable];
  if (member.weight === 0) return 'takes no turns here (weight 0)';
  return member.capacity !== null && open >= member.capacity
    ? `is at capacity (${open} open of ${member.capacity})`
    : null;
}

/** Due instants by owner id for urgent classes; empty for the others. */
function dueInstants(
  eligible: readonly Rep[],
  lead: LeadToRoute,
  pool: string,
  context: RoutingContext,
): ReadonlyMap<string, Instant> {
  const { sla } = lead;
  if (sla?.minutes === undefined) return new Map();
  const due = (rep: Rep): Instant => dueForRep(sla, rep, pool, context).dueAt;
  return new Map(eligible.map((rep) => [rep.ownerId, due(rep)]));
}
