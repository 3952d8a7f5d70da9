import type { Instant } from '../instant.ts';
import type { Verdict } from '../qualification/verdict.ts';
import { textOf } from '../qualification/explain/lead-context.ts';
import type { PropertyValues } from '../condition/lead-facts.ts';
import { fieldWords, listed } from '../words/phrases.ts';
import type { HandoffStatus } from './handoff-status.ts';

/** Who has to do what next, and until when (R120). */
export interface NextAction {
  readonly text: string;
  readonly dueAt: Instant | null;
}

const BY_CHANNEL: Readonly<Record<string, string>> = {
  phone: 'Call',
  email: 'Write a personal e-mail to',
  linkedin: 'Write on LinkedIn to',
  sms: 'Text',
  video: 'Send a video to',
  post: 'Write a letter to',
};

/**
 * The next action in a state that nobody has decided on yet, in words (design §5, R120). Empty where nothing has to
 * happen.
 */
export function nextActionText(about: {
  readonly status: HandoffStatus;
  readonly decision: Verdict;
  readonly contact: PropertyValues;
  /** Channel of the first touch in the cadence; null where there is none. */
  readonly channel: string | null;
  /** The lead has a meeting with the owner already. */
  readonly meetingBooked: boolean;
}): string {
  const person = textOf(about.contact['firstname']) ?? 'the lead';
  switch (about.status) {
    case 'awaiting_decision':
      return about.meetingBooked
        ? `Prepare for the meeting with ${person}, then accept, reject or recycle`
        : `${BY_CHANNEL[about.channel ?? ''] ?? 'Get in touch with'} ${person}, then accept, reject or recycle`;
    case 'held_no_owner':
      return 'Assign an owner by hand';
    case 'held_needs_data':
      return `Fill in what is missing: ${listed(about.decision.missing.map(fieldWords))}`;
    case 'held_for_review':
      return 'Approve it for sales or decline it';
    case 'nurture':
      return 'Keep in nurture until an SDR reviews it';
    case 'disqualified':
    case 'accepted':
    case 'rejected':
    case 'recycled':
    case 'closed':
      return '';
  }
}
