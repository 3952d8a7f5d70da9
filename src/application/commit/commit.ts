import type { Command, StepContext } from '../../domain/handoff/command.ts';
import { whoHadIt } from '../../domain/handoff/divert.ts';
import { goesToAccount } from '../../domain/handoff/goes-to-account.ts';
import type { HandoffEvent } from '../../domain/handoff/events.ts';
import { evolveAll, ownerOf } from '../../domain/handoff/evolve.ts';
import { type Handoff } from '../../domain/handoff/handoff.ts';
import { BATON } from '../../domain/handoff/progress.ts';
import { writeHandoff } from '../../domain/handoff/record/write-handoff.ts';
import { mayPassOn } from '../../domain/handoff/steps/pass-on.ts';
import { step } from '../../domain/handoff/steps/step.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { LedgerEntry } from '../ports/ledger.ts';
import { assignBatch } from './assign-batch.ts';
import type { ToRoute } from './in-line.ts';
import type { Change, CommitDeps, CommitWorld, Outcome, Seen } from './change.ts';
import { finish } from './finish.ts';
import type { Written } from './written.ts';
import { noticesOf } from './notices-of.ts';
import { findContacts, openWorld } from './find.ts';
import { judgeBatch, type Proposed, type ToJudge } from './judge-batch.ts';

/**
 * Carries out what worker, card, clock or command line want of handoffs: the one way in which a handoff changes (design
 * §2.9). For the whole batch together, while nobody else can change these contacts:
 *
 * 1. read the contacts, and let each change say from what was found what shall happen;
 * 2. judge and route what has to be, once, in one transaction of the ledger;
 * 3. step, and write the contacts: that update is the commit point;
 * 4. see to tasks and timeline, and let the ledger follow.
 *
 * Doing it again changes nothing, so whoever dies between two calls is simply run once more: the ledger has then not
 * followed, and what is missing is done. Calls for a batch of new leads without deals: read contacts, read companies,
 * update contacts, create tasks.
 *
 * @returns one outcome for each change, in no order
 */
export async function commit(
  deps: CommitDeps,
  changes: readonly Change[],
  now: Instant,
): Promise<readonly Outcome[]> {
  if (changes.length === 0) return [];
  const ids = changes.map(({ contactId }) => contactId);
  // A person decides on what they saw: what happens while they wait for their turn is told to the change.
  const asked = changes.filter(({ requestId }) => requestId !== undefined);
  const arrived =
    asked.length > 0
      ? await deps.ledger.newest(asked.map(({ contactId }) => contactId))
      : new Map<ContactId, LedgerEntry>();
  const { outcomes, notices } = await deps.ledger.exclusively(ids, async () => {
    const world = await openWorld(deps, now);
    const { proposed, settled } = await propose(deps, changes, arrived, world);
    const judged = await judgeBatch(deps, proposed, world);
    const written = await decide(deps, proposed, judged, world);
    const finished = await finish(deps, written.toWrite, world);
    return {
      outcomes: [...settled, ...written.refused, ...finished],
      notices: noticesOf(finished, world),
    };
  });
  // Nobody waits for a bell: it never rejects, and what it tells of stands in HubSpot.
  if (notices.length > 0) void deps.notify.send(notices);
  return outcomes;
}

