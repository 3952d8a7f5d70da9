import { describe, expect, test } from '@jest/globals';

import { instant } from '../../instant.ts';
import { reviewOutreachText } from '../../words/outreach-guard.ts';
import { defaultPolicy } from '../../policy/default/default-policy.ts';
import { compilePolicy } from '../compile/compile-policy.ts';
import { judge } from '../judge.ts';
import { GOLDEN_LEADS, GOLDEN_NOW } from './golden-leads.ts';

const NOW = instant(Date.parse(GOLDEN_NOW));
const compiled = compilePolicy(defaultPolicy, {
  emailDomains: {
    isFree: (domain) => domain === 'gmail.com',
    isDisposable: (domain) => domain === 'mailinator.com',
  },
});

describe('the default policy', () => {
  test.each(GOLDEN_LEADS)('$covers: $name', ({ lead, expected }) => {
    const decision = judge(compiled, lead, NOW);
    const { grade, fit, intent, stop, reason, ...same } = expected;
    expect(decision).toMatchObject(same);
    expect(decision.fit).toMatchObject({
      ...(grade && { grade }),
      ...(fit !== undefined && { score: fit }),
    });
    expect(decision.intent).toMatchObject(intent === undefined ? {} : { score: intent });
    expect(decision.disqualified?.rule).toBe(stop);
    expect(decision.reason.startsWith(reason ?? '')).toBe(true);
  });

  test.each(GOLDEN_LEADS)('keeps the promises of every decision: $name', ({ lead }) => {
    const decision = judge(compiled, lead, NOW);
    expect(decision.reason.length).toBeLessThanOrEqual(280);
    expect(decision.reason).not.toMatch(
      /points|score|null|undefined|NaN|\s{2}|\b1 (days|hours|times)/,
    );
    for (const part of [decision.fit, decision.intent]) {
      expect(part.contributions.reduce((sum, { points }) => sum + points, 0)).toBe(part.score);
    }
    expect(decision.checklist.map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, i) => `H${i + 1}`),
    );
    const said = [decision.playText?.opener ?? '', ...(decision.playText?.questions ?? [])];
    expect(said.join(' ')).not.toMatch(/[{}|]/);
    expect(said.flatMap((text) => reviewOutreachText(text).findings)).toEqual([]);
  });
});
