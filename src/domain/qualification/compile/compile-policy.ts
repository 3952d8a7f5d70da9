import { DAY } from '../../instant.ts';
import type { IntentRule, Policy } from '../../policy/policy.ts';
import { compileCondition, type ConditionContext } from './compile-condition.ts';
import { compileEvidence } from './compile-evidence.ts';
import type {
  CompiledDisqualifyRule,
  CompiledIntentRule,
  CompiledPolicy,
  PropertyScore,
} from './compiled-policy.ts';
import type { DerivedFieldSources, EmailDomains } from '../../condition/derive-lead-field.ts';
import { createDimensions } from './dimensions.ts';
import { isDecisionField } from '../../condition/lead-fields.ts';
import { requiredFields } from '../../policy/policy-properties.ts';
import type { Tier } from '../../tier.ts';
import { compileLeadTest } from './compile-lead-test.ts';
import { conditionsOf } from '../../condition/conditions-of.ts';
import { looksAtText } from '../../condition/values/comparison.ts';
import { list } from '../../condition/value-test.ts';
import { createFactTable, type Atom } from '../../condition/fact-table.ts';
import { exact } from './points.ts';
import { createWorldPool } from './world-pool.ts';

export type { CompiledPolicy } from './compiled-policy.ts';
export type { EmailDomains } from '../../condition/derive-lead-field.ts';

const TIERS: readonly Tier[] = ['tier_1', 'tier_2', 'tier_3'];

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
  const domains = (list: readonly string[]): ReadonlySet<string> =>
    new Set(list.map((domain) => domain.toLowerCase()));
  const sources: DerivedFieldSources = {
    emailDomains: options.emailDomains,
    competitors: domains(policy.competitors),
    ownDomains: domains(policy.ownDomains),
  };
  const models = policy.models.map(({ id, when, fit, intent, cutoffs }) => ({
    id,
    holds: compileLeadTest(when, sources),
    compiled: compileModel(
      {
        ...policy,
        fit: fit ?? policy.fit,
        intent: intent ?? policy.intent,
        cutoffs: cutoffs ?? policy.cutoffs,
      },
      sources,
      id,
    ),
  }));
  return { ...compileModel(policy, sources, null), models };
}

