import { STATUS_LABELS } from '../../../domain/handoff/handoff-status.ts';
import { TIER_WORDS } from '../../../domain/words/tier-words.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import type { Verdict, TierChange } from '../../../domain/qualification/verdict.ts';
import type { Tier } from '../../../domain/tier.ts';
import type { LeadFacts } from '../../../domain/condition/lead-facts.ts';
import { fieldWords, listed } from '../../../domain/words/phrases.ts';

/** The tier a lead has in the words of design §12, or that it is disqualified, or that no tier entry took it. */
export function placeText({ tier, disqualified }: Pick<Verdict, 'tier' | 'disqualified'>): string {
  if (disqualified) return 'Disqualified';
  return tier === null ? 'No tier' : tierText(tier);
}

/**
 * A tier in the words of design §12.
 *
 * @example tierText('tier_1') // 'Tier 1, Call now'
 */
export function tierText(tier: Tier): string {
  return `${tierNumber(tier)}, ${TIER_WORDS[tier]}`;
}

/** What the policy says of one lead, for a marketer to read: a heading and one line per answer. */
export function evaluationText(
  verdict: Verdict,
  facts: LeadFacts,
  policy: Policy,
): readonly string[] {
  const entry = policy.tiers.find(({ id }) => id === verdict.class);
  const { disqualified, nextTier } = verdict;
  return [
    [verdict.id, facts.properties['email'], companyName(facts)].filter(Boolean).join(' · '),
    line('Tier', [placeText(verdict), entry?.label].filter(Boolean).join(' · ')),
    ...(disqualified ? [] : [line('State', STATUS_LABELS[verdict.status])]),
    line('Why', verdict.reason),
    line('Scores', scores(verdict)),
    ...(verdict.missing.length > 0
      ? [line('Missing', listed(verdict.missing.map(fieldWords)))]
      : []),
    ...(verdict.askFor !== null ? [line('Ask for', askForText(verdict, verdict.askFor))] : []),
    ...(nextTier
      ? [
          line(
            'Next',
            `${tierNumber(nextTier.tier)} with ${listed(nextTier.changes.map(changeText))}`,
          ),
        ]
      : []),
    '',
  ];
}

function line(name: string, text: string): string {
  return `  ${name.padEnd(8)} ${text}`;
}

function tierNumber(tier: Tier): string {
  return tier.replace('tier_', 'Tier ');
}

function companyName({ company, properties }: LeadFacts): string | null | undefined {
  return company?.properties['name'] ?? properties['company'];
}

function scores({ fit, intent }: Verdict): string {
  const grade = fit.grade === 'unknown' ? 'not known yet' : `grade ${fit.grade}`;
  return `fit ${fit.score ?? 'not scored'} (${grade}), intent ${intent.score ?? 'not scored'} (level ${intent.level})`;
}

function askForText({ bestTier, worstTier }: Verdict, field: string): string {
  const range = [bestTier, worstTier].map((tier) => (tier ? tierNumber(tier) : 'disqualified'));
  return `${fieldWords(field)}; what is not known yet could make it anything from ${range.join(' to ')}`;
}

function changeText({ kind, label }: TierChange): string {
  return kind === 'lead_could_do' ? `“${label}”` : `“${label}” (not known yet)`;
}
