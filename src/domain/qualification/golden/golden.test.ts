import { describe, expect, test } from '@jest/globals';

import { instant } from '../../instant.ts';
import { reviewOutreachText } from '../../words/outreach-guard.ts';
import { defaultPolicy } from '../../policy/default/default-policy.ts';
import { normalisePolicy } from '../../policy/normalise-policy.ts';
import { compilePolicy } from '../compile/compile-policy.ts';
import { judge } from '../judge.ts';
import { GOLDEN_LEADS, GOLDEN_NOW } from './golden-leads.ts';

const NOW = instant(Date.parse(GOLDEN_NOW));
const compiled = compilePolicy(normalisePolicy(defaultPolicy), {
  emailDomains: {
    isFree: (domain) => domain === 'gmail.com',
    isDisposable: (domain) => domain === 'mailinator.com',
  },
});

describe('the default policy', () => {
  test.each(GOLDEN_LEADS)('$covers: $name', ({ lead, expected }) => {
    const verdict = judge(compiled, lead, NOW);
    const { grade, fit, intent, stop, reason, ...same } = expected;
    expect(verdict).toMatchObject(same);
    expect(verdict.fit).toMatchObject({
      ...(grade && { grade }),
      ...(fit !== undefined && { score: fit }),
    });
    expect(verdict.intent).toMatchObject(intent === undefined ? {} : { score: intent });
    expect(verdict.disqualified?.rule).toBe(stop);
    expect(verdict.reason.startsWith(reason ?? '')).toBe(true);
  });

  test.each(GOLDEN_LEADS)('keeps the promises of every verdict: $name', ({ lead }) => {
    const verdict = judge(compiled, lead, NOW);
    expect(verdict.reason.length).toBeLessThanOrEqual(280);
    expect(verdict.reason).not.toMatch(
      /points|score|null|undefined|NaN|\s{2}|\b1 (days|hours|times)/,
    );
    for (const part of [verdict.fit, verdict.intent]) {
      expect(part.contributions.reduce((sum, { points }) => sum + points, 0)).toBe(part.score);
    }
    expect(verdict.checklist.map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, i) => `H${i + 1}`),
    );
    const said = [verdict.playText?.opener ?? '', ...(verdict.playText?.questions ?? [])];
    expect(said.join(' ')).not.toMatch(/[{}|]/);
    expect(said.flatMap((text) => reviewOutreachText(text).findings)).toEqual([]);
  });
});