/** Compiles a policy as one of its models scores: the model's own parts stand in `policy` already. */
function compileModel(
  policy: Policy,
  sources: DerivedFieldSources,
  model: string | null,
): CompiledPolicy {
  const facts = createFactTable(sources);
  const intentRules = policy.intent.rules;
  const context: ConditionContext = {
    facts,
    ruleIndex: (id) => intentRules.findIndex((rule) => rule.id === id),
  };

  const required = requiredFields(policy).map((field) => ({
    field,
    slot: facts.slot(field).index,
    tiers: new Set(TIERS.filter((tier) => policy.required[tier].includes(field))),
  }));
  const fit = policy.fit.rules.map((rule) => ({
    rule,
    ...compileCondition(rule.when, context),
  }));
  const intent = intentRules.map((rule) => {
    const evidence = compileEvidence(rule.when, context);
    return { rule, evidence, atoms: evidence.kind === 'state' ? evidence.atoms : [] };
  });
  const disqualify = policy.disqualify.map((rule) => ({
    rule,
    ...compileCondition(rule.when, context),
    usesView: conditionsOf([rule.when]).some(({ field }) => isDecisionField(field)),
  }));
  const stops = disqualify.filter(({ rule }) => rule.then === 'stop');
  const detours = ['divert', 'hold'].flatMap((then) =>
    disqualify.filter(({ rule }) => rule.then === then),
  );
  const entries = policy.tiers.map((entry) => ({
    entry,
    ...compileCondition(entry.when, context),
  }));
  // What looks at the verdict is settled with the tier.
  const tierAtoms = unique([
    ...entries.flatMap(({ atoms }) => atoms),
    ...stops.flatMap(({ atoms, usesView }) => (usesView ? atoms : [])),
  ]);
  const scoreSlots = new Map(
    [policy.fit, policy.intent].flatMap((model) =>
      model.source === 'property'
        ? [[facts.slot(model.property).index, rawThresholds(policy, model)] as const]
        : [],
    ),
  );
  const deciding = unique([
    ...[...fit.filter(({ rule }) => !rule.optional), ...intent, ...stops].flatMap(
      ({ atoms }) => atoms,
    ),
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

  const tracks = policy.tracks.map((track) => ({
    track,
    test: compileCondition(track.when, context).test,
  }));

  const dimensionsOf = (atoms: readonly Atom[]): number[] =>
    unique(atoms.map(({ slot }) => dimensionOf(slot)).filter((dimension) => dimension >= 0));
  const propertyScore = (model: Policy['fit'] | Policy['intent']): PropertyScore | null => {
    if (model.source !== 'property') return null;
    const slot = facts.slot(model.property).index;
    const [low, high] = model.scale;
    return { field: model.property, slot, dimension: dimensionOf(slot), low, high };
  };
  const disqualifyRule = ({
    rule,
    test,
    atoms,
    usesView,
  }: (typeof disqualify)[number]): CompiledDisqualifyRule => ({
    id: rule.id,
    label: rule.label,
    reasonCode: rule.reasonCode,
    then: rule.then,
    test,
    usesView,
    dimensions: dimensionsOf(atoms),
    overruledByException: FIT_REASONS.has(rule.reasonCode),
  });
  const settling = JSON.stringify([policy.tiers, stops.map(({ rule }) => rule.when)]);
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
      dimensions: rule.optional ? [] : dimensionsOf(atoms),
      asksIfSet: !rule.optional && atoms.some((atom) => atom.asksIfSet),
    })),
    fitProperty: propertyScore(policy.fit),
    intent: intent.reduce<CompiledIntentRule[]>((earlier, { rule, evidence, atoms }, index) => {
      const dated =
        evidence.kind === 'state' && evidence.dateSlot >= 0 ? [dimensionOf(evidence.dateSlot)] : [];
      const rivals =
        rule.act === null ? [] : earlier.filter(({ rule: { act } }) => act === rule.act);
      const buying = rule.strength !== 'low' && rule.points > 0;
      earlier.push({
        rule,
        index,
        points: policy.intent.source === 'property' ? 0 : exact(rule.points),
        freshMs: rule.freshDays * DAY,
        halfLifeMs: (rule.halfLifeDays ?? Infinity) * DAY,
        maxCount: rule.maxCount ?? Infinity,
        evidence,
        dimensions: unique([
          ...dimensionsOf(atoms),
          ...dated,
          ...rivals.flatMap(({ dimensions: open }) => open),
        ]),
        rivals,
        kind: buying ? kindNames.indexOf(rule.kind) : -1,
        asksFrom: asksFrom(rule, policy),
      });
      return earlier;
    }, []),
    intentProperty: propertyScore(policy.intent),
    kinds: kindNames.length,
    disqualify: stops.map(disqualifyRule),
    detours: detours.map(disqualifyRule),
    tracks,
    tiers: entries.map(({ entry, test }) => ({ entry, tier: entry.tier, test })),
    tierAtoms,
    asksIfSet: facts.atoms.filter((atom) => atom.asksIfSet),
    tiersUseFitScore: settling.includes('"decision.fit"'),
    tiersCount: /"decision\.(requested|kinds|count)/.test(settling),
    plays,
    routing,
    required,
    models: [],
    model,
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
  const looks = conditionsOf(policy.tiers.map(({ when }) => when)).filter(
    (condition) => condition.field === field,
  );
  // Looked at as text, any two scores may be different.
  const constants = looks.some(({ op }) => looksAtText(op))
    ? Array.from({ length: 101 }, (_, score) => score)
    : looks.flatMap(({ value }) => list(value).map(Number));
  const [low, high] = model.scale;
  // A score is rounded half up, so what changes at 60 changes at a raw 59.5 already.
  return unique([...lines, ...constants]).flatMap((score) =>
    [score, score - 0.5, score + 0.5, score + 1].map((at) => low + (at / 100) * (high - low)),
  );
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
