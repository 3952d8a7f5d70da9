import type { PolicyDocument } from '../policy-document.ts';

/** The six plays of R152 to R157 and a general one; one goal each (R160), openers from safe facts only (R158). */
export const defaultPlays: PolicyDocument['plays'] = [
  {
    id: 'demo',
    label: 'Demo request',
    // Who asks about prices gets the play of prices (R153).
    when: {
      all: [
        { field: 'decision.requested', op: 'eq', value: true },
        { field: 'decision.count.pricing_inquiry', op: 'eq', value: 0 },
      ],
    },
    goal: 'book a discovery call',
    opener:
      'Hello {firstName|there}, thank you for getting in touch about {topic|our product}. So that the time is well spent: which problem should it solve for {company|your team}? Please send me a time that suits you.',
    questions: [
      'What are you trying to solve, and why now?',
      'What do you use for it today?',
      'Who else should be part of the conversation?',
    ],
    meetingLink: true,
  },
  {
    id: 'pricing',
    label: 'Pricing interest',
    when: {
      any: [
        { field: 'decision.count.pricing_inquiry', op: 'gte', value: 1 },
        { field: 'decision.count.pricing', op: 'gte', value: 1 },
        { field: 'decision.count.pricing-guide', op: 'gte', value: 1 },
        { field: 'decision.count.pricing', op: 'gte', value: 1 },
      ],
    },
    goal: 'learn whether cost, packaging or return is being weighed',
    opener:
      'Hello {firstName|there}, teams of your size that weigh this up usually compare the effort to implement, the overall cost and how soon it pays off. Which of the three matters most at {company|your company}?',
    questions: [
      'Is it the cost, the packaging or the return you are looking into?',
      'Is there a budget path for this, or would it have to be built?',
      'When would a change make sense?',
    ],
    meetingLink: true,
  },
  {
    id: 'comparison',
    label: 'Comparison content',
    when: {
      any: [{ field: 'decision.count.comparison', op: 'gte', value: 1 }],
    },
    goal: 'offer an evaluation framework',
    opener:
      'Hello {firstName|there}, when teams compare solutions like ours, a short list of criteria saves them weeks. I can send you the checklist our customers used. Would that help {company|your team}?',
    questions: [
      'Which criteria matter most to you?',
      'Which options are you looking at?',
      'Who leads the evaluation?',
    ],
  },
  {
    id: 'calculator',
    label: 'ROI calculator',
    when: {
      any: [{ field: 'decision.count.calculator', op: 'gte', value: 1 }],
    },
    goal: 'test the assumptions together',
    opener:
      'Hello {firstName|there}, a return calculation stands or falls with two or three assumptions. I would be glad to go through yours for {company|your company} together.',
    questions: [
      'Which assumption are you least sure of?',
      'Who has to believe the result?',
      'What happens if nothing changes?',
    ],
  },
  {
    id: 'webinar',
    label: 'Webinar',
    when: {
      any: [
        { field: 'decision.count.webinar', op: 'gte', value: 1 },
        { field: 'decision.count.webinar-attended', op: 'gte', value: 1 },
      ],
    },
    goal: 'find out which point of the webinar matters',
    opener:
      'Hello {firstName|there}, thank you for your interest in {topic|our webinar}. Which of its points is closest to what {company|your team} is working on?',
    questions: [
      'Which part was closest to your situation?',
      'How do you handle that today?',
      'What would have to be different?',
    ],
  },
  {
    id: 'case_study',
    label: 'Case study',
    when: {
      any: [{ field: 'decision.count.case_study', op: 'gte', value: 1 }],
    },
    goal: 'verify the use case',
    opener:
      'Hello {firstName|there}, the result in “{topic|our case study}” came from one change in how the team works. Is something like it a use case for {company|your company}?',
    questions: [
      'What in it is like your situation?',
      'What would a good result look like for you?',
      'Who would gain most?',
    ],
  },
  {
    id: 'general',
    label: 'General',
    when: { all: [] },
    goal: 'verify the use case',
    opener:
      'Hello {firstName|there}, thank you for your interest in {topic|what we do}. What made the subject come up at {company|your company}?',
    questions: [
      'What are you trying to solve?',
      'What do you use today?',
      'When is a change planned?',
    ],
  },
];

/** Touches per tier inside R166 to R168; three channels (D14). */
export const defaultCadences: PolicyDocument['cadences'] = {
  // 6 touches in 12 days (D11).
  'tier-1': {
    label: 'Call now',
    touches: [
      { day: 0, channel: 'phone' },
      { day: 0, channel: 'email' },
      { day: 2, channel: 'phone' },
      { day: 5, channel: 'linkedin' },
      { day: 8, channel: 'email' },
      { day: 12, channel: 'phone' },
    ],
  },
  // 5 touches in 18 days (D12).
  'tier-2': {
    label: 'Review today',
    touches: [
      { day: 0, channel: 'email' },
      { day: 3, channel: 'phone' },
      { day: 7, channel: 'linkedin' },
      { day: 12, channel: 'email' },
      { day: 18, channel: 'phone' },
    ],
  },
  // Nurture plus one light touch (D13).
  'tier-3': { label: 'Nurture', touches: [{ day: 3, channel: 'email' }] },
};
