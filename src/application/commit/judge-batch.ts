import type { LeadFacts } from '../../domain/condition/lead-facts.ts';
import { comesBackBy } from '../../domain/handoff/reenter.ts';
import type { Entry } from '../../domain/handoff/entry.ts';
import { judge } from '../../domain/qualification/judge.ts';
import { qualify } from '../../domain/qualification/qualify.ts';
import type { Verdict } from '../../domain/qualification/verdict.ts';
import type { Change, CommitDeps, CommitWorld, Proposal, Seen } from './change.ts';
import { meetingHosts } from './meeting-hosts.ts';
import { gatherFacts } from './gather-facts.ts';

/** A change with what was found and what shall happen. */
export interface Proposed {
  readonly change: Change;
  readonly seen: Seen;
  readonly proposal: Proposal;
}

/** What the policy says of a lead, on which facts. */
export interface Judged {
  readonly facts: LeadFacts;
  readonly verdict: Verdict;
  /** Owner id of whoever has a meeting with the lead that lies ahead; null where nobody has. */
  readonly meetingHost: string | null;
}

/** A new attempt that is due, or a hold to judge again; null where nothing changes. */
export type ToJudge = Proposed & { readonly judged: Judged } & (
    | { readonly as: 'open'; readonly trigger: string; readonly entry: Entry | null }
    | { readonly as: 'release' }
  );

/**
 * Judges what has to be judged, on facts that are read for all of them together. A lead that might come back and does
 * not is left out.
 */
export async function judgeBatch(
  deps: Pick<CommitDeps, 'crm'>,
  proposed: readonly Proposed[],
  world: CommitWorld,
): Promise<readonly ToJudge[]> {
  const { now } = world.people;
  const { compiled, policy } = world.live;
  const asked = proposed.filter(({ proposal }) => NEEDS_FACTS.has(proposal.kind));
  if (asked.length === 0) return [];
  const known = await gatherFacts(
    deps.crm,
    world.live,
    asked.map(({ seen }) => seen),
    now,
  );
  const judgedAll = asked.flatMap((one): readonly ToJudge[] => {
    const { proposal, seen } = one;
    const facts = known.get(seen.contact.id);
    if (!facts) return [];
    const judged = () => ({ facts, verdict: judge(compiled, facts, now), meetingHost: null });
    if (proposal.kind === 'release') return [{ ...one, judged: judged(), as: 'release' }];
    if (proposal.kind === 'open') {
      const { trigger, entry } = proposal;
      return [{ ...one, judged: judged(), as: 'open', trigger, entry }];
    }
    if (proposal.kind !== 'reconsider' || !seen.handoff) return [];
    const trigger = comesBackBy(seen.handoff, qualify(compiled, facts, now), policy, now);
    if (trigger === null) return [];
    return [{ ...one, judged: judged(), as: 'open', trigger, entry: proposal.entry }];
  });
  const forSales = judgedAll.filter(({ judged }) => judged.verdict.status === 'awaiting_decision');
  const hosts = await meetingHosts(
    deps.crm,
    forSales.map(({ seen }) => seen),
    now,
  );
  return judgedAll.map((one) => {
    const meetingHost = hosts.get(one.seen.contact.id) ?? null;
    return { ...one, judged: { ...one.judged, meetingHost } };
  });
}

const NEEDS_FACTS: ReadonlySet<Proposal['kind']> = new Set(['open', 'release', 'reconsider']);
