import type { Instant } from '../instant.ts';
import type { Example, Policy } from '../policy/policy.ts';
import type { CompiledPolicy } from './compile/compiled-policy.ts';
import { judge } from './judge.ts';
import type { Verdict } from './verdict.ts';
import type { Tier } from '../tier.ts';
import type { LeadFacts } from '../condition/lead-facts.ts';

/** How one example of the policy came out. */
export interface ExampleResult {
  readonly name: string;
  readonly expected: Tier | null;
  readonly actual: Tier | null;
  /** False where the policy no longer places the example as both teams agreed. */
  readonly ok: boolean;
  /** Which tier it was to have, which it has and why, in words. */
  readonly why: string;
}

const TIER_WORDS: Readonly<Record<Tier, string>> = {
  tier_1: 'Tier 1, call now',
  tier_2: 'Tier 2, review today',
  tier_3: 'Tier 3, nurture',
};

/**
 * Judges the policy's own example leads (design §6.1).
 *
 * @param compiled - of the same policy
 * @param policy - whose examples are run
 * @param now - counts for examples that name no day of their own
 */
export function runExamples(
  compiled: CompiledPolicy,
  policy: Pick<Policy, 'examples'>,
  now: Instant,
): readonly ExampleResult[] {
  return policy.examples.map((example) => {
    const verdict = judge(compiled, leadOf(example), example.now ?? now);
    const ok = verdict.tier === example.tier;
    return {
      name: example.name,
      expected: example.tier,
      actual: verdict.tier,
      ok,
      why: ok
        ? `“${example.name}” comes out as agreed: ${placed(verdict)}.`
        : `“${example.name}” was to be ${named(example.tier)} and is now ${placed(verdict)}: fit ${verdict.fit.grade}, intent level ${verdict.intent.level}. ${verdict.reason}`,
    };
  });
}

/** An example is written by hand: numbers and yes or no may stand without quotes, and the id may be left out. */
function leadOf({ name, lead }: Example): LeadFacts {
  const properties = Object.fromEntries(
    Object.entries(lead.properties).map(([key, value]) => [
      key,
      value === null ? null : String(value),
    ]),
  );
  return {
    ...(lead as unknown as LeadFacts),
    id: typeof lead['id'] === 'string' ? lead['id'] : name,
    properties,
  };
}

function placed(verdict: Verdict): string {
  const { disqualified, class: entry, tier } = verdict;
  if (disqualified) return `disqualified (${disqualified.label})`;
  return entry === null ? 'without a tier' : `${named(tier)} by “${entry}”`;
}

function named(tier: Tier | null): string {
  return tier === null ? 'without a tier' : TIER_WORDS[tier];
}
