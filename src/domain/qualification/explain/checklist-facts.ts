import { HANDOFF } from '../../property-names.ts';
import type { ChecklistFacts } from './opening-checklist.ts';
import type { Play } from '../../policy/policy.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { Verdict, FitGrade } from '../verdict.ts';
import { deriveLeadField, type DerivedFieldSources } from '../../condition/derive-lead-field.ts';
import type { LeadContext } from './lead-context.ts';
import type { LeadFacts } from '../../condition/lead-facts.ts';

/** What has been concluded about a lead, as far as the checklist shows it. */
export interface Concluded {
  readonly context: LeadContext;
  readonly grade: FitGrade;
  readonly fitConfirmed: boolean;
  readonly reason: string;
  readonly stop: Verdict['disqualified'];
  readonly acts: ChecklistFacts['acts'];
  readonly play: Play | null;
  readonly cadence: string | null;
}

/** Gathers the evidence for the checklist H1 to H20. */
export function checklistFacts(
  compiled: CompiledPolicy,
  facts: LeadFacts,
  concluded: Concluded,
): ChecklistFacts {
  const { context, stop, play } = concluded;
  return {
    email: emailKind(facts, compiled.sources),
    company: {
      matched: deriveLeadField('lead.companyMatched', facts, compiled.sources) === 'true',
      name: facts.company?.properties['name'] ?? null,
    },
    fit: { confirmed: concluded.fitConfirmed, evidence: fitEvidence(facts, concluded) },
    acts: concluded.acts,
    disqualified: stop?.label ?? null,
    rulesRun: compiled.disqualify.length,
    source: context.source,
    offer: context.offer,
    campaign: context.campaign,
    message: context.message,
    reason: concluded.reason,
    play: play?.label ?? play?.id ?? null,
    meetingLink: play?.meetingLink ?? false,
    cadence: concluded.cadence,
  };
}

function emailKind(facts: LeadFacts, sources: DerivedFieldSources): ChecklistFacts['email'] {
  if (!facts.properties['email']) return 'missing';
  if (deriveLeadField('lead.emailProblem', facts, sources) === 'true') return 'bad';
  if (deriveLeadField('lead.disposableEmail', facts, sources) === 'true') return 'disposable';
  return deriveLeadField('lead.freeEmail', facts, sources) === 'true' ? 'free' : 'company';
}

function fitEvidence({ properties }: LeadFacts, { grade }: Concluded): string {
  const reason = properties[HANDOFF.fitOverrideReason]?.trim();
  if (properties[HANDOFF.fitOverride] === 'icp_exception') {
    return reason ? `ICP exception: ${reason}` : 'an ICP exception without a reason does not count';
  }
  return grade === 'unknown' ? 'not enough is known about the company' : `fit grade ${grade}`;
}
