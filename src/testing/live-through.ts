import type { LeadFacts, PropertyValues } from '../domain/condition/lead-facts.ts';
import type { Surroundings } from '../domain/handoff/clock/next-action.ts';
import type { Command, Refusal, Routed, StepContext } from '../domain/handoff/command.ts';
import { entryKey } from '../domain/handoff/entry.ts';
import type { HandoffEvent } from '../domain/handoff/events.ts';
import { evolveAll } from '../domain/handoff/evolve.ts';
import { type Handoff } from '../domain/handoff/handoff.ts';
import { BATON, type Actor } from '../domain/handoff/progress.ts';
import { planContact } from '../domain/handoff/plan-contact.ts';
import { decodeHandoff } from '../domain/handoff/record/codec.ts';
import { writeHandoff } from '../domain/handoff/record/write-handoff.ts';
import { step } from '../domain/handoff/steps/step.ts';
import { MINUTE, type Instant } from '../domain/instant.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { HANDOFF } from '../domain/property-names.ts';
import type { Verdict } from '../domain/qualification/verdict.ts';
import { aHandoff, ENTRY, routedTo } from './a-handoff.ts';
import { aVerdict } from './a-verdict.ts';
import type { Act, Life, Way } from './handoff-life.ts';
import { ADA, aPolicy, FRIDAY_TEN, surroundings } from './surroundings.ts';

/** What an act came to: the handoff before and after, and the contact as HubSpot shows it then. */
export interface Moment {
  /** Null at the opening of an attempt. */
  readonly before: Handoff | null;
  /** As it became. */
  readonly after: Handoff;
  readonly contact: PropertyValues;
  /** Properties that a person set since Baton last wrote them. */
  readonly byHand: ReadonlySet<string>;
  readonly around: Surroundings;
  /** What was asked of the handoff; null where nothing was, for example because time went by. */
  readonly asked: Asked | null;
}

/** A command with all that its step looked at, and what came of it. */
export interface Asked {
  readonly command: Command;
  readonly context: StepContext;
  readonly requestId: string | undefined;
  readonly refusal: Refusal | null;
  readonly events: readonly HandoffEvent[];
  readonly contactBefore: PropertyValues;
}

interface World {
  handoff: Handoff;
  contact: PropertyValues;
  byHand: ReadonlySet<string>;
  now: Instant;
  requests: number;
  last: Extract<Act, { act: 'asks' }> | null;
}

const LEAD_STATUS = { accepted: 'OPEN', rejected: 'UNQUALIFIED', recycled: 'OPEN_DEAL' };
const KEEPS_STAGE = aPolicy({ lifecycle: { onAccept: null, leadStatus: LEAD_STATUS } });
const MOVES_STAGE = aPolicy();

/**
 * Lives a life in memory the way a commit does: plan or command, step, evolve, write what changed to the contact, and
 * read the record back before anything else happens.
 *
 * @param life - how it begins and what happens
 * @param look - is shown every moment of it, the opening first
 */
export function liveThrough(life: Life, look: (moment: Moment) => void): void {
  const contact: PropertyValues = {
    lifecyclestage: 'marketingqualifiedlead',
    hs_v2_date_entered_marketingqualifiedlead: '2026-11-20T09:00:00.000Z',
    hs_lead_status: 'NEW',
    firstname: 'Mia',
    email: 'mia@example.com',
  };
  const policy = life.acceptMovesStage ? MOVES_STAGE : KEEPS_STAGE;
  const around = surroundings(FRIDAY_TEN, policy);
  const world: World = {
    handoff: opened(life.opening.found, life.opening.to, around, contact, null, ENTRY),
    contact,
    byHand: new Set(),
    now: FRIDAY_TEN,
    requests: 0,
    last: null,
  };
  const tell = (before: Handoff | null, asked: Moment['asked']): void => {
    look({
      before,
      after: world.handoff,
      contact: world.contact,
      byHand: world.byHand,
      around: surroundings(world.now, policy),
      asked,
    });
    world.handoff = readBack(world.contact);
  };
  write(world, writeHandoff(null, world.handoff, contact, around));
  tell(null, null);
  for (const act of life.acts) happens(act, world, policy, tell);
}

