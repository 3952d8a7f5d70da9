import type { LogAttemptRequest } from '../../contract/card-request.ts';
import {
  BUDGET_PATHS,
  CHANNELS,
  LEADERS,
  RESULTS,
  TIMINGS,
  type AttemptResult,
  type CallNotes,
} from '../../contract/card-words.ts';
import { htmlText } from '../../domain/words/html-text.ts';
import { toIso, type Instant } from '../../domain/instant.ts';
import type { NewActivity } from '../ports/crm.ts';
import type { Asked } from './to-command.ts';

/** HubSpot's standard call outcomes (HubSpot docs, "Calls"). */
const DISPOSITIONS: Readonly<Partial<Record<AttemptResult, string>>> = {
  connected: 'f240bbac-87c9-4f6e-bf70-924b57d47db7',
  voicemail: 'b2cf5968-551e-4856-9783-52b3da59a7d0',
  no_answer: '73a0d17f-1163-4015-bdd5-ec830791da20',
  wrong_person: '17b47fee-58de-441e-a44c-c6300d46f273',
};

/**
 * What has to stand on the contact's timeline because of a request: the attempt with its structured note (P9), or the
 * note of a talk that came with a decision. Null where nothing has to.
 *
 * @param request - of the card
 * @param contactId - whose timeline
 * @param ownerId - who did it
 * @param now - when
 */
export function toActivity(
  request: Asked,
  contactId: string,
  ownerId: string,
  now: Instant,
): NewActivity | null {
  if (request.do === 'log_attempt') return attempt(request, contactId, ownerId, now);
  const notes = 'notes' in request ? request.notes : undefined;
  const lines = notes ? callLines(notes) : [];
  if (lines.length === 0) return null;
  return {
    type: 'notes',
    contactId,
    properties: {
      hs_timestamp: toIso(now),
      hubspot_owner_id: ownerId,
      hs_note_body: lines.map(htmlText).join('<br>'),
    },
  };
}

function summary({ channel, result }: LogAttemptRequest): string {
  return `${CHANNELS[channel]}: ${RESULTS[result].toLowerCase()}`;
}

function attempt(
  request: LogAttemptRequest,
  contactId: string,
  ownerId: string,
  now: Instant,
): NewActivity {
  const body = noteLines(request).join('<br>');
  const base = { hs_timestamp: toIso(now), hubspot_owner_id: ownerId };
  switch (request.channel) {
    case 'phone': {
      const disposition = DISPOSITIONS[request.result];
      return {
        type: 'calls',
        contactId,
        properties: {
          ...base,
          hs_call_title: summary(request),
          hs_call_body: body,
          hs_call_direction: 'OUTBOUND',
          hs_call_status: request.result === 'connected' ? 'COMPLETED' : 'NO_ANSWER',
          ...(disposition === undefined ? {} : { hs_call_disposition: disposition }),
        },
      };
    }
    case 'email':
      return {
        type: 'emails',
        contactId,
        properties: {
          ...base,
          hs_email_direction: 'EMAIL',
          hs_email_status: request.result === 'bounced' ? 'BOUNCED' : 'SENT',
          hs_email_subject: summary(request),
          hs_email_html: body,
        },
      };
    case 'meeting':
      return {
        type: 'meetings',
        contactId,
        properties: {
          ...base,
          hs_meeting_title: summary(request),
          hs_meeting_body: body,
          hs_meeting_outcome: request.result === 'connected' ? 'COMPLETED' : 'NO_SHOW',
        },
      };
    case 'linkedin':
    case 'message':
      return {
        type: 'communications',
        contactId,
        properties: {
          ...base,
          hs_communication_channel_type:
            request.channel === 'linkedin' ? 'LINKEDIN_MESSAGE' : 'SMS',
          hs_communication_logged_from: 'CRM',
          hs_communication_body: body,
        },
      };
  }
}

/** The structure of P9, one line each; what a person typed is text, not HTML. */
function noteLines(request: LogAttemptRequest): readonly string[] {
  const { notes } = request;
  return [
    `Attempt: ${summary(request)}`,
    ...(notes ? callLines(notes) : []),
    `Next step: ${request.nextStep}${request.nextStepOn ? ` (${request.nextStepOn})` : ''}`,
  ].map(htmlText);
}

function callLines(notes: CallNotes): readonly string[] {
  const lines: readonly (readonly [string, string])[] = [
    ['Need', notes.need],
    ['Current tool', notes.currentTool],
    ['Who leads it', LEADERS[notes.leader]],
    ['Budget path', BUDGET_PATHS[notes.budgetPath]],
    ['Timing', TIMINGS[notes.timing]],
    ['Stakeholders', notes.stakeholders],
    ['Objection or competitor', notes.objection],
    ['For marketing', notes.forMarketing],
  ];
  return lines.filter(([, text]) => text !== '').map(([label, text]) => `${label}: ${text}`);
}