/** What each change wants, and the outcomes of those that need nothing more. */
async function propose(
  deps: CommitDeps,
  changes: readonly Change[],
  arrived: ReadonlyMap<ContactId, LedgerEntry>,
  world: CommitWorld,
): Promise<{ readonly proposed: readonly Proposed[]; readonly settled: readonly Outcome[] }> {
  const ids = changes.map(({ contactId }) => contactId);
  const reads = [
    ...new Set([...world.live.reads.contact, ...changes.flatMap(({ alsoRead }) => alsoRead ?? [])]),
  ];
  const { seen, damaged } = await findContacts(deps, ids, reads, arrived);
  const found = changes.flatMap((change) => {
    const one = seen.get(change.contactId);
    return one ? [{ change, seen: one }] : [];
  });
  const repeats = await repeatsOf(deps, found);
  const settled: Outcome[] = changes.flatMap(({ contactId }): readonly Outcome[] => {
    const message = damaged.get(contactId);
    if (message !== undefined) return [{ contactId, kind: 'failed', message }];
    return seen.has(contactId) ? [] : [{ contactId, kind: 'gone' }];
  });
  const proposed: Proposed[] = [];
  for (const one of found) {
    const { contactId } = one.change;
    const proposal = repeats.get(contactId) ?? one.change.propose(one.seen, world);
    if (proposal.kind === 'refused') settled.push(refusedBy(one, proposal.refusal));
    else proposed.push({ ...one, proposal });
  }
  return { proposed, settled };
}

function refusedBy(
  { change, seen }: Pick<Proposed, 'change' | 'seen'>,
  refusal: Extract<Outcome, { kind: 'refused' }>['refusal'],
): Outcome {
  const { contact, handoff } = seen;
  return { contactId: change.contactId, kind: 'refused', refusal, contact, handoff };
}

/** Makes events of what is wanted; nothing is told to HubSpot yet. */
async function decide(
  deps: CommitDeps,
  proposed: readonly Proposed[],
  judged: readonly ToJudge[],
  world: CommitWorld,
): Promise<{ readonly toWrite: readonly Written[]; readonly refused: readonly Outcome[] }> {
  const judgedOf = new Map(judged.map((one) => [one.change.contactId, one]));
  const opens = judged.filter((one) => one.as === 'open');
  const routes = proposed.flatMap((one) => toRoute(one, judgedOf.get(one.change.contactId), world));
  const { opened, routed } = await assignBatch(deps.ledger, opens, routes, world);
  const toWrite: Written[] = [];
  const refused: Outcome[] = [];
  for (const one of proposed) {
    const { change, seen, proposal } = one;
    const { contactId } = change;
    const open = opened.get(contactId);
    if (open) {
      toWrite.push({
        ...unchanged(one),
        what: 'open',
        handoff: open.handoff,
        events: open.handoff.events,
        properties: writeHandoff(null, open.handoff, seen.contact.properties, world),
        tasks: open.again ? 'check' : 'new',
      });
      continue;
    }
    const judgement = judgedOf.get(contactId);
    const command = commandOf(one, judgement, routed.get(contactId) ?? null, world);
    if (seen.handoff === null || command === null) {
      toWrite.push(unchanged(one));
      continue;
    }
    const stepped = step(seen.handoff, command, contextOf(one, world), change.requestId);
    if (!stepped.ok) {
      refused.push(refusedBy(one, stepped.reason));
      continue;
    }
    toWrite.push({
      ...unchanged(one),
      ...written(seen.handoff, stepped.value, seen, world),
      what: command.do,
      activity: 'activity' in proposal ? proposal.activity : null,
    });
  }
  return { toWrite, refused };
}

/** Nothing happens to the handoff; where its tasks may be missing, they are seen to. */
function unchanged({ change, seen, proposal }: Proposed): Written {
  const { contactId, requestId, by } = change;
  const { handoff } = seen;
  const looks = proposal.kind === 'ensure' || proposal.kind === 'repeated' || isBehind(seen);
  return {
    contactId,
    seen,
    what: proposal.kind === 'nothing' ? 'nothing_to_do' : proposal.kind,
    handoff,
    events: [],
    properties: {},
    tasks: looks ? 'check' : 'none',
    activity: null,
    requestId,
    by,
  };
}

function written(
  before: Handoff,
  events: readonly HandoffEvent[],
  { contact }: Seen,
  world: CommitWorld,
): Pick<Written, 'handoff' | 'events' | 'properties' | 'tasks'> {
  const handoff = evolveAll(before, events);
  const properties =
    events.length === 0 ? {} : writeHandoff(before, handoff, contact.properties, world);
  return { handoff, events, properties, tasks: 'check' };
}

