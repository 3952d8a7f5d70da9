import { dayInWords } from '../day.ts';
import { assertNever } from '../result.ts';
import type { HandoffEvent } from './events.ts';
import { stageWords } from '../words/stage-words.ts';
import { STATUS_LABELS } from './handoff-status.ts';
import { BATON, SOMEBODY, type Acceptance, type Actor } from './progress.ts';

/** What an event is called, and why it happened; `why` is empty where there is nothing to add. */
export interface EventWords {
  readonly what: string;
  readonly why: string;
  readonly by: string;
}

/** What words are made with: names of owners and of reasons. */
export interface Names {
  readonly owner: (ownerId: string | null) => string | null;
  readonly reason: (code: string) => string | null;
  readonly channel: (channel: string) => string;
  readonly result: (result: string) => string;
}

/** An event in words (R121); every kind has some. No id and no code is in them. */
export function describeEvent(event: HandoffEvent, names: Names): EventWords {
  const { what, why } = wordsOf(event, names);
  return { what, why, by: actorName(event.by, names) };
}

const ACCEPTED: Readonly<Record<Acceptance['acceptance'], string>> = {
  outreach_started: 'Accepted',
  meeting_booked: 'Accepted: a meeting is booked',
  in_discovery: 'Accepted: discovery is under way',
};

function wordsOf(
  event: HandoffEvent,
  names: Names,
): { readonly what: string; readonly why: string } {
  switch (event.kind) {
    case 'opened':
      return {
        what: 'Opened',
        why: event.status === 'awaiting_decision' ? 'For sales' : STATUS_LABELS[event.status],
      };
    case 'routed':
    case 'diverted':
    case 'adopted':
      return {
        what: goesTo(event.assignment.ownerId, names),
        why: event.assignment.reason,
      };
    case 'passed_on':
      return {
        what: `Passed on. ${goesTo(event.assignment.ownerId, names)}`,
        why: reasonAndNote(event, names),
      };
    case 'accepted':
      return { what: ACCEPTED[event.acceptance], why: event.note };
    case 'rejected':
      return { what: 'Rejected', why: reasonAndNote(event, names) };
    case 'recycled':
      return { what: 'Recycled', why: returned(event, names) };
    case 'reason_given':
      return { what: 'Gave the reason', why: returned(event, names) };
    case 'amended':
      return { what: 'Corrected the decision', why: returned(event, names) };
    case 'undone':
      return { what: 'Took the decision back', why: '' };
    case 'attempted':
      return {
        what: `${names.channel(event.channel)}: ${names.result(event.result).toLowerCase()}`,
        why: `Next: ${event.nextStep}`,
      };
    case 'joined':
      return { what: 'Another entry joined', why: `Became ${stageWords(event.stage)} again` };
    case 'released':
      return { what: 'Judged again on new facts', why: STATUS_LABELS[event.status] };
    case 'set_by_hand':
      return { what: STATUS_LABELS[event.state.status], why: 'Changed by hand' };
    case 'carried_over':
      return { what: event.what, why: event.why };
    case 'closed':
      return { what: 'Closed', why: event.why };
    default:
      return assertNever(event);
  }
}

function goesTo(ownerId: string | null, names: Names): string {
  return ownerId === null
    ? 'Nobody could take it'
    : `Handed to ${names.owner(ownerId) ?? 'somebody who is no owner any more'}`;
}

function returned(
  event: {
    readonly reasonCode?: string | null | undefined;
    readonly revisitOn?: Parameters<typeof dayInWords>[0] | null | undefined;
    readonly note: string;
  },
  names: Names,
): string {
  const day = event.revisitOn ? `comes back on ${dayInWords(event.revisitOn)}` : '';
  return [reasonAndNote(event, names), day].filter(Boolean).join(', ');
}

function reasonAndNote(
  { reasonCode, note }: { readonly reasonCode?: string | null | undefined; readonly note: string },
  names: Names,
): string {
  const reason = reasonCode
    ? (names.reason(reasonCode) ?? 'a reason the policy no longer has')
    : '';
  return [reason, note].filter(Boolean).join(': ');
}

function actorName(by: Actor, names: Names): string {
  if (by === BATON) return 'Baton';
  if (by === SOMEBODY) return 'Somebody, by hand';
  return names.owner(by) ?? 'Somebody who is no owner any more';
}
