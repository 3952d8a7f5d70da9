import { beforeAll, describe, expect, test } from '@jest/globals';
import { createEmailDomains } from '../../../adapters/email-domains/email-domains.ts';
import { loadDisposableDomains } from '../../../adapters/email-domains/load-disposable-domains.ts';
import { instant } from '../../../domain/instant.ts';
import { defaultPolicy } from '../../../domain/policy/default/default-policy.ts';
import { normalisePolicy } from '../../../domain/policy/normalise-policy.ts';
import {
  compilePolicy,
  type CompiledPolicy,
} from '../../../domain/qualification/compile/compile-policy.ts';
import { judge } from '../../../domain/qualification/judge.ts';
import type { Verdict } from '../../../domain/qualification/verdict.ts';
import { reviewOutreachText } from '../../../domain/words/outreach-guard.ts';
import {
  faultsOf,
  openLeads,
  readCorpus,
  type CorpusLead,
} from '../../../testing/corpus/corpus.ts';
import { parseLead } from './parse-lead.ts';

const CORPUS = readCorpus();
/** Leads that still come out wrongly; a lead that is mended leaves this list, or the test fails. */
const OPEN = openLeads();
const policy = normalisePolicy(defaultPolicy);
let compiled: CompiledPolicy;

beforeAll(async () => {
  compiled = compilePolicy(policy, {
    emailDomains: createEmailDomains(await loadDisposableDomains()),
  });
});

function verdictOn({ id, lead, now }: CorpusLead): Verdict {
  const parsed = parseLead({ id, ...lead });
  if (!parsed.ok) throw new Error(`${id} is no lead: ${parsed.reason}`);
  return judge(compiled, parsed.value, instant(Date.parse(now)));
}

test('the corpus has a lead only once', () => {
  const ids = CORPUS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(250);
});

test('what the policy does not get right yet is what the corpus says, and no more', () => {
  const wrong = CORPUS.filter((lead) => faultsOf(lead, verdictOn(lead), policy).length > 0);
  expect(wrong.map(({ id }) => id).sort()).toEqual([...OPEN].sort());
});

describe.each([...new Set(CORPUS.map(({ group }) => group))])('%s', (group) => {
  const leads = CORPUS.filter((lead) => lead.group === group);

  test.each(leads.filter(({ id }) => !OPEN.has(id)))('$id: $about', (entry) => {
    const verdict = verdictOn(entry);
    const faults = faultsOf(entry, verdict, policy);
    // Told with everything a reader needs to say who is right, the policy or the corpus.
    expect(
      faults.length === 0 ? [] : [...faults, `because: ${entry.why}`, `reason: ${verdict.reason}`],
    ).toEqual([]);
  });

  test.each(leads)('$id keeps the promises of every verdict', (entry) => {
    const verdict = verdictOn(entry);
    expect(verdict.reason.length).toBeLessThanOrEqual(280);
    expect(verdict.reason).not.toMatch(/points|score|null|undefined|NaN|\s{2}|\d{6,}/);
    for (const part of [verdict.fit, verdict.intent]) {
      expect(part.contributions.reduce((sum, { points }) => sum + points, 0)).toBe(part.score);
    }
    const said = [verdict.playText?.opener ?? '', ...(verdict.playText?.questions ?? [])];
    expect(said.join(' ')).not.toMatch(/[{}|]/);
    expect(said.flatMap((text) => reviewOutreachText(text).findings)).toEqual([]);
  });
});
