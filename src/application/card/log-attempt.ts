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
import { attemptProperties } from '../../domain/handoff/log-attempt.ts';
import { parseInstant, toIso, type Instant } from '../../domain/instant.ts';
import type { NewActivity } from '../ports/crm.ts';
import { ownerCalendar } from '../owner-calendar.ts';
import type { CardSession } from './card-session.ts';

/** HubSpot's standard call outcomes (HubSpot docs, "Calls"). */
const DISPOSITIONS: Readonly<Partial<Record<AttemptResult, string>>> = {
  connected: 'f240bbac-87c9-4f6e-bf70-924b57d47db7',
  voicemail: 'b2cf5968-551e-4856-9783-52b3da59a7d0',
  no_answer: '73a0d17f-1163-4015-bdd5-ec830791da20',
  wrong_person: '17b47fee-58de-441e-a44c-c6300d46f273',
};

/**
 * Puts an attempt on the timeline, with its structured note (P9), and says what it changes on the contact. The
 * activity comes first: were it lost, the contact would claim a touch that nobody can see.
 */
export async function logAttempt(
  session: CardSession,
  request: LogAttemptRequest,
  by: string,
): Promise<ReturnType<typeof attemptProperties>> {
  const { deps, handoff, policy, directory, now } = session;
  await deps.crm.createActivity(activity(request, handoff.contact.id, by, now));
  const nextStepOn = parseInstant(request.nextStepOn);
  return attemptProperties({
    contact: handoff.contact.properties,
    record: handoff.record,
    by,
    what: summary(request),
    nextStep: request.nextStep,
    nextStepDueAt: nextStepOn.ok ? nextStepOn.value : null,
    calendar: ownerCalendar(by, handoff.record, { policy: policy.policy, directory, now }),
    requestId: request.requestId,
    now,
  });
}

function summary({ channel, result }: LogAttemptRequest): string {
  return `${CHANNELS[channel]}: ${RESULTS[result].toLowerCase()}`;
}

function activity(
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
      return { type: 'notes', contactId, properties: { ...base, hs_note_body: body } };
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
