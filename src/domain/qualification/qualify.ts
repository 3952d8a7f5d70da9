import type { Instant } from '../instant.ts';
import type { Play } from '../policy/policy-schema.ts';
import { assess, type Assessment } from './assess/assess.ts';
import type { CompiledPolicy } from './compile/compiled-policy.ts';
import type { DecidedStatus, Verdict, EvidenceLevel } from './verdict.ts';
import { fillWorld } from './compile/fill-world.ts';
import { contextOf, type LeadContext } from './explain/lead-context.ts';
import type { LeadFacts } from '../condition/lead-facts.ts';
import { reasonOf } from './explain/reason.ts';
import { fitLines, intentLines } from './explain/score-lines.ts';
import { signalsOf, type Signal } from './explain/signals.ts';
import { tierOfRank } from './assess/rank.ts';
import { tierRange } from './what-if/tier-range.ts';
import { TRUE } from '../condition/truth.ts';
import type { World } from './compile/world.ts';

/** A decision without what only a reader needs: questions, next step, checklist and play text. */
export type Qualification = Omit<
  Verdict,
  'askFor' | 'nextTier' | 'know' | 'checklist' | 'playText'
>;

/** A qualification with what explaining it goes on from. */
export interface QualificationWork {
  readonly qualification: Qualification;
  readonly signals: readonly Signal[];
  readonly context: LeadContext;
  readonly play: Play | null;
}

/**
 * Scores, disqualification, tier with its range, reason, class, play and state of one lead. This is all that a backtest
 * over many leads needs; `decide` adds the explanations.
 */
export function qualify(compiled: CompiledPolicy, facts: LeadFacts, now: Instant): Qualification {
  return workOut(compiled, facts, now).qualification;
}

/** `qualify` with what `decide` goes on from. */
export function workOut(
  compiled: CompiledPolicy,
  facts: LeadFacts,
  now: Instant,
): QualificationWork {
  const world = fillWorld(compiled, facts, now);
  const assessment = assess(compiled, world);
  const { grade } = assessment;
  const stop = stopOf(world, assessment.stoppedBy);
  const entry = stop ? undefined : compiled.tiers[assessment.entry];
  const tier = entry?.tier ?? null;
  const requested = world.view.requested === TRUE;
  const context = contextOf(facts);
  const missing = missingOf(compiled, world, facts);
  const signals = signalsOf(compiled, world);
  const play = stop ? null : playOf(compiled, world, tier);
  const fit = fitLines(compiled, world, assessment);
  const intent = intentLines(compiled, world, assessment);
  const reason = reasonOf(compiled, world, { stoppedBy: stop, signals, grade });
  const matched = signalIds(compiled, world);
  const range = stop ? DISQUALIFIED_RANGE : tierRange(compiled, world, assessment);
  const qualification: Qualification = {
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
    fit: { score: orNull(assessment.fitScore), grade, contributions: fit },
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
    reason,
    play: play?.id ?? null,
    cadence: entry?.entry.cadence ?? null,
    sla: entry?.entry.sla ?? null,
    evidence: evidenceOf(compiled, facts),
    signals: matched,
    requested,
    proofs: {
      fit: stop === null && (grade === 'A' || grade === 'B'),
      intent: requested || assessment.level < 3,
      context:
        context.source !== null &&
        (context.offer !== null || context.message !== null || signals.length > 0),
    },
    source: context.source,
    campaign: context.campaign,
    offer: context.offer,
    topic: context.topic,
  };
  return { qualification, signals, context, play };
}

const DISQUALIFIED_RANGE = { best: 4, worst: 4, isBound: false } as const;

function orNull(score: number): number | null {
  return Number.isNaN(score) ? null : score;
}

/** A person's "not our ICP", given with a reason, stops a lead like a rule does (R39). */
function stopOf(world: World, stoppedBy: Assessment['stoppedBy']): Verdict['disqualified'] {
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

function playOf(compiled: CompiledPolicy, world: World, tier: Verdict['tier']): Play | null {
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
