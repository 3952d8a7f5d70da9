import { openingChecklist } from './explain/opening-checklist.ts';
import { fillPlay } from '../words/play-text.ts';
import { toIso, type Instant } from '../instant.ts';
import { askFor } from './what-if/ask-for.ts';
import { assess, type Assessment } from './assess/assess.ts';
import { checklistFacts } from './explain/checklist-facts.ts';
import type { EventEvidence, Occurrence } from './compile/compile-evidence.ts';
import type { CompiledPolicy } from './compile/compiled-policy.ts';
import { DERIVED_ACTS } from '../condition/acts-of.ts';
import { isMessageUndated } from '../condition/message-date.ts';
import type { Verdict, EvidenceLine } from './verdict.ts';
import { withCopy } from './compile/with-copy.ts';
import { textOf, type LeadContext } from './explain/lead-context.ts';
import type { LeadFacts } from '../condition/lead-facts.ts';
import { nextTier } from './what-if/next-tier.ts';
import { qualify, workOut } from './qualify.ts';
import type { Scratch } from './compile/world.ts';
import { signalPhrase, type Signal } from './explain/signals.ts';
import { rankAt } from './assess/rank.ts';
import { withLead } from './assess/with-lead.ts';

export { choosePool } from './choose-pool.ts';

/**
 * The whole verdict on one lead: `qualify`, explained. To scores, disqualification, tier, reason and play it adds the
 * question worth asking, what would lift the lead, what a rep may say, the checklist and the play's text. Who works the
 * lead and when it is due is not settled here.
 *
 * @param compiled - may be judging other leads at the same time
 * @param facts - of the lead
 * @param now - the same facts, policy and instant always give the same verdict
 */
export function judge(compiled: CompiledPolicy, facts: LeadFacts, now: Instant): Verdict {
  return withLead(compiled, facts, now, (world, assessment, { own, others }) =>
    explain(own, facts, world, assessment, others),
  );
}

function explain(
  compiled: CompiledPolicy,
  facts: LeadFacts,
  world: Scratch,
  assessment: Assessment,
  others: readonly CompiledPolicy[],
): Verdict {
  const { qualification, signals, context, play } = workOut(
    compiled,
    facts,
    world,
    assessment,
    others,
  );
  const actual = rankAt(compiled, assessment);
  const { disqualified, bestTier, worstTier, fit, reason, cadence } = qualification;
  const acts = signals
    .filter(({ rule }) => rule.kind >= 0)
    .map((signal) => ({ text: signalPhrase(signal), dated: !Number.isNaN(signal.newest) }));
  return {
    ...qualification,
    askFor: bestTier === worstTier ? null : askFor(compiled, world, actual),
    nextTier: disqualified ? null : nextTier(compiled, world, actual),
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
  return withLead(compiled, facts, now, (world, assessment, { own: model }) => {
    const actual = rankAt(model, assessment);
    return withCopy(model, world, (ahead) => {
      for (const rule of model.intent) {
        if (rule.evidence.kind !== 'event' || !isRead(rule.evidence)) continue;
        const most = Math.max(rule.evidence.atLeast, Math.min(rule.maxCount, 10));
        ahead.occurrences[rule.index] = Array.from({ length: most }, () => NOW);
        if (rankAt(model, assess(model, ahead)) !== actual) return true;
      }
      return false;
    });
  });
}

/**
 * Would reading when the lead wrote its message be worth a call? True where nothing dates it, and written now it would
 * change the tier, the class or the state.
 */
export function messageCouldChange(
  compiled: CompiledPolicy,
  facts: LeadFacts,
  now: Instant,
): boolean {
  if (!isMessageUndated(facts)) return false;
  const value = facts.properties['message'] ?? '';
  const known = qualify(compiled, facts, now);
  const ahead = qualify(
    compiled,
    { ...facts, history: { message: [{ value, at: toIso(now) }] } },
    now,
  );
  return known.tier !== ahead.tier || known.class !== ahead.class || known.status !== ahead.status;
}

/** Does this evidence count what only reading the lead's events can tell? */
function isRead({ types }: EventEvidence): boolean {
  return [...types].some((type) => !DERIVED_ACTS.includes(type));
}

const NOW: Occurrence = { age: 0, act: { type: '', occurredAt: '', properties: {} } };

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
    signal: signals.find(({ rule }) => rule.rule.say !== null)?.rule.rule.say ?? null,
  };
}
