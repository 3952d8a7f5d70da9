import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import { describe, expect, test } from '@jest/globals';

import { instant } from '../instant.ts';
import type { LeadFacts } from '../condition/lead-facts.ts';
import { normalisePolicy } from '../policy/normalise-policy.ts';
import { defaultPolicy } from '../policy/default/default-policy.ts';
import { corpusFacts } from '../../testing/corpus/corpus.ts';
import type { JudgingTask } from '../../testing/judging-worker.ts';
import { compilePolicy, type CompiledPolicy } from './compile/compile-policy.ts';
import { eventsCouldChange, judge } from './judge.ts';
import { qualify } from './qualify.ts';

const NOW = instant(Date.UTC(2026, 10, 24, 10));
const FREE = ['gmail.com'];
const DISPOSABLE = ['mailinator.com'];
/** At so many moments of one evaluation something else happens. */
const MOMENTS = 12;

/** Every tenth of the corpus, so that each part of the policy has its turn. */
const leads = corpusFacts().filter((_, at) => at % 10 === 0);
/** Of these, every fifth. */
const someLeads = leads.filter((_, at) => at % 5 === 0);
/** Nothing is known but an address, so there is everything to look ahead over. */
const UNKNOWN: LeadFacts = { id: 'unknown', properties: { email: 'ada@harbor.example' } };
/** Judged in between: little is known of the first, much of the others. */
const OTHERS = [{ ...UNKNOWN, id: 'other', properties: {} }, ...leads.slice(0, 2)];

function compileDefault(): CompiledPolicy {
  return compilePolicy(normalisePolicy(defaultPolicy), {
    emailDomains: {
      isFree: (domain) => FREE.includes(domain),
      isDisposable: (domain) => DISPOSABLE.includes(domain),
    },
  });
}

/** The same policy, which tells of every condition it looks at before it does. */
function watched(compiled: CompiledPolicy, look: () => void): CompiledPolicy {
  const watch = <Rule extends { readonly test: CompiledPolicy['fit'][number]['test'] }>(
    rule: Rule,
  ): Rule => ({
    ...rule,
    test: (truths, view) => {
      look();
      return rule.test(truths, view);
    },
  });
  return {
    ...compiled,
    fit: compiled.fit.map(watch),
    disqualify: compiled.disqualify.map(watch),
    tiers: compiled.tiers.map(watch),
    plays: compiled.plays.map(watch),
    intent: compiled.intent.map((rule) =>
      rule.evidence.kind === 'state' ? { ...rule, evidence: watch(rule.evidence) } : rule,
    ),
  };
}

/** Looks that judging a lead takes, at most `MOMENTS` of them, spread from the first to the last. */
function momentsOf(compiled: CompiledPolicy, lead: LeadFacts): readonly number[] {
  let looks = 0;
  judge(
    watched(compiled, () => {
      looks++;
    }),
    lead,
    NOW,
  );
  const step = Math.max(1, looks / MOMENTS);
  return Array.from({ length: Math.min(looks, MOMENTS) }, (_, at) => Math.floor(at * step));
}

/** Judges a lead and lets something happen at one moment on the way. */
function judgeWith(
  compiled: CompiledPolicy,
  lead: LeadFacts,
  moment: number,
  happens: () => void,
): ReturnType<typeof judge> {
  let looks = 0;
  return judge(
    watched(compiled, () => {
      if (looks++ === moment) happens();
    }),
    lead,
    NOW,
  );
}

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  if (ArrayBuffer.isView(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freezeDeep(part);
}

describe('looking ahead', () => {
  const alone = new Map(
    [UNKNOWN, ...OTHERS, ...leads].map((lead) => [lead, judge(compileDefault(), lead, NOW)]),
  );

  test.each([UNKNOWN, ...someLeads])(
    'over a lead is not disturbed by others that are judged in between, nor disturbs them: $id',
    (lead) => {
      const compiled = compileDefault();
      const undisturbed = OTHERS.map((other) => [
        alone.get(other),
        eventsCouldChange(compileDefault(), other, NOW),
        alone.get(other)?.reason,
      ]);
      for (const moment of momentsOf(compiled, lead)) {
        let between: readonly unknown[] = [];
        const verdict = judgeWith(compiled, lead, moment, () => {
          between = OTHERS.map((other) => [
            judge(compiled, other, NOW),
            eventsCouldChange(compiled, other, NOW),
            qualify(compiled, other, NOW).reason,
          ]);
        });
        expect(verdict).toEqual(alone.get(lead));
        expect(between).toEqual(undisturbed);
      }
    },
  );

  test('that fails half-way leaves nothing behind for the next lead', () => {
    const compiled = compileDefault();
    for (const moment of momentsOf(compiled, UNKNOWN)) {
      const failing = () =>
        judgeWith(compiled, UNKNOWN, moment, () => {
          throw new Error('half-way');
        });
      expect(failing).toThrow('half-way');
      for (const other of OTHERS) expect(judge(compiled, other, NOW)).toEqual(alone.get(other));
    }
  });

  test('writes nothing into the compiled policy', () => {
    const compiled = compileDefault();
    freezeDeep(compiled);
    for (const lead of leads) expect(judge(compiled, lead, NOW)).toEqual(alone.get(lead));
  });

  test('comes to the same verdicts in a thread of its own', async () => {
    const task: JudgingTask = {
      policy: defaultPolicy,
      leads,
      now: NOW,
      freeDomains: FREE,
      disposableDomains: DISPOSABLE,
    };
    const worker = new Worker(new URL('../../testing/judging-worker.ts', import.meta.url), {
      workerData: task,
    });
    const [verdicts] = (await once(worker, 'message')) as readonly unknown[];
    await worker.terminate();
    expect(verdicts).toEqual(leads.map((lead) => alone.get(lead)));
  });
});
