import { openingChecklist } from '../handoff/checklist.ts';
import { fillPlay } from '../handoff/play-text.ts';
import type { Instant } from '../instant.ts';
import type { Play } from '../policy/policy-schema.ts';
import { askFor } from './ask-for.ts';
import { assess, type Assessment } from './assess.ts';
import { checklistFacts } from './checklist-facts.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
export { choosePool, type PoolChoice } from './choose-pool.ts';
import type { DecidedStatus, Decision, EvidenceLevel, EvidenceLine } from './decision.ts';
import { fillWorld } from './fill-world.ts';
import { contextOf, textOf, type LeadContext } from './lead-context.ts';
import type { LeadFacts } from './lead-facts.ts';
import { nextTier } from './next-tier.ts';
import { reasonOf } from './reason.ts';
import { fitLines, intentLines } from './score-lines.ts';
import { signalPhrase, signalsOf, type Signal } from './signals.ts';
import { rankAt, tierOfRank, tierRange } from './tier-range.ts';
import { TRUE } from './truth.ts';
import type { World } from './world.ts';

/**
 * Decides one lead: scores, disqualification, tier, reason, play and what could change it. Pure: the same facts, policy
 * and `now` always give the same decision. Who works the lead and when it is due is not decided here.
 *
 * `askFor`, `nextTier`, `know`, `checklist` and `playText` are worked out when they are first read: a backtest over a
 * million leads reads none of them. They are ordinary properties to everybody else, also for `JSON.stringify`.
 */
