import type { DecideRequest, LogAttemptRequest } from '../../contract/card-request.ts';
import { parseInstant, type Instant } from '../../domain/instant.ts';
import { parseDay, type Day } from '../../domain/day.ts';
import type { Command } from '../../domain/handoff/command.ts';

/** A request of the card that a handoff can be asked. */
export type Asked = Exclude<DecideRequest, { decision: 'hand_on' }> | LogAttemptRequest;

/** A day is the owner's; a time is kept. */
function meetingOf(raw: string | undefined): Instant | Day | null {
  if (raw === undefined) return null;
  if (!raw.includes('T')) return parseDay(raw);
  const at = parseInstant(raw);
  return at.ok ? at.value : null;
}

/** What a request of the card asks of the handoff. Days are days of the owner, not instants. */
export function toCommand(request: Asked): Command {
  if (request.do === 'log_attempt') {
    const { channel, result, nextStep, nextStepOn, notes } = request;
    return {
      do: 'log_attempt',
      channel,
      result,
      nextStep,
      nextStepOn: parseDay(nextStepOn),
      noted: notes !== undefined && notes.need !== '',
    };
  }
  const { note } = request;
  switch (request.decision) {
    case 'accept':
      return {
        do: 'accept',
        acceptance: request.acceptance,
        meeting: request.acceptance === 'meeting_booked' ? meetingOf(request.meetingAt) : null,
        note,
      };
    case 'reject':
      return { do: 'reject', reasonCode: request.reasonCode, note };
    case 'recycle':
      return {
        do: 'recycle',
        reasonCode: request.reasonCode,
        revisitOn: parseDay(request.revisitOn),
        note,
      };
    case 'reassign':
      return { do: 'pass_on', reasonCode: request.reasonCode, note, routed: null };
    case 'undo':
      return { do: 'undo' };
  }
}
