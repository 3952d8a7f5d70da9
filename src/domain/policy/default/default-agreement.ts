import type { Condition } from '../../condition/condition-schema.ts';
import type { PolicyDocument } from '../policy-document.ts';

/** What both teams agree on in words (R16, R45, R50, G6): each customer writes its own over this. */
export const defaultDefinition: NonNullable<PolicyDocument['definition']> = {
  text: 'A lead for sales is a person at a company that fits, who asked to be contacted or has shown within the last 30 days that a purchase is being weighed, whom we can and may reach, and whose story a rep can read on the contact before the first touch.',
};

/** The customer whom the fit rules describe, and the problem such a company most probably has (R45). */
export const defaultIcp: NonNullable<PolicyDocument['icp']> = {
  who: 'Companies of 51 to 1,000 people in the industries and countries of the fit rules, and larger ones by the enterprise model. We talk to whoever decides or leads the initiative.',
  problem:
    'The work is done in spreadsheets and by e-mail. Nobody sees in time what is late, what it costs and who has to act, and every report is made by hand.',
  notFor: 'Private persons, students and agencies that look on behalf of somebody else',
};

/** R49, R50, R196 and the call note of P9, short enough for daily calls. */
export const defaultQualification: NonNullable<PolicyDocument['qualification']> = {
  confirm: [
    { id: 'need', label: 'The problem is theirs', ask: 'What happens if nothing changes?' },
    { id: 'tool', label: 'What they use today', ask: 'How do you do it today, and with what?' },
    { id: 'leader', label: 'Who leads it', ask: 'Who leads the initiative on your side?' },
    {
      id: 'budget',
      label: 'A way to the money',
      ask: 'Is there a budget, or who would grant one?',
    },
    { id: 'timing', label: 'When it is to happen', ask: 'When should a change be in place?' },
    { id: 'next_step', label: 'The next step is agreed', ask: 'Shall we look at it together?' },
  ],
  rubric: [
    {
      label: 'Hand on to an account executive',
      means: 'The need, the leader and the timing are confirmed, and the next step has a date.',
    },
    {
      label: 'Keep qualifying',
      means: 'The need is confirmed, and the leader or the timing is still open.',
    },
    {
      label: 'Not now',
      means: 'It is the right company, and nothing happens within two quarters.',
    },
    { label: 'Reject', means: 'The need is not theirs, or the company does not fit.' },
  ],
  next: [
    'Who else has to agree, and what do they worry about?',
    'Which other ways are you looking at, doing nothing included?',
    'What would have to be true a year from now for this to have been worth it?',
  ],
  intake: ['Work e-mail', 'First and last name', 'Company', 'What would you like to solve?'],
};

/**
 * Nurture tracks (R15, R184, R189): where in the journey the lead stopped. The subject itself travels with it as the
 * handoff's topic, because the themes are each customer's own.
 */
export const defaultTracks: NonNullable<PolicyDocument['tracks']> = [
  {
    id: 'cost',
    label: 'what it costs and what it brings',
    when: { any: counted('pricing', 'pricing-guide', 'pricing_inquiry', 'calculator') },
  },
  { id: 'choosing', label: 'how to choose', when: { any: counted('comparison', 'demo-page') } },
  {
    id: 'starting',
    label: 'how to start',
    when: { any: counted('implementation', 'trial', 'trial-usage') },
  },
  {
    id: 'events',
    label: 'webinars and events',
    when: { any: counted('webinar', 'webinar-attended', 'event', 'event-attended') },
  },
  { id: 'subject', label: 'the subject they came for', when: { all: [] } },
];

function counted(...rules: readonly string[]): Condition[] {
  return rules.map((rule) => ({ field: `decision.count.${rule}`, op: 'gte', value: 1 }));
}
