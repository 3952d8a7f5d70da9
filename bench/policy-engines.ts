import { ZenEngine } from '@gorules/zen-engine';
import jsonLogic from 'json-logic-js';
import { Engine as RulesEngine } from 'json-rules-engine';
import { instant } from '../src/domain/instant.ts';
import { normalisePolicy } from '../src/domain/policy/normalise-policy.ts';
import { policySchema } from '../src/domain/policy/policy-document.ts';
import { compilePolicy } from '../src/domain/qualification/compile/compile-policy.ts';
import { judge } from '../src/domain/qualification/judge.ts';
import { qualify } from '../src/domain/qualification/qualify.ts';
import type { Verdict } from '../src/domain/qualification/verdict.ts';
import type { LeadFacts } from '../src/domain/condition/lead-facts.ts';
import {
  flatName,
  GRID,
  policyDocument,
  RULES,
  type Comparison,
  type FlatFacts,
} from './policy-workload.ts';

/** What all engines must agree on. */
export interface Answer {
  readonly fit: number;
  readonly intent: number;
  readonly disqualified: string | null;
  readonly tier: string | null;
}

/** A lead in both forms; each engine takes the one it is built for. */
export interface Case {
  readonly lead: LeadFacts;
  readonly flat: FlatFacts;
}

/** An engine under test. Synchronous engines return the verdict itself, so that no promise slows them. */
export interface Contender {
  readonly name: string;
  readonly run: (one: Case) => Answer | Promise<Answer>;
}

const NOW = instant(Date.parse('2026-11-20T12:00:00Z'));

/** Baton's verdict as design §10 counts it: scores with their lines, tier, best and worst tier, reason. */
export function baton(): Contender {
  const compiled = compileBenchPolicy();
  return {
    name: 'Baton, full decision',
    run: ({ lead }) => answerOf(qualify(compiled, lead, NOW)),
  };
}

/** With what a handoff stores besides: counterfactual, the field to ask for, evidence, checklist and play, as JSON. */
export function batonStored(): Contender {
  const compiled = compileBenchPolicy();
  return {
    name: 'Baton, with counterfactual, as JSON',
    run: ({ lead }) => {
      const verdict = judge(compiled, lead, NOW);
      if (JSON.stringify(verdict).length === 0) throw new Error('A verdict is never empty');
      return answerOf(verdict);
    },
  };
}

/** The limit: the same rules as closures over prepared facts, without reasons, unknowns or ranges. */
export function closures(): Contender {
  const tests = RULES.map(({ all }) => all.map(closureOf));
  return {
    name: 'bare closures',
    run: ({ flat }) => conclude((index) => (tests[index] ?? []).every((test) => test(flat))),
  };
}

/** json-logic-js: one expression for each rule. */
export function jsonLogicJs(): Contender {
  const expressions = RULES.map(({ all }) => ({ and: all.map(logicOf) }));
  return {
    name: 'json-logic-js',
    run: ({ flat }) =>
      conclude((index) => jsonLogic.apply(expressions[index] ?? false, flat) === true),
  };
}

/** json-rules-engine: one rule each, results read off the events. */
export function jsonRulesEngine(): Contender {
  const engine = new RulesEngine([], { allowUndefinedFacts: true });
  engine.addOperator(
    'containsAny',
    (text: string | null, parts: readonly string[]) =>
      typeof text === 'string' && parts.some((part) => text.includes(part)),
  );
  for (const { id, all } of RULES) {
    engine.addRule({ conditions: { all: all.flatMap(conditionsOf) }, event: { type: id } });
  }
  return {
    name: 'json-rules-engine',
    run: async ({ flat }) => {
      const { events } = await engine.run({ ...flat });
      const matched = new Set(events.map(({ type }) => type));
      return conclude((index) => matched.has(RULES[index]?.id ?? ''));
    },
  };
}

/** zen-engine: one expression node with an expression for each rule. */
export function zenEngine(): Contender {
  const decision = new ZenEngine().createDecision({
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      {
        id: 'rules',
        name: 'rules',
        type: 'expressionNode',
        content: {
          expressions: RULES.map(({ all }, index) => ({
            id: `r${index}`,
            key: `r${index}`,
            value: all.map(zenOf).join(' and '),
          })),
        },
      },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  });
  return {
    name: '@gorules/zen-engine',
    run: async ({ flat }) => {
      const { result } = (await decision.evaluate(flat)) as {
        readonly result: Readonly<Record<string, boolean>>;
      };
      return conclude((index) => result[`r${index}`] === true);
    },
  };
}