function happens(
  act: Act,
  world: World,
  policy: Policy,
  tell: (before: Handoff | null, asked: Moment['asked']) => void,
): void {
  const around = surroundings(world.now, policy);
  const ask = (command: Command, by: Actor, requestId?: string): void => {
    const before = world.handoff;
    const context: StepContext = {
      ...around,
      by,
      leadStatus: world.contact['hs_lead_status'] ?? null,
    };
    const stepped = step(before, command, context, requestId);
    const events = stepped.ok ? stepped.value : [];
    const contactBefore = world.contact;
    world.handoff = evolveAll(before, events);
    if (events.length > 0) {
      write(world, writeHandoff(before, world.handoff, world.contact, around));
    }
    const refusal = stepped.ok ? null : stepped.reason;
    tell(before, { command, context, requestId, refusal, events, contactBefore });
  };
  const follow = (by: Actor, to: Way, found: Partial<Verdict>, cause: 'told' | 'due'): void => {
    const before = world.handoff;
    const plan = planContact(world.contact, before, { ...around, causes: [cause] });
    if (plan.kind === 'command') {
      const { command } = plan;
      const routed = routing(to, before, before.opened.verdict, around);
      ask(command.do === 'route' ? { ...command, routed } : command, plan.byHand ? by : BATON);
    } else if (plan.kind === 'release') {
      const facts = factsOf(world.contact);
      const verdict = aVerdict(found);
      const toSales = verdict.status === 'awaiting_decision';
      const routed = toSales ? routing(to, before, verdict, around) : null;
      ask({ do: 'release', verdict, facts, policyVersion: 'v2', routed }, BATON);
    } else if (plan.kind === 'open') {
      const entry = plan.entry && entryKey(plan.entry);
      world.handoff = opened(found, to, around, world.contact, before, entry);
      write(world, writeHandoff(null, world.handoff, world.contact, around));
      tell(null, null);
    }
  };
  const before = world.handoff;
  switch (act.act) {
    case 'waits':
      world.now = (world.now + act.minutes * MINUTE) as Instant;
      tell(before, null);
      return;
    case 'asks': {
      world.last = act;
      world.requests += 1;
      ask(withRouting(act, before, around), act.by, `request ${world.requests}`);
      return;
    }
    case 'asks_again': {
      const requestId = `request ${world.requests}`;
      if (world.last === null || before.events.some((one) => one.requestId === requestId)) return;
      ask(withRouting(world.last, before, around), world.last.by, requestId);
      return;
    }
    case 'undoes':
      ask({ do: 'undo' }, before.undo?.by ?? ADA, `undo ${before.version}`);
      return;
    case 'edits':
      world.contact = { ...world.contact, ...act.values };
      world.byHand = new Set([...world.byHand, ...Object.keys(act.values)]);
      // HubSpot tells of each property; what was entered together with a state is seen with the next look.
      follow(act.by, act.to, act.found, 'told');
      follow(act.by, act.to, act.found, 'told');
      return;
    case 'looks':
      follow(BATON, act.to, act.found, 'due');
  }
}

function withRouting(
  { command, to }: Extract<Act, { act: 'asks' }>,
  handoff: Handoff,
  around: Surroundings,
): Command {
  return command.do === 'pass_on'
    ? { ...command, routed: routing(to, handoff, handoff.opened.verdict, around) }
    : command;
}

function routing(to: Way, handoff: Handoff | null, verdict: Verdict, around: Surroundings): Routed {
  const nth = (handoff?.assignment?.nth ?? 0) + 1;
  return routedTo(to.owner, around, { nth, via: to.via, sla: verdict.sla });
}

function opened(
  found: Partial<Verdict>,
  to: Way,
  around: Surroundings,
  contact: PropertyValues,
  previous: Handoff | null,
  entry: string | null,
): Handoff {
  const verdict = aVerdict(found);
  const toSales = verdict.status === 'awaiting_decision';
  return aHandoff(
    {
      verdict,
      opening: { facts: factsOf(contact) },
      attempt: (previous?.attempt ?? 0) + 1,
      previous,
      entry,
      routed: toSales ? routing(to, null, verdict, around) : null,
    },
    around,
  );
}

/** What a policy reads of a contact; never what Baton wrote on it. */
function factsOf(contact: PropertyValues): LeadFacts {
  const names = ['firstname', 'email', 'hubspot_owner_id'];
  return {
    id: '101',
    properties: Object.fromEntries(names.map((name) => [name, contact[name] ?? null])),
  };
}

/** HubSpot shows a cleared property as none. */
function write(world: World, written: Readonly<Record<string, string>>): void {
  const changed = Object.entries(written).map(([name, value]) => [name, value || null] as const);
  world.contact = { ...world.contact, ...Object.fromEntries(changed) };
  world.byHand = new Set([...world.byHand].filter((name) => !(name in written)));
}

function readBack(contact: PropertyValues): Handoff {
  const record = decodeHandoff(contact[HANDOFF.record], contact);
  if (record.kind !== 'handoff') throw new Error(`The record is ${JSON.stringify(record)}`);
  return record.handoff;
}
