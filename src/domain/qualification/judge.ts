import { openingChecklist } from './explain/opening-checklist.ts';
import { fillPlay } from '../words/play-text.ts';
import type { Instant } from '../instant.ts';
import { askFor } from './what-if/ask-for.ts';
import { assess } from './assess/assess.ts';
import { checklistFacts } from './explain/checklist-facts.ts';
import type { CompiledPolicy } from './compile/compiled-policy.ts';
import type { Verdict, EvidenceLine } from './verdict.ts';
import { fillWorld } from './compile/fill-world.ts';
import { textOf, type LeadContext } from './explain/lead-context.ts';
import type { LeadFacts } from '../condition/lead-facts.ts';
import { nextTier } from './what-if/next-tier.ts';
import { workOut } from './qualify.ts';
import { signalPhrase, type Signal } from './explain/signals.ts';
import { rankAt } from './assess/rank.ts';

export { choosePool } from './choose-pool.ts';

/**
 * Decides one lead and explains it: scores, disqualification, tier, reason, play, the question worth asking, what would
 * lift it and the checklist. Pure: the same facts, policy and `now` always give the same decision. Who works the lead
 * and when it is due is not decided here. Where explanations are not needed, `qualify` is many times faster.
 */
export function judge(compiled: CompiledPolicy, facts: LeadFacts, now: Instant): Verdict {
  const { qualification, signals, context, play } = workOut(compiled, facts, now);
  const { disqualified, bestTier, worstTier, fit, reason, cadence } = qualification;
  const acts = signals
    .filter(({ rule }) => rule.kind >= 0)
    .map((signal) => ({ text: signalPhrase(signal), dated: !Number.isNaN(signal.newest) }));
  return {
    ...qualification,
    askFor: bestTier === worstTier ? null : askFor(compiled, facts, now),
    nextTier: disqualified ? null : nextTier(compiled, facts, now),
    know: knowOf(compiled, fit.contributions, signals),
    checklist: openingChecklist(
      checklistFacts(compiled, facts, {
        context,
        grade: fit.grade,
        fitConfirmed: fit.grade === 'A' || fit.grade === 'B',
        reason,
        stop: disqualified,
        acts,
        play,
        cadence,
      }),
    ),
    playText: play ? fillPlay(play, safeFacts(facts, context, signals)) : null,
  };
}

/**
 * Would reading the lead's events be worth a call? True where the policy counts events, they have not been read, and
 * what they could say would change the tier.
 */
export function eventsCouldChange(
  compiled: CompiledPolicy,
  facts: LeadFacts,
  now: Instant,
): boolean {
  if (!compiled.usesEvents || facts.events !== undefined) return false;
  const world = fillWorld(compiled, facts, now);
  const actual = rankAt(compiled, assess(compiled, world));
  for (const rule of compiled.intent) {
    if (rule.evidence.kind !== 'event') continue;
    const most = Math.max(rule.evidence.atLeast, Math.min(rule.maxCount, 10));
    world.occurrences[rule.index] = Array.from({ length: most }, () => 0);
    if (rankAt(compiled, assess(compiled, world)) !== actual) return true;
  }
  return false;
}

function knowOf(
  compiled: CompiledPolicy,
  fit: Verdict['fit']['contributions'],
  signals: readonly Signal[],
): readonly EvidenceLine[] {
  const rules = new Set(compiled.fit.map(({ rule }) => rule.id));
  return [
    ...signals.map((signal) => ({
      rule: signal.rule.rule.id,
      text: signalPhrase(signal),
      say: signal.rule.rule.say ?? null,
    })),
    ...fit.flatMap(({ rule, label }) =>
      rules.has(rule) ? [{ rule, text: label, say: null }] : [],
    ),
  ];
}

function safeFacts(
  { properties, company }: LeadFacts,
  { offer, topic }: LeadContext,
  signals: readonly Signal[],
): Parameters<typeof fillPlay>[1] {
  return {
    firstName: textOf(properties['firstname']),
    company: textOf(company?.properties['name']) ?? textOf(properties['company']),
    offer,
    topic,
    signal: signals.find(({ rule }) => rule.rule.say !== undefined)?.rule.rule.say ?? null,
  };
}
