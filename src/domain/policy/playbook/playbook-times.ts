import { TIER_WORDS } from '../../words/tier-words.ts';
import type { SlaTarget } from '../../sla/sla-target.ts';
import { markdownList, markdownTable } from './markdown.ts';
import type { EscalationRung, Policy } from '../policy.ts';

/** Playbook: first touch, what happens when it is late, until when to decide, and the hours that count. */
export function playbookTimes(policy: Policy): readonly string[] {
  return [
    '## Time to the first touch',
    '',
    'Time is counted in working hours of the person who has the lead. A real attempt stops the clock: a call, a one-to-one e-mail, a meeting booked or a message. A change of status does not.',
    '',
    ...markdownTable(
      ['Tier', 'For', 'First touch'],
      policy.tiers.map(({ tier, label, sla, state }) => [
        `${tier.replace('tier_', '')}, ${TIER_WORDS[tier]}`,
        label,
        `${slaText(sla)}${state === 'nurture' ? '; in nurture until then' : ''}${state === 'held_for_review' ? '; sales approves first' : ''}`,
      ]),
    ),
    ...escalation(policy.escalation),
    ...deadlines(policy.decisionDeadlines),
    ...calendars(policy.calendars),
  ];
}

/**
 * An SLA in words.
 *
 * @example slaText({ sameDayIfBefore: '12:00', businessDays: 1 }) // 'the same day if it comes before 12:00, else within 1 business day'
 */
function slaText(sla: SlaTarget | null): string {
  if (!sla) return 'no clock';
  const { minutes, warnAfterMinutes, businessDays, sameDayIfBefore } = sla;
  const days = businessDays ?? 1;
  const withinDays = `within ${days} business day${days === 1 ? '' : 's'}`;
  const due =
    minutes !== undefined
      ? `within ${minutes} working minutes`
      : sameDayIfBefore !== undefined
        ? `the same day if it comes before ${sameDayIfBefore}, else ${withinDays}`
        : withinDays;
  return warnAfterMinutes === undefined ? due : `${due}, with a reminder after ${warnAfterMinutes}`;
}

const STEPS: Readonly<Record<EscalationRung['do'], string>> = {
  notify_rep: 'tell the rep',
  notify_lead: 'tell the team lead',
  reassign: 'give the lead to somebody else',
  notify_sales: 'tell the head of sales',
  notify_leadership: 'tell leadership',
};

function escalation(steps: readonly EscalationRung[]): readonly string[] {
  if (steps.length === 0) return [];
  return [
    '### When it is late',
    '',
    ...markdownTable(
      ['Tier', 'When', 'Then'],
      steps.map((step) => [step.tier.replace('tier_', ''), stepTime(step), STEPS[step.do]]),
    ),
  ];
}

function stepTime({ afterMinutes, minutesAfterDue, businessDaysAfterDue }: EscalationRung): string {
  if (businessDaysAfterDue !== null) return `${businessDaysAfterDue} business days after due`;
  if (minutesAfterDue !== null) return `${minutesAfterDue} working minutes after due`;
  if (afterMinutes !== null) return `${afterMinutes} working minutes after routing`;
  return 'when due';
}

function deadlines(list: Policy['decisionDeadlines']): readonly string[] {
  const entries = Object.entries(list).flatMap(([tier, deadline]) =>
    deadline === null ? [] : [[tier, deadline] as const],
  );
  if (entries.length === 0) return [];
  return [
    '### Until when to accept, reject or recycle',
    '',
    ...markdownList(
      entries.map(
        ([tier, deadline]) =>
          `Tier ${tier.replace('tier_', '')}: ${deadline === 'end_of_day' ? 'the end of the day' : slaText(deadline)}`,
      ),
    ),
  ];
}

function calendars(list: Policy['calendars']): readonly string[] {
  const entries = Object.entries(list);
  if (entries.length === 0) return [];
  return [
    '### Working hours of the teams',
    '',
    "They count where a rep's own hours in HubSpot are not set.",
    '',
    ...markdownTable(
      ['Calendar', 'Time zone', 'Hours', 'Holidays'],
      entries.map(([id, { timeZone, hours, holidays }]) => [
        id,
        timeZone,
        Object.entries(hours)
          .filter(([, blocks]) => blocks.length > 0)
          .map(([day, blocks]) => `${day} ${blocks.map((block) => block.join('–')).join(', ')}`)
          .join('; '),
        holidays.join(', ') || 'none',
      ]),
    ),
  ];
}
