import { HANDOFF } from '../property-names.ts';
import type { Instant } from '../instant.ts';
import type { Play } from '../policy/policy.ts';
import type { Assessment } from './assess/assess.ts';
import { fieldsIn } from '../condition/condition-schema.ts';
import type { Tier } from '../tier.ts';
import { isOverruled } from './assess/grades.ts';
import type { CompiledDisqualifyRule, CompiledPolicy } from './compile/compiled-policy.ts';
import type { VerdictStatus, Verdict, EvidenceLevel } from './verdict.ts';
import { contextOf, type LeadContext } from './explain/lead-context.ts';
import type { LeadFacts } from '../condition/lead-facts.ts';
import { reasonOf } from './explain/reason.ts';
import { fitLines, intentLines } from './explain/score-lines.ts';
import { signalsOf, type Signal } from './explain/signals.ts';
import { tierOfRank, type Rank, type TierRange } from './assess/rank.ts';
import { tierRange } from './what-if/tier-range.ts';
import { TRUE } from '../condition/truth.ts';
import type { Scratch, World } from './compile/world.ts';
import { withLead, withModel } from './assess/with-lead.ts';

/** A verdict without what only a reader needs: questions, next step, checklist and play text. */
export type Qualification = Omit<
  Verdict,
  'askFor' | 'nextTier' | 'know' | 'checklist' | 'playText'
>;

/** A qualification with what `judge` explains it from. */
export interface QualificationWork {
  readonly qualification: Qualification;
  readonly signals: readonly Signal[];
  readonly context: LeadContext;
  readonly play: Play | null;
}

/**
 * What is needed to route one lead and to count it: scores, disqualification, tier with its range, reason, class, play
 * and state. A backtest over many leads needs no more. `judge` is this with explanations, and many times slower.
 *
 * @param compiled - may be judging other leads at the same time
 * @param facts - of the lead
 * @param now - the same facts, policy and instant always give the same answer
 */
export function qualify(compiled: CompiledPolicy, facts: LeadFacts, now: Instant): Qualification {
  return withLead(
    compiled,
    facts,
    now,
    (world, assessment, { own, others }) =>
      workOut(own, facts, world, assessment, others).qualification,
  );
}

/** The one place where a qualification is put together, for `qualify` and `judge`; settles the tier in the world. */
export function workOut(
  compiled: CompiledPolicy,
  facts: LeadFacts,
  world: Scratch,
  assessment: Assessment,
  others: readonly CompiledPolicy[],
): QualificationWork {
  const { grade } = assessment;
  const stop = stopOf(world, assessment.stoppedBy);
  const entry = stop ? undefined : compiled.tiers[assessment.entry];
  const tier = entry?.tier ?? null;
  const requested = world.view.requested === TRUE;
  const context = contextOf(facts);
  const missing = missingOf(compiled, world, facts, tier ?? 'tier_3');
  const detour = stop ? null : detourOf(compiled, world);
  const signals = signalsOf(compiled, world);
  const play = stop ? null : playOf(compiled, world, tier);
  const fit = fitLines(compiled, world, assessment);
  const intent = intentLines(compiled, world, assessment);
  const reason = reasonOf(compiled, world, { stoppedBy: stop, signals, grade });
  const matched = signalIds(compiled, world);
  const range = stop ? DISQUALIFIED_RANGE : rangeOf(compiled, facts, world, assessment, others);
  const qualification: Qualification = {
    id: facts.id,
    status: statusOf({
      stopped: stop !== null,
      detour: detour?.then ?? null,
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
    diverted: detour?.then === 'divert' ? ruleOf(detour) : null,
    held: detour?.then === 'hold' ? ruleOf(detour) : null,
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
    model: compiled.model,
    track: trackOf(compiled, world),
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

/** The range over every model that could turn out to be the lead's: where they differ it is a bound. */
function rangeOf(
  compiled: CompiledPolicy,
  facts: LeadFacts,
  world: World,
  assessment: Assessment,
  others: readonly CompiledPolicy[],
): TierRange {
  const own = tierRange(compiled, world, assessment);
  if (others.length === 0) return own;
  const ranges = others.map((model) =>
    withModel(model, facts, world.now, (there, assessed) => tierRange(model, there, assessed)),
  );
  const best = Math.min(own.best, ...ranges.map((range) => range.best)) as Rank;
  const worst = Math.max(own.worst, ...ranges.map((range) => range.worst)) as Rank;
  return { best, worst, isBound: best !== worst };
}

/** What diverts or holds the lead: the first rule that holds. */
function detourOf(compiled: CompiledPolicy, world: World): CompiledDisqualifyRule | null {
  for (const rule of compiled.detours) {
    if (rule.test(world.truths, world.view) === TRUE && !isOverruled(rule, world)) return rule;
  }
  return null;
}

function ruleOf({ id, reasonCode, label }: CompiledDisqualifyRule): Verdict['disqualified'] {
  return { rule: id, reasonCode, label };
}

function trackOf(compiled: CompiledPolicy, world: World): string | null {
  const found = compiled.tracks.find(({ test }) => test(world.truths, world.view) === TRUE);
  return found?.track.id ?? null;
}

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
 * The state of a judged lead (design §5). A lead that asks to be contacted never waits for data. Any other waits with
 * marketing while nobody could write to or call it, or while a required fact about the contact is missing; unknown
 * facts about the company do not hold it, they send it through the qualification step (R96).
 */
function statusOf(lead: {
  readonly stopped: boolean;
  readonly detour: CompiledDisqualifyRule['then'] | null;
  readonly state: VerdictStatus | undefined;
  readonly placed: boolean;
  readonly requested: boolean;
  readonly missing: readonly string[];
  readonly facts: LeadFacts;
}): VerdictStatus {
  if (lead.stopped) return 'disqualified';
  if (lead.detour === 'divert') return 'diverted';
  if (lead.detour === 'hold') return 'held_needs_data';
  if (!lead.placed) return lead.requested ? 'awaiting_decision' : 'nurture';
  if (lead.state !== undefined && lead.state !== 'awaiting_decision') return lead.state;
  if (lead.requested) return 'awaiting_decision';
  const { properties } = lead.facts;
  const unreachable = !properties['email'] && !properties['phone'] && !properties['mobilephone'];
  const waits = unreachable || lead.missing.some((field) => field.startsWith('contact.'));
  return waits ? 'held_needs_data' : 'awaiting_decision';
}

function missingOf(
  compiled: CompiledPolicy,
  world: World,
  facts: LeadFacts,
  tier: Tier,
): readonly string[] {
  const missing: string[] = [];
  for (const { field, slot, tiers } of compiled.required) {
    // Of several fields the first is the one to fill.
    if (world.set[slot] === 0 && tiers.has(tier)) missing.push(fieldsIn(field)[0] ?? field);
  }
  const override = facts.properties[HANDOFF.fitOverride];
  if (override && world.override === null) missing.push(`contact.${HANDOFF.fitOverrideReason}`);
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

function playOf(compiled: CompiledPolicy, world: Scratch, tier: Verdict['tier']): Play | null {
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
