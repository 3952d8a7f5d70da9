import { TIER_WORDS } from '../../words/tier-words.ts';
import { fieldWords, listed, sentence } from '../../words/phrases.ts';
import { describeCondition } from '../../condition/describe-condition.ts';
import { describeEvidence } from '../../condition/describe-evidence.ts';
import { markdownList, markdownTable } from './markdown.ts';
import { intentRulesOf, requiredFields } from '../policy-properties.ts';
import type { IntentRule, Policy } from '../policy.ts';

/** Playbook: what starts a handoff, required fields, fit, intent, tiers, and what stops a lead. */
export function playbookDefinitions(policy: Policy): readonly string[] {
  return [
    '## What is handed to sales',
    '',
    `A handoff starts when a contact reaches the stage ${listed(policy.trigger.stages)}.`,
    '',
    ...reentry(policy.reenter),
    ...requiredFacts(requiredFields(policy)),
    '## Tiers',
    '',
    'The first line that holds decides. What nobody knows counts neither for nor against a lead.',
    '',
    ...markdownTable(
      ['Tier', 'For', 'Holds when'],
      policy.tiers.map(({ tier, label, when }) => [
        `${tier.replace('tier_', '')}, ${TIER_WORDS[tier]}`,
        label,
        describeCondition(when, { ruleName: ruleNames(policy) }),
      ]),
    ),
    ...fit(policy),
    ...intent(policy),
    ...stops(policy),
    ...examples(policy.examples),
  ];
}

function reentry(reenter: Policy['reenter']): readonly string[] {
  if (!reenter) return [];
  return [
    `A lead that is ${reenter.from.map((state) => (state === 'nurture' ? 'in nurture' : state)).join(' or ')} comes back on fresh interest of ${reenter.strength} strength, at least ${reenter.minHours} hours after the last decision.`,
    '',
  ];
}

function requiredFacts(required: readonly string[]): readonly string[] {
  if (required.length === 0) return [];
  return [
    '## Required fields',
    '',
    'Every handoff carries these. A lead that asks to be contacted never waits for them.',
    '',
    ...markdownList(required.map((field) => `${fieldWords(field)} (\`${field}\`)`)),
  ];
}

/** What the policy calls its intent rules. */
function ruleNames(policy: Policy): (id: string) => string {
  const labels = new Map(intentRulesOf(policy).map(({ id, label }) => [id, label]));
  return (id) => labels.get(id) ?? id;
}

function fit({ fit: model, cutoffs }: Policy): readonly string[] {
  return [
    '## Fit: is it the right company and person?',
    '',
    `Grade A from ${cutoffs.fit.A} points, B from ${cutoffs.fit.B}, C below. Where unknown facts could still make it B, the grade is "unknown".`,
    '',
    ...scoreProperty(model),
    ...markdownTable(
      ['Points', 'For', 'Holds when'],
      model.rules.map(({ points, label, when }) => [
        pointsText(points, model),
        label,
        describeCondition(when),
      ]),
    ),
  ];
}

function intent({ intent: model, cutoffs }: Policy): readonly string[] {
  return [
    '## Intent: does the lead want something now?',
    '',
    `Level 1 from ${cutoffs.intent['1']} points, level 2 from ${cutoffs.intent['2']}, level 3 below. Points fade with time.`,
    '',
    ...scoreProperty(model),
    ...markdownTable(
      ['Points', 'For', 'Strength', 'Fades', 'Counts'],
      model.rules.map((rule) => [
        pointsText(rule.points, model),
        rule.label,
        rule.strength,
        fadingText(rule),
        describeEvidence(rule.when),
      ]),
    ),
  ];
}

function scoreProperty(model: Policy['fit'] | Policy['intent']): readonly string[] {
  if (model.source === 'rules') return [];
  const [low, high] = model.scale;
  return [
    `HubSpot's own score in \`${model.property}\` is used (${low} to ${high}). The rules below only explain it.`,
    '',
  ];
}

function pointsText(points: number, model: Policy['fit'] | Policy['intent']): string {
  return model.source === 'property' ? '-' : String(points);
}

function fadingText({ freshDays, halfLifeDays }: IntentRule): string {
  if (halfLifeDays === null) return 'never';
  const halved = `half after every ${halfLifeDays} days`;
  return freshDays === 0 ? halved : `full for ${freshDays} days, then ${halved}`;
}

function stops(policy: Policy): readonly string[] {
  const { disqualify: rules } = policy;
  if (rules.length === 0) return [];
  return [
    '## What stops a lead before anybody gets it',
    '',
    ...markdownTable(
      ['Stopped', 'When', 'Reason code'],
      rules.map(({ label, when, reasonCode }) => [
        label,
        describeCondition(when, { ruleName: ruleNames(policy) }),
        reasonCode,
      ]),
    ),
  ];
}

function examples(list: Policy['examples']): readonly string[] {
  if (list.length === 0) return [];
  return [
    '## Examples both teams agreed on',
    '',
    ...markdownTable(
      ['Lead', 'Tier'],
      list.map(({ name, tier }) => [
        sentence(name),
        tier === null ? 'disqualified' : `${tier.replace('tier_', '')}, ${TIER_WORDS[tier]}`,
      ]),
    ),
  ];
}
