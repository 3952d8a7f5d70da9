import type { Routed } from '../../domain/handoff/command.ts';
import { openHandoff } from '../../domain/handoff/open-handoff.ts';
import type { Handoff } from '../../domain/handoff/handoff.ts';
import { decodeHandoff } from '../../domain/handoff/record/codec.ts';
import { entryKey } from '../../domain/handoff/entry.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { Verdict } from '../../domain/qualification/verdict.ts';
import { dueForRep } from '../../domain/routing/due-for-rep.ts';
import { writeHandoff } from '../../domain/handoff/record/write-handoff.ts';
import {
  turnKey,
  type Ledger,
  type LedgerEntry,
  type Mode,
  type RoutingKnown,
  type Turn,
} from '../ports/ledger.ts';
import type { CommitWorld } from './change.ts';
import {
  attemptOf,
  idOf,
  nextNth,
  openingInLine,
  routeAll,
  standingInLine,
  type InLine,
  type ToRoute,
} from './in-line.ts';
import type { ToJudge } from './judge-batch.ts';
import { toEntry } from './to-entry.ts';

/** A new attempt with its routing, as it was decided once. */
export interface Opened {
  readonly handoff: Handoff;
  /** It was decided by a run that died, so that its task may be there already. */
  readonly again: boolean;
}

/** What assigning came to, by contact. */
export interface Assigned {
  readonly opened: ReadonlyMap<ContactId, Opened>;
  readonly routed: ReadonlyMap<ContactId, Routed>;
}

/**
 * Opens new attempts and routes leads, once each: what was decided by a run that died is used again as it is, so neither
 * a second turn is taken nor another owner chosen. Both happen in one transaction of the ledger, before HubSpot is told.
 */
export async function assignBatch(
  ledger: Ledger,
  opens: readonly Extract<ToJudge, { as: 'open' }>[],
  routes: readonly ToRoute[],
  world: CommitWorld,
): Promise<Assigned> {
  const opened = new Map<ContactId, Opened>();
  const routed = new Map<ContactId, Routed>();
  const { mode } = world.policy;
  // A handoff that stands is live, whatever mode new ones are opened in.
  const groups: readonly (readonly [Mode, typeof opens, readonly ToRoute[]])[] =
    mode === 'live'
      ? [['live', opens, routes]]
      : [
          ['observe', opens, []],
          ['live', [], routes],
        ];
  for (const [groupMode, toOpen, toRoute] of groups) {
    if (toOpen.length === 0 && toRoute.length === 0) continue;
    const inLine = [
      ...toOpen.filter(goesToSales).map((one) => openingInLine(one, groupMode, world)),
      ...toRoute.map((one) => standingInLine(one, world)),
    ];
    const about = {
      mode: groupMode,
      handoffs: [
        ...toOpen.map((one) => ({ handoffId: idOf(one, groupMode), nth: 1 })),
        ...toRoute.map(({ seen }) => ({ handoffId: seen.handoff.id, nth: nextNth(seen.handoff) })),
      ],
      companyIds: [...new Set(inLine.flatMap(({ companyId }) => companyId ?? []))],
    };
    await ledger.assign(about, (known) => {
      const fresh = inLine.filter((lead) => !isKnown(lead, known));
      const batch = routeAll(fresh, known, world);
      const entries: LedgerEntry[] = [];
      for (const one of toOpen) {
        const { contact } = one.seen;
        const id = idOf(one, groupMode);
        const standing = known.entries.get(id);
        const handoff = standing
          ? storedHandoff(standing, contact.properties)
          : opening(one, groupMode, batch.routed.get(id) ?? null, world);
        opened.set(handoff.contactId, { handoff, again: standing !== undefined });
        if (standing) continue;
        const properties = writeHandoff(null, handoff, contact.properties, world);
        entries.push(toEntry(handoff, properties, undefined, world));
      }
      for (const { seen, verdict } of toRoute) {
        const { id, contactId } = seen.handoff;
        const stored = known.turns.get(turnKey({ handoffId: id, nth: nextNth(seen.handoff) }));
        const to = stored ? routedAgain(stored, verdict, world) : batch.routed.get(id);
        if (to) routed.set(contactId, to);
      }
      return { entries, turns: batch.turns, standings: batch.standings };
    });
  }
  return { opened, routed };
}

function goesToSales({ judged }: ToJudge): boolean {
  return judged.verdict.status === 'awaiting_decision';
}

/** An opening is known by its handoff, a further routing by its turn. */
function isKnown({ handoffId: id, nth, opens }: InLine, known: RoutingKnown): boolean {
  return opens ? known.entries.has(id) : known.turns.has(turnKey({ handoffId: id, nth }));
}

function opening(
  one: Extract<ToJudge, { as: 'open' }>,
  mode: Mode,
  to: Routed | null,
  world: CommitWorld,
): Handoff {
  const { seen, judged, trigger, entry } = one;
  return openHandoff(
    {
      contactId: seen.contact.id,
      attempt: attemptOf(one, mode),
      opening: {
        at: world.people.now,
        trigger,
        mode,
        policyVersion: world.live.version,
        verdict: judged.verdict,
        facts: judged.facts,
      },
      entry: entry === null ? null : entryKey(entry),
      previous: seen.handoff,
      routed: to,
    },
    world,
  );
}

function storedHandoff(entry: LedgerEntry, contact: Parameters<typeof decodeHandoff>[1]): Handoff {
  const read = decodeHandoff(entry.record, contact);
  if (read.kind !== 'handoff') {
    throw new Error(`The ledger's handoff ${entry.handoffId} cannot be read`);
  }
  return read.handoff;
}

/** A turn that was taken before: the same owner, with a due time counted from now. */
function routedAgain({ routing }: Turn, { sla }: Verdict, { people }: CommitWorld): Routed {
  // The column holds what `toRouted` gave; nothing else writes it.
  const { assignment } = routing as Routed;
  const { ownerId, pool } = assignment;
  const rep = people.reps.get(ownerId ?? '') ?? null;
  const due = ownerId !== null && sla ? dueForRep(sla, rep, pool, people) : null;
  return {
    assignment: {
      ...assignment,
      at: people.now,
      calendar: due?.calendar ?? '',
      blocks: due?.blocks ?? [],
    },
    due: due ? { dueAt: due.dueAt, warnAt: due.warnAt } : (routing as Routed).due,
  };
}