function compileBenchPolicy(): ReturnType<typeof compilePolicy> {
  return compilePolicy(normalisePolicy(policySchema.parse(policyDocument())), {
    emailDomains: { isFree: () => false, isDisposable: () => false },
  });
}

function answerOf({
  fit,
  intent,
  disqualified,
  tier,
}: Pick<Verdict, 'fit' | 'intent' | 'disqualified' | 'tier'>): Answer {
  return {
    fit: fit.score ?? NaN,
    intent: intent.score ?? NaN,
    disqualified: disqualified?.rule ?? null,
    tier,
  };
}

/** Scores, limit and grid, which the other engines leave to their caller. */
function conclude(holds: (index: number) => boolean): Answer {
  let fit = 0;
  let intent = 0;
  let disqualified: string | null = null;
  for (const [index, { id, part, points }] of RULES.entries()) {
    if (!holds(index)) continue;
    if (part === 'fit') fit += points;
    else if (part === 'intent') intent += points;
    else disqualified ??= id;
  }
  fit = Math.min(100, fit);
  intent = Math.min(100, intent);
  const entry = GRID.find((one) => fit >= one.fit && intent >= one.intent);
  return { fit, intent, disqualified, tier: disqualified === null ? (entry?.tier ?? null) : null };
}

function closureOf(comparison: Comparison): (facts: FlatFacts) => boolean {
  const name = flatName(comparison.field);
  switch (comparison.op) {
    case 'in': {
      const allowed = new Set<unknown>(comparison.value);
      return (facts) => allowed.has(facts[name]);
    }
    case 'contains_any': {
      const parts = comparison.value;
      return (facts) => {
        const text = facts[name];
        return typeof text === 'string' && parts.some((part) => text.includes(part));
      };
    }
    case 'between': {
      const [low, high] = comparison.value;
      return (facts) => isBetween(facts[name], low, high);
    }
    case 'gte': {
      const low = comparison.value;
      return (facts) => isBetween(facts[name], low, Infinity);
    }
  }
}

function isBetween(value: string | number | null | undefined, low: number, high: number): boolean {
  return typeof value === 'number' && value >= low && value <= high;
}

function logicOf(comparison: Comparison): jsonLogic.RulesLogic {
  const value = { var: flatName(comparison.field) };
  // In JavaScript, and so in json-logic, null counts as 0 when compared with numbers.
  const isSet = { '!==': [value, null] } as unknown as jsonLogic.RulesLogic;
  switch (comparison.op) {
    case 'in':
      return { in: [value, [...comparison.value]] };
    case 'contains_any':
      return { or: comparison.value.map((part) => ({ in: [part, value] })) };
    case 'between': {
      const [low, high] = comparison.value;
      return { and: [isSet, { '<=': [low, value, high] }] };
    }
    case 'gte':
      return { and: [isSet, { '>=': [value, comparison.value] }] };
  }
}

function conditionsOf(comparison: Comparison): {
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
}[] {
  const fact = flatName(comparison.field);
  switch (comparison.op) {
    case 'in':
      return [{ fact, operator: 'in', value: comparison.value }];
    case 'contains_any':
      return [{ fact, operator: 'containsAny', value: comparison.value }];
    case 'between':
      return [
        { fact, operator: 'greaterThanInclusive', value: comparison.value[0] },
        { fact, operator: 'lessThanInclusive', value: comparison.value[1] },
      ];
    case 'gte':
      return [{ fact, operator: 'greaterThanInclusive', value: comparison.value }];
  }
}

function zenOf(comparison: Comparison): string {
  const name = flatName(comparison.field);
  switch (comparison.op) {
    case 'in':
      return `${name} != null and ${name} in [${comparison.value.map(quoted).join(', ')}]`;
    case 'contains_any':
      return `${name} != null and (${comparison.value
        .map((part) => `contains(${name}, ${quoted(part)})`)
        .join(' or ')})`;
    case 'between':
      return `${name} != null and ${name} >= ${comparison.value[0]} and ${name} <= ${comparison.value[1]}`;
    case 'gte':
      return `${name} != null and ${name} >= ${comparison.value}`;
  }
}

function quoted(text: string): string {
  return `'${text}'`;
}
