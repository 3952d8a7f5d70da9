import type { BriefDocument } from './brief-schema.ts';
import type { Brief } from './policy.ts';

/** A brief without absent keys. */
export function normaliseBrief(document: BriefDocument): Brief {
  return {
    campaign: document.campaign,
    theme: document.theme,
    audience: document.audience,
    notFor: document.notFor ?? null,
    problem: document.problem,
    promised: document.promised,
    proofPoints: document.proofPoints ?? [],
    opening: document.opening,
    questions: document.questions ?? [],
    objections: document.objections ?? [],
    nextStep: document.nextStep,
    avoid: document.avoid ?? [],
    nurtureTrack: document.nurtureTrack ?? null,
    owner: document.owner ?? null,
    reviewOn: document.reviewOn ?? null,
  };
}
