import type { Routed } from '../domain/handoff/command.ts';
import type { Surroundings } from '../domain/handoff/clock/next-action.ts';
import { openHandoff, type ToOpen } from '../domain/handoff/open-handoff.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import type { Assignment, Opening } from '../domain/handoff/progress.ts';
import { ownerId, poolId } from '../domain/ids.ts';
import type { Verdict } from '../domain/qualification/verdict.ts';
import { dueForRep } from '../domain/routing/due-for-rep.ts';
import { aVerdict } from './a-verdict.ts';
import { ADA, surroundings } from './surroundings.ts';

/** Key of the entry that a handoff of {@link aHandoff} answers. */
export const ENTRY = 'marketingqualifiedlead@2026-11-20T09:00:00.000Z';

/** What a test may want different of a handoff. */
export interface HandoffWishes extends Partial<Omit<ToOpen, 'opening'>> {
  readonly verdict?: Partial<Verdict> | undefined;
  readonly opening?: Partial<Opening> | undefined;
}

/** A Tier 1 lead that asked for a demo, handed to Ada just now and due in thirty minutes, unless wishes say otherwise. */
export function aHandoff(
  { verdict, opening, ...wishes }: HandoffWishes = {},
  around: Surroundings = surroundings(),
): Handoff {
  const judged = aVerdict(verdict);
  const open: ToOpen = {
    contactId: '101',
    attempt: 1,
    entry: ENTRY,
    previous: null,
    routed: judged.status === 'awaiting_decision' ? routedTo(ADA, around) : null,
    ...wishes,
    opening: {
      at: around.people.now,
      trigger: 'became Marketing Qualified Lead',
      mode: 'live',
      policyVersion: 'v1',
      verdict: judged,
      facts: {
        id: '101',
        properties: {
          firstname: 'Mia',
          lastname: 'Sommer',
          email: 'mia@example.com',
          phone: '+49 30 1',
        },
        company: { id: '501', properties: { name: 'Nordlicht Bank' } },
      },
      ...opening,
    },
  };
  return openHandoff(open, around);
}

/** A routing by rotation to somebody, due as the verdict of {@link aVerdict} says; to nobody where `owner` is null. */
export function routedTo(
  owner: string | null,
  around: Surroundings,
  change: Partial<Pick<Assignment, 'nth' | 'via'>> & { readonly sla?: Verdict['sla'] } = {},
): Routed {
  const { policy, people } = around;
  const { sla = { minutes: 30, warnAfterMinutes: 5 }, ...assignment } = change;
  const rep = people.reps.get(owner ?? policy.roles.revops ?? '') ?? null;
  const target = owner === null ? { minutes: 60 } : sla;
  const clocked = target === null || change.via === 'meeting_host' ? null : target;
  const due = clocked && dueForRep(clocked, rep, 'emea', people);
  return {
    due: due && { dueAt: due.dueAt, warnAt: owner === null ? null : due.warnAt },
    assignment: {
      nth: 1,
      at: people.now,
      ownerId: owner === null ? null : ownerId(owner),
      pool: poolId('emea'),
      via: owner === null ? 'nobody_eligible' : 'pool',
      rule: null,
      reason: owner === null ? 'Nobody in EMEA can take it now.' : 'It was your turn in EMEA.',
      stage: 'ae',
      calendar: due?.calendar ?? '',
      blocks: due?.blocks ?? [],
      trace: [],
      ...assignment,
    },
  };
}
