import { DAY } from '../../instant.ts';
import type { IntentRule, Policy } from '../../policy/policy.ts';
import { compileCondition, type ConditionContext } from './compile-condition.ts';
import { compileEvidence } from './compile-evidence.ts';
import type { CompiledIntentRule, CompiledPolicy, PropertyScore } from './compiled-policy.ts';
import type { DerivedFieldSources, EmailDomains } from '../../condition/derive-lead-field.ts';
import { createDimensions } from './dimensions.ts';
import { conditionsOf } from '../../condition/conditions-of.ts';
import { list } from '../../condition/value-test.ts';
import { createFactTable, type Atom } from '../../condition/fact-table.ts';
import { exact } from './points.ts';
import { createWorldPool } from './world-pool.ts';

export type { CompiledPolicy } from './compiled-policy.ts';
export type { EmailDomains } from '../../condition/derive-lead-field.ts';

/** Reason codes that are about fit: an ICP exception overrules rules that give them. */
const FIT_REASONS = new Set(['out_of_segment', 'wrong_icp', 'unclear_fit']);

/**
 * Compiles a checked policy into closures.
 *
 * @param policy - as `normalisePolicy` made it
 */
export function compilePolicy(
  policy: Policy,
  options: { readonly emailDomains: EmailDomains },
): CompiledPolicy {
  const sources: DerivedFieldSources = {
    emailDomains: options.emailDomains,
    competitors: new Set(policy.competitors.map((domain) => domain.toLowerCase())),
  };
  const facts = createFactTable(sources);
  const intentRules = policy.intent.rules;
  const context: ConditionContext = {
    facts,
    ruleIndex: (id) => intentRules.findIndex((rule) => rule.id === id),
  };

  const required = policy.required.map((field) => ({
    field,
    slot: facts.slot(field).index,
  }));
  const fit = policy.fit.rules.map((rule) => ({
    rule,
    ...compileCondition(rule.when, context),
  }));
  const intent = intentRules.map((rule) => {
    const evidence = compileEvidence(rule.when, context);
    return { rule, evidence, atoms: evidence.kind === 'state' ? evidence.atoms : [] };
  });
  const stops = policy.disqualify.map((rule) => ({
    rule,
    ...compileCondition(rule.when, context),
  }));
  const entries = policy.tiers.map((entry) => ({
    entry,
    ...compileCondition(entry.when, context),
  }));
  const tierAtoms = unique(entries.flatMap(({ atoms }) => atoms));
  const scoreSlots = new Map(
    [policy.fit, policy.intent].flatMap((model) =>
      model.source === 'property'
        ? [[facts.slot(model.property).index, rawThresholds(policy, model)] as const]
        : [],
    ),
  );
  const deciding = unique([
    ...[...fit, ...intent, ...stops].flatMap(({ atoms }) => atoms),
    ...tierAtoms,
  ]);
  // Whatever is compiled from here on cannot change the tier, so it opens no question about it.
  const { dimensions, dimensionOf } = createDimensions({
    facts,
    deciding,
    tierAtoms,
    scoreSlots,
    sources,
  });
  const plays = policy.plays.map((play) => ({
    play,
    test: compileCondition(play.when, context).test,
  }));
  const routing = policy.routing.rules.map(({ id, pool, when }) => ({
    id,
    pool,
    test: compileCondition(when, context).test,
  }));

  const dimensionsOf = (atoms: readonly Atom[]): number[] =>
    unique(atoms.map(({ slot }) => dimensionOf(slot)));
  const propertyScore = (model: Policy['fit'] | Policy['intent']): PropertyScore | null => {
    if (model.source !== 'property') return null;
    const slot = facts.slot(model.property).index;
    const [low, high] = model.scale;
    return { field: model.property, slot, dimension: dimensionOf(slot), low, high };
  };
  const kindNames = unique(intentRules.map(({ kind }) => kind));

  return {
    policy,
    sources,
    facts,
    dimensions,
    fit: fit.map(({ rule, test, atoms }) => ({
      rule,
      points: policy.fit.source === 'property' ? 0 : exact(rule.points),
      test,
      dimensions: dimensionsOf(atoms),
      asksIfSet: atoms.some((atom) => atom.asksIfSet),
    })),
    fitProperty: propertyScore(policy.fit),
    intent: intent.map(({ rule, evidence, atoms }, index): CompiledIntentRule => {
      const dated =
        evidence.kind === 'state' && evidence.dateSlot >= 0 ? [dimensionOf(evidence.dateSlot)] : [];
      const buying = rule.strength !== 'low' && rule.points > 0;
      return {
        rule,
        index,
        points: policy.intent.source === 'property' ? 0 : exact(rule.points),
        freshMs: rule.freshDays * DAY,
        halfLifeMs: (rule.halfLifeDays ?? Infinity) * DAY,
        maxCount: rule.maxCount ?? Infinity,
        evidence,
        dimensions: unique([...dimensionsOf(atoms), ...dated]),
        kind: buying ? kindNames.indexOf(rule.kind) : -1,
        asksFrom: asksFrom(rule, policy),
      };
    }),
    intentProperty: propertyScore(policy.intent),
    kinds: kindNames.length,
    disqualify: stops.map(({ rule, test, atoms }) => ({
      id: rule.id,
      label: rule.label,
      reasonCode: rule.reasonCode,
      test,
      dimensions: dimensionsOf(atoms),
      overruledByException: FIT_REASONS.has(rule.reasonCode),
    })),
    tiers: entries.map(({ entry, test }) => ({ entry, tier: entry.tier, test })),
    tierAtoms,
    asksIfSet: facts.atoms.filter((atom) => atom.asksIfSet),
    tiersUseFitScore: JSON.stringify(policy.tiers).includes('"decision.fit"'),
    tiersCount: /"decision\.(requested|kinds|count)/.test(JSON.stringify(policy.tiers)),
    plays,
    routing,
    required,
    usesEvents: intent.some(({ evidence }) => evidence.kind === 'event'),
    usesSegments: facts.slots.some(({ field }) => field.startsWith('segment.')),
    worlds: createWorldPool({
      atoms: facts.atoms.length,
      slots: facts.slots.length,
      dimensions: dimensions.length,
      intentRules: intentRules.length,
      kinds: kindNames.length,
    }),
  };
}

/**
 * Points from which an occurrence of a rule with `request` counts as asking to be contacted. It stops asking once it
 * has faded below level 2: with P15's figures after 31 days, which is D21.
 */
function asksFrom(rule: IntentRule, { cutoffs }: Policy): number {
  return rule.request ? Math.min(rule.points / 2, cutoffs.intent['2']) : Infinity;
}

/** Raw values of HubSpot's own score at which something in the policy changes. */
function rawThresholds(
  policy: Policy,
  model: Extract<Policy['fit'] | Policy['intent'], { source: 'property' }>,
): readonly number[] {
  const isFit = model === policy.fit;
  const field = isFit ? 'decision.fit' : 'decision.intent';
  const lines = Object.values(isFit ? policy.cutoffs.fit : policy.cutoffs.intent);
  const constants = conditionsOf(policy.tiers.map(({ when }) => when))
    .filter((condition) => condition.field === field)
    .flatMap(({ value }) => list(value).map(Number));
  const [low, high] = model.scale;
  // A score is rounded half up, so what changes at 60 changes at a raw 59.5 already.
  return unique([...lines, ...constants]).flatMap((score) =>
    [score, score - 0.5, score + 0.5, score + 1].map((at) => low + (at / 100) * (high - low)),
  );
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
