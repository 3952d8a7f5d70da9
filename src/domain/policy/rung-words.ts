import type { EscalationRung } from './policy.ts';

const STEPS: Readonly<Record<EscalationRung['do'], string>> = {
  notify_rep: 'tell the rep',
  notify_lead: 'tell the team lead',
  reassign: 'give the lead to somebody else',
  notify_sales: 'tell the head of sales',
  notify_leadership: 'tell leadership',
};

/**
 * A rung of the escalation in words.
 *
 * @example rungWords(rung) // { when: '45 working minutes after routing', then: 'give the lead to somebody else' }
 */
export function rungWords(rung: EscalationRung): { readonly when: string; readonly then: string } {
  return { when: timeWords(rung), then: STEPS[rung.do] };
}

function timeWords({
  afterMinutes,
  minutesAfterDue,
  businessDaysAfterDue,
}: EscalationRung): string {
  if (businessDaysAfterDue !== null) return `${businessDaysAfterDue} business days after due`;
  if (minutesAfterDue !== null) return `${minutesAfterDue} working minutes after due`;
  if (afterMinutes !== null) return `${afterMinutes} working minutes after routing`;
  return 'when due';
}