function contextOf({ change, seen, proposal }: Proposed, world: CommitWorld): StepContext {
  return {
    policy: world.policy,
    people: world.people,
    by: proposal.kind === 'command' && proposal.byHand ? change.by : BATON,
    leadStatus: seen.contact.properties['hs_lead_status'] ?? null,
  };
}

/** Requests that were carried out before: known by the record, or by the ledger where the record had to shed them. */
async function repeatsOf(
  { ledger }: CommitDeps,
  found: readonly Pick<Proposed, 'change' | 'seen'>[],
): Promise<ReadonlyMap<string, Extract<Proposed['proposal'], { kind: 'repeated' | 'refused' }>>> {
  const asked = found.flatMap(({ change, seen }) =>
    change.requestId !== undefined && seen.handoff
      ? [{ change, handoff: seen.handoff, requestId: change.requestId }]
      : [],
  );
  if (asked.length === 0) return new Map();
  const known = await ledger.requests(
    asked.map(({ handoff, requestId }) => ({ handoffId: handoff.id, requestId })),
  );
  return new Map(
    asked.flatMap(({ change, handoff, requestId }) => {
      const event = handoff.events.find((one) => one.requestId === requestId);
      const finished = known.find(
        (one) =>
          one.handoffId === handoff.id && one.requestId === requestId && one.message !== null,
      );
      const by = event?.by ?? finished?.by;
      if (by === undefined) return [];
      const message = 'Somebody else sent this request before. Reload the card and decide again.';
      return [
        [
          change.contactId,
          by === change.by
            ? ({ kind: 'repeated' } as const)
            : ({ kind: 'refused', refusal: { outcome: 'forbidden', message } } as const),
        ] as const,
      ];
    }),
  );
}

/** A handoff that stands and needs an owner for what is wanted of it. */
function toRoute(
  one: Proposed,
  judged: ToJudge | undefined,
  world: CommitWorld,
): readonly ToRoute[] {
  const { seen, proposal } = one;
  const { handoff } = seen;
  if (!handoff) return [];
  const standing = { ...seen, handoff };
  const { verdict, facts } = handoff.opened;
  const waitingSince = ownerOf(handoff) === null ? handoff.opened.at : null;
  if (judged?.as === 'release') {
    return judged.judged.verdict.status === 'awaiting_decision'
      ? [{ seen: standing, ...judged.judged, exclude: [], waitingSince }]
      : [];
  }
  // What goes to the owner of its account takes no turn, and its step finds them; a person who asks for sales gets sales.
  if (proposal.kind !== 'command' || (goesToAccount(handoff) && !proposal.byHand)) return [];
  const { command } = proposal;
  if (command.do === 'route')
    return [{ seen: standing, verdict, facts, meetingHost: null, exclude: [], waitingSince }];
  if (command.do !== 'pass_on' || goesToAccount(handoff)) return [];
  // Whoever may not pass it on takes no turn.
  const may = mayPassOn(handoff, command, contextOf(one, world));
  return may.ok
    ? [
        {
          seen: standing,
          verdict,
          facts,
          meetingHost: null,
          exclude: whoHadIt(handoff),
          waitingSince: null,
        },
      ]
    : [];
}

/** The command of a proposal with the routing it needed; null where the proposal is none. */
function commandOf(
  { proposal }: Proposed,
  judged: ToJudge | undefined,
  routed: Extract<Command, { do: 'route' }>['routed'],
  world: CommitWorld,
): Command | null {
  if (judged?.as === 'release') {
    return { do: 'release', ...judged.judged, policyVersion: world.live.version, routed };
  }
  if (proposal.kind !== 'command') return null;
  const { command } = proposal;
  return command.do === 'route' || command.do === 'pass_on' ? { ...command, routed } : command;
}

/** The ledger has not followed what the contact says: a process died between the two. */
function isBehind({ handoff, entry }: Seen): boolean {
  return (
    handoff?.opened.mode === 'live' &&
    (entry?.handoffId !== handoff.id || entry.version < handoff.version)
  );
}
