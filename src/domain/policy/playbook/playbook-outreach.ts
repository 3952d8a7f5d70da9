import { describeCondition } from '../../condition/describe-condition.ts';
import { markdownList, markdownTable } from './markdown.ts';
import type { Brief, Policy, Reason } from '../policy.ts';

/** Playbook: how to open, how often to try, and what to answer when a lead is not taken. */
export function playbookOutreach({ plays, briefs, cadences, reasons }: Policy): readonly string[] {
  return [
    ...playSections(plays),
    ...briefSections(briefs),
    ...cadenceSection(cadences),
    ...reasonSection(reasons),
  ];
}

function playSections(plays: Policy['plays']): readonly string[] {
  if (plays.length === 0) return [];
  return [
    '## Plays',
    '',
    'The first play that holds is shown on the card. Say only what the buyer told us; never quote what was tracked.',
    '',
    ...plays.flatMap(({ label, when, goal, opener, questions, meetingLink }) => [
      `### ${label}`,
      '',
      ...markdownList([`Used when: ${describeCondition(when)}`, `Goal: ${goal}`]),
      `> ${opener.replaceAll(/\s*\n\s*/g, '\n> ')}`,
      '',
      ...markdownList(questions),
      ...(meetingLink ? ['Offer a meeting link.', ''] : []),
    ]),
  ];
}

function briefSections(briefs: readonly Brief[]): readonly string[] {
  if (briefs.length === 0) return [];
  return [
    '## Campaign briefs',
    '',
    ...briefs.flatMap((brief) => [
      `### ${brief.campaign}`,
      '',
      ...markdownList([
        `Theme: ${brief.theme}`,
        `For: ${brief.audience}`,
        `Problem: ${brief.problem}`,
        `Promised: ${brief.promised}`,
        `Next step: ${brief.nextStep}`,
      ]),
      `> ${brief.opening}`,
      '',
    ]),
  ];
}

function cadenceSection(cadences: Policy['cadences']): readonly string[] {
  const entries = Object.entries(cadences);
  if (entries.length === 0) return [];
  return [
    '## Cadences',
    '',
    ...markdownTable(
      ['Cadence', 'Touches'],
      entries.map(([id, { label, touches }]) => [
        label === id ? id : `${id} (${label})`,
        touches
          .map(
            ({ day, channel, note }) => `day ${day} ${channel}${note === null ? '' : ` (${note})`}`,
          )
          .join(', '),
      ]),
    ),
  ];
}

const KINDS: Readonly<Record<Reason['kind'], string>> = {
  reject: "Reject: shouldn't have come to sales",
  recycle: 'Recycle: right company, not now',
  reassign: 'Not mine: wrong owner',
};

const PATHS: Readonly<Record<Reason['path'], string>> = {
  nurture: 'goes back to nurture',
  disqualify: 'is disqualified',
  reroute: 'goes to the right owner',
  divert: "goes to the account's owner",
  sdr_qualification: 'goes through the qualification step',
  back_to_marketing: 'goes back to marketing to be mended',
  merge: 'is merged with the other record',
  marketing_review: 'is looked at by marketing',
};

function reasonSection(reasons: readonly Reason[]): readonly string[] {
  const current = reasons.filter(({ retired }) => !retired);
  if (current.length === 0) return [];
  return [
    '## Accept, reject, recycle',
    '',
    'Accept means "I will work it". Every lead that is not accepted needs one of these reasons.',
    '',
    ...markdownTable(
      ['Decision', 'Reason', 'What happens to the lead', 'Note'],
      current.map(({ kind, label, path, pauseDays, noteRequired }) => [
        KINDS[kind],
        label,
        `${PATHS[path]}${pauseDays === null ? '' : `, back after ${pauseDays} days`}`,
        noteRequired ? 'needed' : 'if useful',
      ]),
    ),
  ];
}
