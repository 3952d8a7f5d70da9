import { TIER_WORDS } from '../../words/tier-words.ts';
import { markdownList, markdownTable } from './markdown.ts';
import type { EscalationRung, Policy } from '../policy.ts';
import { rungWords } from '../rung-words.ts';
import { slaWords } from '../sla-words.ts';

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
        `${slaWords(sla)}${state === 'nurture' ? '; in nurture until then' : ''}${state === 'held_for_review' ? '; sales approves first' : ''}`,
      ]),
    ),
    ...escalation(policy.escalation),
    ...deadlines(policy.decisionDeadlines),
    ...calendars(policy.calendars),
  ];
}

function escalation(steps: readonly EscalationRung[]): readonly string[] {
  if (steps.length === 0) return [];
  return [
    '### When it is late',
    '',
    ...markdownTable(
      ['Tier', 'When', 'Then'],
      steps.map((step) => {
        const { when, then } = rungWords(step);
        return [step.tier.replace('tier_', ''), when, then];
      }),
    ),
  ];
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
          `Tier ${tier.replace('tier_', '')}: ${deadline === 'end_of_day' ? 'the end of the day' : slaWords(deadline)}`,
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