export function decide(compiled: CompiledPolicy, facts: LeadFacts, now: Instant): Decision {
  const world = fillWorld(compiled, facts, now);
  const assessment = assess(compiled, world);
  const { stoppedBy, grade } = assessment;
  const stop = stopOf(world, stoppedBy);
  const entry = stop ? undefined : compiled.tiers[assessment.entry];
  const tier = entry?.tier ?? null;
  const requested = world.view.requested === TRUE;
  const context = contextOf(facts);
  const missing = missingOf(compiled, world, facts);
  const signals = signalsOf(compiled, world);
  const play = stop ? null : playOf(compiled, world, tier);
  const fitConfirmed = grade === 'A' || grade === 'B';
  const proofs = {
    fit: fitConfirmed && stop === null,
    intent: requested || assessment.level < 3,
    context:
      context.source !== null && (context.offer ?? context.message ?? signals[0]) !== undefined,
  };
  const range =
    stop === null
      ? tierRange(compiled, world, assessment)
      : ({ best: 4, worst: 4, isBound: false } as const);
  const fit = fitLines(compiled, world, assessment);
  const intent = intentLines(compiled, world, assessment);
  const reason = reasonOf(compiled, world, { stoppedBy: stop, signals, grade });

  let asked: Decision['askFor'] | undefined;
  let next: Decision['nextTier'] | undefined;
  let knowLines: Decision['know'] | undefined;
  let items: Decision['checklist'] | undefined;
  let text: Decision['playText'] | undefined;
  return {
    id: facts.id,
    status: statusOf({
      stopped: stop !== null,
      state: entry?.entry.state,
      placed: entry !== undefined,
      requested,
      missing,
      facts,
    }),
    tier,
    class: entry?.entry.id ?? null,
    fit: {
      score: orNull(assessment.fitScore),
      grade,
      contributions: fit,
    },
    intent: {
      score: orNull(assessment.intentScore),
      level: assessment.level,
      contributions: intent,
    },
    disqualified: stop,
    missing,
    bestTier: tierOfRank(range.best),
    worstTier: tierOfRank(range.worst),
    tierRangeIsBound: range.isBound,
    get askFor() {
      return (asked ??= range.best === range.worst ? null : askFor(compiled, facts, now));
    },
    get nextTier() {
      return (next ??= stop ? null : nextTier(compiled, facts, now));
    },
    reason,
    play: play?.id ?? null,
    cadence: entry?.entry.cadence ?? null,
    sla: entry?.entry.sla ?? null,
    evidence: evidenceOf(compiled, facts),
    signals: signalIds(compiled, world),
    requested,
    get know() {
      return (knowLines ??= knowOf(compiled, fit, signals));
    },
    get checklist() {
      return (items ??= openingChecklist(
        checklistFacts(compiled, facts, {
          context,
          grade,
          fitConfirmed,
          reason,
          stop,
          acts: signals
            .filter(({ rule }) => rule.kind >= 0)
            .map((signal) => ({ text: signalPhrase(signal), dated: !Number.isNaN(signal.newest) })),
          play,
          cadence: entry?.entry.cadence ?? null,
        }),
      ));
    },
    proofs,
    source: context.source,
    campaign: context.campaign,
    offer: context.offer,
    topic: context.topic,
    get playText() {
      return (text ??= play ? fillPlay(play, safeFacts(facts, context, signals)) : null);
    },
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

function orNull(score: number): number | null {
  return Number.isNaN(score) ? null : score;
}

/** A person's "not our ICP", given with a reason, stops a lead like a rule does (R39). */
function stopOf(world: World, stoppedBy: Assessment['stoppedBy']): Decision['disqualified'] {
  if (stoppedBy) {
    const { id, reasonCode, label } = stoppedBy;
    return { rule: id, reasonCode, label };
  }
  if (world.override !== 'not_icp') return null;
  return {
    rule: 'not_icp',
    reasonCode: 'wrong_icp',
    label: `not our ICP: ${world.overrideReason.replace(/[.\s]+$/, '')}`,
  };
}

/**
 * The state of a decided lead (design §5). A lead that asks to be contacted never waits for data. Any other waits with
 * marketing while nobody could write to or call it, or while a required fact about the contact is missing; unknown
 * facts about the company do not hold it, they send it through the qualification step (R96).
 */
function statusOf(lead: {
  readonly stopped: boolean;
  readonly state: DecidedStatus | undefined;
  readonly placed: boolean;
  readonly requested: boolean;
  readonly missing: readonly string[];
  readonly facts: LeadFacts;
}): DecidedStatus {
  if (lead.stopped) return 'disqualified';
  if (!lead.placed) return lead.requested ? 'awaiting_decision' : 'nurture';
  if (lead.state !== undefined && lead.state !== 'awaiting_decision') return lead.state;
  if (lead.requested) return 'awaiting_decision';
  const { properties } = lead.facts;
  const unreachable = !properties['email'] && !properties['phone'] && !properties['mobilephone'];
  const waits = unreachable || lead.missing.some((field) => field.startsWith('contact.'));
  return waits ? 'held_needs_data' : 'awaiting_decision';
}

function missingOf(compiled: CompiledPolicy, world: World, facts: LeadFacts): readonly string[] {
  const missing: string[] = [];
  for (const { field, slot } of compiled.required) if (world.set[slot] === 0) missing.push(field);
  const override = facts.properties['handoff_fit_override'];
  if (override && world.override === null) missing.push('contact.handoff_fit_override_reason');
  return missing;
}

function signalIds(compiled: CompiledPolicy, world: World): readonly string[] {
  const ids: string[] = [];
  for (const { rule, test } of compiled.fit) {
    if (test(world.truths, world.view) === TRUE) ids.push(rule.id);
  }
  for (const { rule, index } of compiled.intent)
    if ((world.counts[index] ?? 0) > 0) ids.push(rule.id);
  return ids;
}

function playOf(compiled: CompiledPolicy, world: World, tier: Decision['tier']): Play | null {
  world.view.tier = tier;
  for (const { play, test } of compiled.plays) {
    if (test(world.truths, world.view) === TRUE) return play;
  }
  return null;
}

function evidenceOf(compiled: CompiledPolicy, facts: LeadFacts): EvidenceLevel {
  if (facts.events !== undefined) return 'events';
  return compiled.usesSegments && facts.segments !== undefined ? 'segments' : 'properties';
}

function knowOf(
  compiled: CompiledPolicy,
  fit: Decision['fit']['contributions'],
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
