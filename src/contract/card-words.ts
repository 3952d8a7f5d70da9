/**
 * The closed lists that card and backend share, in the order in which the screen offers them. Words are those of
 * design §12 and of requirements P9; no zod here, because the card carries this file.
 */

/** What a rep may decide about a handoff, in the words on the button and in the question that confirms it. */
export const DECISIONS = {
  accept: { button: 'Accept', meaning: "I'll work it" },
  reject: { button: 'Reject', meaning: "Shouldn't have come to sales" },
  recycle: { button: 'Recycle', meaning: 'Right company, not now' },
  reassign: { button: 'Not mine', meaning: 'Wrong owner' },
  hand_on: { button: 'Hand on', meaning: 'Ready for the account executive' },
  undo: { button: 'Undo', meaning: 'Take the last decision back' },
} as const;

/** One kind of decision (design §9, `/card`). */
export type CardDecision = keyof typeof DECISIONS;

/** Decisions that need a reason code of the policy. */
export type ReasonedDecision = 'reject' | 'recycle' | 'reassign';

/** The three kinds of acceptance (R173, D8). */
export const ACCEPTANCES = {
  outreach_started: 'Outreach started',
  meeting_booked: 'Meeting booked',
  in_discovery: 'Discovery under way',
} as const;

/** One kind of acceptance, as `handoff_acceptance` stores it. */
export type Acceptance = keyof typeof ACCEPTANCES;

/** How somebody tried to reach the lead (P9, R169). */
export const CHANNELS = {
  phone: 'Call',
  email: 'One-to-one e-mail',
  linkedin: 'LinkedIn',
  meeting: 'Meeting',
  message: 'Text or chat message',
} as const;

/** One channel of an attempt. */
export type Channel = keyof typeof CHANNELS;

/** What came of an attempt (P9). */
export const RESULTS = {
  connected: 'Connected',
  voicemail: 'Left a voicemail',
  no_answer: 'No answer',
  wrong_person: 'Wrong person',
  bounced: 'Bounced',
} as const;

/** One result of an attempt. */
export type AttemptResult = keyof typeof RESULTS;

/** Who leads the purchase (P9). */
export const LEADERS = {
  unknown: 'Unknown',
  contact: 'This contact',
  other: 'Somebody else',
} as const;

/** Whether there is a way to money (P9). */
export const BUDGET_PATHS = {
  unknown: 'Unknown',
  exists: 'Exists',
  being_built: 'Being built',
  none: 'None',
} as const;

/** When the buyer wants to act (P9). */
export const TIMINGS = {
  unknown: 'Unknown',
  this_quarter: 'This quarter',
  two_quarters: 'Within two quarters',
  later: 'Later',
  none: 'No plan',
} as const;

/** What a call note holds besides the attempt itself (P9); after a connected call "unknown" is an answer, empty is not. */
export interface CallNotes {
  readonly need: string;
  readonly currentTool: string;
  readonly leader: keyof typeof LEADERS;
  readonly budgetPath: keyof typeof BUDGET_PATHS;
  readonly timing: keyof typeof TIMINGS;
  readonly stakeholders: string;
  readonly objection: string;
  /** One line on what marketing should change; may be empty. */
  readonly forMarketing: string;
}

/** The keys of one of the lists above, typed. */
export function keysOf<Key extends string>(list: Readonly<Record<Key, unknown>>): [Key, ...Key[]] {
  return Object.keys(list) as [Key, ...Key[]];
}

/** One of the lists above as a HubSpot Select takes it. */
export function optionsOf(
  list: Readonly<Record<string, string>>,
): { readonly label: string; readonly value: string }[] {
  return Object.entries(list).map(([value, label]) => ({ value, label }));
}
