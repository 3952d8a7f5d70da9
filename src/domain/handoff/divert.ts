import type { LeadFacts } from '../condition/lead-facts.ts';
import { ownerId } from '../ids.ts';
import type { Verdict } from '../qualification/verdict.ts';
import { findAccountOwner, type AccountPeople } from '../routing/account-owner.ts';
import { dueForRep } from '../routing/due-for-rep.ts';
import { leadToRoute } from '../routing/lead-to-route.ts';
import { HELD_MINUTES } from '../routing/routing.ts';
import type { SlaTarget } from '../sla/sla-target.ts';
import type { Surroundings } from './clock/next-action.ts';
import type { Routed } from './command.ts';
import { nobodyHas, ownsAccount } from './divert-words.ts';
import type { HandoffEvent } from './events.ts';
import { NO_ACCOUNT_OWNER } from './goes-to-account.ts';
import type { Handoff } from './handoff.ts';
import { stageOf } from './to-routed.ts';

/** A request without a class of its own is answered within this time. */
const ONE_DAY: SlaTarget = { businessDays: 1 };

/** What a diverted lead is given on. */
export interface ToDivert {
  readonly verdict: Pick<Verdict, 'sla' | 'diverted'>;
  readonly facts: LeadFacts;
  /** Which routing of the handoff it is, from 1. */
  readonly nth: number;
  readonly people: Omit<AccountPeople, 'sales'>;
}

/** How fast whoever has a diverted lead has to answer: the class of the request (design §5). */
export function answerTarget({ sla }: Pick<Verdict, 'sla'>): SlaTarget {
  return sla ?? ONE_DAY;
}

/**
 * Gives a lead to whoever has its account (R73, P1.7), due by the class of the request in their hours; to nobody, with
 * what to do about it, where there is no such person. No pool is asked and no turn is taken.
 */
export function divert(
  { verdict, facts, nth, people: known }: ToDivert,
  { policy, people }: Surroundings,
): Routed {
  const { owner, trace } = findAccountOwner({ ...known, sales: policy.roles.sales }, people);
  const about = { verdict, facts };
  const common = {
    nth,
    at: people.now,
    pool: null,
    rule: verdict.diverted?.rule ?? null,
    stage: stageOf(null, policy),
    trace,
  };
  if (owner === null) {
    const assigns = policy.routing.fallback?.processOwner ?? policy.roles.revops;
    const minutes = policy.routing.fallback?.dueMinutes ?? HELD_MINUTES;
    const { dueAt, calendar, blocks } = dueForRep(
      { minutes },
      people.reps.get(assigns ?? '') ?? null,
      null,
      people,
    );
    const reason = nobodyHas(about, policy.roles.sales !== null);
    return {
      due: { dueAt, warnAt: null },
      assignment: { ...common, ownerId: null, via: NO_ACCOUNT_OWNER, reason, calendar, blocks },
    };
  }
  const { rep, via } = owner;
  const { dueAt, warnAt, calendar, blocks } = dueForRep(answerTarget(verdict), rep, null, people);
  return {
    due: { dueAt, warnAt },
    assignment: {
      ...common,
      ownerId: ownerId(rep.ownerId),
      via,
      reason: ownsAccount(about, via, rep.name),
      calendar,
      blocks,
    },
  };
}

/** A handoff that stands, given to whoever has its account; the contact's owner is the one it was found with. */
export function divertAgain(
  handoff: Pick<Handoff, 'opened' | 'assignment'>,
  around: Surroundings,
  change: { readonly contactOwner?: string | null; readonly exclude?: readonly string[] } = {},
): Routed {
  const { verdict, facts } = handoff.opened;
  const people = { ...peopleOf(facts), ...change };
  return divert({ verdict, facts, nth: (handoff.assignment?.nth ?? 0) + 1, people }, around);
}

/** Who has to do with the account, as the facts say. */
export function peopleOf(facts: LeadFacts): ToDivert['people'] {
  const { contactOwner, companyOwner, dealOwner, exclude } = leadToRoute(facts, {
    sla: null,
    chosen: null,
    contactOwner: facts.properties['hubspot_owner_id'] || null,
    meetingHost: null,
    exclude: [],
    waitingSince: null,
  });
  return { contactOwner, companyOwner, dealOwner, exclude };
}

/** Who has a handoff and who passed it on before. */
export function whoHadIt({ events, state }: Pick<Handoff, 'events' | 'state'>): readonly string[] {
  const before = events.flatMap((event: HandoffEvent) =>
    (event.kind === 'passed_on' || event.kind === 'carried_over') && event.from ? [event.from] : [],
  );
  return 'owner' in state ? [state.owner, ...before] : before;
}
