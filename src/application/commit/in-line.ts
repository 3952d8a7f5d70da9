import type { LeadFacts } from '../../domain/condition/lead-facts.ts';
import type { Routed } from '../../domain/handoff/command.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import { toRouted } from '../../domain/handoff/to-routed.ts';
import { contactId, handoffId, type ContactId, type HandoffId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { HANDOFF } from '../../domain/property-names.ts';
import { choosePool } from '../../domain/qualification/choose-pool.ts';
import type { Verdict } from '../../domain/qualification/verdict.ts';
import { leadToRoute } from '../../domain/routing/lead-to-route.ts';
import { routeInOrder } from '../../domain/routing/route-in-order.ts';
import type { LeadToRoute, PoolStanding } from '../../domain/routing/routing.ts';
import type { Mode, RoutingKnown, Turn } from '../ports/ledger.ts';
import type { CommitWorld, Seen } from './change.ts';
import type { ToJudge } from './judge-batch.ts';

/** A handoff that stands and has to be routed (again). */
export interface ToRoute {
  readonly seen: Seen & { readonly handoff: Handoff };
  /** What it is routed on: the newest verdict and facts. */
  readonly verdict: Verdict;
  readonly facts: LeadFacts;
  /** Owner id of whoever has a meeting with the lead that lies ahead; null where nobody has. */
  readonly meetingHost: string | null;
  /** Owners who had it and must not get it again. */
  readonly exclude: readonly string[];
  /** Since when it has been waiting for an owner; null where it has one. */
  readonly waitingSince: Instant | null;
}

/** One lead in line for an owner. */
export interface InLine extends LeadToRoute {
  readonly contactId: ContactId;
  readonly handoffId: HandoffId;
  readonly nth: number;
  readonly tier: string;
  readonly enteredAt: number;
  /** A new attempt; else one that stands is routed again. */
  readonly opens: boolean;
  /** A hold that still nobody can take has taken no turn. */
  readonly keepsNobody: boolean;
}

/** The routing that a handoff gets next, counted from 1. */
export function nextNth({ assignment }: Handoff): number {
  return (assignment?.nth ?? 0) + 1;
}

/** In observe mode the contact says nothing of attempts; the record counts those that were observed. */
export function attemptOf({ seen }: ToJudge, mode: Mode): number {
  const { handoff, contact } = seen;
  const before =
    mode === 'observe'
      ? handoff?.opened.mode === 'observe'
        ? handoff.attempt
        : 0
      : Number(contact.properties[HANDOFF.attempt] ?? 0);
  return (Number.isInteger(before) && before > 0 ? before : 0) + 1;
}

/** The id that a new attempt gets. */
export function idOf(one: ToJudge, mode: Mode): HandoffId {
  return handoffId(one.seen.contact.id, attemptOf(one, mode), mode);
}

/** A new attempt, in line for its first owner. */
export function openingInLine(
  one: Extract<ToJudge, { as: 'open' }>,
  mode: Mode,
  world: CommitWorld,
): InLine {
  const { seen, judged, entry } = one;
  return inLine(
    {
      contactId: contactId(seen.contact.id),
      handoffId: idOf(one, mode),
      nth: 1,
      enteredAt: entry?.enteredAt ?? Infinity,
      opens: true,
      keepsNobody: true,
    },
    judged,
    { contactOwner: ownerOfContact(seen), exclude: [], waitingSince: null, pool: null },
    world,
  );
}

/** A handoff that stands, in line for another owner. */
export function standingInLine(one: ToRoute, world: CommitWorld): InLine {
  const { seen, exclude, waitingSince } = one;
  const { handoff } = seen;
  return inLine(
    {
      contactId: handoff.contactId,
      handoffId: handoff.id,
      nth: nextNth(handoff),
      enteredAt: handoff.opened.at,
      opens: false,
      keepsNobody: handoff.state.status !== 'held_no_owner',
    },
    one,
    {
      contactOwner: ownerOfContact(seen),
      exclude,
      waitingSince,
      pool: handoff.assignment?.pool ?? null,
    },
    world,
  );
}

function ownerOfContact({ contact }: Seen): string | null {
  return contact.properties['hubspot_owner_id'] || null;
}

function inLine(
  place: Pick<InLine, 'contactId' | 'handoffId' | 'nth' | 'enteredAt' | 'opens' | 'keepsNobody'>,
  { verdict, facts, meetingHost }: Pick<ToRoute, 'verdict' | 'facts' | 'meetingHost'>,
  about: Pick<ToRoute, 'exclude' | 'waitingSince'> & {
    readonly contactOwner: string | null;
    /** Pool that it was routed to before; it stays there. */
    readonly pool: string | null;
  },
  { live, people }: CommitWorld,
): InLine {
  const chosen = choosePool(live.compiled, facts, verdict, people.now);
  const { contactOwner, exclude, waitingSince, pool } = about;
  return {
    ...place,
    ...leadToRoute(facts, {
      sla: verdict.sla,
      chosen: pool === null ? chosen : { pool, rule: chosen?.rule ?? null },
      contactOwner,
      meetingHost,
      exclude,
      waitingSince,
    }),
    tier: verdict.tier ?? '',
  };
}

/** What routing the line came to: routings, the turns they took, and the rotation after them. */
export interface RoutedLine {
  readonly routed: ReadonlyMap<HandoffId, Routed>;
  readonly turns: readonly Turn[];
  readonly standings: readonly PoolStanding[];
}

/** Routes the line, the most urgent first. */
export function routeAll(
  leads: readonly InLine[],
  known: RoutingKnown,
  world: CommitWorld,
): RoutedLine {
  const batch = routeInOrder(
    mostUrgentFirst(leads).map((lead) => ({
      ...lead,
      sameCompanyRep: known.ownerInFlightByCompany.get(lead.companyId ?? '') ?? null,
    })),
    { standings: known.standings, open: known.openByOwner },
    world.people,
  );
  const routed = new Map<HandoffId, Routed>();
  const turns: Turn[] = [];
  for (const { lead, outcome } of batch.routed) {
    const to = toRouted(outcome, lead.nth, world.policy, world.people.now);
    routed.set(lead.handoffId, to);
    const { ownerId, pool, via } = to.assignment;
    if (ownerId === null && !lead.keepsNobody) continue;
    const rotated = via === 'pool' ? pool : null;
    turns.push({ handoffId: lead.handoffId, nth: lead.nth, pool: rotated, ownerId, routing: to });
  }
  const standings = batch.changedPools.flatMap((pool) => batch.state.standings.get(pool) ?? []);
  return { routed, turns, standings };
}

/** An enterprise buyer with strong intent never queues behind a casual download (R109); then first come, first served. */
function mostUrgentFirst(leads: readonly InLine[]): readonly InLine[] {
  return [...leads].sort(
    (a, b) =>
      a.tier.localeCompare(b.tier) || a.enteredAt - b.enteredAt || Number(a.id) - Number(b.id),
  );
}
