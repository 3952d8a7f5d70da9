import type { CardFact } from '../../contract/card-view.ts';
import { briefFor } from '../../domain/policy/brief-for.ts';
import type { Brief, Policy } from '../../domain/policy/policy.ts';

/** What marketing wrote for the rep about the lead's campaign (R161), in the order of P7; empty without a brief. */
export function campaignBrief(policy: Policy, campaign: string | null): readonly CardFact[] {
  const brief = briefFor(policy.briefs, campaign);
  return brief ? lines(brief).filter(({ value }) => value !== null && value !== '') : [];
}

function lines(brief: Brief): readonly CardFact[] {
  return [
    { label: 'Theme', value: brief.theme },
    { label: 'For', value: brief.audience },
    { label: 'Not for', value: brief.notFor },
    { label: 'Problem', value: brief.problem },
    { label: 'What was promised', value: brief.promised },
    { label: 'May be quoted', value: brief.proofPoints.join(' ') },
    { label: 'Suggested opening', value: brief.opening },
    { label: 'Questions', value: brief.questions.join(' ') },
    ...brief.objections.map(({ says, answer }) => ({ label: `“${says}”`, value: answer })),
    { label: 'Next step', value: brief.nextStep },
    { label: 'Avoid', value: brief.avoid.join(', ') },
    { label: 'If not ready', value: brief.nurtureTrack },
  ];
}
